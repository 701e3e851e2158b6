"""What the page of a breach says: the head, what was registered, and each section."""

from collections.abc import Callable

from gdpr_desktop.breaches.assessing import summary as assessing
from gdpr_desktop.breaches.assessing.from_case import is_outdated
from gdpr_desktop.breaches.facts import summary as facts
from gdpr_desktop.breaches.facts.rules import older_facts
from gdpr_desktop.breaches.facts.words import older_words
from gdpr_desktop.breaches.following import summary as following
from gdpr_desktop.breaches.guidance import step_texts
from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.breaches.notifying import summary as notifying
from gdpr_desktop.breaches.steps import Step, needs_telling
from gdpr_desktop.breaches.telling import summary as telling
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
        (_("What happened"), intake.what or _what_is_lacking(found)),
        (_("Discovered"), ", ".join(one for one in (discovered, intake.discovered_by) if one)),
        (_("Aware of it"), long_instant(intake.aware)),
        (_("Why later than it was discovered"), intake.aware_reason),
        (_("Deviation"), found.deviation.number if found.deviation is not None else ""),
        (_("The officer was told"), long_instant(told) if told else ""),
    )


def _what_is_lacking(found: Breach) -> str:
    if not found.case.open or found.case.anonymised_at is not None:
        return ""
    return _("Not written yet. The letters to those affected need it.")


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
    if step is Step.ASSESSMENT and found.case.open and is_outdated(found):
        older = older_words(older_facts(found)) or _("Facts have changed since it was assessed.")
        return " ".join((older, _("Assess the risk anew.")))
    if step in (Step.NOTIFY, Step.TELL) and found.case.open and (waits := _waits(found, step)):
        return waits
    return "" if step_rows(found, step) else step_texts(step.value).action


def _waits(found: Breach, step: Step) -> str:
    """What stands before telling the authority or people; empty when nothing does."""
    if step is Step.NOTIFY:
        text = _(
            "Note the decision first. When time is short, notify first and note the decision"
            " afterwards."
        )
        return text if found.decision is None and not found.notifications else ""
    if needs_telling(found) or found.tellings:
        return ""
    if found.decision is None:
        return _("Note the decision first.")
    return _("It is decided that people are not told.")
