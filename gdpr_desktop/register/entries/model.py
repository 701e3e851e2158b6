"""An entry of the record, whatever kind it is of. Its content is a dataclass of its own room."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar, NewType, Protocol, TypeVar

from gdpr_desktop.core.ids import UserId

EntryId = NewType("EntryId", int)


class EntryKind(StrEnum):
    """What stands in the record. Each has a room of its own."""

    ACTIVITY = "activity"  # art. 30(1)
    SYSTEM = "system"
    UNIT = "unit"  # a part of the municipality, with the role that answers for it
    PROCESSOR = "processor"  # art. 28
    ASSIGNMENT = "assignment"  # the municipality as processor, art. 30(2)
    ARRANGEMENT = "arrangement"  # joint controllers, art. 26
    ROUTINE_DISCLOSURE = "routine_disclosure"
    RISK_ASSESSMENT = "risk_assessment"  # art. 32
    RETENTION_ROUND = "retention_round"  # the yearly confirmation
    STATEMENT = "statement"  # a privacy statement, kept by the feature «information»


class EntryState(StrEnum):
    """Where an entry stands."""

    DRAFT = "draft"
    APPROVED = "approved"
    TO_REVISE = "to_revise"  # approved once, and must be looked at again
    RETIRED = "retired"  # over; kept for the history


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "error"  # unlawful, or what the law asks for is missing
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something missing or wrong. ``code`` has its words at the edge; ``article`` is where the
    rule stands; ``about`` names the purpose, category or source; ``field`` where it is mended."""

    code: str
    severity: Severity
    article: str = ""
    about: str = ""
    field: str = ""


def foremost(found: tuple[Finding, ...], of_one: int) -> tuple[Finding, ...]:
    """At most ``of_one`` of each code: forty categories without a time must not hide the rest."""
    counted: Counter[str] = Counter()
    shown = []
    for one in found:
        counted[one.code] += 1
        if counted[one.code] <= of_one:
            shown.append(one)
    return tuple(shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryDue:
    """A day by which something must be done with an entry. ``kind`` has its words at the edge."""

    kind: str
    due: date
    title: str = ""


class Content(Protocol):
    """What a room's dataclass must have to be kept.

    ``LINKS`` names the fields that hold ids of other entries (one, none, or a tuple), and their
    kind. A kind that is approved may have ``ASIDE``: fields that can change without a new approval.
    The methods are the room's rules.
    """

    KIND: ClassVar[EntryKind]
    LINKS: ClassVar[Mapping[str, EntryKind]]

    @property
    def title(self) -> str:
        """The name in lists, unique among entries of the kind."""
        ...

    def findings(self) -> tuple[Finding, ...]:
        """What is missing or wrong in it, the gravest first."""
        ...

    def dues(self) -> tuple[EntryDue, ...]:
        """What must be done with it, and when."""
        ...

    def words(self) -> tuple[str, ...]:
        """The texts that a search finds it by."""
        ...


Any_ = TypeVar("Any_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row of the record. ``revision`` grows with each change of the content."""

    id: EntryId
    kind: EntryKind
    name: str
    state: EntryState
    content: Any
    revision: int
    created_by: UserId
    created_at: datetime
    changed_at: datetime
    changed_by: str
    approved_at: datetime | None = None
    approved_by: str = ""
    approved_revision: int = 0
    due: date | None = None
    errors: int = 0
    warnings: int = 0

    @property
    def complete(self) -> bool:
        """Is there nothing that the law asks for and the entry lacks?"""
        return self.errors == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One entry in the history of an entry: who did what, and the content then."""

    id: int
    entry_id: EntryId
    revision: int
    at: datetime
    actor: str
    code: str  # entry_added, entry_changed, entry_approved …
    note: str
    content: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An entry that a document was made from, as it was at ``revision``."""

    entry_id: EntryId
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A letter, form or statement that was written from the record, and given to somebody."""

    id: int
    entry_id: EntryId | None  # the entry it is about
    kind: str  # template or report, a code
    title: str
    language: str
    file_name: str
    path: str
    sha256: str
    at: datetime
    actor: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleDocument:
    """A document that says what the record said before ``changed`` were changed."""

    document: Document
    changed: tuple[tuple[EntryId, str], ...]  # id and name


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryQuery:
    """What a list of entries shows."""

    kind: EntryKind
    states: tuple[EntryState, ...] = ()  # empty: all but retired
    incomplete: bool = False  # only those with errors
    due_by: date | None = None
    unit: EntryId | None = None
    text: str = ""
    sort: str = "name"  # name, state, due, changed
    descending: bool = False


def linked_ids(content: Any) -> tuple[tuple[str, EntryId], ...]:
    """The fields of ``content`` that point to other entries, with each id."""
    found: list[tuple[str, EntryId]] = []
    for name in content.LINKS:
        value = getattr(content, name)
        if value is None:
            continue
        ids = value if isinstance(value, tuple) else (value,)
        found += [(name, EntryId(one)) for one in ids]
    return tuple(found)


def relinked(content: Any_, old: EntryId, new: EntryId | None) -> Any_:
    """``content`` with ``new`` in the place of ``old``; None takes the link away."""
    changes: dict[str, object] = {}
    for name in content.LINKS:  # type: ignore[attr-defined]
        value = getattr(content, name)
        if isinstance(value, tuple):
            ids = [new if one == old else one for one in value]
            changes[name] = tuple(dict.fromkeys(one for one in ids if one is not None))
        elif value == old:
            changes[name] = new
    return replace(content, **changes)  # type: ignore[type-var]


def changed_fields(before: Any, after: Any) -> tuple[str, ...]:
    """The names of the fields in which two contents of one kind differ."""
    return tuple(
        field.name
        for field in fields(after)
        if getattr(before, field.name) != getattr(after, field.name)
    )
