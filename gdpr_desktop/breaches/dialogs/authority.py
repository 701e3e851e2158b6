"""A letter came from the authority; what it demands was answered: two forms."""

from datetime import date

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.breaches.actions import Action
from gdpr_desktop.breaches.dialogs.sending_base import AuthorityDialog
from gdpr_desktop.breaches.model import AuthorityLetter
from gdpr_desktop.breaches.notifying import authority as service
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId, TaskId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.date import DateField
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


def _day_of(field: DateField) -> date:
    """The day of a field that must have one: it was checked before."""
    day = field.date()
    assert day is not None, "checked before"
    return day


class AuthorityLetterDialog(AuthorityDialog):
    """When it came, its case number, what it says, demands and orders."""

    action = Action.AUTHORITY_LETTER

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("A letter from the authority")
        super().__init__(vault, case_id, parent, title, _("Save the letter"))
        self.received_on = self.day_row(_("&Received"), "received_on", self.today)
        self.reference, self.demand = LineField(), LineField()
        self.what = TextArea(max_length=5000, lines=3)
        letters = self.breach.authority_letters
        self.reference.set_text(letters[-1].reference if letters else "")
        forms.add_row(
            self.form, _("The authority's &case number"), self.reference, name="reference"
        )
        help_ = _("In short. The letter itself lies in the archive.")
        forms.add_row(self.form, _("&What it says"), self.what, help_, True, name="what")
        help_ = _("It stands on the overview until it is answered. Empty when nothing is demanded.")
        forms.add_row(self.form, _("What it &demands"), self.demand, help_, name="demand")
        self.due = self.day_row(_("A&nswer by"), "due", None, required=False)
        self.due_row = self.due.parentWidget()
        self.orders = QCheckBox(_("It &orders us to tell those affected"))
        self.closes = QCheckBox(_("It &ends the matter"))
        forms.add_row(self.form, "", self.orders, _("Article 34(4)."), name="orders_telling")
        forms.add_row(self.form, "", self.closes, name="closes")
        self.demand.text_changed.connect(self._on_demand_changed)
        self._on_demand_changed("")

    def _on_demand_changed(self, text: str) -> None:
        row = self.due_row
        assert row is not None, "a field stands in its row"
        row.setVisible(bool(text.strip()))

    def do(self) -> Change:
        letter = AuthorityLetter(
            received_on=_day_of(self.received_on),
            reference=self.reference.text(),
            what=self.what.text(),
            closes=self.closes.isChecked(),
            orders_telling=self.orders.isChecked(),
        )
        demand = self.demand.text()
        due = self.due.date() if demand else None
        return service.note_letter(self.vault, self.case_id, letter, demand=demand, due=due)


class AnswerDemandDialog(AuthorityDialog):
    """When the authority got its answer, how, and with which reference."""

    action = Action.ANSWER_DEMAND

    def __init__(
        self, vault: Vault, case_id: CaseId, task_id: TaskId, parent: QWidget | None = None
    ) -> None:
        title, deed = _("The authority was answered"), _("Note the answer")
        super().__init__(vault, case_id, parent, title, deed, task=task_id)
        self._task = next(task for task in self.breach.demands if task.id == task_id)
        self.form.addRow(NoteBox(self._task.title, _("What it demands")))
        self.answered_on = self.day_row(_("&Answered"), "answered_on", self.today)
        self.how, self.reference = LineField(), LineField()
        help_ = _("For example in Altinn, or by post.")
        forms.add_row(self.form, _("&How"), self.how, help_, True, name="how")
        forms.add_row(self.form, _("&Reference"), self.reference, name="reference")

    def do(self) -> Change:
        return service.answer_demand(
            self.vault,
            self._task.id,
            answered_on=_day_of(self.answered_on),
            how=self.how.text(),
            reference=self.reference.text(),
        )
