"""What a letter is made of: the same blocks become preview and Word.

A ``Run`` may hold ``"\\n"`` for a line break. Before values are filled in (``fill.py``) it may
also hold placeholders, single private-use characters (``values.py``).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

UNCHECKED, CHECKED = "☐", "☒"


class Role(StrEnum):
    """What a paragraph is in the letter; decides its style, never its text."""

    BODY = "body"
    RECIPIENT = "recipient"
    REFERENCE = "reference"
    SCREENING = "screening"
    CLOSING = "closing"
    SIGNATURE = "signature"
    SMALL = "small"
    KEPT = "kept"  # as the body, on the page of what follows


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Text with one look. ``link`` is a whole address with its scheme, or empty."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """``level`` is 1–4; a document has one level 1 and skips none."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text."""

    runs: Runs
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """One item and the lists under it."""

    runs: Runs
    nested: tuple["List", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """Bullets or numbers; every numbered list begins again at ``start``."""

    ordered: bool
    items: tuple[ListItem, ...]
    start: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A header row and rows of as many cells. ``centred``: columns with a mark or a box each.

    ``shares``: how wide the columns are beside each other; without them the program that opens the
    document settles it.
    """

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    centred: tuple[int, ...] = ()
    shares: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkbox:
    """A box to tick, with its text."""

    runs: Runs
    checked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureLines:
    """Lines to write on by hand, each with its label beneath."""

    labels: tuple[Runs, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A PNG or JPEG. ``alt`` is read aloud; empty means decoration. Sizes in millimetres."""

    data: bytes
    alt: str
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """A list of the headings from level 2 to ``deepest``, each a link with its page.

    The pages are counted by the program that opens the document: LibreOffice when it is opened,
    Word when it is printed or its fields are updated.
    """

    deepest: int = 3


Block = (
    Heading | Paragraph | List | Table | Checkbox | SignatureLines | Picture | PageBreak | Contents
)
Blocks = tuple[Block, ...]


def text_of(runs: Runs) -> str:
    """The bare text."""
    return "".join(run.text for run in runs)


def paragraph_texts(blocks: Blocks) -> Iterator[str]:
    """The text of every paragraph, heading, item and cell, in reading order."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield text_of(block.runs)
            case List():
                yield from _list_texts(block)
            case Table():
                for row in (block.header, *block.rows):
                    yield from map(text_of, row)
            case Checkbox():
                yield f"{CHECKED if block.checked else UNCHECKED} {text_of(block.runs)}"
            case SignatureLines():
                yield from map(text_of, block.labels)
            case Contents():
                yield from (text_of(one.runs) for one in listed(blocks, block.deepest))
            case Picture() | PageBreak():
                pass


def listed(blocks: Blocks, deepest: int) -> tuple[Heading, ...]:
    """The headings that a list of contents has."""
    headings = (one for one in blocks if isinstance(one, Heading))
    return tuple(one for one in headings if 2 <= one.level <= deepest)


def _list_texts(block: List) -> Iterator[str]:
    for item in block.items:
        yield text_of(item.runs)
        for nested in item.nested:
            yield from _list_texts(nested)
