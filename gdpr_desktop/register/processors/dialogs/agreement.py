"""One agreement in a window of its own; it is saved with the processor."""

from typing import Any

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.errors import require_valid
from gdpr_desktop.core.text import _
from gdpr_desktop.register.processors.dialogs.agreement_part import AgreementPart
from gdpr_desktop.register.processors.model import Agreement
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.vault import Vault


class AgreementDialog(DeedDialog):
    """``accepted_value`` carries the ``Agreement``; nothing is written."""

    feature = "register"

    def __init__(
        self, vault: Vault, agreement: Agreement | None = None, parent: QWidget | None = None
    ) -> None:
        title = _("Change the agreement") if agreement else _("New agreement")
        super().__init__(vault, parent, title, _("Use this"), width=760)
        self.part = AgreementPart(vault.clock)
        self.part.set_value(agreement or Agreement())
        self.form.addRow(self.part)

    def do(self) -> Any:
        require_valid(self.part.problems())
        return self.part.value()
