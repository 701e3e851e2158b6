"""A personal data breach and everything that is known of it. Frozen values.

Instants are aware and in UTC. Texts are as they were typed, cleaned. ``severity`` and ``advise``
have modules of their own and are offered here too.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from gdpr_desktop.breaches.assessing.advice import Advice as Advice
from gdpr_desktop.breaches.assessing.advice import Assessment as Assessment
from gdpr_desktop.breaches.assessing.advice import advise as advise
from gdpr_desktop.breaches.assessing.severity import Band as Band
from gdpr_desktop.breaches.assessing.severity import Severity as Severity
from gdpr_desktop.breaches.assessing.severity import severity as severity
from gdpr_desktop.breaches.codes import (
    BreachKind,
    Cause,
    Consequence,
    DataCategory,
    Happened,
    Incident,
    Known,
    Notice,
    Ongoing,
    Origin,
    PeopleCategory,
    PeopleException,
    PeopleTelling,
    Protection,
    Reporter,
    Route,
    Seen,
    TellingChannel,
    TellingState,
)
from gdpr_desktop.casework.model import Case, Task
from gdpr_desktop.law import deadlines
from gdpr_desktop.law.deadlines import InstantDeadline

MEASURE, DEMAND = "breach_measure", "breach_demand"  # kinds of tasks: ours, the authority's


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many; ``number`` is at least 1, and None where it is not known."""

    known: Known = Known.UNKNOWN
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """The first minute. ``aware``: when we were reasonably sure, which starts the 72 hours.

    ``aware_reason`` says why that was later than ``discovered``; empty where they are the same.
    """

    title: str  # short, without names: the list shows it
    what: str
    discovered: datetime
    discovered_by: str
    aware: datetime
    aware_reason: str = ""
    ongoing: Ongoing = Ongoing.UNKNOWN
    incident: Incident = Incident.OTHER
    reporter: Reporter = Reporter.EMPLOYEE
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How it went, when, and why. ``reported_at``: when the processor or another told us.

    ``processor_aware``: when the processor itself knew, art. 33(2). ``exposed``: for how long the
    data lay open, in words.
    """

    happened: Happened = Happened.UNKNOWN
    happened_from: datetime | None = None
    happened_to: datetime | None = None
    discovered_how: str = ""
    reporter_name: str = ""
    reported_at: datetime | None = None
    processor_aware: datetime | None = None
    quality_reference: str = ""  # in the quality system
    causes: tuple[Cause, ...] = ()
    origin: Origin = Origin.UNKNOWN
    cause: str = ""
    exposed: str = ""
    secondary: str = ""  # consequences that follow from the first ones


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A system, processor or activity involved; ``entry`` of the record, None where only typed."""

    name: str
    entry: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Whose and which data, where they are, and what it may lead to."""

    kinds: tuple[BreachKind, ...] = ()
    people: tuple[PeopleCategory, ...] = ()
    people_text: str = ""
    people_count: Count = Count()
    data: tuple[DataCategory, ...] = ()
    data_text: str = ""
    records_count: Count = Count()
    children: bool = False
    vulnerable: bool = False
    where_now: str = ""
    seen: Seen = Seen.UNKNOWN
    protection: Protection = Protection.UNKNOWN
    activities: tuple[Link, ...] = ()
    systems: tuple[Link, ...] = ()
    processors: tuple[Link, ...] = ()
    measures_before: str = ""
    consequences: tuple[Consequence, ...] = ()
    consequences_text: str = ""

    @property
    def special(self) -> bool:
        """Are data of art. 9 or 10 in it?"""
        return any(one.special for one in self.data)

    @property
    def identity_numbers(self) -> bool:
        """Are identity numbers in it?"""
        return DataCategory.IDENTITY_NUMBER in self.data

    @property
    def protected_address(self) -> bool:
        """Is a protected address in it?"""
        return DataCategory.PROTECTED_ADDRESS in self.data


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticked:
    """A point of the first hour's list that was done."""

    point: str
    by: str
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An assessment as it was made: none is ever changed, a new one takes its place."""

    number: int
    assessment: Assessment
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerAdvice:
    """What the officer advises, art. 39(1)(a)."""

    authority: bool
    people: PeopleTelling
    why: str
    name: str
    given_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Exempted:
    """An exception from telling people, with what proves it. ``look_again``: of a postponement."""

    exception: PeopleException
    proof: str
    letter: str = ""  # of personopplysningslova § 16: a, b or d
    look_again: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the delegated person decided, with the reasons for each answer."""

    authority: bool
    why_authority: str
    people: PeopleTelling
    why_people: str
    name: str
    role: str
    decided_on: date
    exempted: Exempted | None = None


