"""What the page of a form says: the head, what was registered, and each section."""

from collections.abc import Callable

from gdpr_desktop.consents.checking import summary as checking
from gdpr_desktop.consents.forms.guidance import step_texts
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.forms.steps import Step
from gdpr_desktop.consents.forms.summaries import writing
from gdpr_desktop.consents.renewal import summary as renewal
from gdpr_desktop.consents.words import words
from gdpr_desktop.core.text import _

Rows = tuple[tuple[str, str], ...]

_ROWS: dict[Step, tuple[Callable[[Form], Rows], ...]] = {
    Step.BASIS: (checking.basis,),
    Step.CONTENT: (writing.content,),
    Step.CHECK: (checking.points,),
    Step.APPROVAL: (writing.approval,),
    Step.USE: (writing.use,),
    Step.REVIEW: (renewal.follow_up,),
}


def about_line(found: Form) -> str:
    """Number, kind, unit and version."""
    latest = found.latest
    version = _("version {number}").format(number=latest.number) if latest else _("draft")
    parts = [found.case.number, words(found.draft.kind), found.draft.unit, version]
    return " · ".join(part for part in parts if part)


def intake_rows(found: Form) -> Rows:
    """What was registered."""
    return (
        (_("Kind"), words(found.draft.kind)),
        (_("Unit"), found.draft.unit),
        (_("Responsible"), found.draft.responsible),
        (_("About"), words(found.draft.audience)),
    )


def step_rows(found: Form, step: Step) -> Rows:
    """What is known at one step, without what is empty."""
    if step is Step.FILE:
        number = found.case.archive_number
        return ((_("Archive number"), number),) if number else ()
    rows = (row for part in _ROWS.get(step, ()) for row in part(found))
    return tuple(row for row in rows if row[1])


def step_hint(found: Form, step: Step) -> str:
    """What must come first, or what the step is about while nothing is known."""
    if step in (Step.USE, Step.REVIEW) and found.case.open and not found.versions:
        return _("The form must be approved first.")
    return "" if step_rows(found, step) else step_texts(step.value).action
