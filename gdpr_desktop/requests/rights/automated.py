"""Automated decision, art. 22 and handbook chapter 7: a human looks at what a machine decided."""

from collections.abc import Mapping
from datetime import date

from gdpr_desktop.core.code_words import CodeWords
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.law.automated import Allowance
from gdpr_desktop.requests.model import Considered, Part, Request, Result, Right
from gdpr_desktop.requests.questions import in_words, reason_of
from gdpr_desktop.requests.rights.automated_checks import review_problems
from gdpr_desktop.requests.rights.automated_model import (
    REVIEWED,
    AutomatedAssessment,
    AutomatedOutcome,
    allowances,
    covered,
    forbidding,
)
from gdpr_desktop.requests.rights.base import RightRules, child_or

_SETTLING = {  # the question whose answer settles that art. 22 does not reach
    AutomatedOutcome.NOT_AUTOMATED: "solely_automated",
    AutomatedOutcome.NOT_SIGNIFICANT: "significant",
}
_RULES = {"22(1)": "no_exception", "22(4)": "special_categories"}


words = CodeWords(
    (
        (AutomatedOutcome.CHANGED, N_("Changed, or made anew by a person")),
        (AutomatedOutcome.UPHELD, N_("Looked at by a person, and stands")),
        (AutomatedOutcome.NOT_AUTOMATED, N_("A person took part in the decision")),
        (AutomatedOutcome.NOT_SIGNIFICANT, N_("Made by a machine, without significant effect")),
        (Allowance.CONTRACT, N_("Necessary for a contract (22(2)(a))")),
        (Allowance.LAW, N_("Authorised by law (22(2)(b))")),
        (Allowance.CONSENT, N_("Explicit consent (22(2)(c))")),
    )
)
_RESULTS = {
    AutomatedOutcome.CHANGED: Result.GRANTED,
    AutomatedOutcome.UPHELD: Result.ANSWERED,
    AutomatedOutcome.NOT_AUTOMATED: Result.REFUSED,
    AutomatedOutcome.NOT_SIGNIFICANT: Result.REFUSED,
}


class AutomatedRules(RightRules):
    """Automated decision: is it covered, was it allowed, who looked at it, what came of it."""

    right = Right.AUTOMATED
    assessment = AutomatedAssessment
    letters = frozenset({"automated_answer", "automated_answer_child"})

    def problems(
        self, assessment: AutomatedAssessment, request: Request, part: Part, today: date
    ) -> list[FieldProblem]:
        return review_problems(assessment, request, today)

    def result(self, part: Part) -> Result | None:
        found = _of(part)
        return _RESULTS[found.outcome] if found is not None else None

    def grounds(self, part: Part) -> tuple[str, ...]:
        return ("22(1)",) if self.result(part) is Result.REFUSED else ()

    def measures(self, assessment: AutomatedAssessment, language: Language) -> tuple[str, ...]:
        if assessment.outcome is not AutomatedOutcome.CHANGED:
            return ()
        found = [_("Carry out the new decision", language=language)]
        if forbidding(assessment.considered):
            text = _("Let a person make decisions of this kind from now on", language=language)
            found.append(text)
        return tuple(found)

    def offers(self, part: Part) -> tuple[Right, ...]:
        """Where art. 22 does not reach: to see what is held, and to object to profiling."""
        refused = self.result(part) is Result.REFUSED
        return (Right.ACCESS, Right.OBJECTION) if refused else ()

    def template(self, request: Request, part: Part) -> str:
        return child_or(request, "automated_answer")

    def facts(self, request: Request, part: Part, language: Language) -> Mapping[str, object]:
        found = _of(part)
        if found is None:
            return {}
        reviewed = found.outcome in REVIEWED
        return {
            "outcome": found.outcome.value,
            "automated_decision": found.decision.rstrip("."),
            "machine_rule": _machine_rule(found.considered),
            "machine_law": clean_line(reason_of(found.considered, "law")).rstrip("."),
            "reviewer": found.reviewer if reviewed else "",
            "reviewer_role": found.reviewer_role if reviewed else "",
            "reviewed_on": found.reviewed_on if reviewed else None,
            "own_view": found.own_view,
            "no_view": found.no_view,
            "new_decision": found.new_decision,
            "review_reasons": _reasons(found),
            "logic": found.logic,
            "consequences": reason_of(found.considered, "significant") if reviewed else "",
        }

    def summary(self, request: Request, part: Part) -> tuple[tuple[str, str], ...]:
        found = _of(part)
        if found is None:
            return ()
        allowed = ", ".join(words(one) for one in allowances(found.considered))
        by = ", ".join(text for text in (found.reviewer, found.reviewer_role) if text)
        day = found.reviewed_on
        return (
            (_("Result"), words(found.outcome)),
            (_("Decision by machine"), found.decision),
            (_("Human review asked for"), long_date(request.case.received)),
            (_("Answers and reasons"), in_words("automated", found.considered)),
            (_("A machine was allowed to"), allowed),
            (_("Looked at by"), f"{by}, {long_date(day)}" if by and day else by),
            (_("The person's view"), found.own_view or found.no_view),
            (_("New decision"), found.new_decision),
            (_("Reasons"), _reasons(found)),
            (_("How the system works"), found.logic),
        )

    def anonymous(self, assessment: AutomatedAssessment) -> AutomatedAssessment:
        """The outcome and the answers; no text."""
        return AutomatedAssessment(
            outcome=assessment.outcome,
            considered=tuple(
                Considered(question=one.question, answer=one.answer)
                for one in assessment.considered
            ),
            reviewed_on=assessment.reviewed_on,
            has_authority=assessment.has_authority,
            independent=assessment.independent,
        )


def _of(part: Part) -> AutomatedAssessment | None:
    assessment: AutomatedAssessment | None = part.assessment
    return assessment


def _machine_rule(considered: tuple[Considered, ...]) -> str:
    """Code of the letter: why a machine was allowed to decide, or why it was not."""
    if not covered(considered):
        return "not_covered"
    broken = forbidding(considered)
    return _RULES[broken] if broken else allowances(considered)[0].name.lower()


def _reasons(found: AutomatedAssessment) -> str:
    """The reasons of the letter: those of the answer that settles it, or of the review."""
    question = _SETTLING.get(found.outcome)
    return reason_of(found.considered, question) if question else found.reasons


RULES = AutomatedRules()
