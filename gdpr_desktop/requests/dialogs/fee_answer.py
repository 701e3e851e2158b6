"""What the person says to a fee: yes, no, or nothing in time."""

from enum import StrEnum

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, InvalidInputError
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import service
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.base import PartDialog
from gdpr_desktop.requests.refusals.words import fee_line
from gdpr_desktop.requests.rights.refused import unsettled_fee
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class FeeAnswer(StrEnum):
    """The answer."""

    YES = "yes"
    NO = "no"
    SILENT = "silent"


class FeeAnswerDialog(PartDialog):
    """A yes charges the fee; a no, or silence, leads on to a refusal (art. 12(5))."""

    action = Action.FEE_ANSWER

    def __init__(
        self, vault: Vault, case_id: CaseId, part_id: PartId, parent: QWidget | None = None
    ) -> None:
        title, deed = _("The answer on the fee"), _("Note the answer")
        super().__init__(vault, case_id, part_id, parent, title, deed)
        fee = unsettled_fee(self.part)
        self.form.addRow(NoteBox(fee_line(fee) if fee is not None else ""))
        self.answer = RadioChoice(
            [
                (FeeAnswer.YES, _("The person takes the fee")),
                (FeeAnswer.NO, _("The person says no to the fee")),
                (FeeAnswer.SILENT, _("Nobody has answered in time")),
            ]
        )
        forms.add_row(self.form, _("The person's &answer"), self.answer, name="answer")
        self.refused = NoteBox()
        self.form.addRow(self.refused)
        self.answered_on = self.day_field(self.today)
        self._day_row = forms.add_row(
            self.form, _("Answered &on"), self.answered_on, required=True, name="answered_on"
        )
        self.answer.value_changed.connect(self._on_answer_changed)

    def _on_answer_changed(self, *_value: object) -> None:
        answer = self.answer.value()
        text = _(
            "All of the claim is refused, with the reasons noted for the fee. A decision and"
            " a letter follow."
        )
        self.refused.say("" if answer is FeeAnswer.YES else text)
        self._day_row.setVisible(answer is not FeeAnswer.SILENT)

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        if self.answer.value() is None:
            found.append(FieldProblem(field="answer", text=_("Choose the answer.")))
        return found

    def do(self) -> Change:
        try:
            return self._note()
        except InvalidInputError as error:
            field = "answer" if self.answer.value() is FeeAnswer.SILENT else "answered_on"
            problems = [FieldProblem(field=field, text=one.text) for one in error.problems]
            raise InvalidInputError(problems) from None

    def _note(self) -> Change:
        if self.answer.value() is FeeAnswer.SILENT:
            return service.refuse_unpaid(self.vault, self.part_id, declined_on=None)
        day = self.answered_on.date()
        assert day is not None, "checked before"
        if self.answer.value() is FeeAnswer.YES:
            return service.charge_fee(self.vault, self.part_id, agreed_on=day)
        return service.refuse_unpaid(self.vault, self.part_id, declined_on=day)
