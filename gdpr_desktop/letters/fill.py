"""Puts the values in the place of their placeholders, in the blocks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gdpr_desktop.letters.blocks import (
    Block,
    Blocks,
    Checkbox,
    Heading,
    List,
    Paragraph,
    Run,
    Runs,
    SignatureLines,
    Table,
)
from gdpr_desktop.letters.values import PARAGRAPH_END, PLACEHOLDER, Value, number_of


def fill(blocks: Blocks, values: Sequence[Value]) -> Blocks:
    """The blocks as they will be read, without placeholders."""
    return tuple(filled for block in blocks for filled in _Filler(values).block(block))


class _Filler:
    def __init__(self, values: Sequence[Value]) -> None:
        self._values = values

    def block(self, block: Block) -> Iterator[Block]:
        match block:
            case Paragraph():
                for runs in _split(self._runs(block.runs)):
                    yield Paragraph(runs=runs, role=block.role)
            case Heading() | Checkbox():
                yield replace(block, runs=self._flat(block.runs))
            case List():
                yield self._list(block)
            case Table():
                yield replace(
                    block,
                    header=tuple(map(self._flat, block.header)),
                    rows=tuple(tuple(map(self._flat, row)) for row in block.rows),
                )
            case SignatureLines():
                yield SignatureLines(labels=tuple(map(self._flat, block.labels)))
            case _:
                yield block

    def _list(self, block: List) -> List:
        items = tuple(
            replace(
                item,
                runs=self._flat(item.runs),
                nested=tuple(self._list(nested) for nested in item.nested),
            )
            for item in block.items
        )
        return replace(block, items=items)

    def _text(self, found: re.Match[str]) -> str:
        return self._values[number_of(found[0])].text

    def _run(self, run: Run) -> Run:
        link = run.link
        if PLACEHOLDER.fullmatch(link):
            link = self._values[number_of(link)].url
        text = PLACEHOLDER.sub(self._text, run.text)
        if run.link:
            text = text.replace(PARAGRAPH_END, "\n\n")
        return Run(text=text, bold=run.bold, italic=run.italic, link=link)

    def _runs(self, runs: Runs) -> Runs:
        return tuple(map(self._run, runs))

    def _flat(self, runs: Runs) -> Runs:
        """Outside paragraphs a new paragraph is shown as a blank line."""
        return tuple(
            replace(run, text=run.text.replace(PARAGRAPH_END, "\n\n"))
            if PARAGRAPH_END in run.text
            else run
            for run in self._runs(runs)
        )


def _split(runs: Runs) -> Iterator[Runs]:
    """``runs`` cut into paragraphs at every ``PARAGRAPH_END``."""
    current: list[Run] = []
    for run in runs:
        first, *rest = run.text.split(PARAGRAPH_END)
        current.append(replace(run, text=first) if rest else run)
        for text in rest:
            yield tuple(current)
            current = [replace(run, text=text)]
    yield tuple(current)
