"""What the page of a deviation says. No Qt, no rule."""

from datetime import date

from gdpr_desktop.breaches.deviations.model import Deviation
from gdpr_desktop.breaches.deviations.steps import Step
from gdpr_desktop.breaches.deviations.words import (
    ended_words,
    severity_words,
    source_words,
    state_words,
)
from gdpr_desktop.casework.deadline_words import remaining
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _

Rows = tuple[tuple[str, str], ...]


def about_line(found: Deviation) -> str:
    """Number, severity, state, department."""
    facts = found.facts
    severity = _("Severity: {severity}").format(severity=severity_words(facts.severity).lower())
    parts = (found.case.number, severity, state_words(found.state), facts.department)
    return " · ".join(part for part in parts if part)


def due_line(found: Deviation, today: date) -> str:
    """When it is looked at next."""
    day = found.facts.follow_up_on
    if day is None or not found.case.open:
        return ""
    text = _("Next follow-up {day} ({left})")
    return text.format(day=long_date(day), left=remaining(day, today))


def intake_rows(found: Deviation) -> Rows:
    """What was registered."""
    facts = found.facts
    return _filled(
        (_("What happened"), facts.what),
        (_("Noticed"), long_date(facts.noticed_on)),
        (_("Source"), source_words(facts.source)),
        (_("Department"), facts.department),
        (_("System or area"), facts.system),
        (_("Severity"), severity_words(facts.severity)),
    )


def step_rows(found: Deviation, step: Step) -> Rows:
    """What is known at one step."""
    facts, case = found.facts, found.case
    if step is Step.BREACH:
        number = found.breach.number if found.breach is not None else ""
        return _filled((_("Belongs to the breach"), number))
    if step is Step.FOLLOW_UP:
        day = facts.follow_up_on
        return _filled(
            (_("Follows it up"), facts.responsible),
            (_("Next follow-up"), long_date(day) if day is not None else ""),
            (_("Corrective action"), facts.corrective),
        )
    return _filled((_("Outcome"), ended_words(case.outcome) if not case.open else ""))


def step_hint(found: Deviation, step: Step) -> str:
    """What is to be done at a step where nothing is known yet."""
    if not found.case.open:
        return ""
    if step is Step.BREACH and found.breach is None:
        return _("If personal data were hit after all, it is a breach, and 72 hours run.")
    if step is Step.FOLLOW_UP and not found.facts.responsible:
        return _("Say who follows it up, and when they look at it next.")
    return ""


def _filled(*rows: tuple[str, str]) -> Rows:
    return tuple(row for row in rows if row[1])
