"""The answer of Datatilsynet, and what followed from it."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.actions import Action
from gdpr_desktop.dpia.advice.dialogs.base import AssessmentDialog
from gdpr_desktop.dpia.codes import ConsultationAnswer
from gdpr_desktop.dpia.consultation.service import note_answer, require_sent
from gdpr_desktop.dpia.words import words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.vault import Vault


class AnsweredDialog(AssessmentDialog):
    """The same dialog notes later how the answer was followed up."""

    form_code = Action.CONSULT_ANSWERED.value

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("The answer from Datatilsynet")
        super().__init__(vault, case_id, parent, title, _("Save the answer"))
        self.before = require_sent(self.found)
        self.answer = RadioChoice((one, words(one)) for one in ConsultationAnswer)
        if self.before.answer is not None:
            self.answer.set_value(self.before.answer)
        forms.add_row(self.form, _("&What is the answer?"), self.answer, name="answer")
        self.answered_on = self.day_row(
            _("&Date"), "answered_on", self.before.answered_on or self.today
        )
        self.answer_text = TextArea(lines=4)
        forms.add_row(self.form, _("What &it says"), self.answer_text, name="answer_text")
        self.answer_text.set_text(self.before.answer_text)
        self.followed_up = TextArea(lines=3)
        help_ = _(
            "Advice must be followed up before the processing begins. You can write this later."
        )
        forms.add_row(
            self.form, _("What was &changed after it"), self.followed_up, help_, name="followed_up"
        )
        self.followed_up.set_text(self.before.followed_up)
        self.answer.setFocus()

    def do(self) -> Change:
        answered = replace(
            self.before,
            answer=self.answer.value(),
            answered_on=self.answered_on.date(),
            answer_text=self.answer_text.text(),
            followed_up=self.followed_up.text(),
        )
        return note_answer(self.vault, self.case_id, answered)
