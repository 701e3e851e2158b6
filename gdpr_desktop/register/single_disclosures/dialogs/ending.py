"""A disclosure is filed, closed, opened again, or gets a note."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework.checks import LINE_LENGTH
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.register.single_disclosures import service
from gdpr_desktop.register.single_disclosures.actions import Action
from gdpr_desktop.register.single_disclosures.dialogs.base import CaseDialog
from gdpr_desktop.register.single_disclosures.steps import missing_before_closing
from gdpr_desktop.register.single_disclosures.words import missing_words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class FilingDialog(CaseDialog):
    """Archive case number, archive title, public title."""

    action = Action.FILE

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("File in the archive")
        super().__init__(vault, case_id, parent, title, _("Save"))
        case = self.disclosure.case
        neutral = _("Request for disclosure of personal data", language=case.language)
        self.archive_number = LineField(max_length=60)
        self.archive_title = LineField(max_length=LINE_LENGTH)
        self.public_title = LineField(max_length=LINE_LENGTH)
        help_ = _("The step is done when the number is here.")
        forms.add_row(
            self.form,
            _("Archive case &number"),
            self.archive_number,
            help_,
            name="archive_number",
        )
        help_ = _("Seen by those who may see the case.")
        forms.add_row(
            self.form, _("Archive &title"), self.archive_title, help_, name="archive_title"
        )
        help_ = _("Can be read by all: no name, no number.")
        forms.add_row(self.form, _("&Public title"), self.public_title, help_, name="public_title")
        self.archive_number.set_text(case.archive_number)
        self.archive_title.set_text(case.archive_title or neutral)
        self.public_title.set_text(case.public_title or neutral)

    def do(self) -> Change:
        return casework.file_case(
            self.vault,
            self.case_id,
            archive_number=self.archive_number.text(),
            archive_title=self.archive_title.text(),
            public_title=self.public_title.text(),
        )


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


class _ReasonDialog(CaseDialog):
    def __init__(
        self,
        vault: Vault,
        case_id: CaseId,
        parent: QWidget | None,
        title: str,
        deed: str,
        words: str,
        *,
        name: str = "reason",
    ) -> None:
        super().__init__(vault, case_id, parent, title, deed)
        self.text = TextArea(max_length=5000, lines=4)
        forms.add_row(self.form, words, self.text, required=True, name=name)


class WithdrawDialog(_ReasonDialog):
    """Close because the requester took it back."""

    action = Action.WITHDRAW

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title, deed = _("The request was taken back"), _("Close as taken back")
        super().__init__(vault, case_id, parent, title, deed, _("&How it was taken back"))

    def do(self) -> Change:
        reason = self.text.text()
        return service.close_disclosure(self.vault, self.case_id, withdrawn=True, reason=reason)


class ReopenDialog(_ReasonDialog):
    """Open a closed case again."""

    action = Action.REOPEN

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("Open the case again")
        super().__init__(vault, case_id, parent, title, title, _("&Why"))

    def do(self) -> Change:
        return service.reopen_disclosure(self.vault, self.case_id, reason=self.text.text())


class NoteDialog(_ReasonDialog):
    """Put a note on the timeline."""

    action = Action.NOTE

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title, deed = _("Note"), _("Save the note")
        super().__init__(vault, case_id, parent, title, deed, _("&Note"), name="text")

    def do(self) -> Change:
        return casework.note(self.vault, self.case_id, self.text.text())
