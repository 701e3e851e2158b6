"""What may stand in a prior consultation, by the fields of its dialogs."""

from collections.abc import Iterable
from datetime import date

from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.advice.checks import day_problems, who_problems
from gdpr_desktop.dpia.codes import ConsultationAnswer
from gdpr_desktop.dpia.consultation.model import Consultation, Suspension


def ask_problems(
    asked: Consultation, officers: Iterable[str], earliest: date | None, today: date
) -> list[FieldProblem]:
    """Why Datatilsynet is asked, and who decided it: never the officer."""
    text = _("Write which risk is left, and why more cannot be done about it.")
    found = required("why", asked.why, text) + text_length("why", asked.why)
    found += who_problems(asked.decided_by, asked.role, officers)
    return found + day_problems("decided_on", asked.decided_on, earliest, today)


def sent_problems(asked: Consultation, today: date) -> list[FieldProblem]:
    """When it was sent, and when it came."""
    found = day_problems("sent_on", asked.sent_on, asked.decided_on, today)
    if asked.received_on is not None:
        found += day_problems("received_on", asked.received_on, asked.sent_on, today)
    return found + line_lengths(reference=asked.reference)


def heard_problems(asked: Consultation, day: date | None, today: date) -> list[FieldProblem]:
    """The day of what Datatilsynet said: not before it was sent."""
    return day_problems("day", day, asked.received_on or asked.sent_on, today)


def resume_problems(stood: Suspension, day: date | None, today: date) -> list[FieldProblem]:
    """The day when the time runs again."""
    return day_problems("day", day, stood.since, today)


def answer_problems(asked: Consultation, today: date) -> list[FieldProblem]:
    """What was answered, and what follows from it."""
    since = asked.received_on or asked.sent_on
    found = day_problems("answered_on", asked.answered_on, since, today)
    if asked.answer is None:
        found.append(problem("answer", _("Choose what Datatilsynet answered.")))
    elif asked.answer is not ConsultationAnswer.NO_OBJECTION:
        text = _("Write what Datatilsynet says.")
        found += required("answer_text", asked.answer_text, text)
    found += text_length("answer_text", asked.answer_text)
    return found + text_length("followed_up", asked.followed_up)
