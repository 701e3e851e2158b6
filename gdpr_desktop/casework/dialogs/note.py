"""A note is put on the timeline of a case."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework.dialogs.base import CaseDialog
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.vault import Vault


class NoteDialog(CaseDialog):
    """Put a note on the timeline."""

    form_code = "note"

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        intro = _("A note stays on the timeline. It can be struck, but not taken away.")
        super().__init__(vault, case_id, parent, _("Note"), _("Save the note"), intro=intro)
        self.text = TextArea(lines=5)
        forms.add_row(self.form, _("&Note"), self.text, required=True, name="text")

    def do(self) -> Change:
        return casework.note(self.vault, self.case_id, self.text.text())
