"""What an assessed objection must hold. The weighing cannot be skipped, whoever saves it."""

from datetime import date

from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.law.objection import Ground, Use, grounds_for, provision
from gdpr_desktop.requests import questions
from gdpr_desktop.requests.checks import past_day
from gdpr_desktop.requests.model import Part, Request
from gdpr_desktop.requests.questions import YES, answer_of
from gdpr_desktop.requests.rights.objection_model import (
    GOING_ON,
    STOPPING,
    WEIGHED,
    ObjectionAssessment,
    ObjectionOutcome,
    use_of,
)

LONGEST_LIST = 100  # systems, and processors with them


def weighing_problems(
    found: ObjectionAssessment, request: Request, part: Part, today: date
) -> list[FieldProblem]:
    """Everything wrong with it: the right, the pause, the weighing, the outcome."""
    problems = required("objected_to", found.objected_to, _("Write what the person objects to."))
    problems += _lengths(found)
    if found.outcome is ObjectionOutcome.WEIGHING:
        return problems + _pause_problems(found, request, today)
    unanswered = questions.problems("objection", found.considered)
    if unanswered:
        return problems + unanswered
    problems += _right_problems(found, part)
    if not any(one.field in ("basis", "outcome") for one in problems):
        problems += _outcome_problems(found, request, today)
    return problems


def _right_problems(found: ObjectionAssessment, part: Part) -> list[FieldProblem]:
    """Is there a right to object, and does the outcome agree?"""
    use = use_of(found.considered)
    if use is Use.MARKETING and found.outcome is not ObjectionOutcome.UPHELD:
        return [problem("outcome", _("An objection to direct marketing is always upheld."))]
    if use is Use.ORDINARY and part.basis is None:
        text = _("Choose the lawful basis. The right to object depends on it.")
        return [problem("basis", text)]
    right = provision(use, part.basis) is not None
    if right and found.outcome is ObjectionOutcome.NOT_APPLICABLE:
        text = _("There is a right to object here. The objection must be weighed.")
        return [problem("outcome", text)]
    if not right and found.outcome is not ObjectionOutcome.NOT_APPLICABLE:
        text = _(
            "On this lawful basis there is no right to object. Explain why, and offer the right "
            "that fits."
        )
        return [problem("outcome", text)]
    return []


def _outcome_problems(
    found: ObjectionAssessment, request: Request, today: date
) -> list[FieldProblem]:
    if found.outcome is ObjectionOutcome.NOT_APPLICABLE:
        text = _("Explain what the processing rests on. The person reads this.")
        return _written("conclusion", found.conclusion, text)
    problems: list[FieldProblem] = []
    if use_of(found.considered) is not Use.MARKETING:
        problems += _pause_problems(found, request, today) + _weighed(found)
    if found.outcome in GOING_ON:
        problems += _ground_problems(found)
    elif any(answer_of(found.considered, one.value) == YES for one in Ground):
        text = _("You answered that there is a ground for going on. Change the answer or this.")
        problems.append(problem("outcome", text))
    if found.outcome in STOPPING and not all(one.system.strip() for one in found.stops):
        problems.append(problem("stops", _("Write the system for each processor.")))
    if found.outcome in STOPPING and not found.stops:
        text = _("Write each system where the processing stops.")
        problems.append(problem("stops", text))
    if found.outcome is ObjectionOutcome.PART:
        problems += _written("continues", found.continues, _("Write what we go on with."))
    return problems


def _weighed(found: ObjectionAssessment) -> list[FieldProblem]:
    """The written weighing: each of its four parts says something."""
    assert found.outcome in WEIGHED, "the others are not weighed"
    problems = _written(
        "situation", found.situation, _("Write what the person says of the situation.")
    )
    problems += _written(
        "our_grounds", found.our_grounds, _("Write our grounds. If there are none, write that.")
    )
    problems += _written(
        "weighing", found.weighing, _("Write how the two have been weighed against each other.")
    )
    return problems + _written(
        "conclusion", found.conclusion, _("Write what the weighing led to, and why.")
    )


def _ground_problems(found: ObjectionAssessment) -> list[FieldProblem]:
    """Going on needs one of the three grounds, and the answers must bear it out."""
    ground = found.ground
    if ground is None:
        text = _("Choose the ground for going on. Without one the objection is upheld.")
        return [problem("ground", text)]
    if ground not in grounds_for(use_of(found.considered)):
        text = _("This ground does not hold for what the data are used for.")
        return [problem("ground", text)]
    if answer_of(found.considered, ground.value) != YES:
        text = _("You answered that we do not have this ground. The burden of proof is ours.")
        return [problem("ground", text)]
    return []


def _pause_problems(
    found: ObjectionAssessment, request: Request, today: date
) -> list[FieldProblem]:
    """Paused where and since when; or why not, and restricted processing offered instead."""
    for one in found.paused:
        if not one.system.strip():
            return [problem("paused", _("Write the system for each day."))]
        before = _("This is before the request was received.")
        earliest = request.case.received
        late = past_day("paused", one.day, today=today, earliest=earliest, before=before)
        if late:
            return late
    if found.paused:
        return []
    text = _("The processing is to be paused while this is weighed. If it is not, write why.")
    problems = _written("not_paused", found.not_paused, text)
    if not found.restriction_offered:
        text = _("Offer the person restricted processing when the processing is not paused.")
        problems.append(problem("restriction_offered", text))
    return problems


def _written(field: str, text: str, sentence: str) -> list[FieldProblem]:
    """Something is said: a full stop or a dash alone says nothing."""
    return required(field, text if any(map(str.isalnum, text)) else "", sentence)


def _lengths(found: ObjectionAssessment) -> list[FieldProblem]:
    problems = text_length("objected_to", found.objected_to)
    for field in ("not_paused", "situation", "our_grounds", "weighing", "conclusion", "continues"):
        problems += text_length(field, getattr(found, field))
    for one in found.considered:
        problems += text_length("considered", one.reason)
    problems += _row_problems("paused", [one.system for one in found.paused])
    told = [one.processor for one in found.stops]
    return problems + _row_problems("stops", [*(one.system for one in found.stops), *told])


def _row_problems(field: str, words: list[str]) -> list[FieldProblem]:
    """Not more rows than can be gone through one by one, and each fits on its line."""
    if len(words) > LONGEST_LIST:
        text = _("There are too many lines. Write the systems together that are treated alike.")
        return [problem(field, text)]
    longest = max(words, key=len, default="")
    return line_lengths(**{field: longest})
