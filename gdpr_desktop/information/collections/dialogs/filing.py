"""A collection is filed: the archive's number, and the two titles."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.dialogs import filing
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.information.collections import guidance
from gdpr_desktop.information.collections.steps import Step
from gdpr_desktop.vault import Vault


class FilingDialog(filing.FilingDialog):
    """Proposes a title that names nobody."""

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        language = cases.case(vault.db, case_id).language
        neutral = _("Information on personal data collected", language=language)
        super().__init__(vault, case_id, parent, neutral=neutral, why=guidance.why(Step.FILE))
