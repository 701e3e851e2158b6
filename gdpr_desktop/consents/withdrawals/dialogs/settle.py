"""A request turns out to be about this consent: the same fields, filled with what it says."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from gdpr_desktop.consents.codes import Channel
from gdpr_desktop.consents.content import FormContent
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.consents.withdrawals.dialogs.register import WithdrawDialog, with_content
from gdpr_desktop.consents.withdrawals.model import Registered
from gdpr_desktop.consents.withdrawals.service.base import read_withdrawal
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId, ConsentId
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault


class SettleDialog(WithdrawDialog):
    """For whoever has the case: they need not see all the consents of the form."""

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        self.withdrawal = read_withdrawal(vault, case_id)
        super().__init__(vault, self.withdrawal.registered.consent_id, parent)

    def _read(self, vault: Vault, consent_id: ConsentId) -> tuple[Consent, FormContent]:
        consent = self.withdrawal.consent
        if consent is None:
            raise AppError(_("This consent does not exist any more."))
        return with_content(vault, consent)

    def _channels(self) -> tuple[Channel, ...]:
        return (Channel.REQUEST, *super()._channels())

    def _day(self) -> date | None:
        return self.withdrawal.registered.withdrawn_on

    def registered(self) -> Registered:
        return replace(super().registered(), request=self.withdrawal.registered.request)
