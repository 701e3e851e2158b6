"""The rules of retention: when a case falls due, what holds it back, what is left of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gdpr_desktop.casework.model import Case, CaseKind
from gdpr_desktop.core.clock import local_date
from gdpr_desktop.core.ids import CaseId

DEFAULT_YEARS = 2
BREACH_YEARS = 5  # as long as a fine may be given: personopplysningslova § 28
ASSESSMENT_YEARS = 10  # what shows that the law was kept while the processing went on: art. 5(2)
LEAST_YEARS, MOST_YEARS = 1, 50
_DEFAULTS = {CaseKind.BREACH: BREACH_YEARS, CaseKind.DPIA: ASSESSMENT_YEARS}
Years = Mapping[CaseKind, int]  # how long a case of each kind is kept after it was closed

# what is left of the details of the timeline: codes and dates, whatever stands under other names
_KEPT_DETAILS = frozenset(
    "all channel ground letter method of on outcome received right sent_on template what".split()
)
_CODE = re.compile(r"[a-z_]{1,40}|[0-9]{1,10}|[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseAnonymised:
    """A case is being anonymised: whoever keeps more about it drops that in the same transaction.

    Handlers clear their own tables; ``casework`` has cleared its own when this is published.
    """

    case_id: CaseId


class HeldBack(StrEnum):
    """Why a case that has been kept for long enough must stay all the same."""

    NOT_FILED = "not_filed"
    LOCAL_COPIES = "local_copies"
    RESTRICTED = "restricted"  # a restriction of processing has not been lifted
    OPEN_CASE = "open_case"  # the same person, by name and birth date, has an open case


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A case that falls due, with what holds it back: () when nothing does."""

    case: Case
    held_back: tuple[HeldBack, ...] = ()

    @property
    def id(self) -> CaseId:
        """The id of the case."""
        return self.case.id


def years_from(setting: object) -> Years:
    """The setting as it was saved; what is missing or makes no sense is the default."""
    saved = setting if isinstance(setting, dict) else {}
    return {kind: _years(saved.get(kind.value), kind) for kind in CaseKind}


def _years(value: object, kind: CaseKind) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        return _DEFAULTS.get(kind, DEFAULT_YEARS)
    return min(max(value, LEAST_YEARS), MOST_YEARS)


def years_before(today: date, years: int) -> date:
    """The same day ``years`` ago; 28 February for a day that year did not have."""
    day = 28 if (today.month, today.day) == (2, 29) else today.day
    return today.replace(year=today.year - years, day=day)


def falls_due(case: Case, years: Years, today: date) -> bool:
    """Has the case been closed for as long as its kind is kept?"""
    if case.open or case.closed_at is None or case.anonymised_at is not None:
        return False
    return local_date(case.closed_at) <= years_before(today, years[case.kind])


def next_clean_up(last: date | None, today: date) -> date:
    """The day of the next yearly clean-up; today when there has been none."""
    if last is None:
        return today
    day = 28 if (last.month, last.day) == (2, 29) else last.day
    return last.replace(year=last.year + 1, day=day)


def codes_of(detail: Mapping[str, str]) -> dict[str, str]:
    """What may stay of a timeline entry's details: codes, numbers and dates."""
    return {
        name: value
        for name, value in detail.items()
        if name in _KEPT_DETAILS and _CODE.fullmatch(value)
    }
