"""A statement as clean, accessible HTML: to be pasted into a publishing system, or as a page.

Headings have ids that stay the same, tables have captions and column heads, nothing is a script
or a style, and everything that was typed is escaped.
"""

from collections.abc import Iterator
from html import escape
from itertools import zip_longest

from gdpr_desktop.information.statements.building import Built
from gdpr_desktop.letters.blocks import (
    Block,
    Blocks,
    Heading,
    List,
    Paragraph,
    Runs,
    Table,
    text_of,
)

SCHEMES = ("https://", "http://", "mailto:", "tel:")


def write_article(built: Built) -> str:
    """One ``<article>``, to be put into a page that has its own heading and menus."""
    lines = [f'<article lang="{built.language.value}">', *_contents(built), "</article>"]
    return "\n".join(lines) + "\n"


def write_page(built: Built) -> str:
    """A whole page."""
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{built.language.value}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(built.title)}</title>",
        "</head>",
        "<body>",
        "<main>",
        *_contents(built),
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _contents(built: Built) -> Iterator[str]:
    yield f"<h1>{escape(built.title)}</h1>"
    yield from _blocks(built.lead)
    for chapter in built.chapters:
        yield f'<section aria-labelledby="{escape(chapter.key)}">'
        yield f'<h2 id="{escape(chapter.key)}">{escape(chapter.heading)}</h2>'
        yield from _blocks(chapter.blocks)
        yield "</section>"


def _blocks(blocks: Blocks) -> Iterator[str]:
    """A paragraph that stands right before a table becomes its caption."""
    caption: Runs = ()
    heading = ""
    for block, after in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Heading):
            heading = text_of(block.runs)
        if isinstance(block, Paragraph) and isinstance(after, Table):
            caption = block.runs
        elif isinstance(block, Table):
            yield from _table(block, _runs(caption) or escape(heading))
            caption = ()
        else:
            yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"<h{block.level}>{_runs(block.runs)}</h{block.level}>"
        case Paragraph():
            yield f"<p>{_runs(block.runs)}</p>"
        case List():
            yield _list(block)


def _runs(runs: Runs) -> str:
    pieces = []
    for run in runs:
        text = escape(run.text).replace("\n", "<br>")
        if run.bold:
            text = f"<strong>{text}</strong>"
        if run.italic:
            text = f"<em>{text}</em>"
        if run.link.lower().startswith(SCHEMES):
            text = f'<a href="{escape(run.link)}">{text}</a>'
        pieces.append(text)
    return "".join(pieces)


def _list(block: List) -> str:
    tag = "ol" if block.ordered else "ul"
    start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
    items = "\n".join(
        f"<li>{_runs(item.runs)}{''.join(map(_list, item.nested))}</li>" for item in block.items
    )
    return f"<{tag}{start}>\n{items}\n</{tag}>"


def _table(block: Table, caption: str) -> Iterator[str]:
    yield "<table>"
    if caption:
        yield f"<caption>{caption}</caption>"
    heads = "".join(f'<th scope="col">{_runs(cell)}</th>' for cell in block.header)
    yield f"<thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>"
    for first, *rest in block.rows:
        cells = "".join(f"<td>{_runs(cell)}</td>" for cell in rest)
        yield f'<tr><th scope="row">{_runs(first)}</th>{cells}</tr>'
    yield "</tbody>\n</table>"
