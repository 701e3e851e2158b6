"""One disclosure: who and what, the next step as one button, the steps, what has happened."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.widgets.case_head import Head, NextStep
from gdpr_desktop.casework.widgets.case_timeline import TimelineWords
from gdpr_desktop.casework.widgets.case_view import CaseView, Shown
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
from gdpr_desktop.register.single_disclosures.widgets.deeds import Deeds
from gdpr_desktop.register.single_disclosures.words import (
    step_words,
    timeline_detail,
    timeline_icon,
    timeline_text,
)
from gdpr_desktop.ui.sections import Status

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


class DisclosureView(CaseView):
    """Shows one disclosure at a time; its pieces live as long as the page."""

    def __init__(self, vault: "Vault", parent: QWidget | None = None) -> None:
        super().__init__(
            vault,
            intake=_("What is asked for"),
            intake_open=True,
            steps=((step, step_words(step), "") for step in Step),
            words=TimelineWords(text=timeline_text, detail=timeline_detail, icon=timeline_icon),
            for_officers=False,
            parent=parent,
        )
        self.deeds = Deeds(vault, self)

    @property
    def disclosure(self) -> SingleDisclosure | None:
        """The disclosure shown."""
        found: SingleDisclosure | None = self.found
        return found

    def read(self, case_id: CaseId) -> SingleDisclosure:
        return service.read_disclosure(self._vault, case_id)

    def next_of(self, found: SingleDisclosure) -> Step | None:
        return next_step(found)

    def head_of(self, found: SingleDisclosure) -> Head:
        action = primary(found, next_step(found))
        offered = action is not None and may(action, self._vault.actor.role)
        gone = found.case.anonymised_at is not None
        return Head(
            title=_("(erased)") if gone else found.subject.name,
            about=about_line(found),
            due=due_line(found, self._vault.clock.today()),
            next=NextStep(key=action, words=action_words(action)) if action and offered else None,
        )

    def intake_of(self, found: SingleDisclosure) -> Shown:
        changeable = found.case.open and found.dispatch is None
        actions = self._offered((Action.CHANGE,) if changeable else ())
        return Shown(facts=tuple(pair for pair in intake_facts(found) if pair[1]), actions=actions)

    def steps_of(self, found: SingleDisclosure) -> Mapping[Step, Shown]:
        return {step: self._step(found, step) for step in Step}

    def _step(self, found: SingleDisclosure, step: Step) -> Shown:
        facts = tuple(pair for pair in step_facts(found, step) if pair[1])
        next_ = Status.NEXT if step is next_step(found) else Status.OPEN
        return Shown(
            facts=facts,
            actions=self._offered(actions_of(found, step)),
            summary=facts[0][1].partition("\n")[0] if facts else "",
            status=Status.DONE if is_done(found, step) else next_,
            hint=step_hint(found, step),
        )

    def _offered(self, actions: tuple[Action, ...]) -> tuple[tuple[Action, str], ...]:
        role = self._vault.actor.role
        return tuple((one, action_words(one)) for one in actions if may(one, role))
