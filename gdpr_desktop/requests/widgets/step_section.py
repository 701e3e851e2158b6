"""What a folding section shows of one step: its sign, facts, deeds, and what must come first."""

from gdpr_desktop.core.roles import Role
from gdpr_desktop.requests.actions import deed_words, is_for
from gdpr_desktop.requests.steps import StepState, StepView
from gdpr_desktop.requests.summary import StepFacts
from gdpr_desktop.requests.words import missing_words, words
from gdpr_desktop.ui.facts_panel import Facts, FactsPanel
from gdpr_desktop.ui.sections import Section, Status

_SIGNS = {
    StepState.DONE: Status.DONE,
    StepState.NEXT: Status.NEXT,
    StepState.OPEN: Status.OPEN,
    StepState.WAITING: Status.OPEN,
    StepState.BLOCKED: Status.OPEN,
    StepState.NOT_NEEDED: Status.NONE,
}


def fill(section: Section, panel: FactsPanel, facts: StepFacts, role: Role) -> None:
    """Show the facts, and the deeds that ``role`` may do."""
    offered = tuple((one, deed_words(one)) for one in facts.actions if is_for(one, role))
    section.set_summary(facts.summary)
    panel.show_facts(Facts(facts=facts.facts, actions=offered))


def fill_section(
    section: Section, panel: FactsPanel, facts: StepFacts, view: StepView, role: Role
) -> None:
    """Show one step as it stands."""
    section.set_status(_SIGNS[view.state])
    fill(section, panel, facts, role)
    if view.state in (StepState.WAITING, StepState.NOT_NEEDED) and not facts.summary:
        section.set_summary(words(view.state))
    panel.set_hint(" ".join(missing_words(code) for code in view.missing))
