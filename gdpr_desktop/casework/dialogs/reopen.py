"""A closed case is opened again."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework.dialogs.base import CaseDialog
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault


class ReopenDialog(CaseDialog):
    """Open a closed case again. A feature that does more than that overrides ``do``."""

    form_code = "reopen"

    def __init__(
        self, vault: Vault, case_id: CaseId, parent: QWidget | None = None, *, intro: str = ""
    ) -> None:
        title, intro = _("Open the case again"), intro or _("Its history is kept.")
        super().__init__(vault, case_id, parent, title, title, intro=intro)
        self.reason = self.ask_why(_("&Why"))

    def do(self) -> Change:
        return casework.reopen(self.vault, self.case_id, self.reason.text())
