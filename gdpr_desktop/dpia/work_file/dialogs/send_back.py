"""The work file is ready: a word to the one who sent it, and it is closed."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.checks import text_length
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.feature import NAME
from gdpr_desktop.dpia.work_file.model import Origin
from gdpr_desktop.dpia.work_file.returning import FORM, LONGEST_NOTE, note_return
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.vault import Vault


class SendBackDialog(DeedDialog):
    """``accepted_value`` carries the ``Change``; the page then closes the file."""

    feature = NAME

    def __init__(
        self, vault: Vault, case_id: CaseId, origin: Origin, parent: QWidget | None
    ) -> None:
        super().__init__(
            vault,
            parent,
            _("Send the work file back"),
            _("Close the file"),
            intro=_(
                "Everything is saved. The file is closed, and you are told where it lies. You can"
                " open it again if you think of something more."
            ),
        )
        self.case_id = case_id
        self.keep_draft_of(FORM, case_id)
        self.note = TextArea(max_length=LONGEST_NOTE, lines=4)
        words = _("A &word to {name}").format(name=origin.sent_by)
        help_text = _("For instance what you were unsure of. It is kept as a comment.")
        forms.add_row(self.form, words, self.note, help_text, name="note")

    def do(self) -> Change:
        require_valid(text_length("note", self.note.text(), LONGEST_NOTE))
        return note_return(self.vault, self.case_id, self.note.text())
