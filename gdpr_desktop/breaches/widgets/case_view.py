"""One breach: what happened, the clock, the next step as one button, the steps of the routine."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.breaches.actions import (
    Action,
    Chosen,
    action_words,
    actions_of,
    intake_actions,
    may,
    primary,
)
from gdpr_desktop.breaches.clock.model import clock_of_breach
from gdpr_desktop.breaches.guidance import step_texts
from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.breaches.notifying.readiness_words import readiness_words
from gdpr_desktop.breaches.notifying.settings import notifiers, readiness
from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.breaches.steps import Step, is_done, next_step
from gdpr_desktop.breaches.summary import (
    about_line,
    intake_rows,
    step_hint,
    step_rows,
)
from gdpr_desktop.breaches.timeline_words import timeline_detail, timeline_icon, timeline_text
from gdpr_desktop.breaches.widgets.clock_face import face_of
from gdpr_desktop.breaches.widgets.deeds import Deeds
from gdpr_desktop.breaches.widgets.measures import MeasureRows
from gdpr_desktop.breaches.widgets.severity_picture import SeverityPicture
from gdpr_desktop.casework.deadline_words import explain
from gdpr_desktop.casework.widgets.case_head import Head, NextStep
from gdpr_desktop.casework.widgets.case_timeline import TimelineWords
from gdpr_desktop.casework.widgets.case_view import CaseView, Shown
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.ring import CountdownRing, RingFace, RingTone
from gdpr_desktop.ui.sections import Status

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

_SIGNS = {
    RingTone.AMBER: ("warning", "warning"),
    RingTone.RED: ("warning", "danger"),
    RingTone.PASSED: ("overdue", "danger"),
}


class BreachView(CaseView):
    """Shows one breach at a time; its pieces live as long as the page."""

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
        self.measures = MeasureRows(vault)
        self.measures.action_chosen.connect(self._on_task_action)
        self.section(Step.MEASURES).body.insertWidget(1, self.measures)
        self.severity = SeverityPicture()
        self.section(Step.ASSESSMENT).body.insertWidget(0, self.severity)
        self.ring = CountdownRing(_("The 72 hours"), self.face)
        self.head.set_side(self.ring)
        self.ring.face_changed.connect(self._on_face_changed)

    def face(self) -> RingFace:
        """What the ring in the head shows."""
        found = self.breach
        if found is None:
            return RingFace(fraction=0.0, tone=RingTone.CALM, big="–")
        clock = self._vault.clock
        return face_of(clock_of_breach(found, clock), clock.now())

    def show_more(self, found: Breach) -> None:
        self.ring.setVisible(found.case.anonymised_at is None)
        self.ring.refresh()
        self.measures.show_breach(found)
        assessment = found.assessment
        self.severity.setVisible(assessment is not None)
        self.severity.show_choices(assessment.enisa if assessment is not None else None)

    def _on_face_changed(self, _face: RingFace) -> None:
        if self.found is not None:  # the words beside the ring
            self.head.show_head(self.head_of(self.found))

    @property
    def breach(self) -> Breach | None:
        """The breach shown."""
        found: Breach | None = self.found
        return found

    def read(self, case_id: CaseId) -> Breach:
        return read_breach(self._vault, case_id)

    def next_of(self, found: Breach) -> Step | None:
        return next_step(found)

    def head_of(self, found: Breach) -> Head:
        gone = found.case.anonymised_at is not None
        return Head(
            title=_("(erased)") if gone else found.intake.title,
            about=about_line(found),
            due=self.face().text,
            reason=explain(found.clock) if found.clock_runs else "",
            sign=_SIGNS.get(self.face().tone),
            next=self._next(found),
        )

    def _next(self, found: Breach) -> NextStep | None:
        chosen, role = primary(found, next_step(found)), self._vault.actor.role
        if chosen is None:
            return None
        task = next(
            (one for one in (*found.measures, *found.demands) if one.id == chosen.task), None
        )
        return NextStep(
            key=chosen,
            words=action_words(chosen.action),
            hint=task.title if task is not None else "",
            offered=may(chosen.action, role),
        )

    def intake_of(self, found: Breach) -> Shown:
        rows = tuple(row for row in intake_rows(found) if row[1])
        return Shown(facts=rows, actions=self._offered(intake_actions(found)))

    def steps_of(self, found: Breach) -> Mapping[Step, Shown]:
        now = next_step(found)
        return {step: self._step(found, step, now) for step in Step}

    def _on_task_action(self, chosen: Chosen, _task_id: int) -> None:
        self.start(chosen)

    def _step(self, found: Breach, step: Step, now: Step | None) -> Shown:
        rows = (*step_rows(found, step), *self._ready(found, step))
        waiting = Status.NEXT if step is now else Status.OPEN
        return Shown(
            facts=rows,
            actions=self._offered(actions_of(found, step)),
            summary=rows[0][1].partition("\n")[0] if rows else "",
            status=Status.DONE if is_done(found, step) else waiting,
            hint=step_hint(found, step),
        )

    def _ready(self, found: Breach, step: Step) -> tuple[tuple[str, str], ...]:
        """Beside the notification: what hinders that it can be sent at any hour."""
        if step is not Step.NOTIFY or found.notifications or not found.case.open:
            return ()
        hinders = readiness(notifiers(self._vault), self._vault.clock.today())
        text = " ".join(readiness_words(one) for one in hinders)
        return ((_("Who may notify"), text),) if text else ()

    def _offered(self, actions: tuple[Action, ...]) -> tuple[tuple[Chosen, str], ...]:
        role = self._vault.actor.role
        return tuple((Chosen(action=one), action_words(one)) for one in actions if may(one, role))
