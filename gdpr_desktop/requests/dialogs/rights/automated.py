"""Automated decision: the questions of art. 22, and the review by a human."""

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.dialogs.assess import AssessmentDialog
from gdpr_desktop.requests.questions import answer_of, asked
from gdpr_desktop.requests.rights.automated import words
from gdpr_desktop.requests.rights.automated_model import (
    REVIEWED,
    AutomatedAssessment,
    AutomatedOutcome,
    forbidding,
)
from gdpr_desktop.requests.widgets.questions import QuestionsPart
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.ui.notes import NoteBox


class AssessDialog(AssessmentDialog):
    """The review by a human is asked for when the result is one."""

    asks_basis = False  # the exceptions of art. 22(2) are asked about one by one

    def build(self) -> None:
        self.decision = LineField()
        forms.add_row(
            self.form,
            _("Which decision it is about"),
            self.decision,
            _("What was decided, and on what day. It stands in the letter."),
            True,
            name="decision",
        )
        self.questions = QuestionsPart("automated")
        forms.add_row(self.form, _("Questions"), self.questions, name="considered")
        self.note = NoteBox()
        self.form.addRow(self.note)
        self.outcome = RadioChoice([(code, words(code)) for code in AutomatedOutcome])
        forms.add_row(self.form, _("Result"), self.outcome, name="outcome")
        self._build_reviewer()
        self._build_texts()
        self.outcome.value_changed.connect(self._on_answers_changed)
        self.questions.changed.connect(self._on_answers_changed)
        self._on_answers_changed()

    def _build_reviewer(self) -> None:
        self.reviewer, self.reviewer_role = LineField(), LineField()
        who = forms.add_row(
            self.form, _("Who looked at it"), self.reviewer, required=True, name="reviewer"
        )
        role = forms.add_row(
            self.form, _("The role"), self.reviewer_role, required=True, name="reviewer_role"
        )
        self.reviewed_on = self.day_field(self.today)
        day = forms.add_row(
            self.form, _("Looked at on"), self.reviewed_on, required=True, name="reviewed_on"
        )
        self.has_authority = QCheckBox(_("This person may change the decision"))
        authority = forms.add_row(self.form, "", self.has_authority, name="has_authority")
        self.independent = QCheckBox(_("This person does not run the system that decided"))
        independent = forms.add_row(self.form, "", self.independent, name="independent")
        self._review_rows: tuple[QWidget, ...] = (who, role, day, authority, independent)

    def _build_texts(self) -> None:
        self.own_view, view = self.add_text("own_view", _("What the person says of it"))
        self.no_view, no_view = self.add_text(
            "no_view",
            _("Why the person has not been heard"),
            _("Only when there is nothing above. The person reads this."),
        )
        self.new_decision, self._new_row = self.add_text(
            "new_decision", _("The new decision"), required=True
        )
        self.reasons, reasons = self.add_text(
            "reasons", _("Reasons"), _("Plain words. The person reads this."), required=True
        )
        self.logic, logic = self.add_text(
            "logic",
            _("How the system works"),
            _("What it looks at, what weighs most, and how that led to this decision."),
            required=True,
        )
        self._review_rows += (view, no_view, reasons, logic)

    def _on_answers_changed(self, *_value: object) -> None:
        outcome = self.outcome.value()
        for row in self._review_rows:
            row.setVisible(outcome in REVIEWED)
        self._new_row.setVisible(outcome is AutomatedOutcome.CHANGED)
        considered = self.questions.considered()
        answered = all(answer_of(considered, one.id) for one in asked("automated", considered))
        text = _("A machine was not allowed to decide this alone. A person must decide it anew.")
        self.note.say(text if answered and forbidding(considered) else "")

    def show_assessment(self, assessment: AutomatedAssessment) -> None:
        self.questions.show_considered(assessment.considered)
        for field in ("decision", "reviewer", "reviewer_role"):
            getattr(self, field).set_text(getattr(assessment, field))
        for field in ("own_view", "no_view", "new_decision", "reasons", "logic"):
            getattr(self, field).set_text(getattr(assessment, field))
        self.reviewed_on.set_date(assessment.reviewed_on or self.today)
        self.has_authority.setChecked(assessment.has_authority)
        self.independent.setChecked(assessment.independent)
        self.outcome.set_value(assessment.outcome)

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        if self.outcome.value() is None:
            found.append(FieldProblem(field="outcome", text=_("Choose the result.")))
        return found

    def assessment(self) -> AutomatedAssessment:
        """What is asked for on the screen; what is hidden counts for nothing."""
        outcome = self.outcome.value()
        reviewed = outcome in REVIEWED
        changed = outcome is AutomatedOutcome.CHANGED
        view = self.own_view.text() if reviewed else ""
        return AutomatedAssessment(
            outcome=outcome,
            decision=self.decision.text(),
            considered=self.questions.considered(),
            reviewer=self.reviewer.text() if reviewed else "",
            reviewer_role=self.reviewer_role.text() if reviewed else "",
            reviewed_on=self.reviewed_on.date() if reviewed else None,
            has_authority=reviewed and self.has_authority.isChecked(),
            independent=reviewed and self.independent.isChecked(),
            own_view=view,
            no_view=self.no_view.text() if reviewed and not view.strip() else "",
            new_decision=self.new_decision.text() if changed else "",
            reasons=self.reasons.text() if reviewed else "",
            logic=self.logic.text() if reviewed else "",
        )
