"""One measure: what is done, why, by whom, by when, and which risks it lowers."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.checks import LINE_LENGTH
from gdpr_desktop.casework.dialogs.base import CaseDialog
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.actions import Action
from gdpr_desktop.dpia.codes import MeasurePurpose, MeasureStatus
from gdpr_desktop.dpia.content import Measure, new_key
from gdpr_desktop.dpia.risks.checks import LONGEST_REASON
from gdpr_desktop.dpia.risks.service import put_measure
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.dpia.words import words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.picks import PicksField
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.vault import Vault


class MeasureDialog(CaseDialog):
    """A new measure, or with ``key`` one that is there."""

    def __init__(
        self, vault: Vault, case_id: CaseId, parent: QWidget | None = None, key: str = ""
    ) -> None:
        content = read_dpia(vault, case_id).content
        self._found = content.measure(key) or Measure(key=new_key(), title="")
        self._risks = {one.key: one for one in content.scenarios}
        super().__init__(
            vault,
            case_id,
            parent,
            _("Change the measure") if self._found.title else _("New measure"),
            _("Save the measure"),
            why=_(
                "The assessment tells the measures against the risks, and those that see to it that"
                " the law is kept (article 35(7)(d)). What is planned needs somebody to see to it,"
                " and a day: then it stands on the overview."
            ),
            width=640,
        )
        self._build()
        self._fill()
        self.status.value_changed.connect(self._on_status_chosen)
        self._on_status_chosen()
        self.keep_draft_of(f"{Action.RISKS.value}.measure-{key or 'new'}", case_id)

    def _build(self) -> None:
        form = self.form
        self.title = LineField(max_length=LINE_LENGTH)
        self.text = TextArea(max_length=LONGEST_REASON, lines=3)
        self.status = RadioChoice(
            [(one, words(one)) for one in (MeasureStatus.PLANNED, MeasureStatus.EXISTING)],
            horizontal=True,
        )
        self.purpose = RadioChoice([(one, words(one)) for one in MeasurePurpose], horizontal=True)
        self.owner = LineField(max_length=LINE_LENGTH)
        forms.add_row(form, _("Wh&at is done"), self.title, required=True, name="title")
        forms.add_row(form, _("&How"), self.text, name="text")
        forms.add_row(form, _("Is it there alread&y?"), self.status, name="status")
        forms.add_row(form, _("What the measure is &for"), self.purpose, name="purpose")
        forms.add_row(form, _("Who &sees to it"), self.owner, name="owner")
        self.due = self.day_field(self._found.due, required=False)
        self.done_on = self.day_field(self._found.done_on, required=False)
        self.due.setObjectName("due")
        self.done_on.setObjectName("done_on")
        self.days = (
            forms.FieldRow(_("&By when"), self.due),
            forms.FieldRow(_("Carried &out"), self.done_on),
        )
        forms.add_pair(form, *self.days)
        self.risks = PicksField(
            [(key, f"{at}. {one.title}") for at, (key, one) in enumerate(self._risks.items(), 1)]
        )
        if self._risks:
            forms.add_row(form, _("&Risks that it lowers"), self.risks, name="risks")

    def _fill(self) -> None:
        one = self._found
        self.title.set_text(one.title)
        self.text.set_text(one.text)
        self.status.set_value(one.status)
        self.purpose.set_value(one.purpose)
        self.owner.set_text(one.owner)
        self.risks.set_value(key for key, risk in self._risks.items() if one.key in risk.measures)

    def _on_status_chosen(self, _value: object = None) -> None:
        planned = self.status.value() is MeasureStatus.PLANNED
        for row in self.days:
            row.setVisible(planned)

    def measure(self) -> Measure:
        """The measure as filled in."""
        return replace(
            self._found,
            title=self.title.text(),
            text=self.text.text(),
            status=self.status.value(),
            purpose=self.purpose.value(),
            owner=self.owner.text(),
            due=self.due.date(),
            done_on=self.done_on.date(),
        )

    def do(self) -> Change:
        return put_measure(self.vault, self.case_id, self.measure(), lowers=self.risks.value())

    def _state(self) -> tuple[Any, ...]:
        return (*super()._state(), self.risks.value())
