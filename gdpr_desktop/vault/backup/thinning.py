"""Which backups may go: 12 daily, 10 weekly, 9 monthly stay, and the newest whatever the dates.

The rule goes by what there is, never by today's date: a clock that jumps deletes nothing. «Newest»
is asked twice, by time and by number in the journal, and what either answer keeps is kept.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from gdpr_desktop.core.clock import local_date

DAILY, WEEKLY, MONTHLY = 12, 10, 9
NEWEST = 3
LEAST_VERIFIED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One backup. ``name`` is the file's; ``seq`` the end of its journal."""

    name: str
    made: datetime
    seq: int
    verified: bool = True


def superfluous(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Those that may be deleted, oldest first."""
    known = tuple(entries)
    by_time = sorted(known, key=_by_time, reverse=True)
    by_number = sorted(known, key=_by_number, reverse=True)
    kept: set[str] = set()
    for ordered in (by_time, by_number):
        kept.update(entry.name for entry in ordered[:NEWEST])
        good = [entry for entry in ordered if entry.verified]
        kept.update(entry.name for entry in good[:LEAST_VERIFIED])
        for period, count in ((_day, DAILY), (_week, WEEKLY), (_month, MONTHLY)):
            kept.update(_newest_of_each(good, period, count))
    return tuple(entry for entry in reversed(by_time) if entry.name not in kept)


def _newest_of_each(
    ordered: Iterable[Entry], period: Callable[[date], tuple[int, ...]], count: int
) -> Iterable[str]:
    newest: dict[tuple[int, ...], str] = {}
    for entry in ordered:
        newest.setdefault(period(local_date(entry.made)), entry.name)
    return tuple(newest.values())[:count]


def _by_time(entry: Entry) -> tuple[datetime, int, str]:
    return entry.made, entry.seq, entry.name


def _by_number(entry: Entry) -> tuple[int, datetime, str]:
    return entry.seq, entry.made, entry.name


def _day(day: date) -> tuple[int, ...]:
    return (day.toordinal(),)


def _week(day: date) -> tuple[int, ...]:
    return tuple(day.isocalendar()[:2])


def _month(day: date) -> tuple[int, ...]:
    return (day.year, day.month)
