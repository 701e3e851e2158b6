"""Blocks from words: everything that was typed is cleaned here, and addresses become links."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from gdpr_desktop.letters.blocks import (
    Block,
    Blocks,
    Checkbox,
    Heading,
    List,
    ListItem,
    PageBreak,
    Paragraph,
    Run,
    Runs,
    SignatureLines,
    Table,
)
from gdpr_desktop.letters.values import UNPRINTABLE

_ADDRESS = re.compile(
    r"(?P<web>https?://[^\s<>\"«»]+[^\s<>\"«».,;:!?)\]])"
    r"|(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)",
)
_HEADING = re.compile(r"^ {0,3}#{1,6} +", re.MULTILINE)
_BARE = re.compile(r"^ {0,3}#+ *#*$", re.MULTILINE)  # a heading without words
_BREAKS = re.compile("\r\n|[\r\u2028\u2029]")


def cleaned(text: str) -> str:
    """``text`` without control, bidi and private-use characters."""
    return UNPRINTABLE.sub("", _BREAKS.sub("\n", text).replace("\t", " ")).strip()


def runs(text: str, *, bold: bool = False) -> Runs:
    """One line of text, its addresses as links."""
    return tuple(_linked(Run(text=" ".join(cleaned(text).split()), bold=bold)))


def _linked(run: Run) -> Iterator[Run]:
    if run.link:
        yield run
        return
    place = 0
    for hit in _ADDRESS.finditer(run.text):
        if hit.start() > place:
            yield replace(run, text=run.text[place : hit.start()])
        link = hit["web"] or f"mailto:{hit['mail']}"
        yield replace(run, text=hit.group(), link=link)
        place = hit.end()
    if place < len(run.text):
        yield replace(run, text=run.text[place:])


def paragraph(*texts: str) -> Blocks:
    """One paragraph of the sentences that are not blank; nothing when all are."""
    text = " ".join(one for one in map(cleaned, texts) if one)
    return (Paragraph(runs=runs(text)),) if text else ()


def heading(level: int, text: str) -> Blocks:
    """A heading."""
    return (Heading(level=level, runs=runs(text)),)


def facts(pairs: Iterable[tuple[str, str]]) -> Blocks:
    """Labels in bold with their texts, as a list; blank texts are left out."""
    items = tuple(
        ListItem(runs=(Run(text=f"{label}: ", bold=True), *runs(_begun(text))))
        for label, text in pairs
        if cleaned(text)
    )
    return (List(ordered=False, items=items),) if items else ()


def _begun(text: str) -> str:
    """With a capital letter, but for addresses and names that have none."""
    first = cleaned(text).partition(" ")[0]
    return text[:1].upper() + text[1:] if first.rstrip(",.").isalpha() else text


def bullets(texts: Iterable[str]) -> Blocks:
    """A plain list."""
    items = tuple(ListItem(runs=runs(text)) for text in texts if cleaned(text))
    return (List(ordered=False, items=items),) if items else ()


def table(caption: str, header: Iterable[str], rows: Iterable[tuple[str, ...]]) -> Blocks:
    """A table under its caption. Columns that are blank in all rows are left out."""
    head, lines = tuple(header), tuple(rows)
    kept = [n for n in range(len(head)) if any(cleaned(row[n]) for row in lines)]
    if not kept:
        return ()
    return (
        *paragraph(caption),
        Table(
            header=tuple(runs(head[n]) for n in kept),
            rows=tuple(tuple(runs(row[n]) for n in kept) for row in lines),
        ),
    )


def own(text: str, level: int) -> Blocks:
    """Simple Markdown as blocks; its headings are put at ``level``."""
    from gdpr_desktop.letters.markdown import parse

    text = _BARE.sub("", cleaned(text)).strip("\n")
    if not text:
        return ()
    _title, *found = parse(f"# .\n\n{_HEADING.sub('## ', text)}")
    return tuple(_settled(block, level) for block in found if not isinstance(block, PageBreak))


def _settled(block: Block, level: int) -> Block:
    """With its links, at its level, and only what a web page can hold."""
    match block:
        case Heading():
            return replace(block, level=level)
        case Paragraph():
            return replace(block, runs=_all(block.runs))
        case List():
            return _list(block)
        case Checkbox():
            return Paragraph(runs=_all(block.runs))
        case SignatureLines():
            return Paragraph(runs=tuple(run for label in block.labels for run in label))
        case Table():
            rows = tuple(tuple(map(_all, row)) for row in block.rows)
            return replace(block, rows=rows)
        case _:
            return block


def _list(block: List) -> List:
    items = tuple(
        replace(item, runs=_all(item.runs), nested=tuple(map(_list, item.nested)))
        for item in block.items
    )
    return replace(block, items=items)


def _all(found: Runs) -> Runs:
    return tuple(run for one in found for run in _linked(one))
