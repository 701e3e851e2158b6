"""What the dialogs of a deviation share: the deviation, read when the dialog is made."""

from typing import Any

from gdpr_desktop.breaches.deviations.service.base import read_deviation
from gdpr_desktop.casework.dialogs.base import CaseDialog
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.vault import Vault

DRAFTS = "deviations"  # the drafts' first word, so that the tab finds the shelf


class DeviationDialog(CaseDialog):
    """A deed on one deviation; ``deviation`` is as it stood when the dialog was made."""

    def __init__(self, vault: Vault, case_id: CaseId, *arguments: Any, **named: Any) -> None:
        self.deviation = read_deviation(vault, case_id)
        super().__init__(vault, case_id, *arguments, **named)
