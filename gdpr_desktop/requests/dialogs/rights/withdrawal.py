"""A consent is withdrawn: which one, what is stopped, or why there was none."""

from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.dialogs.assess import AssessmentDialog
from gdpr_desktop.requests.dialogs.rows_by_choice import RowsByChoice, lines_of
from gdpr_desktop.requests.rights.withdrawal import (
    ON_ANOTHER_BASIS,
    ErasureStep,
    WithdrawalAssessment,
    WithdrawalOutcome,
    words,
)
from gdpr_desktop.requests.widgets.questions import QuestionsPart
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.text import LineField, TextArea

_STOPPED = (WithdrawalOutcome.STOPPED,)


class AssessDialog(AssessmentDialog):
    """Withdrawal of consent."""

    def build(self) -> None:
        self.consent = LineField()
        forms.add_row(
            self.form,
            _("&Which consent"),
            self.consent,
            _("What it was given to, on one line. The letter says it."),
            required=True,
            name="consent",
        )
        self.withdrawn_on = self.day_row(
            _("Wit&hdrawn"),
            "withdrawn_on",
            self.request.case.received,
            help=_("The day it came, wherever it came in. From then on the consent is gone."),
        )
        self.questions = QuestionsPart("withdrawal")
        forms.add_row(self.form, _("Questions"), self.questions, name="considered")
        self.outcome = RadioChoice([(code, words(code)) for code in WithdrawalOutcome])
        forms.add_row(self.form, _("Result"), self.outcome, required=True, name="outcome")
        self.shown = RowsByChoice(self.form, self.outcome)
        self._build_stopped()
        self._build_other()
        self.shown.show_rows()

    def _build_stopped(self) -> None:
        self.no_consent_why = self.shown.text(
            _STOPPED,
            _("Wh&y it is stopped, where the basis is not consent"),
            "no_consent_why",
            _("Choose consent as the basis above, or explain here. It is not in the letter."),
        )
        self.places = self.shown.text(
            _STOPPED,
            _("&Stopped in"),
            "places",
            _("One place on each line: systems, web pages, suppliers. Each is ticked off later."),
        )
        self.effects = self.shown.text(
            _STOPPED, _("What it &means for the person"), "effects", _("May be left empty.")
        )
        self.stays = self.shown.text(
            _STOPPED,
            _("What cannot be undo&ne"),
            "stays",
            _("Printed, or shared before. What was done before stays lawful."),
        )
        self.erasure = RadioChoice([(code, words(code)) for code in ErasureStep])
        self.erasure.set_value(ErasureStep.OFFERED)
        self.shown.field(_STOPPED, _("&Erasure"), self.erasure, "erasure")
        self.kept_why = TextArea(lines=2)
        self.kept = self.shown.field(
            _STOPPED, _("What is &kept, and why"), self.kept_why, "kept_why", required=True
        )
        self.erasure.value_changed.connect(self._on_erasure_changed)
        self._on_erasure_changed()

    def _build_other(self) -> None:
        self.law = LineField()
        self.shown.field(
            ON_ANOTHER_BASIS,
            _("The act that &gives the basis"),
            self.law,
            "law",
            _("By name, as the letter shall say it."),
        )
        self.basis_why = self.shown.text(
            ON_ANOTHER_BASIS, _("Wh&y this basis holds"), "basis_why", required=True
        )

    def _on_erasure_changed(self, *_value: object) -> None:
        self.shown.allow(self.kept, self.erasure.value() is ErasureStep.KEPT)

    def show_assessment(self, assessment: WithdrawalAssessment) -> None:
        self.consent.set_text(assessment.consent)
        self.withdrawn_on.set_date(assessment.withdrawn_on)
        self.questions.show_considered(assessment.considered)
        self.outcome.set_value(assessment.outcome)
        self.places.set_text("\n".join(assessment.places))
        self.effects.set_text(assessment.effects)
        self.stays.set_text(assessment.stays)
        self.erasure.set_value(assessment.erasure)
        self.kept_why.set_text(assessment.kept_why)
        self.law.set_text(assessment.law)
        self.basis_why.set_text(assessment.basis_why)
        self.no_consent_why.set_text(assessment.no_consent_why)

    def assessment(self) -> WithdrawalAssessment:
        outcome: WithdrawalOutcome = self.outcome.value()
        stopped, other = outcome in _STOPPED, outcome in ON_ANOTHER_BASIS
        kept = stopped and self.erasure.value() is ErasureStep.KEPT
        withdrawn_on = self.withdrawn_on.date()
        assert withdrawn_on is not None, "checked before"
        return WithdrawalAssessment(
            outcome=outcome,
            consent=self.consent.text(),
            withdrawn_on=withdrawn_on,
            places=lines_of(self.places) if stopped else (),
            effects=self.effects.text() if stopped else "",
            stays=self.stays.text() if stopped else "",
            erasure=self.erasure.value() if stopped else ErasureStep.OFFERED,
            kept_why=self.kept_why.text() if kept else "",
            law=self.law.text() if other else "",
            basis_why=self.basis_why.text() if other else "",
            no_consent_why=self.no_consent_why.text() if stopped else "",
            considered=self.questions.considered(),
        )

    def field_problems(self) -> list[FieldProblem]:
        return [*super().field_problems(), *self.shown.problems()]
