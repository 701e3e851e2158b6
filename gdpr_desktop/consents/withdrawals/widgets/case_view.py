"""One withdrawal: what was taken back, place by place, the letter, what has happened."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.widgets.case_head import Head, NextStep, due_sign
from gdpr_desktop.casework.widgets.case_timeline import TimelineWords
from gdpr_desktop.casework.widgets.case_view import CaseView, Shown
from gdpr_desktop.consents.withdrawals.actions import (
    Action,
    Chosen,
    action_words,
    actions_of,
    intake_actions,
    may,
    primary,
)
from gdpr_desktop.consents.withdrawals.guidance import step_texts
from gdpr_desktop.consents.withdrawals.model import Withdrawal
from gdpr_desktop.consents.withdrawals.service.base import read_withdrawal
from gdpr_desktop.consents.withdrawals.steps import Step, is_done, next_step, shown
from gdpr_desktop.consents.withdrawals.summary import (
    about_line,
    due_line,
    intake_rows,
    step_hint,
    step_rows,
)
from gdpr_desktop.consents.withdrawals.timeline_words import (
    timeline_detail,
    timeline_icon,
    timeline_text,
)
from gdpr_desktop.consents.withdrawals.widgets.deeds import Deeds
from gdpr_desktop.consents.withdrawals.widgets.places import PlaceRows
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.sections import Status

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


class WithdrawalView(CaseView):
    """Shows one withdrawal at a time; its pieces live as long as the page."""

    def __init__(self, vault: "Vault", parent: QWidget | None = None) -> None:
        texts = ((step, step_texts(step.value)) for step in Step)
        super().__init__(
            vault,
            intake=_("What was registered"),
            intake_open=True,
            steps=((step, one.title, one.why) for step, one in texts),
            words=TimelineWords(text=timeline_text, detail=timeline_detail, icon=timeline_icon),
            parent=parent,
        )
        self.deeds = Deeds(vault, self)
        self.places = PlaceRows(vault)
        self.places.action_chosen.connect(self._on_place_action)
        self.section(Step.STOP).body.insertWidget(1, self.places)

    def read(self, case_id: CaseId) -> Withdrawal:
        return read_withdrawal(self._vault, case_id)

    def next_of(self, found: Withdrawal) -> Step | None:
        return next_step(found)

    def head_of(self, found: Withdrawal) -> Head:
        gone = found.case.anonymised_at is not None
        today = self._vault.clock.today()
        due = due_line(found, today)
        return Head(
            title=_("(erased)") if gone else found.case.subject_name,
            about=about_line(found),
            due=due,
            sign=due_sign(found.case.due, today) if due else None,
            next=self._next(found),
        )

    def _next(self, found: Withdrawal) -> NextStep | None:
        chosen, role = primary(found, next_step(found)), self._vault.actor.role
        if chosen is None:
            return None
        task = next((one for one in found.stops if one.id == chosen.task), None)
        return NextStep(
            key=chosen,
            words=action_words(chosen.action),
            hint=task.title if task is not None else "",
            offered=may(chosen.action, role),
        )

    def intake_of(self, found: Withdrawal) -> Shown:
        return Shown(facts=intake_rows(found), actions=self._offered(intake_actions(found)))

    def steps_of(self, found: Withdrawal) -> Mapping[Step, Shown]:
        now = next_step(found)
        return {step: self._step(found, step, now) for step in Step}

    def show_more(self, found: Withdrawal) -> None:
        self.places.show_withdrawal(found)

    def _step(self, found: Withdrawal, step: Step, now: Step | None) -> Shown:
        rows = step_rows(found, step)
        waiting = Status.NEXT if step is now else Status.OPEN
        return Shown(
            facts=rows,
            actions=self._offered(actions_of(found, step)),
            summary=rows[0][1].partition("\n")[0] if rows else "",
            status=Status.DONE if is_done(found, step) else waiting,
            hint=step_hint(found, step),
            visible=shown(found, step),
        )

    def _on_place_action(self, chosen: Chosen, _task_id: int) -> None:
        self.start(chosen)

    def _offered(self, actions: tuple[Action, ...]) -> tuple[tuple[Chosen, str], ...]:
        role = self._vault.actor.role
        return tuple((Chosen(action=one), action_words(one)) for one in actions if may(one, role))
