"""One assessment: what it is about, the next step as one button, the steps of the routine."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.deadline_words import remaining
from gdpr_desktop.casework.widgets.case_head import Head, NextStep, due_sign
from gdpr_desktop.casework.widgets.case_timeline import TimelineWords
from gdpr_desktop.casework.widgets.case_view import CaseView, Shown
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.actions import (
    Action,
    Chosen,
    action_words,
    actions_of,
    intake_actions,
    may,
    primary,
    up_front,
)
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.due_words import due_reason
from gdpr_desktop.dpia.guidance import step_texts
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.dpia.steps import Step, is_done, next_step, rests
from gdpr_desktop.dpia.summary import (
    about_line,
    intake_rows,
    step_hint,
    step_rows,
    step_summary,
)
from gdpr_desktop.dpia.timeline_words import timeline_detail, timeline_icon, timeline_text
from gdpr_desktop.dpia.widgets.deeds import Deeds
from gdpr_desktop.ui.sections import Status

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


class DpiaView(CaseView):
    """Shows one assessment at a time; its pieces live as long as the page."""

    def __init__(self, vault: "Vault", parent: QWidget | None = None) -> None:
        texts = ((step, step_texts(step.value)) for step in Step)
        super().__init__(
            vault,
            intake=_("What it is about"),
            steps=((step, one.title, one.why) for step, one in texts),
            words=TimelineWords(text=timeline_text, detail=timeline_detail, icon=timeline_icon),
            parent=parent,
        )
        self.deeds: Deeds = Deeds(vault, self)

    def read(self, case_id: CaseId) -> Dpia:
        return read_dpia(self._vault, case_id)

    def next_of(self, found: Dpia) -> Step | None:
        return None if rests(found, self._vault.clock.today()) else next_step(found)

    def head_of(self, found: Dpia) -> Head:
        gone = found.case.anonymised_at is not None
        due, today = found.case.due if found.case.open else None, self._vault.clock.today()
        words = _("By {day} ({left})")
        return Head(
            title=_("(erased)") if gone else found.about.title,
            about=about_line(found),
            due=words.format(day=long_date(due), left=remaining(due, today)) if due else "",
            reason=due_reason(found, due) if due else "",
            sign=due_sign(due, today) if due else None,
            next=self._next(found),
        )

    def _next(self, found: Dpia) -> NextStep | None:
        chosen = primary(found, self._vault.clock.today())
        if chosen is None:
            return None
        offered = may(chosen.action, self._vault.actor.role)
        return NextStep(key=chosen, words=action_words(chosen.action, found), offered=offered)

    def intake_of(self, found: Dpia) -> Shown:
        rows = tuple(row for row in intake_rows(found) if row[1])
        return Shown(facts=rows, actions=self._offered(found, intake_actions(found)))

    def steps_of(self, found: Dpia) -> Mapping[Step, Shown]:
        now = self.next_of(found)
        return {step: self._step(found, step, now) for step in Step}

    def _step(self, found: Dpia, step: Step, now: Step | None) -> Shown:
        rows = step_rows(found, step)
        waiting = Status.NEXT if step is now else Status.OPEN
        actions, front = actions_of(found, step), up_front(found, step)
        return Shown(
            facts=rows,
            actions=self._offered(found, actions[:front]),
            more=self._offered(found, actions[front:]),
            summary=step_summary(found, step),
            status=Status.DONE if is_done(found, step) else waiting,
            hint=step_hint(found, step),
        )

    def _offered(self, found: Dpia, actions: tuple[Action, ...]) -> tuple[tuple[Chosen, str], ...]:
        role = self._vault.actor.role
        allowed = (one for one in actions if may(one, role))
        return tuple((Chosen(action=one), action_words(one, found)) for one in allowed)
