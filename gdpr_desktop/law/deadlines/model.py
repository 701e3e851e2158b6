"""A deadline and the codes that say how it came out. Words are made from them elsewhere."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from gdpr_desktop.core.clock import local_date
from gdpr_desktop.law.calendar import FreeDay


class DeadlineKind(StrEnum):
    """What must be done before the time is up."""

    REPLY = "reply"
    EXTENDED_REPLY = "extended_reply"
    SUSPENDED_REPLY = "suspended_reply"
    REFUSAL = "refusal"
    NOTIFICATION = "notification"
    INFORMATION = "information"
    CONSULTATION = "consultation"
    EXTENDED_CONSULTATION = "extended_consultation"
    CONSULTATION_NOTICE = "consultation_notice"
    APPEAL = "appeal"
    OFFICER_TOLD = "officer_told"
    RECTIFICATION_TARGET = "rectification_target"  # our own, not the law's
    CORRECTION_TARGET = "correction_target"  # our own, not the law's


class Unit(StrEnum):
    """What a period is counted in."""

    MONTHS = "months"
    WEEKS = "weeks"
    DAYS = "days"
    HOURS = "hours"


class SuspensionModel(StrEnum):
    """Two ways of counting in use; no authority has chosen between them."""

    PAUSE = "pause"  # receipt + 1 month + the days waited (Berlin)
    RESTART = "restart"  # the day of the answer + 1 month (ICO)


class DeadlineCode(StrEnum):
    """What a person should know about how a deadline came out."""

    SUSPENDED = "suspended"
    SUSPENDED_OPEN = "suspended_open"  # asked, no answer yet: the date shown is without suspension
    ASKED_TOO_LATE = "asked_too_late"  # not asked without undue delay: no suspension
    ASKED_BORDERLINE = "asked_borderline"  # suspended, but the authority might not agree
    EXTENDED = "extended"  # the date comes from the extension
    TWO_WORKING_DAYS = "two_working_days"  # moved, so that there are two to work in


class Shift(NamedTuple):
    """A day the deadline could not end on. A day with two holidays stands twice."""

    day: date
    reason: FreeDay


class Period(NamedTuple):
    """A number and its unit."""

    amount: int
    unit: Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """The date that one model of suspension gives."""

    model: SuspensionModel
    raw: date
    due: date
    shifts: tuple[Shift, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A date, and how it was reached: ``event`` + ``period`` = ``raw``, shifted to ``due``.

    ``rule`` is the version of the rules used. The last day counts in full.
    """

    kind: DeadlineKind
    event: date
    period: Period
    raw: date
    due: date
    shifts: tuple[Shift, ...] = ()
    rule: str
    codes: tuple[DeadlineCode, ...] = ()
    asked: date | None = None
    answered: date | None = None
    model: SuspensionModel | None = None  # the one that gave the date
    alternatives: tuple[Alternative, ...] = ()

    @property
    def due_day(self) -> date:
        """The last day, in Norway, also of a deadline in hours."""
        return local_date(self.due) if isinstance(self.due, datetime) else self.due


@dataclass(frozen=True, slots=True, kw_only=True)
class InstantDeadline(Deadline):
    """A deadline in hours. All instants are aware, in UTC; the last second is included.

    ``hour_not_counted`` is where 1182/71 art. 3(1) would end, from the next full hour: up to one
    hour later. For information, never a target.
    """

    event: datetime
    raw: datetime
    due: datetime
    hour_not_counted: datetime
