"""The wizard on one assessment: the parts left, a page of questions right."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.ids import CaseId

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


class WizardPage(QWidget):
    """Used in the tab, and alone where a work file is open."""

    left = Signal()

    def __init__(self, vault: "Vault", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self.case_id: CaseId | None = None

    def show_case(self, case_id: CaseId, _section: str = "") -> None:
        """Show an assessment, at a section or where it was left."""
        self.case_id = case_id

    def leave(self) -> None:
        """Keep what is typed."""
