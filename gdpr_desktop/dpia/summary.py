"""What the page of an assessment says: the head, what was registered, and each section."""

from collections.abc import Callable

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.guidance import step_texts
from gdpr_desktop.dpia.steps import Step, is_sent, lacks
from gdpr_desktop.dpia.summaries import (
    approval,
    consultation,
    need,
    opinion,
    review,
    risks,
    work_files,
    writing,
)
from gdpr_desktop.dpia.words import words

Rows = tuple[tuple[str, str], ...]

_ROWS: dict[Step, Callable[[Dpia], Rows]] = {
    Step.NEED: need.rows,
    Step.WRITING: work_files.after(writing.rows),
    Step.RISKS: risks.rows,
    Step.OPINION: opinion.rows,
    Step.CONSULTATION: consultation.rows,
    Step.APPROVAL: approval.rows,
    Step.REVIEW: review.rows,
}


def about_line(found: Dpia) -> str:
    """Number, state and unit."""
    parts = [found.case.number, words(found.state), found.about.unit]
    return " · ".join(part for part in parts if part)


def intake_rows(found: Dpia) -> Rows:
    """What was registered."""
    about = found.about
    starts = long_date(about.starts_on) if about.starts_on else ""
    return (
        (_("What"), about.description),
        (_("System"), about.systems),
        (_("New or changed"), words(about.novelty)),
        (_("Unit"), about.unit),
        (_("Risk owner"), ", ".join(p for p in (about.responsible, about.responsible_role) if p)),
        (_("Begins"), starts),
        (_("Caseworker"), found.case.caseworker),
    )


def step_rows(found: Dpia, step: Step) -> Rows:
    """What is known at one step, without what is empty."""
    if step is Step.FILE:
        number = found.case.archive_number
        return ((_("Archive number"), number),) if number else ()
    made = _ROWS.get(step)
    return tuple(row for row in made(found) if row[1]) if made else ()


def step_summary(found: Dpia, step: Step) -> str:
    """What is known, in a line: also when something is missing in what was sent, or a file out."""
    rows = step_rows(found, step)
    said = [rows[0][1].partition("\n")[0]] if rows else []
    if is_sent(found) and lacks(found, step):
        said.append(_("something is missing"))
    if step is Step.WRITING and work_files.is_out(found):
        said.append(_("a work file is out"))
    return " · ".join(said)


def step_hint(found: Dpia, step: Step) -> str:
    """What the step is about while nothing is known; what to do with a work file that is out."""
    if step is Step.WRITING and (told := work_files.hint(found)):
        return told
    return "" if step_rows(found, step) else step_texts(step.value).action
