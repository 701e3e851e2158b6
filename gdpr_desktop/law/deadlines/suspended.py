"""The time that stands while the authority waits for information, art. 36(2) last sentence."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from gdpr_desktop.law.deadlines.counting import shifted
from gdpr_desktop.law.deadlines.model import Deadline, DeadlineCode

Span = tuple[date, date | None]  # from the day it stands to the day it runs again


def suspended_days(spans: Iterable[Span]) -> int:
    """The days that the time stood, each counted once; one that still stands is not counted."""
    stood: set[date] = set()
    for since, until in spans:
        if until is not None:
            stood |= {since + timedelta(days=day) for day in range((until - since).days)}
    return len(stood)


def suspended_due(deadline: Deadline, spans: Iterable[Span]) -> Deadline:
    """``deadline`` moved by the days that the time stood, past free days."""
    every = tuple(spans)
    codes = deadline.codes
    if any(until is None for _since, until in every):
        codes = (*codes, DeadlineCode.SUSPENDED_OPEN)
    elif every:
        codes = (*codes, DeadlineCode.SUSPENDED)
    raw = deadline.raw + timedelta(days=suspended_days(every))
    due, shifts = shifted(raw)
    return replace(deadline, raw=raw, due=due, shifts=shifts, codes=codes)
