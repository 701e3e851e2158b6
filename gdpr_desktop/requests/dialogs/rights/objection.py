"""Objection: what is paused, the questions, the written weighing, and what stops."""

from datetime import date

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.core.dates import DateError, parse_date, short_date
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.law.objection import Use, grounds_for
from gdpr_desktop.requests.dialogs.assess import AssessmentDialog
from gdpr_desktop.requests.rights.objection import words
from gdpr_desktop.requests.rights.objection_model import (
    GOING_ON,
    STOPPING,
    WEIGHED,
    ObjectionAssessment,
    ObjectionOutcome,
    Pause,
    Stop,
    use_of,
)
from gdpr_desktop.requests.widgets.questions import QuestionsPart
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.rows import RowsColumn, RowsField


class AssessDialog(AssessmentDialog):
    """The weighing is asked for as soon as the outcome needs one; the service demands it too."""

    def build(self) -> None:
        self.objected_to, _row = self.add_text(
            "objected_to", _("What the person objects to"), required=True
        )
        self._build_pause()
        self.questions = QuestionsPart("objection")
        forms.add_row(self.form, _("Questions"), self.questions, name="considered")
        self.outcome = RadioChoice([(code, words(code)) for code in ObjectionOutcome])
        forms.add_row(self.form, _("Result"), self.outcome, name="outcome")
        self._build_weighing()
        self._build_result()
        self.outcome.value_changed.connect(self._on_answers_changed)
        self.questions.changed.connect(self._on_answers_changed)
        self._on_answers_changed()

    def _build_pause(self) -> None:
        self.paused = RowsField(
            (
                RowsColumn(header=_("System or department"), stretch=2),
                RowsColumn(header=_("Paused since (day)")),
            )
        )
        self._pause_row = forms.add_row(
            self.form,
            _("Where the processing is paused"),
            self.paused,
            _("As a rule nothing is done with the data until the objection has been weighed."),
            name="paused",
        )
        self.not_paused, self._not_paused_row = self.add_text(
            "not_paused",
            _("Why it is not paused"),
            _("Only when it is paused nowhere. The person reads this."),
        )
        self.restriction_offered = QCheckBox(_("The person has been offered it"))
        self._offer_row = forms.add_row(
            self.form,
            _("Restricted processing meanwhile"),
            self.restriction_offered,
            _("The right to it: article 18(1)(d). Offer it when the processing is not paused."),
            name="restriction_offered",
        )

    def _build_weighing(self) -> None:
        self.situation, situation = self.add_text(
            "situation",
            _("The person's situation"),
            _("What weighs for the person. The person reads all four texts of the weighing."),
            required=True,
        )
        self.our_grounds, grounds = self.add_text(
            "our_grounds",
            _("The municipality's compelling legitimate grounds"),
            _("The burden of proof is ours. If there are none, write that."),
            required=True,
        )
        self.weighing, weighing = self.add_text("weighing", _("The weighing"), required=True)
        self._weighing_rows = (situation, grounds, weighing)
        self.conclusion, self._conclusion_row = self.add_text(
            "conclusion",
            _("Conclusion"),
            _("What it leads to, and why. Where there is no right to object, explain it here."),
            required=True,
        )

    def _build_result(self) -> None:
        grounds = [ground for use in Use for ground in grounds_for(use)]
        self.ground = RadioChoice([(code, words(code)) for code in grounds])
        self._ground_row = forms.add_row(
            self.form,
            _("Ground for going on"),
            self.ground,
            _("Without one of these three the objection is upheld."),
            name="ground",
        )
        self.stops = RowsField(
            (
                RowsColumn(header=_("System or department")),
                RowsColumn(header=_("Processor who must be told")),
            ),
            keys=False,
        )
        self._stops_row = forms.add_row(
            self.form,
            _("Where the processing stops"),
            self.stops,
            _("Each becomes something to carry out before the answer goes."),
            name="stops",
        )
        self.continues, self._continues_row = self.add_text(
            "continues", _("What we go on with"), required=True
        )

    def _on_answers_changed(self, *_value: object) -> None:
        outcome = self.outcome.value()
        use = use_of(self.questions.considered())
        weighed = outcome in WEIGHED and use is not Use.MARKETING
        for row in self._weighing_rows:
            row.setVisible(weighed)
        self._conclusion_row.setVisible(weighed or outcome is ObjectionOutcome.NOT_APPLICABLE)
        pausing = outcome is not ObjectionOutcome.NOT_APPLICABLE and use is not Use.MARKETING
        for row in (self._pause_row, self._not_paused_row, self._offer_row):
            row.setVisible(pausing)
        self._ground_row.setVisible(outcome in GOING_ON)
        self._stops_row.setVisible(outcome in STOPPING)
        self._continues_row.setVisible(outcome is ObjectionOutcome.PART)

    def show_assessment(self, assessment: ObjectionAssessment) -> None:
        self.questions.show_considered(assessment.considered)
        self.paused.set_rows((one.system, short_date(one.day)) for one in assessment.paused)
        self.stops.set_rows((one.system, one.processor) for one in assessment.stops)
        self.restriction_offered.setChecked(assessment.restriction_offered)
        self.objected_to.set_text(assessment.objected_to)
        self.not_paused.set_text(assessment.not_paused)
        self.situation.set_text(assessment.situation)
        self.our_grounds.set_text(assessment.our_grounds)
        self.weighing.set_text(assessment.weighing)
        self.conclusion.set_text(assessment.conclusion)
        self.continues.set_text(assessment.continues)
        self.ground.set_value(assessment.ground)
        self.outcome.set_value(assessment.outcome)

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        if self.outcome.value() is None:
            found.append(FieldProblem(field="outcome", text=_("Choose the result.")))
        if self._shown(self._pause_row):
            for _system, typed in self.paused.rows():
                if self._day(typed) is None:
                    text = _("Write the day the processing was paused, like 3.2.2026.")
                    found.append(FieldProblem(field="paused", text=text))
                    break
        return found

    def assessment(self) -> ObjectionAssessment:
        """What is asked for on the screen; what is hidden counts for nothing."""
        pausing = self._shown(self._pause_row)
        weighed = self._shown(self._weighing_rows[0])
        paused = self.paused.rows() if pausing else ()
        going_on = self._shown(self._ground_row)
        stops = self.stops.rows() if self._shown(self._stops_row) else ()
        return ObjectionAssessment(
            outcome=self.outcome.value(),
            objected_to=self.objected_to.text(),
            considered=self.questions.considered(),
            paused=tuple(
                Pause(system=system, day=day)
                for system, typed in paused
                if (day := self._day(typed)) is not None
            ),
            not_paused=self.not_paused.text() if pausing and not paused else "",
            restriction_offered=pausing and self.restriction_offered.isChecked(),
            situation=self.situation.text() if weighed else "",
            our_grounds=self.our_grounds.text() if weighed else "",
            weighing=self.weighing.text() if weighed else "",
            conclusion=self.conclusion.text() if self._shown(self._conclusion_row) else "",
            ground=self.ground.value() if going_on else None,
            stops=tuple(Stop(system=system, processor=told) for system, told in stops),
            continues=self.continues.text() if self._shown(self._continues_row) else "",
        )

    def _shown(self, row: QWidget) -> bool:
        return row.isVisibleTo(self)

    def _day(self, typed: str) -> date | None:
        try:
            return parse_date(typed, today=self.today)
        except DateError:
            return None
