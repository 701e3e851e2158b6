"""The answer letter before it is exported."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs.letter import LetterDialog
from gdpr_desktop.register.single_disclosures.service.letters import ANSWER, DisclosureLetters
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class AnswerLetterDialog(LetterDialog):
    """The answer to the one who asked."""

    def build_dispatch(self) -> None:
        """The answer is sent in a step of its own."""
        self.form.addRow(NoteBox(_("The answer is noted as sent in a step of its own.")))


def answer_letter(vault: Vault, case_id: CaseId, parent: QWidget | None) -> AnswerLetterDialog:
    """The letter of a case that is decided."""
    return AnswerLetterDialog(vault, DisclosureLetters(vault, case_id), ANSWER, parent)
