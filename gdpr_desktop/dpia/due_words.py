"""What an assessment is due for, in words: on the overview, and under the date of the case."""

from datetime import date

from gdpr_desktop.core.text import N_, _
from gdpr_desktop.dpia.advice.waiting import TO_ADVISE, TO_DECIDE
from gdpr_desktop.dpia.assessment import LOOK_AGAIN, REVIEW_DUE, Dpia
from gdpr_desktop.dpia.consultation.timing import ANSWER, INFORM, NOTICE
from gdpr_desktop.dpia.service.upkeep import deadlines

DUES = {
    LOOK_AGAIN: N_("Look again at why no assessment (DPIA) was needed"),
    TO_ADVISE: N_("An assessment (DPIA) waits for the officer's advice"),
    TO_DECIDE: N_("An assessment (DPIA) waits for the risk owner"),
    ANSWER: N_("Datatilsynet answers a prior consultation at the latest"),
    NOTICE: N_("Datatilsynet says at the latest whether it needs more time for a consultation"),
    INFORM: N_("Datatilsynet waits for information about a consultation (our own target)"),
    REVIEW_DUE: N_("Look again at an assessment (DPIA): does it still hold?"),
}


def due_reason(found: Dpia, due: date) -> str:
    """What the date of the case is about: a deadline of its own, or a task."""
    kinds = (kind for kind, day in deadlines(found).items() if day == due)
    tasks = (one.title for one in found.tasks if one.due == due and not one.done)
    kind = next(kinds, None)
    return _(DUES[kind]) if kind is not None else next(tasks, "")
