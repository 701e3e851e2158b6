"""The page of collections: the list of cases left, the chosen case right."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gdpr_desktop.casework.model import Case, CaseKind
from gdpr_desktop.casework.widgets.case_list import CaseSource
from gdpr_desktop.casework.widgets.case_page import CHIPS, CasePage, CaseShelf
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.information.collections import store
from gdpr_desktop.information.collections.widgets.case_list import collection_columns
from gdpr_desktop.information.collections.widgets.case_view import CollectionView
from gdpr_desktop.information.collections.words import words
from gdpr_desktop.ui.labels import button, label

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


class ChangedNote(QWidget):
    """Says how many collections people must be told of anew, and shows the first."""

    def __init__(self) -> None:
        super().__init__()
        self.text = label("", "warning")
        self.show_button = button(_("Show the first of them"), "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.text, 1)
        row.addWidget(self.show_button)
        self.first: CaseId | None = None

    def show_cases(self, found: tuple[Case, ...]) -> None:
        """Name these; hidden when there are none."""
        text = ngettext(
            "The purpose or basis has changed in {count} collection: people must be told anew.",
            "The purpose or basis has changed in {count} collections: people must be told anew.",
            len(found),
        )
        self.text.setText(text.format(count=len(found)))
        self.first = found[0].id if found else None
        self.setVisible(bool(found))


class CollectionsPage(CasePage):
    """Above the list stands how many people must be told anew."""

    def __init__(self, vault: "Vault") -> None:
        shelf = CaseShelf(
            name="collections",
            source=CaseSource(vault, (CaseKind.COLLECTION,)),
            columns=collection_columns(vault),
            chips=((chip, words(chip)) for chip in CHIPS),
            new_text=_("&New collection"),
            empty_title=_("No collections yet"),
            empty_text=_(
                "Here you log data that were collected about people, and the program follows"
                " the handbook with you until they have been told."
            ),
        )
        super().__init__(vault, CollectionView(vault), shelf)
        self.changed_note = ChangedNote()
        self.changed_note.show_button.clicked.connect(self._on_changed_wanted)
        self.layout().insertWidget(2, self.changed_note)  # type: ignore[union-attr]
        self._show_changed()

    def refresh(self, change: Change | None = None) -> None:
        """Read list and case anew; the chosen case stays chosen."""
        super().refresh(change)
        self._show_changed()

    def open_intake(self) -> None:
        from gdpr_desktop.information.collections.dialogs.intake import IntakeDialog

        self.open_new(IntakeDialog(self._vault, self))

    def _show_changed(self) -> None:
        self.changed_note.show_cases(store.changed(self._vault.db, self._vault.actor))

    def _on_changed_wanted(self) -> None:
        if self.changed_note.first is not None:
            self.show_case(self.changed_note.first)
