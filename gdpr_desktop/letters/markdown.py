"""Markdown with placeholders to blocks. Loads markdown-it: import it inside functions only.

Known: headings, paragraphs, bullet and numbered lists (nested too), tables with a header row,
bold, italic, links, ``- [ ]`` check boxes, a hard line break (two blanks or a backslash at the
end of the line), ``\\pagebreak`` alone in a paragraph, and ``\\signature Label | Label``.
Everything else is printed as it stands.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby, pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from gdpr_desktop.core.text import _
from gdpr_desktop.letters.blocks import (
    CHECKED,
    UNCHECKED,
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
from gdpr_desktop.letters.template import TemplateError
from gdpr_desktop.letters.time_limit import TimeLimit
from gdpr_desktop.letters.values import EMPTY, LINK_PLACEHOLDER, PLACEHOLDER

_RULES = (
    "heading list table emphasis link autolink escape newline balance_pairs fragments_join".split()
)
_BOX = re.compile(r"\[([ xX])\]\s+")
_ADDRESS = re.compile(r"(https?://|mailto:|tel:)\S+", re.IGNORECASE)


class _Reader(MarkdownIt):
    """Leaves addresses as they are: a placeholder must come out whole."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 — the library's name
        return bool(_ADDRESS.fullmatch(url) or LINK_PLACEHOLDER.fullmatch(url))

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link


def _reader() -> MarkdownIt:
    """A reader that stops when its time is up, wherever it is."""
    reader, limit = _Reader("zero").enable(_RULES, ignoreInvalid=True), TimeLimit()

    def watch(*_state: object) -> bool:
        limit.check()
        return False

    reader.inline.ruler.before("text", "watch", watch)
    reader.block.ruler.before("table", "watch", watch)
    return reader


@lru_cache(maxsize=64)
def parse(markdown: str) -> Blocks:
    """The blocks of one template, placeholders still inside.

    The first block is the one heading of level 1. Raises ``TemplateError`` when the headings are
    out of order, or a placeholder would be lost.
    """
    blocks = tuple(_Builder(_reader().parse(markdown)).blocks())
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    if not blocks or not isinstance(blocks[0], Heading) or levels[0] != 1 or levels.count(1) > 1:
        raise TemplateError(_("A letter begins with its heading, and has one of level one."))
    if any(after > before + 1 for before, after in pairwise(levels)):
        raise TemplateError(_("A heading in the letter skips a level."))
    if set(PLACEHOLDER.findall(markdown)) - set(PLACEHOLDER.findall(repr_text(blocks))):
        raise TemplateError(_("A field in the letter would be lost in print."))
    return blocks


def repr_text(blocks: Blocks) -> str:
    """All text and addresses in one string, to look for placeholders in."""
    return "".join(f"{run.text}{run.link}" for run in _all_runs(blocks))


def _all_runs(blocks: Sequence[Block]) -> Iterator[Run]:
    for block in blocks:
        match block:
            case Heading() | Paragraph() | Checkbox():
                yield from block.runs
            case List():
                for item in block.items:
                    yield from item.runs
                    yield from _all_runs(item.nested)
            case Table():
                for row in (block.header, *block.rows):
                    for cell in row:
                        yield from cell
            case SignatureLines():
                for label in block.labels:
                    yield from label


