"""A letter of a collection before it is exported."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.correspondence.dialogs import letter
from gdpr_desktop.information.collections.service.letters import (
    CollectionLetters,
    export_letter,
)
from gdpr_desktop.vault import Vault


class LetterDialog(letter.LetterDialog):
    """One letter of one collection; the record knows what it was made from."""

    def __init__(
        self, vault: Vault, case_id: CaseId, template: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(vault, CollectionLetters(vault, case_id), template, parent)

    def do(self) -> Change:
        return export_letter(self.vault, self.letters.case_id, self.order(), self._path)
