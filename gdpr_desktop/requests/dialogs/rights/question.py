"""A general question about our processing: which activities it is about, and the answer."""

from PySide6.QtWidgets import QCheckBox

from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.dialogs.assess import AssessmentDialog
from gdpr_desktop.requests.dialogs.rows_by_choice import RowsByChoice
from gdpr_desktop.requests.public_record import concerned, public_activities
from gdpr_desktop.requests.rights.question import (
    Concerned,
    QuestionAssessment,
    QuestionOutcome,
    words,
)
from gdpr_desktop.requests.widgets.questions import QuestionsPart
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.picks import PicksField
from gdpr_desktop.ui.fields.text import LineField, TextArea

_OURS, _OTHERS = (QuestionOutcome.ANSWERED,), (QuestionOutcome.NOT_OURS,)


class AssessDialog(AssessmentDialog):
    """General question."""

    asks_basis = False

    def build(self) -> None:
        self.questions = QuestionsPart("question")
        forms.add_row(self.form, _("Questions"), self.questions, name="considered")
        self.outcome = RadioChoice([(code, words(code)) for code in QuestionOutcome])
        forms.add_row(self.form, _("Result"), self.outcome, required=True, name="outcome")
        self.shown = RowsByChoice(self.form, self.outcome)
        self.who_answers = LineField()
        self.shown.field(
            _OTHERS, _("&Who can answer"), self.who_answers, "who_answers", required=True
        )
        self.answer = TextArea(lines=4)
        forms.add_row(self.form, _("The a&nswer"), self.answer, required=True, name="answer")
        self._said_before: dict[str, Concerned] = {}
        self.concerned = PicksField((name, name) for name in public_activities(self.vault))
        self.shown.field(
            _OURS,
            _("&Activities that it is about"),
            self.concerned,
            "concerned",
            _("What everyone may read of them in the record goes into the letter."),
        )
        self.record_attached = QCheckBox(_("The &public version of the record goes with it"))
        self.shown.field(
            _OURS,
            "",
            self.record_attached,
            "record_attached",
            _("Save it from the record under «Export», and put it with the letter."),
        )
        self.shown.show_rows()

    def show_assessment(self, assessment: QuestionAssessment) -> None:
        self.questions.show_considered(assessment.considered)
        self.outcome.set_value(assessment.outcome)
        self.who_answers.set_text(assessment.who_answers)
        self.answer.set_text(assessment.answer)
        self._said_before = {one.name: one for one in assessment.concerned}
        self.concerned.set_pairs([(name, name) for name in self._said_before])
        self.concerned.set_value(self._said_before)
        self.record_attached.setChecked(assessment.record_attached)

    def assessment(self) -> QuestionAssessment:
        outcome: QuestionOutcome = self.outcome.value()
        ours = outcome in _OURS
        language = self.request.case.language
        chosen = self.concerned.value() if ours else ()
        found = concerned(self.vault, chosen, language)
        return QuestionAssessment(
            outcome=outcome,
            answer=self.answer.text(),
            concerned=tuple(found.get(name) or self._said_before[name] for name in chosen),
            record_attached=ours and self.record_attached.isChecked(),
            who_answers="" if ours else self.who_answers.text(),
            considered=self.questions.considered(),
        )

    def field_problems(self) -> list[FieldProblem]:
        return [*super().field_problems(), *self.shown.problems()]
