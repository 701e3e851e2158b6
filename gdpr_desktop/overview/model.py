"""What the overview shows."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gdpr_desktop.breaches.lists import RunningClock
from gdpr_desktop.casework.model import Due
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.register.entries.lists import DueEntry


class Band(StrEnum):
    """How the due items are grouped."""

    OVERDUE = "overdue"
    TODAY = "today"
    WEEK = "week"  # within seven days
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """How many requests came in one month."""

    first: date
    received: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Restricted:
    """A restriction of processing in force; its case may be closed."""

    case_id: CaseId
    number: str
    subject_name: str
    since: date
    look_again: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """All that the page shows; ``local_copies`` are letters that still lie on this machine.

    ``entries``: what must be done with the record. ``stale``: documents that say what the record
    said before. ``clocks``: breaches whose 72 hours run. ``unused``: there is no case at all that
    the actor may see.
    """

    open: int
    overdue: int
    this_week: int
    due: tuple[Due, ...]
    entries: tuple[DueEntry, ...]
    stale: int
    months: tuple[Month, ...]
    local_copies: int
    unused: bool = False
    restricted: tuple[Restricted, ...] = ()
    clocks: tuple[RunningClock, ...] = ()


def band(due: date, today: date) -> Band:
    """The group of an item due on ``due``."""
    days = (due - today).days
    if days < 0:
        return Band.OVERDUE
    if days == 0:
        return Band.TODAY
    return Band.WEEK if days <= 7 else Band.LATER


def months_back(today: date, count: int) -> tuple[date, ...]:
    """The first days of this month and those before it, ``count`` in all, oldest first."""
    found = [today.replace(day=1)]
    while len(found) < count:
        year, month = found[0].year, found[0].month
        found.insert(0, date(year - (month == 1), 12 if month == 1 else month - 1, 1))
    return tuple(found)
