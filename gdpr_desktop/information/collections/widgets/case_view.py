"""One collection: head with the deadline, the next step as one button, folding steps, timeline."""

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.widgets.case_head import Head
from gdpr_desktop.casework.widgets.case_timeline import TimelineWords
from gdpr_desktop.casework.widgets.case_view import CaseView, Shown
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.information.collections import guidance, service
from gdpr_desktop.information.collections.actions import Action, deed_words
from gdpr_desktop.information.collections.actions import is_for as offers
from gdpr_desktop.information.collections.letter_facts import activity_of
from gdpr_desktop.information.collections.model import Collection
from gdpr_desktop.information.collections.steps import (
    Step,
    StepState,
    StepView,
    next_step,
    progress,
)
from gdpr_desktop.information.collections.summary import StepFacts, intake_facts, step_facts
from gdpr_desktop.information.collections.timeline_words import (
    timeline_detail,
    timeline_icon,
    timeline_text,
)
from gdpr_desktop.information.collections.widgets.case_head import head_of
from gdpr_desktop.information.collections.widgets.deeds import Deeds
from gdpr_desktop.information.collections.words import missing_words, step_title, words
from gdpr_desktop.ui.sections import Status

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

_SIGNS = {
    StepState.DONE: Status.DONE,
    StepState.NEXT: Status.NEXT,
    StepState.OPEN: Status.OPEN,
    StepState.BLOCKED: Status.OPEN,
    StepState.NOT_NEEDED: Status.NONE,
}


class CollectionView(CaseView):
    """Shows one collection at a time; its pieces live as long as the page."""

    def __init__(self, vault: "Vault", parent: QWidget | None = None) -> None:
        super().__init__(
            vault,
            intake=_("The collection"),
            steps=((step, step_title(step), guidance.why(step)) for step in Step),
            words=TimelineWords(text=timeline_text, detail=timeline_detail, icon=timeline_icon),
            parent=parent,
        )
        self.deeds = Deeds(vault, self)

    @property
    def collection(self) -> Collection | None:
        """The collection shown."""
        found: Collection | None = self.found
        return found

    def read(self, case_id: CaseId) -> Collection:
        return service.read_collection(self._vault, case_id)

    def next_of(self, found: Collection) -> Step | None:
        return next_step(found)

    def head_of(self, found: Collection) -> Head:
        return head_of(found, self._vault.clock.today(), self._vault.actor.role)

    def intake_of(self, found: Collection) -> Shown:
        activity = None
        with suppress(AppError):  # it cannot be read: what the case itself knows is shown
            activity = activity_of(self._vault.db, found)
        facts = intake_facts(found, activity)
        return Shown(facts=facts.facts, actions=self._offered(facts), summary=facts.summary)

    def steps_of(self, found: Collection) -> Mapping[Step, Shown]:
        return {view.step: self._step(found, view) for view in progress(found)}

    def _step(self, found: Collection, view: StepView) -> Shown:
        facts = step_facts(found, view.step)
        not_needed = words(view.state) if view.state is StepState.NOT_NEEDED else ""
        return Shown(
            facts=facts.facts,
            actions=self._offered(facts),
            summary=facts.summary or not_needed,
            status=_SIGNS[view.state],
            hint=" ".join(missing_words(code) for code in view.missing),
            visible=view.step is not Step.CHANGE or found.changed_on is not None,
        )

    def _offered(self, facts: StepFacts) -> tuple[tuple[Action, str], ...]:
        role = self._vault.actor.role
        return tuple((one, deed_words(one)) for one in facts.actions if offers(one, role))
