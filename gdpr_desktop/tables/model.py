"""What is read of a table, and how much of one may be read at all."""

from dataclasses import dataclass

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What is larger is refused. ``size`` and ``unpacked`` are bytes of the whole file."""

    size: int = 20 * 2**20
    unpacked: int = 150 * 2**20
    rows: int = 20_000
    columns: int = 200
    cells: int = 500_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet of a workbook as text. ``rows`` begin with row 1; ``merged`` are (first row, last
    row, first column, last column), from 0; ``formulas`` are (row, column)."""

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    formulas: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A workbook that was read."""

    name: str  # of the file
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextTable:
    """The table of a text file. ``doubt`` says why its letters may be other ones than were meant;
    empty where they are certain."""

    rows: tuple[Row, ...]
    doubt: str = ""
