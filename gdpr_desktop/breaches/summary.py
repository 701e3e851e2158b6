"""What the page of a breach says: the head, what was registered, and each section."""

from collections.abc import Callable

from gdpr_desktop.breaches.assessing import summary as assessing
from gdpr_desktop.breaches.facts import summary as facts
from gdpr_desktop.breaches.facts.rules import older_facts
from gdpr_desktop.breaches.facts.words import older_words
from gdpr_desktop.breaches.following import summary as following
from gdpr_desktop.breaches.guidance import step_texts
from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.breaches.notifying import summary as notifying
from gdpr_desktop.breaches.steps import Step
from gdpr_desktop.breaches.telling import summary as telling
from gdpr_desktop.core.clock import OSLO
from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.text import _

Rows = tuple[tuple[str, str], ...]


def about_line(found: Breach) -> str:
    """Number, unit and caseworker."""
    case = found.case
    parts = [case.number, found.intake.unit, case.caseworker, case.archive_number]
    return " · ".join(part for part in parts if part)


def intake_rows(found: Breach) -> Rows:
    """What was registered."""
    intake = found.intake
    discovered = long_instant(intake.discovered)
    told = found.officer_told_at
    return (
        (_("What happened"), intake.what),
        (_("Discovered"), ", ".join(one for one in (discovered, intake.discovered_by) if one)),
        (_("Aware of it"), long_instant(intake.aware)),
        (_("Why later than it was discovered"), intake.aware_reason),
        (_("Deviation"), found.deviation.number if found.deviation is not None else ""),
        (_("The officer was told"), long_instant(told) if told else ""),
    )


_ROWS: dict[Step, tuple[Callable[[Breach], Rows], ...]] = {
    Step.FIRST_HOUR: (facts.first_hour, following.routes),
    Step.FACTS: (facts.course, following.evidence),
    Step.SCOPE: (facts.scope,),
    Step.ASSESSMENT: (assessing.assessment,),
    Step.ADVICE: (assessing.advice,),
    Step.DECISION: (assessing.decision,),
    Step.NOTIFY: (notifying.notify,),
    Step.TELL: (telling.tell,),
    Step.FOLLOW_UP: (notifying.follow_up,),
    Step.MEASURES: (following.measures,),
    Step.LESSONS: (following.lessons,),
}


def step_rows(found: Breach, step: Step) -> Rows:
    """What is known at one step, without what is empty."""
    if step is Step.FILE:
        number = found.case.archive_number
        return ((_("Archive number"), number),) if number else ()
    rows = (row for part in _ROWS.get(step, ()) for row in part(found))
    return tuple(row for row in rows if row[1])


def step_hint(found: Breach, step: Step) -> str:
    """What must come first, or what the step is about while nothing is known."""
    if step in (Step.ADVICE, Step.DECISION) and not found.versions:
        return _("Assess the risk first.")
    if step is Step.ASSESSMENT and (older := older_facts(found)):
        return older_words(older)
    return "" if step_rows(found, step) else step_texts(step.value).action


def closed_on(found: Breach) -> str:
    """The day it was closed, in words."""
    at = found.case.closed_at
    return long_instant(at.astimezone(OSLO)) if at else ""
