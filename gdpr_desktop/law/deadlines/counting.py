"""From an event and a period to a deadline.

A period runs by dates, not by days: the last one has the number of the day of the event
(Regulation 1182/71 art. 3, domstolloven § 148). If it is a Saturday, a Sunday or a public holiday,
the next working day takes its place (art. 3(4), § 149). Hours are real hours in UTC, weekends
included, and never shifted.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from gdpr_desktop.core.clock import local_date
from gdpr_desktop.law.calendar import add_months, add_working_days, is_working_day, why_free
from gdpr_desktop.law.deadlines.model import (
    Deadline,
    DeadlineCode,
    DeadlineKind,
    InstantDeadline,
    Period,
    Shift,
    Unit,
)
from gdpr_desktop.law.rules import rules_on

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)


def norwegian_day(value: date) -> date:
    """The day in Norway of an instant; a day is itself."""
    if not isinstance(value, datetime):
        return value
    return local_date(in_utc(value))


def in_utc(instant: datetime) -> datetime:
    """``instant`` in UTC. Raises ``ValueError`` without a time zone."""
    if instant.utcoffset() is None:
        raise ValueError("an instant without a time zone")
    return instant.astimezone(UTC)


def shifted(raw: date) -> tuple[date, tuple[Shift, ...]]:
    """The first working day from ``raw`` on, and why each day before it was passed over."""
    if is_working_day(raw):
        return raw, ()
    due, shifts = raw, []
    while reasons := why_free(due):
        shifts += [Shift(due, reason) for reason in reasons]
        due += _DAY
    return due, tuple(shifts)


def in_months(
    kind: DeadlineKind, event: date, months: int, codes: tuple[DeadlineCode, ...] = ()
) -> Deadline:
    """``months`` months after ``event``; the last of the month where the day is missing."""
    return _of(kind, event, Period(months, Unit.MONTHS), add_months(event, months), codes)


def in_weeks(
    kind: DeadlineKind, event: date, weeks: int, codes: tuple[DeadlineCode, ...] = ()
) -> Deadline:
    """``weeks`` weeks after ``event``, moved past free days."""
    return _of(kind, event, Period(weeks, Unit.WEEKS), event + timedelta(weeks=weeks), codes)


def in_days(kind: DeadlineKind, event: date, days: int) -> Deadline:
    """``days`` days after ``event``, weekends included, moved past free days.

    A period of two days or more holds at least two working days (1182/71 art. 3(5)): where it
    does not, it ends on the second one.
    """
    deadline = _of(kind, event, Period(days, Unit.DAYS), event + days * _DAY, ())
    second = add_working_days(event, 2)
    if days < 2 or deadline.due >= second:
        return deadline
    return replace(deadline, due=second, codes=(DeadlineCode.TWO_WORKING_DAYS,))


def _of(
    kind: DeadlineKind, event: date, period: Period, raw: date, codes: tuple[DeadlineCode, ...]
) -> Deadline:
    due, shifts = shifted(raw)
    return Deadline(
        kind=kind,
        event=event,
        period=period,
        raw=raw,
        due=due,
        shifts=shifts,
        rule=rules_on(event).version,
        codes=codes,
    )


def in_hours(kind: DeadlineKind, event: datetime, hours: int) -> InstantDeadline:
    """``hours`` real hours after the instant ``event``, counted in UTC and never moved."""
    start = in_utc(event)
    end = start + timedelta(hours=hours)
    next_hour = end.replace(minute=0, second=0, microsecond=0) + _HOUR
    return InstantDeadline(
        kind=kind,
        event=start,
        period=Period(hours, Unit.HOURS),
        raw=end,
        due=end,
        rule=rules_on(local_date(start)).version,
        hour_not_counted=next_hour,
    )
