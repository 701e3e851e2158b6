"""The person was told, otherwise than by a letter from here."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.consents.withdrawals.actions import Action
from gdpr_desktop.consents.withdrawals.dialogs.base import WithdrawalDialog
from gdpr_desktop.consents.withdrawals.model import Confirmed
from gdpr_desktop.consents.withdrawals.service.telling import note_told
from gdpr_desktop.consents.withdrawals.steps import Step
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.correspondence.words import channel_words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.vault import Vault


class ToldDialog(WithdrawalDialog):
    """When, and how."""

    form_code = Action.TOLD.value
    step = Step.CONFIRM

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("The person was told")
        super().__init__(vault, case_id, parent, title, _("Note it"))
        self.told_on = self.day_row(_("&Told on"), "told_on", self.today)
        self.channel = Choice(
            ((one, channel_words(one)) for one in DispatchChannel), empty=_("Not chosen")
        )
        forms.add_row(self.form, _("&How"), self.channel, name="channel")
        self.note = TextArea(max_length=2000, lines=2)
        help_ = _("What was said, where it was told orally.")
        forms.add_row(self.form, _("&Note"), self.note, help_, name="note")

    def do(self) -> Change:
        told_on = self.told_on.date()
        assert told_on is not None, "checked before"
        channel = self.channel.value()
        confirmed = Confirmed(
            told_on=told_on, channel=channel.value if channel else "", note=self.note.text()
        )
        return note_told(self.vault, self.case_id, confirmed)
