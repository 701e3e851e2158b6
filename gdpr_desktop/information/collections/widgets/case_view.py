"""One collection: head with the deadline, the next step as one button, folding steps, timeline."""

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.widgets.case_timeline import CaseTimeline, TimelineWords
from gdpr_desktop.casework.widgets.private_notes import FORM, PrivateNotes, is_for
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed, scope
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
from gdpr_desktop.information.collections.widgets.case_head import CaseHead
from gdpr_desktop.information.collections.widgets.deeds import Deeds
from gdpr_desktop.information.collections.words import missing_words, step_title, words
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.facts_panel import Facts, FactsPanel
from gdpr_desktop.ui.labels import button
from gdpr_desktop.ui.page_scroll import PageScroll
from gdpr_desktop.ui.sections import Section, Status

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

_SIGNS = {
    StepState.DONE: Status.DONE,
    StepState.NEXT: Status.NEXT,
    StepState.OPEN: Status.OPEN,
    StepState.BLOCKED: Status.OPEN,
    StepState.NOT_NEEDED: Status.NONE,
}


class CaseView(PageScroll):
    """Shows one collection at a time; its pieces live as long as the page."""

    def __init__(self, vault: "Vault", parent: QWidget | None = None) -> None:
        page = QWidget()
        super().__init__(page, parent)
        self._vault = vault
        self._case_id: CaseId | None = None
        self._collection: Collection | None = None
        self.deeds = Deeds(vault, self)
        self.head = CaseHead()
        self.head.action_chosen.connect(self.start)
        self._intake = Section(_("The collection"))
        self._intake_panel = self._panel(self._intake)
        self._sections = {step: Section(step_title(step), why=guidance.why(step)) for step in Step}
        self._panels = {step: self._panel(section) for step, section in self._sections.items()}
        self.timeline = CaseTimeline(
            vault,
            TimelineWords(text=timeline_text, detail=timeline_detail, icon=timeline_icon),
        )
        self.private_notes = PrivateNotes(vault) if is_for(vault.actor.role) else None
        self._lay_out(page)

    def _panel(self, section: Section) -> FactsPanel:
        panel = FactsPanel()
        panel.action_chosen.connect(self.start)
        section.body.addWidget(panel)
        return panel

    def _lay_out(self, page: QWidget) -> None:
        layout = QVBoxLayout(page)
        layout.setContentsMargins(16, 0, 16, 24)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addSpacing(16)
        layout.addWidget(self._intake)
        for section in self._sections.values():
            layout.addWidget(section)
        if self.private_notes is not None:
            layout.addWidget(self.private_notes)
        happened = Section(_("What has happened"), expanded=True)
        happened.body.setContentsMargins(0, 4, 0, 16)
        happened.body.addWidget(self.timeline)
        self.opened_by = button(_("Who has opened this case?"), "link")
        self.opened_by.setVisible(scope(self._vault.actor.role, Deed.READ_JOURNAL) is not None)
        self.opened_by.clicked.connect(self._on_opened_by)
        happened.body.addWidget(self.opened_by, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(happened)
        layout.addStretch(1)

    @property
    def collection(self) -> Collection | None:
        """The collection shown."""
        return self._collection

    def show_case(self, case_id: CaseId) -> None:
        """Show a case from the top, its next step unfolded."""
        other = case_id != self._case_id
        self._case_id = case_id
        self.refresh(unfold=other)
        if other:
            self.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Show nothing."""
        self._case_id = self._collection = None

    def refresh(self, *, unfold: bool = False) -> None:
        """Read the case anew; what is unfolded stays so, and a new next step unfolds."""
        if self._case_id is None:
            return
        before = next_step(self._collection) if self._collection else None
        found = self._collection = service.read_collection(self._vault, self._case_id)
        self.head.show_collection(found, self._vault.clock.today(), self._vault.actor.role)
        activity = None
        with suppress(AppError):  # it cannot be read: what the case itself knows is shown
            activity = activity_of(self._vault.db, found)
        self._fill(self._intake, self._intake_panel, intake_facts(found, activity))
        for view in progress(found):
            self._show_step(found, view)
        self.timeline.show_case(
            cases.timeline(self._vault.db, self._case_id),
            cases.letters(self._vault.db, self._case_id),
            self._case_id,
        )
        if self.private_notes is not None:
            self.private_notes.setVisible(found.case.anonymised_at is None)
            self.private_notes.show_case(self._case_id)
        now = next_step(found)
        if unfold or now is not before:
            for step, section in self._sections.items():
                section.set_expanded(step is now)

    def _show_step(self, collection: Collection, view: StepView) -> None:
        section = self._sections[view.step]
        facts = step_facts(collection, view.step)
        section.set_status(_SIGNS[view.state])
        section.setVisible(view.step is not Step.CHANGE or collection.changed_on is not None)
        self._fill(section, self._panels[view.step], facts)
        if view.state is StepState.NOT_NEEDED and not facts.summary:
            section.set_summary(words(view.state))
        missing = " ".join(missing_words(code) for code in view.missing)
        self._panels[view.step].set_hint(missing)

    def _fill(self, section: Section, panel: FactsPanel, facts: StepFacts) -> None:
        role = self._vault.actor.role
        offered = tuple((one, deed_words(one)) for one in facts.actions if offers(one, role))
        section.set_summary(facts.summary)
        panel.show_facts(Facts(facts=facts.facts, actions=offered))

    def start(self, action: Action) -> None:
        """Carry out an action on the case shown."""
        if self._collection is not None:
            self.deeds.start(action, self._collection)

    def resume_draft(self, form: str, collection: Collection) -> None:
        """Open the dialog that a draft of ``form`` was typed in."""
        code, _dot, number = form.partition(".")
        if code != FORM:
            self.deeds.resume(code, collection)
        elif self.private_notes is not None:
            self.private_notes.resume(int(number) if number else None)

    def _on_opened_by(self) -> None:
        if self._case_id is not None:
            bus.journal_wanted.emit(self._case_id)
