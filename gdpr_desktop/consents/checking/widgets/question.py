"""One question about the basis: yes or no, and what an unlucky answer means."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.consents.checking.basis import Question, offers_for, speaks_against
from gdpr_desktop.consents.checking.basis_words import (
    against_words,
    offer_words,
    question_help,
    question_words,
)
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.notes import NoteBox


class QuestionRow(QWidget):
    """The question, its answer, and beneath it why it speaks against consent and what is better."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.question = question
        self.answer = RadioChoice(((True, _("Yes")), (False, _("No"))), horizontal=True)
        self.answer.setObjectName(question.value)
        self.note = NoteBox(role="notice")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(
            forms.FieldRow(question_words(question), self.answer, question_help(question))
        )
        column.addWidget(self.note)
        self.answer.value_changed.connect(self.show_note)

    def show_note(self, *_value: object) -> None:
        """Say what the answer means."""
        answer = self.answer.value()
        if answer is None or not speaks_against(self.question, answer):
            self.note.say("")
            return
        better = [f"• {offer_words(one)}" for one in offers_for(self.question)]
        self.note.say("\n".join(better), against_words(self.question))
        if not better:
            self.note.say(against_words(self.question))
