"""May they act, or receive, for somebody else?"""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import service
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.authority_part import AuthorityPart
from gdpr_desktop.requests.dialogs.base import RequestDialog
from gdpr_desktop.requests.words import words
from gdpr_desktop.vault import Vault


class AuthorityDialog(RequestDialog):
    """Note the authority seen, or why none is needed."""

    action = Action.AUTHORITY

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(vault, case_id, parent, _("Authority"), _("Save"))
        self.part = AuthorityPart()
        self.form.addRow(self.part)
        self.part.suggest(self.request.on_behalf_of)
        if self.request.authority.settled:
            self.part.show_authority(self.request.authority)
        self.setAccessibleDescription(words(self.request.on_behalf_of))

    def do(self) -> Change:
        return service.settle_authority(self.vault, self.case_id, self.part.authority())
