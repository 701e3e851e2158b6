"""The claim to take data along is assessed: the law, what is given, and who shall have it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.dialogs.assess import AssessmentDialog
from gdpr_desktop.requests.portability import service
from gdpr_desktop.requests.portability.claim import Assessment, Direct, LeftOut, Outcome, Transfer
from gdpr_desktop.requests.portability.dialogs.drop import DropDataDialog
from gdpr_desktop.requests.portability.dialogs.left_out import LeftOutList
from gdpr_desktop.requests.portability.dialogs.package import PackageDialog
from gdpr_desktop.requests.portability.words import words
from gdpr_desktop.requests.rights.portability import QUESTIONS
from gdpr_desktop.requests.widgets.questions import QuestionsPart
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.text import LineField, TextArea

__all__ = ["AssessDialog", "DropDataDialog", "PackageDialog"]


class AssessDialog(AssessmentDialog):
    """Portability, art. 20."""

    def build(self) -> None:
        """The questions, what the person gets, what is left out, and the direct transfer."""
        self.questions = QuestionsPart(QUESTIONS)
        forms.add_row(self.form, _("Questions"), self.questions, name="considered")
        self.outcome = RadioChoice([(one, words(one)) for one in Outcome])
        forms.add_row(self.form, _("Result"), self.outcome, name="outcome")
        self.left_out = LeftOutList()
        self._left_out_row = forms.add_row(
            self.form,
            _("What is left out"),
            self.left_out,
            _("Only that, and no more. The person reads it in the letter."),
            name="left_out",
        )
        self.direct = _DirectPart()
        self.form.addRow(self.direct)
        self._left_out_row.hide()
        self.direct.hide()
        self.outcome.value_changed.connect(self._on_outcome_changed)

    def _on_outcome_changed(self, outcome: Outcome) -> None:
        part = outcome is Outcome.PART
        if part and not self.left_out.rows:
            self._propose_left_out()
        self._left_out_row.setVisible(part)
        self.direct.setVisible(outcome.gives)

    def _propose_left_out(self) -> None:
        """What was left out of the tables already, one row to each rule."""
        chosen: dict[object, list[str]] = {}
        for table in service.tables(self.vault, self.part_id):
            for column in table.left_out:
                chosen.setdefault(column.origin.limit, []).append(column.name)
        for limit, names in chosen.items():
            self.left_out.add_row(LeftOut(limit=limit, what=", ".join(names)[:200]))  # type: ignore[arg-type]
        if not chosen:
            self.left_out.add_row()

    def show_assessment(self, assessment: Assessment) -> None:
        """Show what was assessed before."""
        self.questions.show_considered(assessment.considered)
        for one in assessment.left_out:
            self.left_out.add_row(one)
        self.outcome.set_value(assessment.outcome)
        self.direct.show_direct(assessment.direct)

    def assessment(self) -> Assessment:
        """What is typed."""
        outcome: Outcome = self.outcome.value()
        return Assessment(
            outcome=outcome,
            considered=self.questions.considered(),
            left_out=self.left_out.left_out() if outcome is Outcome.PART else (),
            direct=self.direct.direct() if outcome.gives else Direct(),
        )

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        if self.outcome.value() is None:
            found.append(FieldProblem(field="outcome", text=_("Choose the result.")))
        if self.outcome.value() is Outcome.PART and self.left_out.unfinished():
            text = _("Choose the rule for what is left out.")
            found.append(FieldProblem(field="left_out", text=text))
        return found


class _DirectPart(QWidget):
    """Does the person want another to have the data, and can it be done?"""

    def __init__(self) -> None:
        super().__init__()
        form = forms.form_layout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(form)
        self.state = RadioChoice([(one, words(one)) for one in Transfer])
        self.state.setObjectName("transfer")
        forms.add_row(
            form,
            _("&Directly to another controller"),
            self.state,
            _("The person may ask for it. It is done where it is technically possible."),
            name="transfer",
        )
        self.receiver, self.how = LineField(), LineField()
        self.why_not = TextArea(max_length=5000, lines=2)
        self._receiver = forms.add_row(
            form, _("Who shall have the data"), self.receiver, "", True, name="receiver"
        )
        self._how = forms.add_row(form, _("How the data are sent"), self.how, "", True, name="how")
        self._why_not = forms.add_row(
            form, _("Why it is not possible"), self.why_not, "", True, name="why_not"
        )
        self.state.value_changed.connect(self._on_state_changed)
        self.state.set_value(Transfer.NOT_ASKED)

    def direct(self) -> Direct:
        """As it is filled in."""
        state: Transfer = self.state.value()
        asked = state is not Transfer.NOT_ASKED
        return Direct(
            state=state,
            receiver=self.receiver.text() if asked else "",
            how=self.how.text() if state is Transfer.SENT else "",
            why_not=self.why_not.text() if state is Transfer.NOT_POSSIBLE else "",
        )

    def show_direct(self, direct: Direct) -> None:
        """Show what was noted before."""
        self.state.set_value(direct.state)
        self.receiver.set_text(direct.receiver)
        self.how.set_text(direct.how)
        self.why_not.set_text(direct.why_not)

    def _on_state_changed(self, state: Transfer) -> None:
        self._receiver.setVisible(state is not Transfer.NOT_ASKED)
        self._how.setVisible(state is Transfer.SENT)
        self._why_not.setVisible(state is Transfer.NOT_POSSIBLE)
