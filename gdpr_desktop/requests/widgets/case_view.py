"""One request: head with the deadline, the next step as one button, folding steps, timeline."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.model import Task, TimelineEntry
from gdpr_desktop.casework.widgets.case_head import Head
from gdpr_desktop.casework.widgets.case_timeline import TimelineWords
from gdpr_desktop.casework.widgets.case_view import CaseView, Shown
from gdpr_desktop.casework.widgets.task_rows import TaskRows, TaskWords
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import service
from gdpr_desktop.requests.actions import Action, Chosen, deed_words, task_actions
from gdpr_desktop.requests.actions import is_for as offers
from gdpr_desktop.requests.guidance import step_texts
from gdpr_desktop.requests.model import Request
from gdpr_desktop.requests.steps import FIRST, LAST, Step, next_view, progress
from gdpr_desktop.requests.summary import intake_facts, step_facts, task_line
from gdpr_desktop.requests.timeline_words import timeline_detail, timeline_icon, timeline_text
from gdpr_desktop.requests.widgets.after import NoteSections, RestrictionSections
from gdpr_desktop.requests.widgets.case_head import head_of
from gdpr_desktop.requests.widgets.deeds import Deeds
from gdpr_desktop.requests.widgets.part_sections import PartSections
from gdpr_desktop.requests.widgets.step_section import offered, shown
from gdpr_desktop.ui.labels import label

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

Place = tuple[Step, PartId | None]  # a step, and the part that it is of


class RequestView(CaseView):
    """Shows one request at a time; its pieces live as long as the page."""

    def __init__(self, vault: "Vault", parent: QWidget | None = None) -> None:
        texts = {step: step_texts(step.value) for step in (*FIRST, *LAST)}
        super().__init__(
            vault,
            intake=_("The request"),
            steps=((step, one.title, one.why) for step, one in texts.items()),
            words=TimelineWords(text=timeline_text, detail=self._entry_detail, icon=timeline_icon),
            parent=parent,
        )
        self.deeds = Deeds(vault, self)
        self.parts = PartSections()
        self._whole = label(_("The whole case"), "part")  # else it reads as the last right's
        self._whole.setContentsMargins(0, 28, 0, 8)
        self.restricted, self.notes = RestrictionSections(vault), NoteSections(vault)
        self.insert(self.restricted, before=self.intake)
        for widget in (self.parts, self._whole, self.notes):
            self.insert(widget, before=self.section(LAST[0]))
        for sections in (self.parts, self.restricted, self.notes):
            sections.chosen.connect(self.start)
        self._tasks = TaskRows(TaskWords(line=task_line, actions=self._task_buttons))
        self._tasks.action_chosen.connect(self._on_task_action)
        self.section(Step.COLLECT).body.insertWidget(1, self._tasks)

    def _entry_detail(self, entry: TimelineEntry) -> str:
        several = self.request is not None and len(self.request.parts) > 1
        return timeline_detail(entry, several=several)

    @property
    def request(self) -> Request | None:
        """The request shown."""
        found: Request | None = self.found
        return found

    def read(self, case_id: CaseId) -> Request:
        return service.read_request(self._vault, case_id)

    def next_of(self, found: Request) -> Place | None:
        view = next_view(found)
        return (view.step, view.part) if view is not None else None

    def head_of(self, found: Request) -> Head:
        return head_of(found, self._vault.clock.today(), self._vault.actor.role)

    def intake_of(self, found: Request) -> Shown:
        facts = intake_facts(found)
        actions = offered(facts, self._vault.actor.role)
        return Shown(facts=facts.facts, actions=actions, summary=facts.summary)

    def steps_of(self, found: Request) -> Mapping[Step, Shown]:
        today, role = self._vault.clock.today(), self._vault.actor.role
        return {
            view.step: shown(step_facts(found, view.step, today), view, role)
            for view in progress(found)
            if view.part is None
        }

    def show_more(self, found: Request) -> None:
        role = self._vault.actor.role
        self.parts.show_parts(found, progress(found), role)
        self._whole.setVisible(len(found.parts) > 1)
        self.restricted.show_request(found)
        self.notes.show_request(found)
        works = offers(Action.ADD_TASK, role)
        self._tasks.show_tasks(found.tasks, enabled=found.case.open and works)

    def unfold(self, step: Place | None) -> None:
        for one, section in self._sections.items():
            section.set_expanded(step == (one, None))
        self.parts.unfold(step)

    def _on_action(self, action: Action) -> None:
        self.start(Chosen(action=action))

    def _on_task_action(self, action: Action, task_id: int) -> None:
        if self.request is not None:
            task = next(task for task in self.request.tasks if task.id == task_id)
            self.start(Chosen(action=action, task=task.id))

    def _task_buttons(self, task: Task) -> tuple[tuple[Action, str], ...]:
        by_form = self.request is not None and task.id in self.request.unstructured
        return tuple((one, deed_words(one)) for one in task_actions(task, by_form=by_form))
