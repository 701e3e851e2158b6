"""What the dialogs of a breach share: the breach, read when the dialog is made."""

from typing import Any

from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.casework.dialogs.base import CaseDialog
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.vault import Vault


class BreachDialog(CaseDialog):
    """A deed on one breach; ``breach`` is as it stood when the dialog was made."""

    def __init__(self, vault: Vault, case_id: CaseId, *arguments: Any, **named: Any) -> None:
        self.breach = read_breach(vault, case_id)
        super().__init__(vault, case_id, *arguments, **named)
