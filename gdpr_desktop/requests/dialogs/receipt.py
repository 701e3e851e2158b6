"""The person has been told that we have the request, without a letter of ours."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import guidance, service
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.base import RequestDialog
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.vault import Vault


class ReceiptDialog(RequestDialog):
    """Note that receipt has been confirmed: told on the phone, at the counter, in eDialog."""

    action = Action.CONFIRM_RECEIPT

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        why = guidance.step_texts("confirm_receipt").why
        super().__init__(vault, case_id, parent, _("Confirm receipt"), _("Save"), why=why)
        self.how = LineField(max_length=300)
        help_text = _("On the phone, at the counter, in eDialog.")
        forms.add_row(self.form, _("&How the person was told"), self.how, help_text, name="how")
        self.confirmed_on = self.day_row(_("&Date"), "confirmed_on", self.today)

    def do(self) -> Change:
        confirmed_on = self.confirmed_on.date()
        assert confirmed_on is not None, "checked before"
        return service.confirm_receipt(
            self.vault, self.case_id, confirmed_on=confirmed_on, how=self.how.text()
        )
