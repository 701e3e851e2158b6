"""The preview: the letter's blocks as one HTML page, in the small HTML that Qt's text view knows.

Everything that comes from a letter is escaped here; pictures are embedded.
"""

import base64
from collections.abc import Iterator
from html import escape

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.letters.blocks import (
    CHECKED,
    UNCHECKED,
    Block,
    Blocks,
    Checkbox,
    Contents,
    Heading,
    List,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Runs,
    SignatureLines,
    Table,
    listed,
)
from gdpr_desktop.letters.frame import Sender
from gdpr_desktop.letters.frame_words import FRAME_WORDS

_STYLE = (
    "body { font-family: Calibri, Carlito, sans-serif; font-size: 11pt; color: #000;"
    " background: #fff; margin: 24px; }"
    " p, li { white-space: pre-wrap; margin: 0 0 8px 0; }"
    " p.sender { font-size: 16pt; font-weight: bold; margin-bottom: 24px; }"
    " p.recipient, p.reference, p.signature { margin: 0; }"
    " p.reference, p.small { font-size: 10pt; }"
    " p.first { margin-top: 18px; }"
    " p.screening { font-weight: bold; margin-top: 6px; }"
    " p.closing { margin-top: 20px; }"
    " h1 { font-size: 15pt; } h2 { font-size: 12.5pt; } h3, h4 { font-size: 11pt; }"
    " th, td { font-size: 10pt; }"
    " th { background: #e7ecf2; text-align: left; }"
)


def write_html(
    blocks: Blocks, *, title: str, language: Language, sender: Sender | None, footer: str = ""
) -> str:
    """A whole page, from ``<!DOCTYPE html>`` to ``</html>``; ``footer`` is of every page."""
    foot = f'<hr><p class="small">{escape(footer)}</p>' if footer else ""
    head = f'<p class="sender">{escape(sender.name)}</p>' if sender else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{FRAME_WORDS[language].locale}"><head>'
        f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style></head>'
        f"<body>{head}{''.join(_all(blocks))}{foot}</body></html>\n"
    )


def _all(blocks: Blocks) -> Iterator[str]:
    last = Role.BODY
    for block in blocks:
        if isinstance(block, Contents):
            yield _contents(block, blocks)
            continue
        role = block.role if isinstance(block, Paragraph) else Role.BODY
        yield _block(block, first=role is not last)
        last = role


def _block(block: Block, *, first: bool) -> str:
    match block:
        case Paragraph():
            kinds = f"{block.role} first" if first and block.role is Role.REFERENCE else block.role
            return f'<p class="{kinds}">{_runs(block.runs)}</p>'
        case Heading():
            return f"<h{block.level}>{_runs(block.runs)}</h{block.level}>"
        case List():
            return _list(block)
        case Table():
            return _table(block)
        case Checkbox():
            return f"<p>{CHECKED if block.checked else UNCHECKED} {_runs(block.runs)}</p>"
        case SignatureLines():
            return "".join(f"<p><br>{'_' * 28}<br>{_runs(label)}</p>" for label in block.labels)
        case Picture():
            return _picture(block)
        case PageBreak() | Contents():
            return "<hr>"


def _contents(block: Contents, blocks: Blocks) -> str:
    """The headings without their pages: there are none here."""
    lines = (
        f'<p class="small">{"&nbsp;" * 4 * (one.level - 2)}{_runs(one.runs)}</p>'
        for one in listed(blocks, block.deepest)
    )
    return "".join(lines)


def _runs(runs: Runs) -> str:
    pieces = []
    for run in runs:
        text = escape(run.text).replace("\n", "<br>")
        if run.bold:
            text = f"<b>{text}</b>"
        if run.italic:
            text = f"<i>{text}</i>"
        if run.link:
            text = f'<a href="{escape(run.link)}">{text}</a>'
        pieces.append(text)
    return "".join(pieces)


def _list(block: List) -> str:
    tag = "ol" if block.ordered else "ul"
    start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
    items = "".join(
        f"<li>{_runs(item.runs)}{''.join(map(_list, item.nested))}</li>" for item in block.items
    )
    return f"<{tag}{start}>{items}</{tag}>"


def _table(block: Table) -> str:
    whole = sum(block.shares)
    widths = tuple(f' width="{share * 100 // whole}%"' for share in block.shares)
    head = "".join(
        f'<th scope="col"{width}>{_runs(cell)}</th>'
        for cell, width in zip(block.header, widths or ("",) * len(block.header), strict=True)
    )
    rows = "".join(
        f"<tr>{''.join(f'<td>{_runs(cell)}</td>' for cell in row)}</tr>" for row in block.rows
    )
    return (
        '<table border="1" cellspacing="0" cellpadding="5" width="100%">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table><p></p>"
    )


def _picture(block: Picture) -> str:
    kind = "png" if block.data.startswith(b"\x89PNG") else "jpeg"
    data = base64.b64encode(block.data).decode()
    return (
        f'<p><img src="data:image/{kind};base64,{data}" alt="{escape(block.alt)}" '
        f'width="{round(block.width / 25.4 * 96)}" style="max-width: 82%"></p>'
    )
