"""One form: what it is, the next step as one button, the steps of the routine."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.deadline_words import remaining
from gdpr_desktop.casework.model import Task
from gdpr_desktop.casework.widgets.case_head import Head, NextStep, due_sign
from gdpr_desktop.casework.widgets.case_timeline import TimelineWords
from gdpr_desktop.casework.widgets.case_view import CaseView, Shown
from gdpr_desktop.consents.forms.actions import (
    Action,
    Chosen,
    action_words,
    actions_of,
    intake_actions,
    may,
    primary,
)
from gdpr_desktop.consents.forms.guidance import step_texts
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.forms.service.base import read_form
from gdpr_desktop.consents.forms.steps import (
    Step,
    awaits_answers,
    first_task,
    is_done,
    next_step,
)
from gdpr_desktop.consents.forms.summary import about_line, intake_rows, step_hint, step_rows
from gdpr_desktop.consents.forms.timeline_words import (
    timeline_detail,
    timeline_icon,
    timeline_text,
)
from gdpr_desktop.consents.forms.widgets.deeds import Deeds
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.ui.sections import Status

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


class FormView(CaseView):
    """Shows one form at a time; its pieces live as long as the page."""

    def __init__(self, vault: "Vault", parent: QWidget | None = None) -> None:
        texts = ((step, step_texts(step.value)) for step in Step)
        super().__init__(
            vault,
            intake=_("What was registered"),
            steps=((step, one.title, one.why) for step, one in texts),
            words=TimelineWords(text=timeline_text, detail=timeline_detail, icon=timeline_icon),
            parent=parent,
        )
        self.deeds = Deeds(vault, self)

    def read(self, case_id: CaseId) -> Form:
        return read_form(self._vault, case_id)

    def next_of(self, found: Form) -> Step | None:
        waits = awaits_answers(found, self._vault.clock.today())
        return Step.USE if waits else next_step(found)

    def head_of(self, found: Form) -> Head:
        gone = found.case.anonymised_at is not None
        due, today = found.case.due if found.case.open else None, self._vault.clock.today()
        task = first_task(found)
        return Head(
            title=_("(erased)") if gone else found.draft.title.in_(current_language()),
            about=about_line(found),
            due=_due_words(due, today, task) if due else "",
            reason=task.title if due and task else "",
            sign=due_sign(due, today) if due else None,
            next=self._next(found),
        )

    def _next(self, found: Form) -> NextStep | None:
        chosen = primary(found, next_step(found), self._vault.clock.today())
        role = self._vault.actor.role
        if chosen is None:
            return None
        task = next((one for one in found.tasks if one.id == chosen.task), None)
        return NextStep(
            key=chosen,
            words=action_words(chosen.action, found.draft.kind),
            hint=task.title if task is not None else "",
            offered=may(chosen.action, role),
        )

    def intake_of(self, found: Form) -> Shown:
        rows = tuple(row for row in intake_rows(found) if row[1])
        return Shown(facts=rows, actions=self._offered(found, intake_actions(found)))

    def steps_of(self, found: Form) -> Mapping[Step, Shown]:
        now = self.next_of(found)
        return {step: self._step(found, step, now) for step in Step}

    def _step(self, found: Form, step: Step, now: Step | None) -> Shown:
        rows = step_rows(found, step)
        waiting = Status.NEXT if step is now else Status.OPEN
        return Shown(
            facts=rows,
            actions=self._offered(found, actions_of(found, step)),
            summary=rows[0][1].partition("\n")[0] if rows else "",
            status=Status.DONE if is_done(found, step) else waiting,
            hint=step_hint(found, step),
        )

    def _offered(self, found: Form, actions: tuple[Action, ...]) -> tuple[tuple[Chosen, str], ...]:
        role, kind = self._vault.actor.role, found.draft.kind
        return tuple(
            (Chosen(action=one), action_words(one, kind)) for one in actions if may(one, role)
        )


def _due_words(due: date, today: date, task: Task | None) -> str:
    if task is not None:
        text = _("To be done by {day} ({left})")
    else:
        text = _("To be followed up by {day} ({left})")
    return text.format(day=long_date(due), left=remaining(due, today))
