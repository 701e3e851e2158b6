"""The answer to our question of what the person wants access to."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import guidance, service
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.base import RequestDialog
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.vault import Vault


class SpecificationDialog(RequestDialog):
    """Specified, or wants all of it."""

    action = Action.SPECIFICATION

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        why = guidance.step_texts("specification").why
        title = _("What the person wants access to")
        super().__init__(vault, case_id, parent, title, _("Save"), why=why)
        pairs = ((False, _("Has said what")), (True, _("Wants all of it, or will not say")))
        self.wants_all = RadioChoice(pairs)
        forms.add_row(self.form, _("The &answer"), self.wants_all, name="wants_all")
        self.answer = TextArea(lines=4)
        self._answer_row = forms.add_row(
            self.form, _("In their own &words"), self.answer, name="answer"
        )
        self.answered_on = self.day_row(_("Answered &on"), "answered_on", self.today)
        self._answer_row.hide()
        self.wants_all.value_changed.connect(self._on_choice_changed)

    def _on_choice_changed(self, wants_all: bool) -> None:
        self._answer_row.setVisible(not wants_all)

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        if self.wants_all.value() is None:
            found.append(FieldProblem(field="wants_all", text=_("Choose one.")))
        return found

    def do(self) -> Change:
        answered_on = self.answered_on.date()
        assert answered_on is not None, "checked before"
        wants_all = self.wants_all.value()
        return service.answer_specification(
            self.vault,
            self.case_id,
            answered_on=answered_on,
            wants_all=wants_all,
            answer="" if wants_all else self.answer.text(),
        )
