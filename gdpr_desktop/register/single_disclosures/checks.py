"""What the fields of a single disclosure may hold. Each function returns the problems."""

from datetime import date

from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.casework.officers import is_officer, is_officers_title
from gdpr_desktop.core.clock import OSLO, Clock
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.law import deadlines
from gdpr_desktop.register.single_disclosures.model import (
    EXEMPTIONS,
    Assessment,
    Decision,
    Informing,
    Intake,
    Outcome,
    SingleDisclosure,
    Telling,
)


def intake_problems(intake: Intake, clock: Clock) -> list[FieldProblem]:
    """Who asks, about whom, for what, when."""
    found = required("requester_name", intake.requester.name, _("Write who asks."))
    found += required("name", intake.subject.name, _("Write whom the data are about."))
    found += required("wanted", intake.wanted, _("Write what is asked for."))
    found += line_lengths(
        requester_name=intake.requester.name,
        name=intake.subject.name,
        ground=intake.ground,
        court_order=intake.court_order,
        reference=intake.reference,
    )
    found += text_length("wanted", intake.wanted)
    found += not_to_come("received", intake.received, clock.today())
    found += _time_problems(intake, clock)
    if intake.wanted_by is not None and intake.wanted_by < intake.received:
        text = _("The answer cannot be wanted before it was asked for.")
        found.append(problem("wanted_by", text))
    return found


def _time_problems(intake: Intake, clock: Clock) -> list[FieldProblem]:
    at, now = intake.received_time, clock.now().astimezone(OSLO)
    if at is None:
        return []
    if intake.received == now.date() and at > now.time():
        return [problem("received_time", _("This time of day has not come yet."))]
    try:
        deadlines.oslo_instant(intake.received, at)
    except ValueError:
        text = _("The clocks were put forward over this hour. Check the time.")
        return [problem("received_time", text)]
    return []


def not_to_come(field: str, day: date, today: date) -> list[FieldProblem]:
    """``day`` is today or past."""
    return [problem(field, _("This day has not come yet."))] if day > today else []


def day_problems(field: str, day: date, found: SingleDisclosure, today: date) -> list[FieldProblem]:
    """``day`` is between receipt and today."""
    if day < found.case.received:
        return [problem(field, _("This is before the request was received."))]
    return not_to_come(field, day, today)


def assessment_problems(assessment: Assessment) -> list[FieldProblem]:
    """By whom, and each line short enough. A missing law is said, not refused: it may be missing
    in truth."""
    found = required("assessed_by", assessment.assessed_by, _("Write who assessed it."))
    found += line_lengths(
        law=assessment.law,
        lifted_by=assessment.lifted_by,
        assessed_by=assessment.assessed_by,
    )
    return found + text_length("note", assessment.note)


def decision_problems(decision: Decision, officers: frozenset[str]) -> list[FieldProblem]:
    """Who decided, what is given, what is refused and why. Never the officer."""
    found = required("name", decision.name, _("Write who decided. The officer only advises."))
    found += required("role", decision.role, _("Write the role that has been delegated to decide."))
    officer = _("The officer advises, and cannot decide. Write who decided.")
    if is_officer(decision.name, officers):
        found.append(problem("name", officer))
    elif is_officers_title(decision.role):
        found.append(problem("role", officer))
    if decision.outcome is not Outcome.REFUSED:
        found += required("given", decision.given, _("Write which data are given."))
    if decision.outcome is not Outcome.ALL:
        found += required("refused", decision.refused, _("Write what is refused, and why."))
    found += line_lengths(name=decision.name, role=decision.role)
    return found + text_length("given", decision.given) + text_length("refused", decision.refused)


def informing_problems(informing: Informing, found: SingleDisclosure) -> list[FieldProblem]:
    """An exemption names its letter and why; «nothing given» holds only for a refusal."""
    problems = text_length("why", informing.why)
    if informing.telling is Telling.EXEMPT:
        if informing.exemption not in EXEMPTIONS:
            text = _("Choose the letter of section 16.")
            problems.append(problem("exemption", text))
        problems += required("why", informing.why, _("Write why the exemption is used."))
    if informing.telling is Telling.LAW:
        problems += required("why", informing.why, _("Write which law lays the disclosure down."))
    if informing.telling is Telling.NOTHING_GIVEN and found.gives:
        text = _("Data were given. Say whether the person is told.")
        problems.append(problem("telling", text))
    return problems