class NotifyChannel(StrEnum):
    """How the authority was told."""

    ALTINN = "altinn"
    EMAIL = "email"  # nothing but that it happened
    POST = "post"
    PHONE = "phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notification:
    """One message to the authority, frozen as it was sent.

    ``missing`` says what is to follow; ``late_reason`` why it came after 72 hours. ``all_known``:
    it was said that no more is known, though lines of the sheet stood empty. ``sheet`` is the field
    and value of every line, as they were.
    """

    number: int
    kind: Notice
    sent_at: datetime
    channel: NotifyChannel
    receipt: str
    by: str
    missing: str = ""
    follow_up_on: date | None = None
    late_reason: str = ""
    reason: str = ""  # of a withdrawal
    sheet: tuple[tuple[str, str], ...] = ()
    sha256: str = ""  # of the sheet
    all_known: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityLetter:
    """A letter from the authority. What it demands is a task of the case with its own due date."""

    received_on: date
    reference: str
    what: str
    closes: bool = False  # the authority ends the matter
    orders_telling: bool = False  # art. 34(4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One round of telling people."""

    told_on: date
    channel: TellingChannel
    state: TellingState
    number: int | None = None
    rest: str = ""  # who has not been told, and why
    where: str = ""  # of a public notice
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Routed:
    """Somebody else who was told."""

    route: Route
    told_on: date
    whom: str
    reference: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A document that proves something. It lies in the archive: only its name is kept here."""

    what: str
    file_name: str = ""
    sha256: str = ""
    archive: str = ""
    noted_on: date
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lessons:
    """What was learnt, before the case is closed."""

    learnt: str
    changes: str
    name: str
    noted_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """The whole case, as it stands. Versions, notifications and tellings are oldest first."""

    case: Case
    intake: Intake
    officer_told_at: datetime | None = None
    course: Course | None = None
    scope: Scope | None = None
    first_hour: tuple[Ticked, ...] = ()
    first_hour_done: bool = False
    versions: tuple[Version, ...] = ()
    advice: OfficerAdvice | None = None
    decision: Decision | None = None
    notifications: tuple[Notification, ...] = ()
    authority_letters: tuple[AuthorityLetter, ...] = ()
    tellings: tuple[Telling, ...] = ()
    measures: tuple[Task, ...] = ()
    measures_settled: bool = False  # nothing more is planned
    demands: tuple[Task, ...] = ()
    routes: tuple[Routed, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    lessons: Lessons | None = None
    deviation: Case | None = None  # it was kept as one, or came from one
    addresses_kept: int = 0  # people whose address list was kept, because somebody asked for it

    @property
    def assessment(self) -> Assessment | None:
        """The assessment that holds."""
        return self.versions[-1].assessment if self.versions else None

    @property
    def clock(self) -> InstantDeadline:
        """The 72 hours of art. 33(1)."""
        return deadlines.notification_due(self.intake.aware)

    @property
    def notified(self) -> Notification | None:
        """The first notification; None where there is none, or it was withdrawn."""
        sent = [one for one in self.notifications if one.kind is Notice.FIRST]
        return None if self.withdrawn or not sent else sent[-1]

    @property
    def withdrawn(self) -> bool:
        """Was the last thing the authority heard that it was no breach after all?"""
        last = self.notifications[-1] if self.notifications else None
        return last is not None and last.kind is Notice.WITHDRAWAL

    @property
    def clock_runs(self) -> bool:
        """Must the clock be watched? Until it is notified, or decided that it need not be."""
        decided_not = self.decision is not None and not self.decision.authority
        return self.case.open and not self.notifications and not decided_not

    @property
    def told(self) -> TellingState:
        """How far telling people has come."""
        return self.tellings[-1].state if self.tellings else TellingState.NONE
