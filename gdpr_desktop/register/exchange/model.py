"""What goes between the record and a file. Frozen: the worker reads and writes files with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.entries.model import Entry, EntryId, EntryKind
from gdpr_desktop.register.exchange.words import folded


class Format(StrEnum):
    """What the record is written as."""

    SHEET = "sheet"  # .xlsx in the authority's layout
    EDITING = "editing"  # .xlsx to change and import again
    WORD = "word"
    PUBLIC_WORD = "public_word"
    PUBLIC_MARKDOWN = "public_markdown"

    @property
    def suffix(self) -> str:
        """The ending of the file's name."""
        return {"sheet": ".xlsx", "editing": ".xlsx", "public_markdown": ".md"}.get(
            self.value, ".docx"
        )

    @property
    def is_public(self) -> bool:
        """Is it for everyone to read?"""
        return self in (Format.PUBLIC_WORD, Format.PUBLIC_MARKDOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the person has chosen to export."""

    format: Format
    language: Language
    internal: bool = False  # with the columns that art. 30 does not ask for
    approved_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The record as it was when the export or the import began. ``others``: what activities and
    assignments point to."""

    municipality: Municipality
    day: date
    activities: tuple[Entry, ...] = ()
    assignments: tuple[Entry, ...] = ()
    others: Mapping[EntryId, Entry] = field(default_factory=dict)
    unreadable: tuple[str, ...] = ()  # the names of what is left out

    def name(self, entry_id: EntryId | None, language: Language) -> str:
        """What the entry is called; empty when it is gone."""
        entry = self.others.get(entry_id) if entry_id is not None else None
        return _name(entry, language) if entry else ""

    def content(self, entry_id: EntryId) -> Any:
        """The content of another entry, or None."""
        entry = self.others.get(entry_id)
        return entry.content if entry else None

    def named(self, kind: EntryKind, text: str) -> EntryId | None:
        """The entry of ``kind`` that is called so in either written form."""
        wanted = folded(text)
        return next(
            (
                entry.id
                for entry in self.others.values()
                if entry.kind is kind
                and wanted in {folded(_name(entry, language)) for language in Language}
            ),
            None,
        )


def _name(entry: Entry, language: Language) -> str:
    name = getattr(entry.content, "name", entry.name)
    return (name.in_(language) if isinstance(name, Bilingual) else str(name)) or entry.name


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnPlan:
    """Which column is which field: ``keys`` by column, empty for what is left out."""

    sheet: int
    header: int  # row, from 0
    keys: tuple[str, ...]
    language: Language


class Existing(StrEnum):
    """What becomes of a row whose name the record has already."""

    SKIP = "skip"
    UPDATE = "update"
    RENAME = "rename"


class Fate(StrEnum):
    """What becomes of a row."""

    ADD = "add"
    UPDATE = "update"
    SAME = "same"  # nothing in it differs from the record
    SKIP = "skip"  # its name is there already
    REFUSED = "refused"  # it cannot be read


@dataclass(frozen=True, slots=True, kw_only=True)
class CellProblem:
    """Something in a row that the person should know: ``cell`` is «B7», or empty for the row."""

    cell: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One row of the sheet as it will become."""

    row: int  # as the spreadsheet counts them
    name: str
    fate: Fate
    content: Activity | None = None
    entry_id: EntryId | None = None
    problems: tuple[CellProblem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything an import will do; ``remarks`` are about the sheet as a whole."""

    reads: tuple[Read, ...]
    remarks: tuple[str, ...] = ()
    editing: bool = False  # a sheet that we wrote to be edited

    def count(self, *fates: Fate) -> int:
        """How many rows have this fate."""
        return sum(one.fate in fates for one in self.reads)

    @property
    def problems(self) -> int:
        """How many rows have something to tell."""
        return sum(bool(one.problems) for one in self.reads)
