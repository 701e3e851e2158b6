"""Further copies, art. 15(3) and handbook 5.6: the first is free, for more a fee at cost.

The person is told the price before the copies are made, and may say no. What is newer than the
first copy is a new request for access, and free.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from gdpr_desktop.casework.checks import line_lengths, problem, required
from gdpr_desktop.core.code_words import CodeWords
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.law.copies import CopyCost, CostLine, FeeFault, fee, fee_faults
from gdpr_desktop.requests.model import Considered, Part, Request, Result, Right
from gdpr_desktop.requests.questions import answer_of
from gdpr_desktop.requests.questions import problems as unanswered
from gdpr_desktop.requests.rights.base import RightRules, child_or


class CopiesOutcome(StrEnum):
    """Given, at what price; or not, when the person would not pay."""

    FREE = "free"
    FEE = "fee"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesAssessment:
    """``told_on``: the day the person learnt what the copies cost."""

    outcome: CopiesOutcome
    copies_of: str
    first_copy_on: date | None = None
    costs: tuple[CostLine, ...] = ()
    told_on: date | None = None
    considered: tuple[Considered, ...] = ()


words = CodeWords(
    (
        (CopiesOutcome.FREE, N_("Given, free")),
        (CopiesOutcome.FEE, N_("Given, for a fee")),
        (CopiesOutcome.DECLINED, N_("Not given: the person will not pay")),
        (CopyCost.PRINT, N_("Paper and printing")),
        (CopyCost.MEDIUM, N_("Memory stick")),
        (CopyCost.POSTAGE, N_("Postage")),
        (CopyCost.COPYING, N_("Time to make the copies")),
        (CopyCost.SEARCHING, N_("Time to find the data")),
        (CopyCost.OVERHEAD, N_("General running costs")),
    )
)
_FAULTS = {
    FeeFault.FIRST_COPY_IS_FREE: (
        "first_copy_on",
        N_("The first copy is free. Write the day it was given."),
    ),
    FeeFault.NEW_DATA: (
        "outcome",
        N_("What is new since the first copy is a new request for access, and free."),
    ),
    FeeFault.NO_COSTS: ("costs", N_("Write what the copies cost.")),
    FeeFault.NOT_A_COST_OF_THE_COPY: (
        "costs",
        N_("Only what the further copies themselves cost may be charged."),
    ),
    FeeFault.NOT_TOLD_BEFORE: (
        "told_on",
        N_("Tell the person what it costs before the copies are made, and write the day here."),
    ),
}
_RESULTS = {
    CopiesOutcome.FREE: Result.GRANTED,
    CopiesOutcome.FEE: Result.GRANTED,
    CopiesOutcome.DECLINED: Result.ANSWERED,
}


class CopiesRules(RightRules):
    """Free, at cost, or declined."""

    right = Right.COPIES
    assessment = CopiesAssessment
    letters = frozenset({"copies_answer", "copies_answer_child"})

    def problems(
        self, assessment: CopiesAssessment, request: Request, part: Part, today: date
    ) -> list[FieldProblem]:
        found = unanswered(self.right.value, assessment.considered)
        found += required("copies_of", assessment.copies_of, _("Write what the copies are of."))
        found += line_lengths(copies_of=assessment.copies_of)
        first, told = assessment.first_copy_on, assessment.told_on
        if first is not None and first > request.case.received:
            text = _("The first copy was given before this request came.")
            found.append(problem("first_copy_on", text))
        if told is not None and not request.case.received <= told <= today:
            text = _("The day must be between the day it came and today.")
            found.append(problem("told_on", text))
        if assessment.outcome is not CopiesOutcome.FREE:
            found += _fee_problems(assessment)
        return found

    def result(self, part: Part) -> Result | None:
        return _RESULTS[part.assessment.outcome] if part.assessment else None

    def grounds(self, part: Part) -> tuple[str, ...]:
        found: CopiesAssessment | None = part.assessment
        declined = found is not None and found.outcome is CopiesOutcome.DECLINED
        return ("15(3)",) if declined else ()

    def measures(self, assessment: CopiesAssessment, language: Language) -> tuple[str, ...]:
        if assessment.outcome is CopiesOutcome.DECLINED:
            return ()
        return (_("Make the copies and put them with the letter", language=language),)

    def offers(self, part: Part) -> tuple[Right, ...]:
        found: CopiesAssessment | None = part.assessment
        if found is None:
            return ()
        another = "no" in (
            answer_of(found.considered, "had_first"),
            answer_of(found.considered, "same_data"),
        )
        return (Right.ACCESS,) if another else ()

    def template(self, request: Request, part: Part) -> str:
        return child_or(request, "copies_answer")

    def facts(self, request: Request, part: Part, language: Language) -> Mapping[str, object]:
        found: CopiesAssessment | None = part.assessment
        if found is None:
            return {}
        charged = found.outcome is not CopiesOutcome.FREE
        lines = tuple(
            {"what": words(one.cost, language), "amount": kroner(one.kroner, language)}
            for one in found.costs
        )
        return {
            "outcome": found.outcome.value,
            "copies_of": found.copies_of.rstrip("."),
            "first_copy_on": found.first_copy_on,
            "costs": lines if charged else (),
            "fee_amount": kroner(fee(found.costs), language) if charged else "",
            "told_on": found.told_on if charged else None,
        }

    def summary(self, request: Request, part: Part) -> tuple[tuple[str, str], ...]:
        found: CopiesAssessment = part.assessment
        language = request.case.language
        rows = (
            (_("Result"), words(found.outcome)),
            (_("Copies of"), found.copies_of),
            (_("First copy"), long_date(found.first_copy_on) if found.first_copy_on else ""),
            *((words(one.cost), kroner(one.kroner, language)) for one in found.costs),
            (_("Told of the price"), long_date(found.told_on) if found.told_on else ""),
        )
        return tuple((name, text) for name, text in rows if text)

    def anonymous(self, assessment: CopiesAssessment) -> CopiesAssessment:
        considered = tuple(replace(one, reason="") for one in assessment.considered)
        return replace(assessment, copies_of="", considered=considered)


def kroner(amount: int, language: Language) -> str:
    """«130 kroner»."""
    return _("{amount} kroner", language=language).format(amount=amount)


def _fee_problems(found: CopiesAssessment) -> list[FieldProblem]:
    faults = fee_faults(
        found.costs,
        first_copy=found.first_copy_on,
        same_data=answer_of(found.considered, "same_data") != "no",
        told=found.told_on,
    )
    problems = [problem(_FAULTS[one][0], _(_FAULTS[one][1])) for one in faults]
    first = answer_of(found.considered, "had_first")
    if first == "no" and FeeFault.FIRST_COPY_IS_FREE not in faults:
        text = _("You answered that the person has not had a copy. The first one is free.")
        problems.append(problem("outcome", text))
    if (
        answer_of(found.considered, "told_before") == "no"
        and FeeFault.NOT_TOLD_BEFORE not in faults
    ):
        text = _("You answered that the person was not told of the price before.")
        problems.append(problem("told_on", text))
    return problems


RULES = CopiesRules()
