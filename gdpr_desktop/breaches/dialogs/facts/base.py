"""What the dialogs of the facts share: the breach, the drafts, and parts with a heading."""

from collections.abc import Callable

from PySide6.QtWidgets import QFormLayout, QWidget

from gdpr_desktop.breaches.actions import Action
from gdpr_desktop.breaches.feature import NAME
from gdpr_desktop.breaches.guidance import step_texts
from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.breaches.steps import Step
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.sections import Section
from gdpr_desktop.vault import Vault


class FoldingPart(Section):
    """A form under a heading. Folded, it says in a line what stands in it."""

    def __init__(self, title: str) -> None:
        super().__init__(title, expanded=True)
        self.form = forms.form_layout()
        self.body.addLayout(self.form)
        self._say: Callable[[], str] | None = None
        self.toggled.connect(self._on_toggled)

    def sum_up(self, say: Callable[[], str]) -> None:
        """``say`` gives the line; empty while nothing is filled in."""
        self._say = say

    def fold_if_filled(self) -> None:
        """Leave room for what is not filled in yet."""
        if self._say is not None and self._say():
            self.collapse()

    def _on_toggled(self, expanded: bool) -> None:
        said = self._say() if self._say is not None and not expanded else ""
        self.set_summary(said.replace("\n", " "))


class FactsDialog(DeedDialog):
    """A step of a breach, read when the dialog is made. Drafts are named by ``action``."""

    feature = NAME
    action: Action
    step: Step

    def __init__(
        self,
        vault: Vault,
        case_id: CaseId,
        parent: QWidget | None,
        title: str,
        deed: str,
        *,
        intro: str = "",
        width: int = 720,
    ) -> None:
        why = step_texts(self.step.value).why
        super().__init__(vault, parent, title, deed, intro=intro, why=why, width=width)
        self.case_id = case_id
        self.breach: Breach = read_breach(vault, case_id)
        self.keep_draft_of(self.action.value, case_id)

    def draft_about(self) -> str:
        return f"{self.breach.case.number}, {self.breach.intake.title}"

    def part(self, title: str) -> QFormLayout:
        """A heading, and a form under it."""
        self.page_layout.addWidget(label(title, "part"))
        made = forms.form_layout()
        self.page_layout.addLayout(made)
        return made

    def section(self, title: str) -> FoldingPart:
        """A part that folds, open."""
        made = FoldingPart(title)
        self.page_layout.addWidget(made)
        return made
