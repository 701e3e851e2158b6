"""What the dialogs of a disclosure share: the case, and the name that their drafts have."""

from datetime import date

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.register.single_disclosures import service
from gdpr_desktop.register.single_disclosures.actions import Action
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.date import DateField
from gdpr_desktop.vault import Vault


class CaseDialog(DeedDialog):
    """A deed on one disclosure, read when the dialog is made. Drafts are named by ``action``."""

    feature = "register"
    action: Action | None = None

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
        width: int = 600,
    ) -> None:
        super().__init__(vault, parent, title, deed, intro=intro, why=why, width=width)
        self.case_id = case_id
        self.disclosure = service.read_disclosure(vault, case_id)
        if self.action is not None:
            self.keep_draft_of(f"single_disclosures.{self.action.value}", case_id)

    def draft_about(self) -> str:
        case = self.disclosure.case
        return f"{case.number}, {case.subject_name}"


def day_of(field: DateField) -> date:
    """The day of a field that must have one: it was checked before."""
    day = field.date()
    assert day is not None, "checked before"
    return day
