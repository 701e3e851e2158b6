"""One disclosure: who and what, the next step as one button, the steps, what has happened."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.widgets.case_timeline import CaseTimeline, TimelineWords
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.register.single_disclosures import service
from gdpr_desktop.register.single_disclosures.actions import (
    Action,
    action_words,
    actions_of,
    may,
    primary,
)
from gdpr_desktop.register.single_disclosures.model import SingleDisclosure
from gdpr_desktop.register.single_disclosures.steps import Step, is_done, next_step
from gdpr_desktop.register.single_disclosures.summary import (
    about_line,
    due_line,
    intake_facts,
    step_facts,
    step_hint,
)
from gdpr_desktop.register.single_disclosures.words import (
    step_words,
    timeline_detail,
    timeline_icon,
    timeline_text,
)
from gdpr_desktop.ui.facts_panel import Facts, FactsPanel
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.page_scroll import PageScroll
from gdpr_desktop.ui.sections import Section, Status

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


class DisclosureView(PageScroll):
    """Shows one disclosure at a time; its pieces live as long as the page."""

    action_wanted = Signal(object)  # Action

    def __init__(self, vault: "Vault", parent: QWidget | None = None) -> None:
        page = QWidget()
        super().__init__(page, parent)
        self._vault = vault
        self._case_id: CaseId | None = None
        self.disclosure: SingleDisclosure | None = None
        self._title, self._about = label("", "title"), label("", "muted")
        self._due = label("", "label")
        self.next = button("", "primary")
        self.next.clicked.connect(self._on_next_clicked)
        self._intake = Section(_("What is asked for"), expanded=True)
        self._intake_panel = self._panel(self._intake)
        self._sections = {step: Section(step_words(step)) for step in Step}
        self._panels = {step: self._panel(section) for step, section in self._sections.items()}
        words = TimelineWords(text=timeline_text, detail=timeline_detail, icon=timeline_icon)
        self.timeline = CaseTimeline(vault, words)
        self._lay_out(page)

    def _panel(self, section: Section) -> FactsPanel:
        panel = FactsPanel()
        panel.action_chosen.connect(self.action_wanted)
        section.body.addWidget(panel)
        return panel

    def _lay_out(self, page: QWidget) -> None:
        card = QFrame()
        card.setProperty("role", "side")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.addWidget(self._due)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(16, 0, 16, 24)
        layout.setSpacing(0)
        for widget, space in ((self._title, 0), (self._about, 8), (card, 8)):
            layout.addWidget(widget)
            layout.addSpacing(space)
        layout.addWidget(self.next, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(16)
        layout.addWidget(self._intake)
        for section in self._sections.values():
            layout.addWidget(section)
        happened = Section(_("What has happened"), expanded=True)
        happened.body.addWidget(self.timeline)
        layout.addWidget(happened)
        layout.addStretch(1)

    def show_case(self, case_id: CaseId) -> None:
        """Show a case from the top, its next step unfolded."""
        other = case_id != self._case_id
        self._case_id = case_id
        self.refresh(unfold=other)
        if other:
            self.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Show nothing."""
        self._case_id = self.disclosure = None

    def refresh(self, *, unfold: bool = False) -> None:
        """Read the case anew; what is unfolded stays so, and a new next step unfolds."""
        if self._case_id is None:
            return
        before = next_step(self.disclosure) if self.disclosure else None
        found = self.disclosure = service.read_disclosure(self._vault, self._case_id)
        now = next_step(found)
        self._show_head(found, now)
        self._fill(self._intake_panel, intake_facts(found), self._intake_actions(found))
        for step, section in self._sections.items():
            self._show_step(found, step, section, now)
            if unfold or now is not before:
                section.set_expanded(step is now)
        self.timeline.show_case(
            cases.timeline(self._vault.db, self._case_id),
            cases.letters(self._vault.db, self._case_id),
            self._case_id,
        )

    def _show_head(self, found: SingleDisclosure, now: Step | None) -> None:
        gone = found.case.anonymised_at is not None
        self._title.setText(_("(erased)") if gone else found.subject.name)
        self._about.setText(about_line(found))
        self._due.setText(due_line(found, self._vault.clock.today()))
        action = primary(found, now)
        offered = action is not None and may(action, self._vault.actor.role)
        self.next.setVisible(offered)
        if action is not None:
            self.next.setText(action_words(action))

    def _show_step(
        self, found: SingleDisclosure, step: Step, section: Section, now: Step | None
    ) -> None:
        done = is_done(found, step)
        next_ = Status.NEXT if step is now else Status.OPEN
        section.set_status(Status.DONE if done else next_)
        facts = tuple(pair for pair in step_facts(found, step) if pair[1])
        section.set_summary(facts[0][1].partition("\n")[0] if facts else "")
        self._fill(self._panels[step], facts, actions_of(found, step))
        self._panels[step].set_hint(step_hint(found, step))

    def _intake_actions(self, found: SingleDisclosure) -> tuple[Action, ...]:
        return (Action.CHANGE,) if found.case.open and found.dispatch is None else ()

    def _fill(
        self, panel: FactsPanel, facts: tuple[tuple[str, str], ...], actions: tuple[Action, ...]
    ) -> None:
        role = self._vault.actor.role
        offered = tuple((one, action_words(one)) for one in actions if may(one, role))
        panel.show_facts(Facts(facts=tuple(p for p in facts if p[1]), actions=offered))

    def _on_next_clicked(self) -> None:
        if self.disclosure is not None:
            self.action_wanted.emit(primary(self.disclosure, next_step(self.disclosure)))
