"""The 72 hours of art. 33(1) as they stand at an instant. Pure: their words: ``words``."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.core.clock import Clock
from gdpr_desktop.law import deadlines

AMBER_FROM = timedelta(hours=24)
RED_FROM = timedelta(hours=6)
_LAST_MINUTE = time(23, 59)
_SKEW = timedelta(minutes=5)  # two machines on one file never show quite the same


class ClockTone(StrEnum):
    """How much the clock presses."""

    CALM = "calm"
    AMBER = "amber"  # 24 hours or fewer
    RED = "red"  # 6 hours or fewer
    PASSED = "passed"
    STOPPED = "stopped"  # notified, or decided that it need not be


class Stop(StrEnum):
    """What stopped the clock."""

    NOTIFIED = "notified"
    NOT_NEEDED = "not_needed"  # decided so: the risk is unlikely
    CLOSED = "closed"


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
    hour_not_counted: datetime
    stop: Stop | None = None
    took: timedelta | None = None
    set_back: bool = False

    @property
    def late(self) -> bool:
        """Is it over, or was it when it was notified? The last minute is included."""
        return self.left < timedelta(0)


def clock_of(
    aware: datetime, now: datetime, *, stopped_at: datetime | None, stop: Stop = Stop.NOTIFIED
) -> ClockState:
    """How the clock that started at ``aware`` stands at ``now``, or stood when it stopped."""
    deadline = deadlines.notification_due(aware)
    left = deadline.due - (stopped_at or now)
    whole = deadline.due - aware
    return ClockState(
        aware=aware,
        due=deadline.due,
        left=left,
        fraction=min(max(left / whole, 0.0), 1.0),
        tone=ClockTone.STOPPED if stopped_at is not None else _tone(left, whole),
        hour_not_counted=deadline.hour_not_counted,
        stop=stop if stopped_at is not None else None,
        took=None if stopped_at is None else max(stopped_at - aware, timedelta(0)),
        set_back=now + _SKEW < aware,
    )


def clock_of_breach(found: Breach, clock: Clock) -> ClockState:
    """The clock of a case as it stands now."""
    now, aware = clock.now(), found.intake.aware
    if found.notifications:
        return clock_of(aware, now, stopped_at=found.notifications[0].sent_at)
    if found.clock_runs:
        return clock_of(aware, now, stopped_at=None)
    decision = found.decision
    if decision is not None and not decision.authority:
        end = deadlines.oslo_instant(decision.decided_on, _LAST_MINUTE)  # of which the day is known
        at = max(aware, min(end, now))
        return clock_of(aware, now, stopped_at=at, stop=Stop.NOT_NEEDED)
    closed = found.case.closed_at or now
    return clock_of(aware, now, stopped_at=max(aware, closed), stop=Stop.CLOSED)


def _tone(left: timedelta, whole: timedelta) -> ClockTone:
    if left < timedelta(0):
        return ClockTone.PASSED
    if left > whole + _SKEW:
        return ClockTone.AMBER  # the machine's clock is wrong: look at it
    if left <= RED_FROM:
        return ClockTone.RED
    return ClockTone.AMBER if left <= AMBER_FROM else ClockTone.CALM
