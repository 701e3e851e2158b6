"""A notice of art. 19 from another controller: what it says, and what we do."""

from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.dialogs.assess import AssessmentDialog
from gdpr_desktop.requests.dialogs.rows_by_choice import RowsByChoice, lines_of
from gdpr_desktop.requests.rights.notice import (
    FOLLOWED,
    KEPT,
    NoticeAbout,
    NoticeAssessment,
    NoticeOutcome,
    words,
)
from gdpr_desktop.requests.widgets.questions import QuestionsPart
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice, RadioChoice
from gdpr_desktop.ui.fields.text import LineField


class AssessDialog(AssessmentDialog):
    """Incoming notice."""

    def build(self) -> None:
        self.controller, self.their_reference = LineField(), LineField(max_length=60)
        self.controller.setObjectName("controller")
        self.controller.set_text(self.request.recipient.name)
        self.their_reference.setObjectName("their_reference")
        forms.add_pair(
            self.form,
            forms.FieldRow(
                _("&From which controller"),
                self.controller,
                _("The one who sent the notice. The reply goes there."),
                required=True,
            ),
            forms.FieldRow(
                _("&Their reference"),
                self.their_reference,
                _("The letter names this, and never the person."),
            ),
        )
        pairs = [(code, words(code)) for code in NoticeAbout]
        self.about = Choice(pairs)
        forms.add_row(self.form, _("Wh&at they have done"), self.about, name="about")
        self.questions = QuestionsPart("notice")
        forms.add_row(self.form, _("Questions"), self.questions, name="considered")
        self.outcome = RadioChoice([(code, words(code)) for code in NoticeOutcome])
        forms.add_row(self.form, _("Result"), self.outcome, required=True, name="outcome")
        self._build_answer()

    def _build_answer(self) -> None:
        self.shown = RowsByChoice(self.form, self.outcome)
        self.places = self.shown.text(
            FOLLOWED,
            _("&Where we do the same"),
            "places",
            _("One place on each line: systems, folders, suppliers. Each is ticked off later."),
        )
        self.followed_up = self.shown.text(
            FOLLOWED, _("What we &have done"), "followed_up", required=True
        )
        self.kept_note = self.shown.text(
            KEPT, _("What is &kept, and why"), "kept_note", required=True
        )
        self.law = LineField()
        self.shown.field(
            KEPT,
            _("The act that &gives the basis"),
            self.law,
            "law",
            _("By name, as the letter shall say it."),
        )
        self.shown.show_rows()

    def show_assessment(self, assessment: NoticeAssessment) -> None:
        self.controller.set_text(assessment.controller)
        self.their_reference.set_text(assessment.their_reference)
        self.about.set_value(assessment.about)
        self.questions.show_considered(assessment.considered)
        self.outcome.set_value(assessment.outcome)
        self.places.set_text("\n".join(assessment.places))
        self.followed_up.set_text(assessment.followed_up)
        self.kept_note.set_text(assessment.kept_note)
        self.law.set_text(assessment.law)

    def assessment(self) -> NoticeAssessment:
        outcome: NoticeOutcome = self.outcome.value()
        followed, kept = outcome in FOLLOWED, outcome in KEPT
        return NoticeAssessment(
            outcome=outcome,
            about=self.about.value(),
            controller=self.controller.text(),
            their_reference=self.their_reference.text(),
            places=lines_of(self.places) if followed else (),
            followed_up=self.followed_up.text() if followed else "",
            kept_note=self.kept_note.text() if kept else "",
            law=self.law.text() if kept else "",
            considered=self.questions.considered(),
        )

    def field_problems(self) -> list[FieldProblem]:
        return [*super().field_problems(), *self.shown.problems()]
