"""A decision made by machine as it is assessed, art. 22. One frozen value, kept as JSON."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gdpr_desktop.law import automated as law
from gdpr_desktop.law.automated import Allowance
from gdpr_desktop.law.bases import Condition
from gdpr_desktop.requests.model import Considered
from gdpr_desktop.requests.questions import YES, answer_of


class AutomatedOutcome(StrEnum):
    """What comes of it."""

    CHANGED = "changed"  # or made anew by a person
    UPHELD = "upheld"
    NOT_AUTOMATED = "not_automated"  # a person took part all along
    NOT_SIGNIFICANT = "not_significant"


REVIEWED = frozenset({AutomatedOutcome.CHANGED, AutomatedOutcome.UPHELD})
# question of the decision helper → the exception it asks about, in the order letters name them
_ALLOWANCES = {"law": Allowance.LAW, "contract": Allowance.CONTRACT, "consent": Allowance.CONSENT}
_CONDITIONS = {
    "special_consent": Condition.EXPLICIT_CONSENT,
    "special_law": Condition.SUBSTANTIAL_PUBLIC_INTEREST,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AutomatedAssessment:
    """Whether art. 22 reaches the decision, and the review by a human that it gives a right to.

    ``has_authority``: the reviewer may change the decision; ``independent``: and does not run the
    machine that made it.
    """

    outcome: AutomatedOutcome
    decision: str = ""  # which decision, of what day
    considered: tuple[Considered, ...] = ()
    reviewer: str = ""
    reviewer_role: str = ""
    reviewed_on: date | None = None
    has_authority: bool = False
    independent: bool = False
    own_view: str = ""
    no_view: str = ""  # why the person's view was not heard
    new_decision: str = ""
    reasons: str = ""
    logic: str = ""


def covered(considered: tuple[Considered, ...]) -> bool:
    """Does art. 22(1) reach the decision, by the answers?"""
    return law.covered(
        solely_automated=answer_of(considered, "solely_automated") == YES,
        significant=answer_of(considered, "significant") == YES,
    )


def allowances(considered: tuple[Considered, ...]) -> tuple[Allowance, ...]:
    """The exceptions of art. 22(2) that hold, by the answers."""
    return tuple(one for name, one in _ALLOWANCES.items() if answer_of(considered, name) == YES)


def forbidding(considered: tuple[Considered, ...]) -> str | None:
    """The article that a decision by a machine alone breaks here; None when it was allowed."""
    if not covered(considered):
        return None
    conditions = [one for name, one in _CONDITIONS.items() if answer_of(considered, name) == YES]
    return law.forbidding(
        allowances(considered),
        special_categories=answer_of(considered, "special_categories") == YES,
        condition=next(iter(conditions), None),
    )
