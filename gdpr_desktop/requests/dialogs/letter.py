"""A letter of a request before it is exported."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs import letter
from gdpr_desktop.requests.rights import ANSWER_LETTERS
from gdpr_desktop.requests.service.letters import RequestLetters
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class LetterDialog(letter.LetterDialog):
    """One letter of one request."""

    def __init__(
        self,
        vault: Vault,
        case_id: CaseId,
        template: str,
        parent: QWidget | None = None,
        part_id: PartId | None = None,
    ) -> None:
        self._part_id = part_id
        super().__init__(vault, RequestLetters(vault, case_id, part_id), template, parent)

    def keep_draft_of(self, form: str, case_id: CaseId | None) -> None:
        """Two parts may have the same letter: what is typed for one is not for the other."""
        part = self._part_id
        super().keep_draft_of(form if part is None else f"{form}.{part}", case_id)

    def build_dispatch(self) -> None:
        """Not for an answer, which is sent in a step of its own."""
        if self.template.id in ANSWER_LETTERS:
            self.form.addRow(NoteBox(_("The answer is noted as sent in a step of its own.")))
        else:
            super().build_dispatch()
