"""A statement as Markdown. What was typed can say nothing but text: its signs are escaped."""

import re
from collections.abc import Iterator

from gdpr_desktop.information.statements.building import Built
from gdpr_desktop.letters.blocks import Block, Heading, List, Paragraph, Runs, Table

_SIGNS = re.compile(r"([\\`*_{}\[\]<>|~&#])")
_START = re.compile(r"^(\s*)(?:([-+])|([0-9]+)([.)]))(?=\s|$)", re.MULTILINE)


def write_markdown(built: Built) -> str:
    """The whole text."""
    return "\n\n".join(_all(built)) + "\n"


def _all(built: Built) -> Iterator[str]:
    for block in built.blocks:
        yield "\n".join(_block(block))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {_runs(block.runs)}"
        case Paragraph():
            yield _starting(_runs(block.runs))
        case List():
            yield from _list(block, "")
        case Table():
            yield _row(block.header)
            yield "|" + " --- |" * len(block.header)
            for row in block.rows:
                yield _row(row)


def _row(cells: tuple[Runs, ...]) -> str:
    return "| " + " | ".join(_runs(cell).replace("\\\n", " ") for cell in cells) + " |"


def _list(block: List, indent: str) -> Iterator[str]:
    for number, item in enumerate(block.items, block.start):
        mark = f"{number}." if block.ordered else "-"
        inside = indent + " " * (len(mark) + 1)
        text = _starting(_runs(item.runs)).replace("\n", f"\n{inside}")
        yield f"{indent}{mark} {text}"
        for nested in item.nested:
            yield from _list(nested, inside)


def _runs(runs: Runs) -> str:
    pieces = []
    for run in runs:
        text = _SIGNS.sub(r"\\\1", run.text)
        body = text.strip()
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        if body and run.italic:
            body = f"*{body}*"
        if body and run.bold:
            body = f"**{body}**"
        if body and run.link:
            body = f"[{body}](<{run.link}>)"
        pieces.append(f"{before}{body}{after}" if body else text)
    return "".join(pieces).replace("\n", "\\\n")


def _starting(text: str) -> str:
    """A line that begins like a list stays text."""
    return _START.sub(
        lambda hit: f"{hit[1]}\\{hit[2]}" if hit[2] else f"{hit[1]}{hit[3]}\\{hit[4]}",
        text,
    )
