"""One case: head with the deadline, the next step as one button, folding steps, timeline."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.widgets.case_deeds import CaseDeeds
from gdpr_desktop.casework.widgets.case_head import CaseHead, Head
from gdpr_desktop.casework.widgets.case_timeline import CaseTimeline, TimelineWords
from gdpr_desktop.casework.widgets.private_notes import FORM, PrivateNotes, is_for
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed, scope
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.facts_panel import Facts, FactsPanel
from gdpr_desktop.ui.labels import button
from gdpr_desktop.ui.page_scroll import PageScroll
from gdpr_desktop.ui.sections import Section, Status

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What one section shows now. ``actions`` are (key, words): what the role is offered."""

    facts: tuple[tuple[str, str], ...] = ()
    actions: tuple[tuple[Any, str], ...] = ()
    more: tuple[tuple[Any, str], ...] = ()  # actions that stand behind «More»
    summary: str = ""
    status: Status = Status.NONE
    hint: str = ""  # what must come first
    visible: bool = True


def show_section(section: Section, panel: FactsPanel, shown: Shown) -> None:
    """Show this in a section whose body holds ``panel``."""
    section.setVisible(shown.visible)
    section.set_status(shown.status)
    section.set_summary(shown.summary)
    panel.set_hint(shown.hint)
    panel.show_facts(Facts(facts=shown.facts, actions=shown.actions, more=shown.more))


class CaseView(PageScroll):
    """Shows one case at a time; its pieces live as long as the page.

    ``found`` is what ``read`` gave of the case shown, and has a ``case``. A feature overrides

    - ``read(case_id)``: the case with all the feature knows of it;
    - ``head_of(found)`` and ``intake_of(found)``: the head, and the section above the steps;
    - ``steps_of(found)``: facts, actions, sign and hint of each step, by its code;
    - ``next_of(found)``: the step that is unfolded, None when all is done;

    and sets ``deeds`` (see ``CaseDeeds``). Where needed also ``show_more(found)`` for what it has
    put between the sections with ``insert``, and ``unfold`` where steps stand there too.
    """

    deeds: CaseDeeds

    def __init__(
        self,
        vault: "Vault",
        *,
        intake: str,
        steps: Iterable[tuple[Any, str, str]],
        words: TimelineWords,
        intake_open: bool = False,
        for_officers: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """``steps`` are (code, title, why). ``for_officers``: private notes, who has opened it."""
        page = QWidget()
        super().__init__(page, parent)
        self._vault = vault
        self._case_id: CaseId | None = None
        self.found: Any = None
        self.head = CaseHead()
        self.head.chosen.connect(self.start)
        self.intake = Section(intake, expanded=intake_open)
        self._intake_panel = self._panel(self.intake)
        self._sections = {code: Section(title, why=why) for code, title, why in steps}
        self._panels = {code: self._panel(section) for code, section in self._sections.items()}
        self.timeline = CaseTimeline(vault, words)
        officer = for_officers and is_for(vault.actor.role)
        self.private_notes = PrivateNotes(vault) if officer else None
        self.opened_by = button(_("Who has opened this case?"), "link")
        reads_journal = scope(vault.actor.role, Deed.READ_JOURNAL) is not None
        self.opened_by.setVisible(for_officers and reads_journal)
        self.opened_by.clicked.connect(self._on_opened_by)
        self._happened = Section(_("What has happened"), expanded=True)
        self._page = QVBoxLayout(page)
        self._lay_out()

    def _panel(self, section: Section) -> FactsPanel:
        panel = FactsPanel()
        panel.action_chosen.connect(self._on_action)
        section.body.addWidget(panel)
        return panel

    def _lay_out(self) -> None:
        self._page.setContentsMargins(16, 0, 16, 24)
        self._page.setSpacing(0)
        self._page.addWidget(self.head)
        self._page.addSpacing(16)
        self._page.addWidget(self.intake)
        for section in self._sections.values():
            self._page.addWidget(section)
        if self.private_notes is not None:
            self._page.addWidget(self.private_notes)
        self._happened.body.setContentsMargins(0, 4, 0, 16)
        self._happened.body.addWidget(self.timeline)
        self._happened.body.addWidget(self.opened_by, 0, Qt.AlignmentFlag.AlignLeft)
        self._page.addWidget(self._happened)
        self._page.addStretch(1)

    # What a feature overrides

    def read(self, case_id: CaseId) -> Any:
        """The case, with its ``case`` and all that the sections show."""
        raise NotImplementedError

    def head_of(self, found: Any) -> Head:
        """The head as it stands now."""
        raise NotImplementedError

    def intake_of(self, found: Any) -> Shown:
        """The section above the steps."""
        raise NotImplementedError

    def steps_of(self, found: Any) -> Mapping[Any, Shown]:
        """Every step as it stands now, by its code."""
        raise NotImplementedError

    def next_of(self, found: Any) -> Any:
        """The code of the next step, or None."""
        raise NotImplementedError

    def show_more(self, found: Any) -> None:
        """Show what stands between the sections; nothing unless the feature has put it there."""

    def unfold(self, step: Any) -> None:
        """Unfold the step that is next, and fold the others."""
        for one, section in self._sections.items():
            section.set_expanded(one == step)

    # What a feature and its page call

    def section(self, step: Any) -> Section:
        """The section of a step, to put more into its body."""
        return self._sections[step]

    def insert(self, widget: QWidget, before: QWidget | None = None) -> None:
        """Put a widget before a section; without one, after the steps (before private notes)."""
        below = before or self.private_notes or self._happened
        self._page.insertWidget(self._page.indexOf(below), widget)

    def show_case(self, case_id: CaseId) -> None:
        """Show a case from the top, its next step unfolded."""
        other = case_id != self._case_id
        self._case_id = case_id
        self.refresh(unfold=other)
        if other:
            self.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Show nothing."""
        self._case_id = self.found = None

    def refresh(self, *, unfold: bool = False) -> None:
        """Read the case anew; what is unfolded stays so, and a new next step unfolds."""
        if self._case_id is None:
            return
        before = None if self.found is None else self.next_of(self.found)
        found = self.found = self.read(self._case_id)
        self.head.show_head(self.head_of(found))
        show_section(self.intake, self._intake_panel, self.intake_of(found))
        for step, shown in self.steps_of(found).items():
            show_section(self._sections[step], self._panels[step], shown)
        self.show_more(found)
        self.timeline.show_case(
            cases.timeline(self._vault.db, self._case_id),
            cases.letters(self._vault.db, self._case_id),
            self._case_id,
        )
        if self.private_notes is not None:
            self.private_notes.setVisible(found.case.anonymised_at is None)
            self.private_notes.show_case(self._case_id)
        now = self.next_of(found)
        if unfold or now != before:
            self.unfold(now)

    def start(self, chosen: Any) -> None:
        """Carry out a deed on the case shown."""
        if self.found is not None:
            self.deeds.start(chosen, self.found)

    def resume_draft(self, form: str) -> None:
        """Open the dialog that a draft of ``form`` was typed in, on the case shown."""
        code, _dot, number = form.partition(".")
        if code != FORM:
            self.deeds.resume(form, self.found)
        elif self.private_notes is not None:
            self.private_notes.resume(int(number) if number else None)

    def _on_action(self, action: Any) -> None:
        self.start(action)

    def _on_opened_by(self) -> None:
        if self._case_id is not None:
            bus.journal_wanted.emit(self._case_id)
