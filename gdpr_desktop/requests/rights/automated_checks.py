"""What an assessed decision by machine must hold: the answers bear it out, a human looked at it."""

from datetime import date

from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import questions
from gdpr_desktop.requests.checks import past_day
from gdpr_desktop.requests.model import Request
from gdpr_desktop.requests.questions import YES, answer_of
from gdpr_desktop.requests.rights.automated_model import (
    REVIEWED,
    AutomatedAssessment,
    AutomatedOutcome,
    forbidding,
)


def review_problems(
    found: AutomatedAssessment, request: Request, today: date
) -> list[FieldProblem]:
    """Everything wrong with it: the answers, the outcome, the review by a human."""
    problems = required("decision", found.decision, _("Write which decision it is about."))
    problems += _lengths(found)
    unanswered = questions.problems("automated", found.considered)
    if unanswered:
        return problems + unanswered
    disagreeing = _outcome_problems(found)
    if disagreeing or found.outcome not in REVIEWED:
        return problems + disagreeing
    return problems + _review_problems(found, request, today)


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
