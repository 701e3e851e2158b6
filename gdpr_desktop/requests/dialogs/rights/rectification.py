"""Look into what is said to be wrong: the questions, each point with its finding, the archive."""

from PySide6.QtWidgets import QCheckBox

from gdpr_desktop.casework.settings import places
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.dialogs.assess import AssessmentDialog
from gdpr_desktop.requests.rights.rectification import NAME, RectificationAssessment
from gdpr_desktop.requests.widgets.archive_view import ArchiveFields
from gdpr_desktop.requests.widgets.disputed import DisputedList
from gdpr_desktop.requests.widgets.questions import QuestionsPart
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.notes import NoteBox


class AssessDialog(AssessmentDialog):
    """Rectification, art. 16."""

    def build(self) -> None:
        self.form.addRow(
            NoteBox(
                _(
                    "As long as it is not settled what is right, the person can require that the "
                    "data are stored, but not used (art. 18(1)(a)). Offer it at once."
                ),
                _("The accuracy is contested"),
            )
        )
        self.restrict = QCheckBox(_("Offer &restriction of processing"))
        self.restrict.setObjectName("restrict")
        self.restrict.setChecked(True)
        self.form.addRow(self.restrict)
        self.questions = QuestionsPart(NAME)
        forms.add_row(self.form, _("Questions"), self.questions, name="considered")
        self.items = DisputedList(place.name for place in places(self.vault))
        forms.add_row(
            self.form,
            _("Point by point"),
            self.items,
            _("One point for each thing. What was wrong is marked and stays."),
            required=True,
            name="items",
        )
        self.items.set_items(())
        self.patient_record = QCheckBox(_("It is about a &patient record"))
        self.patient_record.setObjectName("patient_record")
        self.form.addRow(self.patient_record)
        self.archive = ArchiveFields(self, self.form)

    def show_assessment(self, assessment: RectificationAssessment) -> None:
        self.restrict.setChecked(assessment.restrict)
        self.questions.show_considered(assessment.considered)
        self.items.set_items(assessment.items)
        self.patient_record.setChecked(assessment.patient_record)
        self.archive.show(assessment.archive)

    def assessment(self) -> RectificationAssessment:
        return RectificationAssessment(
            items=self.items.items(),
            considered=self.questions.considered(),
            archive=self.archive.value(),
            restrict=self.restrict.isChecked(),
            patient_record=self.patient_record.isChecked(),
        )

    def field_problems(self) -> list[FieldProblem]:
        self.items.tidy()
        found = super().field_problems()
        text = _("Choose what came of it.")
        return found + [FieldProblem(field=name, text=text) for name in self.items.unfinished()]
