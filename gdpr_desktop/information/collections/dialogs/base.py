"""What the dialogs of a collection share: the case, and the name that their drafts have."""

from typing import Any

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.guidance.widgets import WhyTopic
from gdpr_desktop.information.collections import service
from gdpr_desktop.information.collections.actions import Action
from gdpr_desktop.information.collections.model import Collection
from gdpr_desktop.ui import deed_dialog
from gdpr_desktop.vault import Vault

FEATURE = "information"


class DeedDialog(deed_dialog.DeedDialog):
    """A deed of this feature; ``action`` names its drafts, a dialog without one keeps none."""

    feature = FEATURE
    action: Action | None = None
    topic = ""  # the place whose guidance stands at the top

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        if self.topic:
            self.form.addRow(WhyTopic(self.topic))


class CollectionDialog(DeedDialog):
    """A deed on one collection, read when the dialog is made."""

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
        self.collection: Collection = service.read_collection(vault, case_id)
        if self.action is not None:
            self.keep_draft_of(self.action.value, case_id)

    def draft_about(self) -> str:
        case = self.collection.case
        return f"{case.number}, {case.subject_name}"
