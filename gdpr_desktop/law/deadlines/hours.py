"""Deadlines in hours, and the hours that Norwegian clocks leave out or show twice."""

from datetime import UTC, date, datetime, time

from gdpr_desktop.core.clock import OSLO, local_date
from gdpr_desktop.law.deadlines.counting import in_hours, in_utc
from gdpr_desktop.law.deadlines.model import DeadlineKind, InstantDeadline
from gdpr_desktop.law.rules import rules_on


def notification_due(aware: datetime) -> InstantDeadline:
    """72 hours from becoming aware of a breach to notify the authority: art. 33(1).

    Raises ValueError for a naive ``aware``.
    """
    hours = rules_on(local_date(in_utc(aware))).notification_hours
    return in_hours(DeadlineKind.NOTIFICATION, aware, hours)


def notified_in_time(aware: datetime, notified: datetime) -> bool:
    """Whether the authority was notified in time; if not, the delay must be explained."""
    return in_utc(notified) <= notification_due(aware).due


def officer_told_due(event: datetime) -> InstantDeadline:
    """24 hours for the data protection officer to be told of a request or a breach.

    Handbook 5.2 and 10 say «at once». Raises ValueError for a naive ``event``.
    """
    hours = rules_on(local_date(in_utc(event))).officer_told_hours
    return in_hours(DeadlineKind.OFFICER_TOLD, event, hours)


def oslo_instant(day: date, clock: time, fold: int = 0) -> datetime:
    """The instant, in UTC, at which Norwegian clocks show ``clock`` on ``day``.

    In the hour that comes twice in October, ``fold`` 0 is the first pass and 1 the second. Raises
    ValueError for the hour that is left out in March.
    """
    local = datetime.combine(day, clock.replace(tzinfo=None, fold=fold), OSLO)
    instant = local.astimezone(UTC)
    if instant.astimezone(OSLO).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise ValueError("no such time of day: the clocks are put forward over it")
    return instant


def comes_twice(day: date, clock: time) -> bool:
    """Whether Norwegian clocks show ``clock`` twice on ``day``, so that ``fold`` must be asked."""
    first = datetime.combine(day, clock.replace(tzinfo=None, fold=0), OSLO)
    offsets = first.utcoffset(), first.replace(fold=1).utcoffset()
    return offsets[0] is not None and offsets[1] is not None and offsets[1] < offsets[0]
