"""One deviation: what happened, the next follow-up, what has happened since."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.breaches.deviations.actions import (
    Action,
    action_words,
    actions_of,
    intake_actions,
    may,
    primary,
)
from gdpr_desktop.breaches.deviations.model import Deviation
from gdpr_desktop.breaches.deviations.service.base import read_deviation
from gdpr_desktop.breaches.deviations.steps import Step, is_done, next_step
from gdpr_desktop.breaches.deviations.summary import (
    about_line,
    due_line,
    intake_rows,
    step_hint,
    step_rows,
)
from gdpr_desktop.breaches.deviations.widgets.deeds import Deeds
from gdpr_desktop.breaches.deviations.words import (
    step_why,
    step_words,
    timeline_detail,
    timeline_icon,
    timeline_text,
)
from gdpr_desktop.casework.widgets.case_head import Head, NextStep
from gdpr_desktop.casework.widgets.case_timeline import TimelineWords
from gdpr_desktop.casework.widgets.case_view import CaseView, Shown
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.sections import Status

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


class DeviationView(CaseView):
    """Shows one deviation at a time; its pieces live as long as the page."""

    def __init__(self, vault: "Vault", parent: QWidget | None = None) -> None:
        super().__init__(
            vault,
            intake=_("What was registered"),
            intake_open=True,
            steps=((step, step_words(step), step_why(step)) for step in Step),
            words=TimelineWords(text=timeline_text, detail=timeline_detail, icon=timeline_icon),
            parent=parent,
        )
        self.deeds = Deeds(vault, self)

    def read(self, case_id: CaseId) -> Deviation:
        return read_deviation(self._vault, case_id)

    def next_of(self, found: Deviation) -> Step | None:
        return next_step(found)

    def head_of(self, found: Deviation) -> Head:
        action = primary(found, next_step(found))
        offered = action is not None and may(action, self._vault.actor.role)
        gone = found.case.anonymised_at is not None
        return Head(
            title=_("(erased)") if gone else found.facts.title,
            about=about_line(found),
            due=due_line(found, self._vault.clock.today()),
            next=NextStep(key=action, words=action_words(action)) if action and offered else None,
        )

    def intake_of(self, found: Deviation) -> Shown:
        return Shown(facts=intake_rows(found), actions=self._offered(intake_actions(found)))

    def steps_of(self, found: Deviation) -> Mapping[Step, Shown]:
        return {step: self._step(found, step) for step in Step}

    def _step(self, found: Deviation, step: Step) -> Shown:
        rows = step_rows(found, step)
        next_ = Status.NEXT if step is next_step(found) else Status.OPEN
        done = Status.DONE if is_done(found, step) else next_
        return Shown(
            facts=rows,
            actions=self._offered(actions_of(found, step)),
            summary=rows[0][1].partition("\n")[0] if rows else "",
            status=Status.NONE if step is Step.BREACH else done,
            hint=step_hint(found, step),
        )

    def _offered(self, actions: tuple[Action, ...]) -> tuple[tuple[Action, str], ...]:
        role = self._vault.actor.role
        return tuple((one, action_words(one)) for one in actions if may(one, role))
