"""One request: head with the deadline, the next step as one button, folding steps, timeline."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import Task
from gdpr_desktop.casework.widgets.case_timeline import CaseTimeline, TimelineWords
from gdpr_desktop.casework.widgets.private_notes import FORM, PrivateNotes, is_for
from gdpr_desktop.casework.widgets.task_rows import TaskRows, TaskWords
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.roles import Deed, scope
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import service
from gdpr_desktop.requests.actions import Action, Chosen, deed_words, task_actions
from gdpr_desktop.requests.actions import is_for as offers
from gdpr_desktop.requests.guidance import step_texts
from gdpr_desktop.requests.model import Request
from gdpr_desktop.requests.steps import FIRST, LAST, Step, StepView, next_view, progress
from gdpr_desktop.requests.summary import StepFacts, intake_facts, step_facts, task_line
from gdpr_desktop.requests.timeline_words import timeline_detail, timeline_icon, timeline_text
from gdpr_desktop.requests.widgets.after import NoteSections, RestrictionSections
from gdpr_desktop.requests.widgets.case_head import CaseHead
from gdpr_desktop.requests.widgets.deeds import Deeds
from gdpr_desktop.requests.widgets.part_sections import PartSections
from gdpr_desktop.requests.widgets.step_section import fill, fill_section
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.facts_panel import FactsPanel
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.page_scroll import PageScroll
from gdpr_desktop.ui.sections import Section

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


class CaseView(PageScroll):
    """Shows one request at a time; its pieces live as long as the page."""

    def __init__(self, vault: "Vault", parent: QWidget | None = None) -> None:
        page = QWidget()
        super().__init__(page, parent)
        self._vault = vault
        self._case_id: CaseId | None = None
        self._request: Request | None = None
        self.deeds = Deeds(vault, self)
        self.head = CaseHead()
        self.head.chosen.connect(self.start)
        self._intake = Section(_("The request"))
        self._intake_panel = self._panel(self._intake)
        self._sections = {step: self._section(step) for step in (*FIRST, *LAST)}
        self.parts = PartSections()
        self.parts.chosen.connect(self.start)
        self._whole = label(_("The whole case"), "part")  # else it reads as the last right's
        self._whole.setContentsMargins(0, 28, 0, 8)
        self.restricted, self.notes = RestrictionSections(vault), NoteSections(vault)
        self.restricted.chosen.connect(self.start)
        self.notes.chosen.connect(self.start)
        self._panels = {step: self._panel(section) for step, section in self._sections.items()}
        self._tasks = TaskRows(TaskWords(line=task_line, actions=self._task_buttons))
        self._tasks.action_chosen.connect(self._on_task_action)
        self._sections[Step.COLLECT].body.insertWidget(1, self._tasks)
        self.timeline = CaseTimeline(
            vault,
            TimelineWords(text=timeline_text, detail=timeline_detail, icon=timeline_icon),
        )
        self.private_notes = PrivateNotes(vault) if is_for(vault.actor.role) else None
        self._lay_out(page)

    def _section(self, step: Step) -> Section:
        texts = step_texts(step.value)
        return Section(texts.title, why=texts.why)

    def _panel(self, section: Section) -> FactsPanel:
        panel = FactsPanel()
        panel.action_chosen.connect(self._on_action)
        section.body.addWidget(panel)
        return panel

    def _lay_out(self, page: QWidget) -> None:
        layout = QVBoxLayout(page)
        layout.setContentsMargins(16, 0, 16, 24)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addSpacing(16)
        layout.addWidget(self.restricted)
        layout.addWidget(self._intake)
        for step, section in self._sections.items():
            if step is LAST[0]:
                layout.addWidget(self.parts)
                layout.addWidget(self._whole)
                layout.addWidget(self.notes)
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
    def request(self) -> Request | None:
        """The request shown."""
        return self._request

    def show_case(self, case_id: CaseId) -> None:
        """Show a case from the top, its next step unfolded."""
        other = case_id != self._case_id
        self._case_id = case_id
        self.refresh(unfold=other)
        if other:
            self.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Show nothing."""
        self._case_id = self._request = None

    def refresh(self, *, unfold: bool = False) -> None:
        """Read the case anew; what is unfolded stays so, and a new next step unfolds."""
        if self._case_id is None:
            return
        before = next_view(self._request) if self._request else None
        request = self._request = service.read_request(self._vault, self._case_id)
        role = self._vault.actor.role
        self.head.show_request(request, self._vault.clock.today(), role)
        self._fill(self._intake, self._intake_panel, intake_facts(request))
        views = progress(request)
        for view in views:
            if view.part is None:
                self._show_step(request, view)
        self.parts.show_parts(request, views, role)
        self._whole.setVisible(len(request.parts) > 1)
        self.restricted.show_request(request)
        self.notes.show_request(request)
        works = offers(Action.ADD_TASK, role)
        self._tasks.show_tasks(request.tasks, enabled=request.case.open and works)
        self.timeline.show_case(
            cases.timeline(self._vault.db, self._case_id),
            cases.letters(self._vault.db, self._case_id),
            self._case_id,
        )
        if self.private_notes is not None:
            self.private_notes.setVisible(request.case.anonymised_at is None)
            self.private_notes.show_case(self._case_id)
        now = next_view(request)
        if unfold or _place(now) != _place(before):
            for step, section in self._sections.items():
                section.set_expanded(_place(now) == (step, None))
            self.parts.unfold(_place(now))

    def _show_step(self, request: Request, view: StepView) -> None:
        facts = step_facts(request, view.step, self._vault.clock.today())
        section, panel = self._sections[view.step], self._panels[view.step]
        fill_section(section, panel, facts, view, self._vault.actor.role)

    def _fill(self, section: Section, panel: FactsPanel, facts: StepFacts) -> None:
        fill(section, panel, facts, self._vault.actor.role)

    def start(self, chosen: Chosen) -> None:
        """Carry out a deed on the case shown."""
        if self._request is not None:
            self.deeds.start(chosen, self._request)

    def _on_action(self, action: Action) -> None:
        self.start(Chosen(action=action))

    def resume_draft(self, form: str, request: Request) -> None:
        """Open the dialog that a draft of ``form`` was typed in."""
        code, _dot, number = form.partition(".")
        if code != FORM:
            self.deeds.resume(form, request)
        elif self.private_notes is not None:
            self.private_notes.resume(int(number) if number else None)

    def _on_opened_by(self) -> None:
        if self._case_id is not None:
            bus.journal_wanted.emit(self._case_id)

    def _on_task_action(self, action: Action, task_id: int) -> None:
        if self._request is not None:
            task = next(task for task in self._request.tasks if task.id == task_id)
            self.start(Chosen(action=action, task=task.id))

    def _task_buttons(self, task: Task) -> tuple[tuple[Action, str], ...]:
        by_form = self._request is not None and task.id in self._request.unstructured
        offered = task_actions(task, by_form=by_form)
        return tuple((action, deed_words(action)) for action in offered)


def _place(view: StepView | None) -> tuple[Step, PartId | None] | None:
    return (view.step, view.part) if view is not None else None
