"""What the dialogs of any case share: its head, and the name that their drafts have."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.deed import require_readable
from gdpr_desktop.casework.model import FEATURE_OF, Case
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.vault import Vault

REASON_LENGTH = 5000  # characters


class CaseDialog(DeedDialog):
    """A deed on a case of any kind, read when the dialog is made.

    ``form_code`` names its drafts inside the feature; a dialog without one keeps none.
    """

    form_code = ""

    def __init__(
        self,
        vault: Vault,
        case_id: CaseId,
        parent: QWidget | None,
        title: str,
        deed: str,
        *,
        intro: str = "",
        why: str = "",
        width: int = 560,
    ) -> None:
        super().__init__(vault, parent, title, deed, intro=intro, why=why, width=width)
        self.case_id = case_id
        self.case = _read(vault, case_id)
        self.feature = FEATURE_OF[self.case.kind]
        if self.form_code:
            self.keep_draft_of(self.form_code, case_id)

    def draft_about(self) -> str:
        return ", ".join(one for one in (self.case.number, self.case.subject_name) if one)

    def ask_why(self, label: str, *, help: str = "", lines: int = 3) -> TextArea:  # noqa: A002
        """Add the reason that must be given; its field is ``reason``."""
        field = TextArea(max_length=REASON_LENGTH, lines=lines)
        forms.add_row(self.form, label, field, help, True, name="reason")
        return field


def _read(vault: Vault, case_id: CaseId) -> Case:
    """The head of the case, for who may see it. Raises ``RefusedError`` for a role that may not."""
    found = cases.case(vault.db, case_id)
    require_readable(vault, found)
    return found
