"""What a folding section shows of one step: its sign, facts, deeds, and what must come first."""

from gdpr_desktop.casework.widgets.case_view import Shown
from gdpr_desktop.core.roles import Role
from gdpr_desktop.requests.actions import Action, deed_words, is_for
from gdpr_desktop.requests.steps import StepState, StepView
from gdpr_desktop.requests.summary import StepFacts
from gdpr_desktop.requests.words import missing_words, words
from gdpr_desktop.ui.sections import Status

_SIGNS = {
    StepState.DONE: Status.DONE,
    StepState.NEXT: Status.NEXT,
    StepState.OPEN: Status.OPEN,
    StepState.WAITING: Status.OPEN,
    StepState.BLOCKED: Status.OPEN,
    StepState.NOT_NEEDED: Status.NONE,
}


def offered(facts: StepFacts, role: Role) -> tuple[tuple[Action, str], ...]:
    """The deeds that ``role`` may do, with the words on their buttons."""
    return tuple((one, deed_words(one)) for one in facts.actions if is_for(one, role))


def shown(facts: StepFacts, view: StepView, role: Role) -> Shown:
    """One step as it stands."""
    said = words(view.state) if view.state in (StepState.WAITING, StepState.NOT_NEEDED) else ""
    return Shown(
        facts=facts.facts,
        actions=offered(facts, role),
        summary=facts.summary or said,
        status=_SIGNS[view.state],
        hint=" ".join(missing_words(code) for code in view.missing),
    )
