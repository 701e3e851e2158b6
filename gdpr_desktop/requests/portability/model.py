"""Tables of data that a person may take along (art. 20), and the package they become."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NewType

from gdpr_desktop.core.ids import CaseId, PartId, TaskId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.law.portability import Origin

TableId = NewType("TableId", int)
Row = tuple[str, ...]

MOST_BYTES = 20 * 2**20  # of a file
MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 100_000, 200, 1_000_000
MOST_TABLES, MOST_TOGETHER = 50, 3_000_000  # in one package: tables, cells
LONGEST_NAME = 200  # characters of a column's name or meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A table as it was read: cells as text. ``named``: the first row has the names for certain.

    ``formulas`` are the columns that a spreadsheet worked out: hardly given by the person.
    ``doubt`` says why the letters may be other ones than in the system.
    """

    title: str = ""
    rows: tuple[Row, ...]
    named: bool = False
    formulas: frozenset[int] = frozenset()
    doubt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: what it is called, what that means in words, and where its data come from."""

    name: str
    meaning: str = ""
    origin: Origin = Origin.GIVEN

    @property
    def given(self) -> bool:
        """Does the person get it?"""
        return self.origin.limit is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A table that is brought in: the whole of it, with the choice of what is given."""

    title: str
    source: str  # what was read («fil.csv»), empty when typed
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table as it is kept, but for its rows. ``task_id``: the place that it comes from."""

    id: TableId
    case_id: CaseId
    part_id: PartId
    task_id: TaskId | None
    title: str
    source: str
    columns: tuple[Column, ...]
    records: int
    brought_in_by: str
    at: datetime

    @property
    def left_out(self) -> tuple[Column, ...]:
        """The columns that stay here."""
        return tuple(column for column in self.columns if not column.given)

    @property
    def gives(self) -> bool:
        """Does anything of it go along?"""
        return self.records > 0 and any(column.given for column in self.columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A table with its rows, for the package."""

    table: Table
    place: str  # the system or department
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Everything a package says; nothing of it names the person."""

    case_number: str
    municipality: str
    contact: tuple[str, ...]
    day: date
    language: Language
    contents: tuple[Content, ...]
