"""Has the same person asked for the same within a year? Then with which answer.

A repeat is no refusal: it is shown so that the caseworker knows what was said. A year or more
after, it is never excessive (EDPB 01/2022 § 185), so nothing older is named.
"""

from dataclasses import dataclass
from datetime import date

from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.law.calendar import add_months
from gdpr_desktop.law.excess import Repeat, judge_repeat
from gdpr_desktop.law.rules import rules_on
from gdpr_desktop.requests.model import Result, Right
from gdpr_desktop.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierAnswer:
    """What came of the same right before. ``sure``: name and birth date are both the same."""

    case_id: CaseId
    number: str
    right: Right
    received: date
    answered_on: date | None = None
    result: Result | None = None
    sure: bool = False


def within_a_year(earlier: date, received: date) -> bool:
    """Did the request of ``earlier`` come less than a year before the one of ``received``?"""
    if earlier > received:
        return False
    return judge_repeat(received, earlier) is not Repeat.NEVER_EXCESSIVE


def earlier_answers(
    vault: Vault, person: Person, right: Right, received: date, *, but: CaseId | None = None
) -> tuple[EarlierAnswer, ...]:
    """The requests about ``right`` of possibly the same person in the year before, newest first.

    Only those that the user may see; ``but`` is the case itself.
    """
    from gdpr_desktop.requests import parts_store

    since = add_months(received, -rules_on(received).repeat_months)
    found = parts_store.earlier(vault.db, person, right, vault.actor, since, received, but=but)
    return tuple(one for one in found if within_a_year(one.received, received))
