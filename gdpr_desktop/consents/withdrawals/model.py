"""A withdrawal as a case about one person. Frozen values."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gdpr_desktop.casework.model import Case, Task
from gdpr_desktop.consents.codes import Channel, FormKind, PlaceKind, Relation
from gdpr_desktop.consents.content import FormContent, Place
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.core.ids import CaseId, ConsentId, TaskId
from gdpr_desktop.law.ages import age_on
from gdpr_desktop.law.rules import rules_on

STOP = "consent_stop"  # kind of a task: what must stop and be deleted, place by place


class TaskOutcomeCode(StrEnum):
    """What became of what lay in a place."""

    STOPPED = "stopped"  # the use ended
    ERASED = "erased"
    KEPT = "kept"  # by another basis, which the person is told of
    CANNOT = "cannot"  # printed, handed out: told before the consent was given


class CaseOutcome(StrEnum):
    """How the case ended."""

    DONE = "done"
    MISTAKE = "mistake"  # registered by mistake: the consent holds as before
    NOT_THIS = "not_this"  # the request was not about this consent


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """What was taken back. ``purposes`` are keys of the consent's version.

    Without purposes it is only known that a request came: somebody must say whether it is about
    this consent, and until then the consent may not be used. ``places`` are as the version had
    them, and those added by hand.
    """

    consent_id: ConsentId
    purposes: tuple[str, ...]
    withdrawn_on: date
    channel: Channel
    name: str = ""  # who took it back, where it was not the person
    relation: Relation = Relation.SELF
    request: CaseId | None = None  # the request it came with
    note: str = ""
    places: tuple[Place, ...] = ()


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
    """The whole case. ``consent`` and ``content`` are there once it is read with its consent."""

    case: Case
    registered: Registered
    ended: tuple[Ended, ...] = ()
    settled: bool = False  # no more places
    confirmed: Confirmed | None = None
    tasks: tuple[Task, ...] = ()
    consent: Consent | None = None
    content: FormContent | None = None  # of the version that the answers stand on

    @property
    def waits(self) -> bool:
        """Has a request come, and nobody has said yet whether it is about this consent?"""
        return not self.registered.purposes

    @property
    def release(self) -> bool:
        """Is it a release from confidentiality, by which nothing is erased?"""
        return self.content is not None and self.content.kind is FormKind.CONFIDENTIALITY

    @property
    def stops(self) -> tuple[Task, ...]:
        """The places, as tasks."""
        return tuple(one for one in self.tasks if one.kind == STOP)

    def place(self, task: Task) -> Place:
        """What is known of the place of a task."""
        found = (one for one in self.registered.places if one.name == task.title)
        return next(found, Place(name=task.title, kind=PlaceKind.SYSTEM))

    def named(self, task: Task) -> bool:
        """Does the form itself name the place?"""
        purposes = self.content.purposes if self.content is not None else ()
        return any(place.name == task.title for one in purposes for place in one.places)

    @property
    def child(self) -> bool:
        """Was the person under age when it was taken back?"""
        born = self.consent.subject.birth_date if self.consent is not None else None
        day = self.registered.withdrawn_on
        return born is not None and born <= day and age_on(born, day) < rules_on(day).ages.adult

    def end_of(self, task: TaskId) -> Ended | None:
        """What became of a place."""
        return next((one for one in self.ended if one.task == task), None)
