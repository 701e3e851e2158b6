"""What the fields of measures, routes, evidence and lessons may hold. Each gives the problems."""

from datetime import date

from gdpr_desktop.breaches.model import Breach, Evidence, Lessons, Routed
from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.casework.model import Task
from gdpr_desktop.core.clock import local_date
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _

Problems = list[FieldProblem]


def day_problems(field: str, day: date, found: Breach, today: date) -> Problems:
    """``day`` is today or past, and not before the breach was discovered."""
    if day > today:
        return [problem(field, _("This day has not come yet."))]
    if day < local_date(found.intake.discovered):
        return [problem(field, _("This is before the breach was discovered."))]
    return []


def measure_problems(measure: Task, others: tuple[Task, ...], today: date) -> Problems:
    """What, by whom and by when: a planned measure has an owner and a day that has not gone by.

    ``others`` are the measures of the case but this one.
    """
    found = required("title", measure.title, _("Write what shall be done."))
    found += line_lengths(title=measure.title, responsible=measure.responsible)
    found += text_length("note", measure.note)
    if measure.title in {one.title for one in others}:
        text = _("This is in the list already. Give it a name that tells them apart.")
        found.append(problem("title", text))
    if measure.done:
        return found
    found += required("responsible", measure.responsible, _("Write who shall do it."))
    if measure.due is None:
        found.append(problem("due", _("Give the day it shall be done by.")))
    elif measure.due < today:
        found.append(problem("due", _("This day has gone by.")))
    return found


def done_problems(done_on: date, what: str, found: Breach, today: date) -> Problems:
    """When it was done, and what that was. What was done at once counts from the discovery."""
    problems = day_problems("done_on", done_on, found, today)
    problems += required("note", what, _("Write what was done."))
    return problems + text_length("note", what)


def evidence_problems(evidence: Evidence, others: tuple[Evidence, ...]) -> Problems:
    """What it proves, and where it lies: a file's print, a reference of the archive, or both."""
    found = required("what", evidence.what, _("Write what it is, and what it shows."))
    found += text_length("what", evidence.what) + line_lengths(archive=evidence.archive)
    if not evidence.sha256 and not evidence.archive:
        text = _("Choose the file, or write where it lies in the archive.")
        found.append(problem("archive", text))
    if evidence.sha256 and evidence.sha256 in {one.sha256 for one in others}:
        text = _("This very file is in the list already.")
        found.append(problem("file", text))
    return found


def route_problems(routed: Routed, found: Breach, today: date) -> Problems:
    """Whom, and when."""
    problems = required("whom", routed.whom, _("Write who was told: a role or an office."))
    problems += line_lengths(whom=routed.whom, reference=routed.reference)
    problems += text_length("note", routed.note)
    return problems + day_problems("told_on", routed.told_on, found, today)


def lessons_problems(lessons: Lessons, found: Breach, today: date) -> Problems:
    """What was learnt, and by whom it was written down."""
    problems = required("learnt", lessons.learnt, _("Write what this has taught us."))
    problems += required("name", lessons.name, _("Write who wrote this down."))
    problems += text_length("learnt", lessons.learnt) + text_length("changes", lessons.changes)
    problems += line_lengths(name=lessons.name)
    return problems + day_problems("noted_on", lessons.noted_on, found, today)
