"""Text with simple formatting: paragraphs, bullets and numbers, with bold and italic."""

from dataclasses import dataclass
from enum import StrEnum

LONGEST_ANSWER = 50_000  # characters


class BlockKind(StrEnum):
    """What a line is."""

    PARAGRAPH = "p"
    BULLET = "b"
    NUMBER = "n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Text with one look, without line breaks."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RichBlock:
    """A paragraph, or an item of a list; items that follow each other are one list."""

    spans: tuple[Span, ...]
    kind: BlockKind = BlockKind.PARAGRAPH

    @property
    def text(self) -> str:
        """The bare text."""
        return "".join(one.text for one in self.spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rich:
    """A text in blocks; falsy when nothing is written."""

    blocks: tuple[RichBlock, ...] = ()

    def __bool__(self) -> bool:
        return any(one.text.strip() for one in self.blocks)

    @property
    def plain(self) -> str:
        """The bare text, a line to each block."""
        return "\n".join(one.text for one in self.blocks)


EMPTY = Rich()


def rich(text: str) -> Rich:
    """Bare text as it was typed: a block to each line that is not blank."""
    lines = (line.strip() for line in text.splitlines())
    return Rich(blocks=tuple(RichBlock(spans=(Span(text=line),)) for line in lines if line))
