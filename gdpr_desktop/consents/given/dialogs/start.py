"""When the processing began: a consent given later does not heal the time before it."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.dialogs.base import CaseDialog
from gdpr_desktop.consents.given.service.base import readable
from gdpr_desktop.consents.given.service.registering import note_start
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import ConsentId
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault


class StartDialog(CaseDialog):
    """One date; empty takes it away."""

    def __init__(self, vault: Vault, consent_id: ConsentId, parent: QWidget | None = None) -> None:
        self.consent = readable(vault, consent_id)
        title = _("When the processing began")
        intro = _("A consent that came later does not heal the time before it.")
        super().__init__(vault, self.consent.form_id, parent, title, _("Save"), intro=intro)
        help_ = _("The first day the data were used. Leave it blank if nobody has begun.")
        self.started_on = self.day_row(
            _("&Began on"), "started_on", self.consent.started_on, help=help_, required=False
        )

    def do(self) -> Change:
        return note_start(self.vault, self.consent.id, self.started_on.date())
