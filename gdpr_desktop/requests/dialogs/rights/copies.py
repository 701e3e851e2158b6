"""Further copies: free or at cost, and when the person was told the price."""

from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.law.copies import CopyCost, CostLine
from gdpr_desktop.requests.dialogs.assess import AssessmentDialog
from gdpr_desktop.requests.dialogs.rows_by_choice import RowsByChoice
from gdpr_desktop.requests.rights.copies import CopiesAssessment, CopiesOutcome, words
from gdpr_desktop.requests.widgets.questions import QuestionsPart
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.rows import RowsColumn, RowsField
from gdpr_desktop.ui.fields.text import LineField

_CHARGED = (CopiesOutcome.FEE, CopiesOutcome.DECLINED)


class AssessDialog(AssessmentDialog):
    """Further copies."""

    asks_basis = False

    def build(self) -> None:
        self.copies_of = LineField()
        forms.add_row(
            self.form,
            _("What the copies are o&f"),
            self.copies_of,
            _("On one line, with how many. The letter says it."),
            required=True,
            name="copies_of",
        )
        self.first_copy_on = self.day_row(
            _("F&irst copy given"),
            "first_copy_on",
            None,
            help=_("The first one is always free."),
            required=False,
        )
        self.questions = QuestionsPart("copies")
        forms.add_row(self.form, _("Questions"), self.questions, name="considered")
        self.outcome = RadioChoice([(code, words(code)) for code in CopiesOutcome])
        forms.add_row(self.form, _("Result"), self.outcome, required=True, name="outcome")
        self._build_fee()

    def _build_fee(self) -> None:
        self.shown = RowsByChoice(self.form, self.outcome)
        costs = tuple((code.value, words(code)) for code in CopyCost if code.may_be_charged)
        self.costs = RowsField(
            (
                RowsColumn(header=_("Cost"), width=24, stretch=3, choices=costs),
                RowsColumn(header=_("Kroner"), width=10),
            )
        )
        self.shown.field(
            _CHARGED,
            _("What they cost"),
            self.costs,
            "costs",
            _("Only what these copies themselves cost. Never the time to find the data."),
        )
        self.told_on = self.day_field(None, required=False)
        self.shown.field(
            _CHARGED,
            _("&Told of the price"),
            self.told_on,
            "told_on",
            _("Before the copies are made, so that the person can say no."),
        )
        self.shown.show_rows()

    def show_assessment(self, assessment: CopiesAssessment) -> None:
        self.copies_of.set_text(assessment.copies_of)
        self.first_copy_on.set_date(assessment.first_copy_on)
        self.questions.show_considered(assessment.considered)
        self.outcome.set_value(assessment.outcome)
        self.costs.set_rows((one.cost.value, str(one.kroner)) for one in assessment.costs)
        self.told_on.set_date(assessment.told_on)

    def assessment(self) -> CopiesAssessment:
        outcome: CopiesOutcome = self.outcome.value()
        charged = outcome in _CHARGED
        lines = tuple(
            CostLine(cost=CopyCost(cost), kroner=int(amount)) for cost, amount in self.costs.rows()
        )
        return CopiesAssessment(
            outcome=outcome,
            copies_of=self.copies_of.text(),
            first_copy_on=self.first_copy_on.date(),
            costs=lines if charged else (),
            told_on=self.told_on.date() if charged else None,
            considered=self.questions.considered(),
        )

    def field_problems(self) -> list[FieldProblem]:
        found = [*super().field_problems(), *self.shown.problems()]
        if self.outcome.value() in _CHARGED and not all(map(_readable, self.costs.rows())):
            text = _("Choose the kind of cost, and write whole kroner, on each line.")
            found.append(FieldProblem(field="costs", text=text))
        return found


def _readable(row: tuple[str, ...]) -> bool:
    cost, amount = row
    return bool(cost) and amount.isdecimal() and 0 < int(amount) < 1_000_000
