"""What the fields of the first hour, the course and the scope may hold: the problems of each."""

from collections.abc import Iterable
from datetime import datetime

from gdpr_desktop.breaches.checks import not_to_come
from gdpr_desktop.breaches.codes import Happened, Known
from gdpr_desktop.breaches.facts.rules import MOST
from gdpr_desktop.breaches.model import Count, Course, Intake, Link, Scope, Ticked
from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _


def first_hour_problems(ticked: Iterable[Ticked], now: datetime) -> list[FieldProblem]:
    """Each point has who did it, and when. Fields: ``POINT_by``, ``POINT_at``, ``POINT_note``."""
    found: list[FieldProblem] = []
    for one in ticked:
        field = f"{one.point}_by"
        found += required(field, one.by, _("Write who did it."))
        found += line_lengths(**{field: one.by})
        found += text_length(f"{one.point}_note", one.note)
        found += not_to_come(f"{one.point}_at", one.at, now)
    return found


def course_problems(course: Course, intake: Intake, now: datetime) -> list[FieldProblem]:
    """When it happened, when we were told; each in its order."""
    found = _happened_problems(course, intake, now) + _told_problems(course, now)
    found += line_lengths(
        reporter_name=course.reporter_name,
        quality_reference=course.quality_reference,
        exposed=course.exposed,
    )
    for field in ("discovered_how", "cause", "secondary"):
        found += text_length(field, getattr(course, field))
    return found


def _happened_problems(course: Course, intake: Intake, now: datetime) -> list[FieldProblem]:
    begin, end = course.happened_from, course.happened_to
    if course.happened is Happened.UNKNOWN:
        return []
    if begin is None:
        text = _("Give the date and the time, or choose that it is not known.")
        return [problem("happened_from", text)]
    found = not_to_come("happened_from", begin, now)
    if not found and begin > intake.discovered:
        text = _("It was discovered before this. Check both times.")
        found.append(problem("happened_from", text))
    if course.happened is not Happened.PERIOD:
        return found
    if end is None:
        return [*found, problem("happened_to", _("Give the date and the time when it ended."))]
    if end < begin:
        return [*found, problem("happened_to", _("It cannot end before it began."))]
    return found + not_to_come("happened_to", end, now)


def _told_problems(course: Course, now: datetime) -> list[FieldProblem]:
    told, aware = course.reported_at, course.processor_aware
    found = not_to_come("reported_at", told, now) + not_to_come("processor_aware", aware, now)
    if told is None:
        return found
    if aware is not None and aware > told:
        text = _("The processor cannot know of it later than it told us.")
        found.append(problem("processor_aware", text))
    if course.happened_from is not None and told < course.happened_from:
        text = _("We cannot have been told before it began. Check both times.")
        found.append(problem("reported_at", text))
    return found


def scope_problems(scope: Scope) -> list[FieldProblem]:
    """At least one kind, and numbers that can be."""
    found = []
    if not scope.kinds:
        text = _("Choose at least one: without it, it is no breach.")
        found.append(problem("kinds", text))
    found += count_problems("people_count", scope.people_count)
    found += count_problems("records_count", scope.records_count)
    for field in ("people_text", "data_text", "where_now", "measures_before", "consequences_text"):
        found += text_length(field, getattr(scope, field))
    for field, links in (
        ("activities", scope.activities),
        ("systems", scope.systems),
        ("processors", scope.processors),
    ):
        found += _link_problems(field, links)
    return found


def count_problems(field: str, count: Count) -> list[FieldProblem]:
    """A number of at least 1, or none where it is not known."""
    if count.known is Known.UNKNOWN:
        return []
    if count.number is None:
        return [problem(field, _("Write a number, or choose that it is not known."))]
    if count.number < 1:
        text = _("At least one was affected. If nobody knows how many, choose that it is unknown.")
        return [problem(field, text)]
    return [problem(field, too_high())] if count.number > MOST else []


def too_high() -> str:
    """Of a number that cannot be."""
    return _("There are not that many. Check the number.")


def _link_problems(field: str, links: tuple[Link, ...]) -> list[FieldProblem]:
    return [found for one in links for found in line_lengths(**{field: one.name})]
