"""Restriction: the questions, what comes of them, which data, and when to look again."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox

from gdpr_desktop.core.text import _
from gdpr_desktop.requests.dialogs.assess import AssessmentDialog
from gdpr_desktop.requests.model import Right
from gdpr_desktop.requests.questions import reason_of
from gdpr_desktop.requests.rights.restriction import (
    Marking,
    RestrictedItem,
    RestrictionAssessment,
    RestrictionOutcome,
    UsedItem,
    UseGround,
    suggested,
    words,
)
from gdpr_desktop.requests.widgets.questions import QuestionsPart
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.rows import RowsColumn, RowsField
from gdpr_desktop.ui.fields.text import TextArea

_RESTRICTS = (RestrictionOutcome.GRANTED, RestrictionOutcome.PARTLY)
_USES = (RestrictionOutcome.PARTLY, RestrictionOutcome.STILL_NECESSARY)


class ItemsField(RowsField):
    """Which data are restricted, where, and how they are marked there."""

    def __init__(self) -> None:
        markings = tuple((one.value, words(one)) for one in Marking)
        super().__init__(
            (
                RowsColumn(header=_("System"), width=14, stretch=2),
                RowsColumn(header=_("Which data"), width=18, stretch=3),
                RowsColumn(header=_("How they are marked"), width=16, choices=markings),
            )
        )

    def set_value(self, items: Iterable[RestrictedItem]) -> None:
        """Show these."""
        self.set_rows((one.system, one.what, one.marking.value) for one in items)

    def value(self) -> tuple[RestrictedItem, ...]:
        """As typed; where no marking is chosen the data are marked in the system itself."""
        return tuple(
            RestrictedItem(
                system=system, what=what, marking=Marking(marking or Marking.FLAGGED.value)
            )
            for system, what, marking in self.rows()
        )


class UsedField(RowsField):
    """Which data go on being used, on which ground, and why."""

    def __init__(self) -> None:
        grounds = tuple((one.value, words(one)) for one in UseGround)
        super().__init__(
            (
                RowsColumn(header=_("System"), width=12, stretch=2),
                RowsColumn(header=_("Which data"), width=12, stretch=2),
                RowsColumn(header=_("Ground"), width=16, choices=grounds),
                RowsColumn(header=_("Why"), width=16, stretch=3),
            )
        )

    def set_value(self, items: Iterable[UsedItem]) -> None:
        """Show these."""
        self.set_rows(
            (one.system, one.what, one.ground.value if one.ground else "", one.reason)
            for one in items
        )

    def value(self) -> tuple[UsedItem, ...]:
        """As typed."""
        return tuple(
            UsedItem(
                system=system, what=what, ground=UseGround(ground) if ground else None, reason=why
            )
            for system, what, ground, why in self.rows()
        )


class AssessDialog(AssessmentDialog):
    """The answers point to an outcome; what that outcome needs is asked for below it."""

    def build(self) -> None:
        self.questions = QuestionsPart(Right.RESTRICTION.value)
        forms.add_row(self.form, _("Questions"), self.questions, name="considered")
        self.outcome = RadioChoice([(one, words(one)) for one in RestrictionOutcome])
        forms.add_row(
            self.form,
            _("Result"),
            self.outcome,
            _("The answers above point to one; only part of the data may be another."),
            required=True,
            name="outcome",
        )
        self._build_restricted()
        self._build_rest()
        self._build_kept()
        self.questions.changed.connect(self._on_answered)
        self.outcome.value_changed.connect(self._on_outcome_changed)
        self._show_rows()

    def _build_restricted(self) -> None:
        self.items = ItemsField()
        help_ = _("Store them, and use them only with the person's consent or for article 18(2).")
        self._items_row = forms.add_row(
            self.form, _("Data that are &restricted"), self.items, help_, name="items"
        )
        self.look_again = self.day_field(None, required=False)
        self._look_row = forms.add_row(
            self.form,
            _("&Look again by"),
            self.look_again,
            _("The overview reminds of it, also when the case is closed."),
            required=True,
            name="look_again",
        )
        self.archive_said = TextArea(max_length=5000, lines=2)
        self._archive_row = forms.add_row(
            self.form,
            _("What the archive &leader says"),
            self.archive_said,
            _("The marking must not break the archive rules. Write who answered, and what."),
            required=True,
            name="archive_said",
        )

    def _build_rest(self) -> None:
        self.still_used = UsedField()
        help_ = _("Left blank, the reason is the one you wrote above. The person reads it.")
        self._used_row = forms.add_row(
            self.form, _("Data that are still &used"), self.still_used, help_, name="still_used"
        )
        self.reason = TextArea(max_length=5000, lines=4)
        help_ = _("Why none of the four conditions is met. The person reads this.")
        self._reason_row = forms.add_row(
            self.form, _("Reason for the re&fusal"), self.reason, help_, name="reason"
        )

    def _build_kept(self) -> None:
        self.archive_duty = QCheckBox(_("Some of it is kept by the Ar&chives Act"))
        self.accounting_duty = QCheckBox(_("Some of it is kept by the &Bookkeeping Act"))
        self.archive_duty.setObjectName("archive_duty")
        self.accounting_duty.setObjectName("accounting_duty")
        self.form.addRow(self.archive_duty)
        self.form.addRow(self.accounting_duty)

    def _on_answered(self) -> None:
        considered = self.questions.considered()
        if considered:
            self.outcome.set_value(suggested(considered))

    def _on_outcome_changed(self, _value: object) -> None:
        self._show_rows()

    def _show_rows(self) -> None:
        outcome = self.outcome.value()
        for row in (self._items_row, self._look_row, self._archive_row):
            row.setVisible(outcome in _RESTRICTS)
        self._used_row.setVisible(outcome in _USES)
        self._reason_row.setVisible(outcome is RestrictionOutcome.REFUSED)

    def show_assessment(self, assessment: RestrictionAssessment) -> None:
        self.questions.show_considered(assessment.considered)
        self.outcome.set_value(assessment.outcome)
        self.items.set_value(assessment.items)
        self.still_used.set_value(assessment.still_used)
        self.look_again.set_date(assessment.look_again)
        self.reason.set_text(assessment.reason)
        self.archive_said.set_text(assessment.archive_said)
        self.archive_duty.setChecked(assessment.archive_duty)
        self.accounting_duty.setChecked(assessment.accounting_duty)

    def assessment(self) -> RestrictionAssessment:
        outcome = self.outcome.value() or suggested(self.questions.considered())
        restricts, uses = outcome in _RESTRICTS, outcome in _USES
        refused = outcome is RestrictionOutcome.REFUSED
        return RestrictionAssessment(
            outcome=outcome,
            considered=self.questions.considered(),
            items=self.items.value() if restricts else (),
            still_used=self._used() if uses else (),
            reason=self.reason.text() if refused else "",
            look_again=self.look_again.date() if restricts else None,
            archive_said=self.archive_said.text() if restricts else "",
            archive_duty=self.archive_duty.isChecked(),
            accounting_duty=self.accounting_duty.isChecked(),
        )

    def _used(self) -> tuple[UsedItem, ...]:
        """A line without a reason has the one that was written with the answer on its ground."""
        considered = self.questions.considered()
        return tuple(
            one
            if one.reason or one.ground is None
            else replace(one, reason=reason_of(considered, f"still_{one.ground.value}"))
            for one in self.still_used.value()
        )
