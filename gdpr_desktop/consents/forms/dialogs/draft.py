"""The draft of a form as it would look on paper, before anybody has approved it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.consents.forms.documents.facts import lacking_words
from gdpr_desktop.consents.forms.documents.service import draft_name, draft_sheet, form_letter
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs.document import DocumentDialog
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter


class DraftDialog(DocumentDialog):
    """Shows the draft, marked as one on every page. Nothing is noted: it is no form in use."""

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        self._sheet = draft_sheet(vault, case_id)
        super().__init__(
            vault,
            _("See the draft"),
            self._made,
            suggested=self._name,
            intro=_(
                "This is how the form will look. It is not approved: it says «draft» on every"
                " page, and nobody can answer on it."
            ),
            parent=parent,
        )
        if self._sheet.language is not self.language.value():
            self.language.set_value(self._sheet.language)

    def build_fields(self) -> None:
        """What is not written in the chosen language."""
        self.lacking = NoteBox()
        self.form.addRow(self.lacking)

    def _made(self, language: Language) -> "Letter":
        self.lacking.say(lacking_words(self._sheet.content, language))
        return form_letter(self.vault, self._sheet.in_(language))

    def _name(self, language: Language) -> str:
        return draft_name(self._sheet.in_(language))
