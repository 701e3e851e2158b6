"""A withdrawal as a case about one person. Frozen values."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gdpr_desktop.casework.model import Case, Task
from gdpr_desktop.consents.codes import Channel
from gdpr_desktop.core.ids import CaseId, ConsentId

STOP = "consent_stop"  # kind of a task: what must stop and be deleted, place by place


class TaskOutcomeCode(StrEnum):
    """What became of what lay in a place."""

    STOPPED = "stopped"  # the use ended
    ERASED = "erased"
    KEPT = "kept"  # by another basis, which the person is told of
    CANNOT = "cannot"  # printed, handed out: told before the consent was given


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """What was taken back. ``purposes`` are keys of the consent's version."""

    consent_id: ConsentId
    purposes: tuple[str, ...]
    withdrawn_on: date
    channel: Channel
    name: str = ""  # who took it back, where it was not the person
    request: CaseId | None = None  # the request it came with
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """What became of one place, by task."""

    task: int
    outcome: TaskOutcomeCode
    other_basis: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """When and how the person was told that it is done."""

    told_on: date
    channel: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """The whole case."""

    case: Case
    registered: Registered
    ended: tuple[Ended, ...] = ()
    settled: bool = False  # no more places
    confirmed: Confirmed | None = None
    tasks: tuple[Task, ...] = ()