class _Builder:
    """Reads the tokens from first to last."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = iter(tokens)

    def blocks(self) -> Iterator[Block]:
        for token in self._tokens:
            match token.type:
                case "heading_open":
                    yield Heading(level=int(token.tag[1:]), runs=self._inline("heading_close"))
                case "paragraph_open":
                    yield from _paragraph(self._inline("paragraph_close"))
                case "bullet_list_open" | "ordered_list_open":
                    yield from _with_boxes(self._list(token))
                case "table_open":
                    yield self._table()

    def _inline(self, end: str) -> Runs:
        runs: Runs = ()
        for token in self._tokens:
            if token.type == end:
                break
            runs = _runs(token.children or ())
        return runs

    def _list(self, opening: Token) -> List:
        end = opening.type.replace("open", "close")
        items: list[ListItem] = []
        for token in self._tokens:
            if token.type == end:
                break
            items.append(self._item())
        start = opening.attrs.get("start", 1)
        return List(ordered=opening.tag == "ol", items=tuple(items), start=int(start))

    def _item(self) -> ListItem:
        runs: Runs = ()
        nested: list[List] = []
        for token in self._tokens:
            match token.type:
                case "list_item_close":
                    break
                case "paragraph_open":
                    more = self._inline("paragraph_close")
                    runs = (*runs, Run(text="\n"), *more) if runs else more
                case "heading_open":
                    runs = (*runs, *self._inline("heading_close"))
                case "bullet_list_open" | "ordered_list_open":
                    nested.append(self._list(token))
        return ListItem(runs=runs, nested=tuple(nested))

    def _table(self) -> Table:
        rows: list[tuple[Runs, ...]] = []
        cells: list[Runs] = []
        centred: list[int] = []
        for token in self._tokens:
            match token.type:
                case "table_close":
                    break
                case "th_open" | "td_open":
                    if token.tag == "th" and "center" in str(token.attrs.get("style", "")):
                        centred.append(len(cells))
                    cells.append(_boxed(self._inline(token.type.replace("open", "close"))))
                case "tr_close":
                    rows.append(tuple(cells))
                    cells = []
        return Table(header=rows[0], rows=tuple(rows[1:]), centred=tuple(centred))


def _paragraph(runs: Runs) -> Iterator[Block]:
    text = "".join(run.text for run in runs)
    if text == "\\pagebreak":
        yield PageBreak()
    elif text.startswith("\\signature "):
        labels = text.removeprefix("\\signature ").split("|")
        yield SignatureLines(labels=tuple((Run(text=label.strip()),) for label in labels))
    elif text.strip():
        yield Paragraph(runs=runs)


def _with_boxes(block: List) -> Iterator[Block]:
    """Items that begin with a box are check boxes; the rest stay a list."""
    if block.ordered:
        yield block
        return
    for is_box, group in groupby(block.items, key=lambda item: _box(item) is not None):
        items = tuple(group)
        if is_box:
            yield from map(_checkbox, items)
        else:
            yield List(ordered=False, items=items)


def _boxed(cell: Runs) -> Runs:
    """A cell that is nothing but a box."""
    marks = {"[ ]": UNCHECKED, "[x]": CHECKED, "[X]": CHECKED}
    mark = marks.get("".join(run.text for run in cell).strip())
    return (Run(text=mark),) if mark else cell


def _box(item: ListItem) -> re.Match[str] | None:
    return _BOX.match(item.runs[0].text) if item.runs else None


def _checkbox(item: ListItem) -> Checkbox:
    first, *rest = item.runs
    checked = first.text[1] != " "
    first = replace(first, text=_BOX.sub("", first.text, count=1))
    return Checkbox(runs=(first, *rest), checked=checked)


def _runs(tokens: Sequence[Token]) -> Runs:
    runs: list[Run] = []
    bold = italic = 0
    link = ""
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "link_open":
                link = str(token.attrs["href"])
            case "link_close":
                link = ""
            case "softbreak":
                _add(runs, Run(text=" ", bold=bold > 0, italic=italic > 0, link=link))
            case "hardbreak":
                _add(runs, Run(text="\n", bold=bold > 0, italic=italic > 0, link=link))
            case _:
                for text in LINK_PLACEHOLDER.split(token.content.replace(EMPTY, "")):
                    target = link or (text if LINK_PLACEHOLDER.fullmatch(text) else "")
                    run = Run(text=text, bold=bold > 0, italic=italic > 0, link=target)
                    _add(runs, run)
    return tuple(runs)


def _add(runs: list[Run], run: Run) -> None:
    """Joins neighbours that look the same."""
    if not run.text:
        return
    if runs and replace(runs[-1], text="") == replace(run, text=""):
        runs[-1] = replace(run, text=runs[-1].text + run.text)
    else:
        runs.append(run)
