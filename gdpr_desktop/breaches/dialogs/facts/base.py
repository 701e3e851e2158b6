"""What the dialogs of the facts share: parts with a heading."""

from collections.abc import Callable

from PySide6.QtWidgets import QFormLayout

from gdpr_desktop.breaches.dialogs.case_dialog import BreachDialog
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.sections import Section


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


class FactsDialog(BreachDialog):
    """A step of a breach in parts with headings, some of which fold."""

    wide = 720

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
