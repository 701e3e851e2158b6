"""Automated decision, art. 22 and handbook chapter 7: a human looks at what a machine decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.core.code_words import CodeWords
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.law import automated as law
from gdpr_desktop.law.automated import Allowance
from gdpr_desktop.law.bases import Condition
from gdpr_desktop.requests import questions
from gdpr_desktop.requests.checks import past_day
from gdpr_desktop.requests.model import Considered, Part, Request, Result, Right
from gdpr_desktop.requests.questions import YES, answer_of, reason_of
from gdpr_desktop.requests.rights.base import RightRules, child_or


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
_SETTLING = {  # the question whose answer settles that art. 22 does not reach
    AutomatedOutcome.NOT_AUTOMATED: "solely_automated",
    AutomatedOutcome.NOT_SIGNIFICANT: "significant",
}
_RULES = {"22(1)": "no_exception", "22(4)": "special_categories"}


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


words = CodeWords(
    (
        (AutomatedOutcome.CHANGED, N_("Changed, or made anew by a person")),
        (AutomatedOutcome.UPHELD, N_("Looked at by a person, and stands")),
        (AutomatedOutcome.NOT_AUTOMATED, N_("A person took part: never made by a machine alone")),
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


class AutomatedRules(RightRules):
    """Automated decision: is it covered, was it allowed, who looked at it, what came of it."""

    right = Right.AUTOMATED
    assessment = AutomatedAssessment
    letters = frozenset({"automated_answer", "automated_answer_child"})

    def problems(
        self, assessment: AutomatedAssessment, request: Request, part: Part, today: date
    ) -> list[FieldProblem]:
        found = required("decision", assessment.decision, _("Write which decision it is about."))
        found += _lengths(assessment)
        unanswered = questions.problems("automated", assessment.considered)
        if unanswered:
            return found + unanswered
        disagreeing = _outcome_problems(assessment)
        if disagreeing or assessment.outcome not in REVIEWED:
            return found + disagreeing
        return found + _review_problems(assessment, request, today)

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


def _outcome_problems(found: AutomatedAssessment) -> list[FieldProblem]:
    """Does the outcome agree with the answers?"""
    if answer_of(found.considered, "solely_automated") != YES:
        if found.outcome is AutomatedOutcome.NOT_AUTOMATED:
            return []
        text = _("You answered that a person took part. Then this cannot be the result.")
        return [problem("outcome", text)]
    if answer_of(found.considered, "significant") != YES:
        if found.outcome is AutomatedOutcome.NOT_SIGNIFICANT:
            return []
        text = _("You answered that the effect is not significant. Then this cannot be the result.")
        return [problem("outcome", text)]
    if found.outcome not in REVIEWED:
        text = _("You answered that a machine decided alone, with significant effect.")
        return [problem("outcome", text)]
    if found.outcome is AutomatedOutcome.UPHELD and forbidding(found.considered):
        text = _("A machine was not allowed to decide this alone. A person must decide it anew.")
        return [problem("outcome", text)]
    return []


def _review_problems(
    found: AutomatedAssessment, request: Request, today: date
) -> list[FieldProblem]:
    """The review by a human, art. 22(3): somebody with authority, and the person is heard."""
    problems = required("reviewer", found.reviewer, _("Write who has looked at the decision."))
    problems += required("reviewer_role", found.reviewer_role, _("Write the role."))
    problems += past_day(
        "reviewed_on",
        found.reviewed_on,
        today=today,
        earliest=request.case.received,
        before=_("This is before the request was received."),
    )
    if not found.has_authority:
        text = _("Somebody who may change the decision must look at it.")
        problems.append(problem("has_authority", text))
    if not found.independent:
        text = _("Who runs the machine cannot be the one who looks at its decision.")
        problems.append(problem("independent", text))
    if not found.own_view.strip():
        text = _("Write what the person says, or why the person has not been heard.")
        problems += required("no_view", found.no_view, text)
    if found.outcome is AutomatedOutcome.CHANGED:
        problems += required("new_decision", found.new_decision, _("Write the new decision."))
    problems += required("reasons", found.reasons, _("Write the reasons."))
    text = _("Explain how the system works, so that the person understands the decision.")
    return problems + required("logic", found.logic, text)


def _lengths(found: AutomatedAssessment) -> list[FieldProblem]:
    problems = line_lengths(
        decision=found.decision, reviewer=found.reviewer, reviewer_role=found.reviewer_role
    )
    for field in ("own_view", "no_view", "new_decision", "reasons", "logic"):
        problems += text_length(field, getattr(found, field))
    for one in found.considered:
        problems += text_length("considered", one.reason)
    return problems


RULES = AutomatedRules()
