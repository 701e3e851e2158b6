"""The 72 hours of art. 33(1) as they stand at an instant. Pure: the words are clock_words.py."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.core.clock import Clock
from gdpr_desktop.law import deadlines

AMBER_FROM = timedelta(hours=24)
RED_FROM = timedelta(hours=6)
_LAST_MINUTE = time(23, 59)


class ClockTone(StrEnum):
    """How much the clock presses."""

    CALM = "calm"
    AMBER = "amber"  # 24 hours or fewer
    RED = "red"  # 6 hours or fewer
    PASSED = "passed"
    STOPPED = "stopped"  # notified, or decided that it need not be


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockState:
    """``left`` is below zero when it is over; of a stopped clock, what was left when it stopped.

    ``fraction`` of the 72 hours that is left, 0 to 1. ``hour_not_counted`` is the end when the
    hour in which it was known is left out: information, never the target. ``set_back``: the
    machine shows a time before awareness, so it cannot be right.
    """

    aware: datetime
    due: datetime
    left: timedelta
    fraction: float
    tone: ClockTone
    hour_not_counted: datetime | None = None
    took: timedelta | None = None
    set_back: bool = False

    @property
    def late(self) -> bool:
        """Is it over, or was it when it stopped? The last minute is included."""
        return self.left < timedelta(0)


def clock_of(aware: datetime, now: datetime, *, stopped_at: datetime | None) -> ClockState:
    """How the clock that started at ``aware`` stands at ``now``, or stood when it stopped."""
    deadline = deadlines.notification_due(aware)
    left = deadline.due - (stopped_at or now)
    whole = deadline.due - aware
    return ClockState(
        aware=aware,
        due=deadline.due,
        left=left,
        fraction=min(max(left / whole, 0.0), 1.0),
        tone=ClockTone.STOPPED if stopped_at is not None else _tone(left),
        hour_not_counted=deadline.hour_not_counted,
        took=None if stopped_at is None else max(stopped_at - aware, timedelta(0)),
        set_back=now < aware,
    )


def clock_of_breach(found: Breach, clock: Clock) -> ClockState:
    """The clock of a case as it stands now."""
    return clock_of(found.intake.aware, clock.now(), stopped_at=stopped_at(found, clock))


def stopped_at(found: Breach, clock: Clock) -> datetime | None:
    """When the clock of a case stopped; None while it runs.

    A decision not to notify has a date and no time of day: the clock stops as that day ends.
    """
    if found.notifications:
        return found.notifications[0].sent_at
    if found.clock_runs:
        return None
    decision = found.decision
    if decision is not None and not decision.authority:
        end = deadlines.oslo_instant(decision.decided_on, _LAST_MINUTE)
        return max(found.intake.aware, min(end, clock.now()))
    return found.case.closed_at or clock.now()


def _tone(left: timedelta) -> ClockTone:
    if left < timedelta(0):
        return ClockTone.PASSED
    if left <= RED_FROM:
        return ClockTone.RED
    return ClockTone.AMBER if left <= AMBER_FROM else ClockTone.CALM
