"""A disclosure is filed, closed, taken back, opened again, or gets a note."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.dialogs import filing, note, reopen
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.register.single_disclosures import service
from gdpr_desktop.register.single_disclosures.actions import Action
from gdpr_desktop.register.single_disclosures.dialogs.base import CaseDialog
from gdpr_desktop.register.single_disclosures.steps import missing_before_closing
from gdpr_desktop.register.single_disclosures.words import missing_words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class FilingDialog(filing.FilingDialog):
    """Proposes a title that names nobody."""

    form_code = "single_disclosures.file"

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        language = cases.case(vault.db, case_id).language
        neutral = _("Request for disclosure of personal data", language=language)
        super().__init__(vault, case_id, parent, neutral=neutral)


class CloseDialog(CaseDialog):
    """Close an answered case; shows what is missing."""

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        intro = _(
            "The case leaves the list of open cases, and its deadlines stop. Everything in it is "
            "kept, and it can be opened again."
        )
        title = _("Close the case")
        super().__init__(vault, case_id, parent, title, title, intro=intro)
        missing = missing_before_closing(self.disclosure)
        if missing:
            text = " ".join(missing_words(code) for code in missing)
            self.form.addRow(NoteBox(text, _("The case cannot be closed yet.")))
            self.save_button.setEnabled(False)

    def do(self) -> Change:
        return service.close_disclosure(self.vault, self.case_id)


class WithdrawDialog(CaseDialog):
    """Close because the requester took it back."""

    action = Action.WITHDRAW

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title, deed = _("The request was taken back"), _("Close as taken back")
        super().__init__(vault, case_id, parent, title, deed)
        self.text = TextArea(max_length=5000, lines=4)
        words = _("&How it was taken back")
        forms.add_row(self.form, words, self.text, required=True, name="reason")

    def do(self) -> Change:
        reason = self.text.text()
        return service.close_disclosure(self.vault, self.case_id, withdrawn=True, reason=reason)


class ReopenDialog(reopen.ReopenDialog):
    """Open a closed disclosure again."""

    form_code = "single_disclosures.reopen"

    def do(self) -> Change:
        return service.reopen_disclosure(self.vault, self.case_id, reason=self.reason.text())


class NoteDialog(note.NoteDialog):
    """Put a note on the timeline of a disclosure."""

    form_code = "single_disclosures.note"
