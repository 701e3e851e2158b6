"""What the dialogs of a request share: the case, and the name that their drafts have."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.requests import service
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.feature import NAME
from gdpr_desktop.requests.model import Part, Request
from gdpr_desktop.requests.words import words
from gdpr_desktop.ui import deed_dialog, letter_preview
from gdpr_desktop.vault import Vault


class DeedDialog(deed_dialog.DeedDialog):
    """A deed of this feature; ``action`` names its drafts, a dialog without one keeps none."""

    feature = NAME
    action: Action | None = None


class RequestDialog(DeedDialog):
    """A deed on one request, read when the dialog is made."""

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
        self.request: Request = service.read_request(vault, case_id)
        if self.action is not None:
            self.keep_draft_of(self.draft_form(self.action), case_id)

    def draft_form(self, action: Action) -> str:
        """The code of the form that its drafts are kept under."""
        return action.value

    def draft_about(self) -> str:
        case = self.request.case
        return f"{case.number}, {case.subject_name}"


class PartDialog(RequestDialog):
    """A deed on one part of a request."""

    def __init__(
        self,
        vault: Vault,
        case_id: CaseId,
        part_id: PartId,
        parent: QWidget | None,
        title: str,
        deed: str,
        *,
        intro: str = "",
        why: str = "",
        width: int = 560,
    ) -> None:
        self.part_id = part_id
        super().__init__(vault, case_id, parent, title, deed, intro=intro, why=why, width=width)
        self.part: Part = self.request.part(part_id)

    def draft_form(self, action: Action) -> str:
        return f"{action.value}.{self.part_id}"

    def draft_about(self) -> str:
        return f"{super().draft_about()}, {words(self.request.part(self.part_id).right)}"


class PreviewDialog(letter_preview.PreviewDialog, PartDialog):
    """A deed on a part of a request with the letter beside it."""
