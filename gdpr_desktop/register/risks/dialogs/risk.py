"""The form of one risk, inside that of the assessment."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.clock import Clock
from gdpr_desktop.core.dates import DateError, parse_date, short_date
from gdpr_desktop.core.errors import FieldProblem, require_valid
from gdpr_desktop.core.text import _
from gdpr_desktop.register.risks import levels
from gdpr_desktop.register.risks.model import Harm, Measure, Risk
from gdpr_desktop.register.risks.words import (
    consequence_words,
    harm_words,
    level_words,
    likelihood_words,
)
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.rows import RowsColumn, RowsField
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.fields.tick_row import TickRow
from gdpr_desktop.ui.labels import label


class RiskDialog(FormDialog):
    """``accepted_value`` carries the ``Risk``."""

    def __init__(self, risk: Risk, clock: Clock, parent: QWidget | None = None) -> None:
        title = _("Change the risk") if risk.text else _("New risk")
        intro = _("See it from the person's side: what would it mean for them?")
        super().__init__(parent, title, _("Use this"), intro=intro, width=720)
        self._risk, self._clock = risk, clock
        self.text, self.cause = TextArea(lines=2), TextArea(lines=2)
        self.harms = TickRow([(one.value, harm_words(one)) for one in Harm], name="harm")
        forms.add_row(self.form, _("What could &happen"), self.text, required=True, name="text")
        forms.add_row(self.form, _("C&ause"), self.cause, name="cause")
        forms.add_row(self.form, _("What su&ffers"), self.harms, name="kinds")
        self.likelihood, self.consequence = self._pair(_("&Likelihood"), _("&Consequence"), "")
        self._build_measures()
        self.likelihood_after, self.consequence_after = self._pair(
            _("L&ikelihood with the measures"), _("C&onsequence with the measures"), "_after"
        )
        self.outcome = label("", "muted")
        self.form.addRow(self.outcome)
        self._show_risk(risk)
        for choice in self._choices():
            choice.value_changed.connect(self._show_outcome)
        self._show_outcome()

    def _choices(self) -> tuple[Choice, ...]:
        return (
            self.likelihood,
            self.consequence,
            self.likelihood_after,
            self.consequence_after,
        )

    def _pair(self, likelihood: str, consequence: str, suffix: str) -> tuple[Choice, Choice]:
        empty = _("Not chosen")
        first = Choice([(step, likelihood_words(step)) for step in levels.STEPS], empty=empty)
        second = Choice([(step, consequence_words(step)) for step in levels.STEPS], empty=empty)
        first.setObjectName(f"likelihood{suffix}")
        second.setObjectName(f"consequence{suffix}")
        rows = forms.FieldRow(likelihood, first), forms.FieldRow(consequence, second)
        forms.add_pair(self.form, *rows)
        return first, second

    def _build_measures(self) -> None:
        self.measures = RowsField(
            (
                RowsColumn(header=_("Measure"), width=22, stretch=3),
                RowsColumn(header=_("Who sees to it"), width=14),
                RowsColumn(header=_("Due"), width=10, stretch=0),
                RowsColumn(header=_("Done"), width=10, stretch=0),
            )
        )
        help_ = _("What is done to lower the risk. Dates like 3.2.2026.")
        forms.add_row(self.form, _("&Measures"), self.measures, help_, name="measures")

    def _show_risk(self, risk: Risk) -> None:
        self.text.set_text(risk.text)
        self.cause.set_text(risk.cause)
        self.harms.set_value(risk.kinds)
        self.likelihood.set_value(risk.likelihood or None)
        self.consequence.set_value(risk.consequence or None)
        self.likelihood_after.set_value(risk.likelihood_after or None)
        self.consequence_after.set_value(risk.consequence_after or None)
        self.measures.set_rows(
            (one.text, one.owner, _short(one.due), _short(one.done_on)) for one in risk.measures
        )

    def value(self) -> Risk:
        """The risk as filled in. Raises ``InvalidInputError``."""
        found = self._found()
        if not found.text:
            require_valid([FieldProblem(field="text", text=_("Must be filled in."))])
        return replace(found, measures=self._measures())

    def _found(self) -> Risk:
        return replace(
            self._risk,
            text=" ".join(self.text.text().split()),
            cause=self.cause.text().strip(),
            kinds=self.harms.value(),
            likelihood=self.likelihood.value() or 0,
            consequence=self.consequence.value() or 0,
            likelihood_after=self.likelihood_after.value() or 0,
            consequence_after=self.consequence_after.value() or 0,
        )

    def _measures(self) -> tuple[Measure, ...]:
        return tuple(
            Measure(text=text, owner=owner, due=self._day(due), done_on=self._day(done))
            for text, owner, due, done in self.measures.rows()
        )

    def _day(self, text: str) -> date | None:
        if not text:
            return None
        try:
            return parse_date(text, today=self._clock.today())
        except DateError as error:
            require_valid([FieldProblem(field="measures", text=str(error))])
            return None

    def _show_outcome(self, _value: object = None) -> None:
        risk = self._found()
        text = _("Risk: {before}. With the measures: {after}.").format(
            before=level_words(levels.before(risk)).lower(),
            after=level_words(levels.after(risk)).lower(),
        )
        self.outcome.setText(text)


def _short(day: date | None) -> str:
    return short_date(day) if day else ""
