"""A case and what belongs to every case. Frozen values; the rules need nothing but them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from gdpr_desktop.casework.narrowing import Narrowing
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.ids import CaseId, EventId, LetterId, TaskId, UserId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import fold_short


class CaseKind(StrEnum):
    """What a case is about. Grows with the features."""

    REQUEST = "access"  # from a person, about any right; the value is from when access was all
    COLLECTION = "collection"  # information on data collected, art. 13 and 14
    DISCLOSURE = "disclosure"  # a single disclosure of data
    BREACH = "breach"  # a personal data breach, art. 33 and 34
    DEVIATION = "deviation"  # from a routine, and no breach
    CONSENT_FORM = "consent_form"  # a form for consents, through all its versions
    CONSENT_WITHDRAWAL = "consent_withdrawal"  # art. 7(3)
    DPIA = "dpia"  # an assessment of consequences for privacy, art. 35


FEATURE_OF = {
    CaseKind.REQUEST: "requests",
    CaseKind.COLLECTION: "information",
    CaseKind.DISCLOSURE: "register",
    CaseKind.BREACH: "breaches",
    CaseKind.DEVIATION: "breaches",
    CaseKind.CONSENT_FORM: "consents",
    CaseKind.CONSENT_WITHDRAWAL: "consents",
    CaseKind.DPIA: "dpia",
}  # the tab that shows cases of each kind


class CaseState(StrEnum):
    """Open until closed; a closed case can be opened again."""

    OPEN = "open"
    CLOSED = "closed"


class PersonRole(StrEnum):
    """The part a person plays in a case. One person to each part."""

    DATA_SUBJECT = "data_subject"
    REPRESENTATIVE = "representative"  # acts on behalf of the data subject
    RECIPIENT = "recipient"  # shall receive the data in the data subject's place


class AddressProtection(StrEnum):
    """Protected address (beskytta adresse) in the population register."""

    NONE = "none"
    CONFIDENTIAL = "confidential"  # fortruleg
    STRICTLY_CONFIDENTIAL = "strictly_confidential"  # strengt fortruleg


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person in one case. Each case owns its rows: there is no register of persons."""

    name: str
    address: PostalAddress = field(default_factory=PostalAddress)
    email: str = ""
    phone: str = ""
    birth_date: date | None = None
    national_id: str = ""  # only with a reason, personopplysningslova § 12
    national_id_reason: str = ""
    protection: AddressProtection = AddressProtection.NONE

    @property
    def protected(self) -> bool:
        """Has the person a protected address?"""
        return self.protection is not AddressProtection.NONE


def match_key(person: Person) -> str:
    """Folded name and birth date: equal keys are possibly the same person."""
    born = person.birth_date.isoformat() if person.birth_date else ""
    name = fold_short(person.name).replace("-", " ").replace(",", " ").replace(".", " ")
    return f"{' '.join(sorted(name.split()))}|{born}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The head of a case. ``due`` is the governing due date while one runs."""

    id: CaseId
    number: str  # 2026-0012
    kind: CaseKind
    state: CaseState
    outcome: str
    received: date
    language: Language
    subject_name: str
    caseworker: str
    assignee: UserId | None
    registered_by: UserId
    next_step: str
    due: date | None
    archive_number: str
    archive_title: str
    public_title: str
    created_at: datetime
    closed_at: datetime | None
    revision: int
    anonymised_at: datetime | None = None  # names and free text are gone; only numbers are left

    @property
    def open(self) -> bool:
        """Is the case open?"""
        return self.state is CaseState.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """Something that happened: who, when (UTC), a code and its details."""

    id: EventId
    at: datetime
    actor: str
    code: str
    detail: Mapping[str, str]


RESTRICTION = "restriction"  # kind of the deadline that runs on when the case is closed
UNSTRUCTURED = "unstructured"  # kind of the task about e-mail, files, paper, pictures, SMS


class TaskOutcome(StrEnum):
    """What came of asking a department."""

    PENDING = ""
    FOUND = "found"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something somebody must do in a case before ``due``."""

    id: TaskId
    case_id: CaseId
    kind: str
    title: str
    responsible: str = ""
    due: date | None = None
    asked_on: date | None = None
    done_on: date | None = None
    outcome: TaskOutcome = TaskOutcome.PENDING
    note: str = ""

    @property
    def done(self) -> bool:
        """Has the answer come?"""
        return self.done_on is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentLetter:
    """A letter exported from a case. ``at`` is when it was written to ``path``."""

    id: LetterId
    template: str
    language: Language
    file_name: str
    path: str
    sha256: str
    at: datetime
    actor: str
    sent_on: date | None
    channel: str
    local_copy_deleted_at: datetime | None


class CaseFilter(StrEnum):
    """The chips above a list of cases."""

    ALL = "all"
    OPEN = "open"
    THIS_WEEK = "this_week"  # due within seven days, not overdue
    OVERDUE = "overdue"
    RUNNING = "running"  # open, with a clock of hours that runs: the feature narrows it
    MINE = "mine"
    CLOSED = "closed"


class CaseSort(StrEnum):
    """Columns that may sort: all indexed."""

    DUE = "due"
    RECEIVED = "received"
    NUMBER = "number"
    NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseQuery:
    """What a list of cases shows."""

    kinds: tuple[CaseKind, ...] = (CaseKind.REQUEST,)
    filter: CaseFilter = CaseFilter.OPEN
    text: str = ""
    sort: CaseSort = CaseSort.DUE
    descending: bool = False
    narrowing: Narrowing | None = None  # what the feature's own filters ask for


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A deadline, or the tasks of a case, not met: one line of the overview."""

    case_id: CaseId
    case_kind: CaseKind
    number: str
    subject_name: str
    kind: str  # a deadline's kind, or «task»
    title: str  # of the task, where it is one
    due: date  # the earliest, where there are several
    count: int = 1
    task_kind: str = ""  # of the task, where it is one
