"""A complaint about the handling: what about, who looks at it, what came of it."""

from gdpr_desktop.casework import lists
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.dialogs.assess import AssessmentDialog
from gdpr_desktop.requests.dialogs.rows_by_choice import RowsByChoice
from gdpr_desktop.requests.rights.complaint import (
    PUT_RIGHT,
    ComplaintAssessment,
    ComplaintOutcome,
    words,
)
from gdpr_desktop.requests.widgets.questions import QuestionsPart
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField, TextArea

_FORWARDED = (ComplaintOutcome.FORWARDED,)
_OURS = tuple(one for one in ComplaintOutcome if one not in _FORWARDED)


class AssessDialog(AssessmentDialog):
    """Complaint about the handling."""

    asks_basis = False

    def build(self) -> None:
        self.complained_of = TextArea(lines=3)
        forms.add_row(
            self.form,
            _("&What the complaint is about"),
            self.complained_of,
            required=True,
            name="complained_of",
        )
        self._build_case()
        self.questions = QuestionsPart("complaint")
        forms.add_row(self.form, _("Questions"), self.questions, name="considered")
        self.outcome = RadioChoice([(code, words(code)) for code in ComplaintOutcome])
        forms.add_row(self.form, _("Result"), self.outcome, required=True, name="outcome")
        self._build_answer()

    def _build_answer(self) -> None:
        self.shown = RowsByChoice(self.form, self.outcome)
        self.reviewer = LineField()
        self.shown.field(
            _OURS,
            _("&Looked at by"),
            self.reviewer,
            "reviewer",
            _("Somebody else than who handled it. The letter names them."),
            required=True,
        )
        self.forwarded_to = LineField()
        self.shown.field(
            _FORWARDED, _("&Sent on to"), self.forwarded_to, "forwarded_to", required=True
        )
        self.forwarded_on = self.day_field(None, required=False)
        self.shown.field(_FORWARDED, _("S&ent on"), self.forwarded_on, "forwarded_on")
        self.finding = TextArea(lines=3)
        forms.add_row(
            self.form,
            _("What we came to, and wh&y"),
            self.finding,
            required=True,
            name="finding",
        )
        self.put_right = self.shown.text(
            PUT_RIGHT, _("What we do to &put it right"), "put_right", required=True
        )
        self.shown.show_rows()

    def _build_case(self) -> None:
        found = lists.similar(
            self.vault.db, self.request.subject, self.vault.actor, but=self.request.case.id
        )
        self._handlers = {case.number: case.caseworker for case in found}
        self.about_case, self.handler = LineField(max_length=60), LineField()
        self.about_case.setObjectName("about_case")
        self.handler.setObjectName("handler")
        completer = suggest(self.about_case.line, self._handlers)
        completer.activated.connect(self._on_case_chosen)
        forms.add_pair(
            self.form,
            forms.FieldRow(
                _("About our case &number"),
                self.about_case,
                _("Cases of possibly the same person are suggested."),
            ),
            forms.FieldRow(_("&Handled by"), self.handler),
        )

    def _on_case_chosen(self, number: str) -> None:
        if not self.handler.text():
            self.handler.set_text(self._handlers.get(number, ""))

    def show_assessment(self, assessment: ComplaintAssessment) -> None:
        self.complained_of.set_text(assessment.complained_of)
        self.about_case.set_text(assessment.about_case)
        self.handler.set_text(assessment.handler)
        self.questions.show_considered(assessment.considered)
        self.outcome.set_value(assessment.outcome)
        self.reviewer.set_text(assessment.reviewer)
        self.forwarded_to.set_text(assessment.forwarded_to)
        self.forwarded_on.set_date(assessment.forwarded_on)
        self.finding.set_text(assessment.finding)
        self.put_right.set_text(assessment.put_right)

    def assessment(self) -> ComplaintAssessment:
        outcome: ComplaintOutcome = self.outcome.value()
        sent_on = outcome in _FORWARDED
        return ComplaintAssessment(
            outcome=outcome,
            complained_of=self.complained_of.text(),
            about_case=self.about_case.text(),
            handler=self.handler.text(),
            reviewer="" if sent_on else self.reviewer.text(),
            finding=self.finding.text(),
            put_right=self.put_right.text() if outcome in PUT_RIGHT else "",
            forwarded_to=self.forwarded_to.text() if sent_on else "",
            forwarded_on=self.forwarded_on.date() if sent_on else None,
            considered=self.questions.considered(),
        )

    def field_problems(self) -> list[FieldProblem]:
        return [*super().field_problems(), *self.shown.problems()]
