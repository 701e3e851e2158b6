"""Documents of all kinds that were written from the record before it was changed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.roles import Deed, scope
from gdpr_desktop.core.text import _
from gdpr_desktop.register.documents import stale_documents
from gdpr_desktop.register.documents.service import stop_using
from gdpr_desktop.register.entries.model import StaleDocument
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.empty_state import EmptyState
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.notice_bar import say

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

_DATA = Qt.ItemDataRole.UserRole


class StalePage(QWidget):
    """``refresh`` after a change. Each line: the document, its file, what was changed since."""

    def __init__(self, vault: "Vault", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self.tree = QTreeWidget()
        self.tree.setColumnCount(4)
        self.tree.setHeaderLabels([_("Document"), _("File"), _("Written"), _("Changed since")])
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName(_("Documents out of date"))
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.tree.currentItemChanged.connect(self._on_current_changed)
        self.tree.itemActivated.connect(self._on_go_clicked)
        self.done_button = button(_("Mark as put right"), "primary")
        self.done_button.clicked.connect(self._on_done_clicked)
        self.go_button = button(_("Show what was changed"))
        self.go_button.clicked.connect(self._on_go_clicked)
        self._build()
        self.refresh()

    def _build(self) -> None:
        intro = label(
            _(
                "The record has been changed since these were written. Write them anew where they"
                " are in use: a new one takes the place of the old. Mark the others as put right."
            )
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.done_button)
        row.addWidget(self.go_button)
        row.addStretch(1)
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(intro)
        column.addWidget(self.tree, 1)
        column.addLayout(row)
        empty = EmptyState(
            "done",
            _("Nothing is out of date"),
            _("What was written from the record says what the record says."),
            "",
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(listed)
        self._stack.addWidget(empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def refresh(self, change: Change | None = None) -> None:
        """Read the list anew; the chosen line stays chosen."""
        if change is not None and Kind.ENTRY not in change.kinds:
            return
        chosen = self._chosen()
        self.tree.clear()
        found = stale_documents(self._vault.db)
        for one in found:
            item = self._item(one)
            self.tree.addTopLevelItem(item)
            if chosen is not None and one.document.id == chosen.document.id:
                self.tree.setCurrentItem(item)
        first = self.tree.topLevelItem(0)
        if self._chosen() is None and first is not None:
            self.tree.setCurrentItem(first)
        for index in range(3):
            self.tree.resizeColumnToContents(index)
        self._stack.setCurrentIndex(0 if found else 1)
        self._on_current_changed()

    def _item(self, one: StaleDocument) -> QTreeWidgetItem:
        names = ", ".join(name for _id, name in one.changed)
        day = long_date(one.document.at.date())
        item = QTreeWidgetItem([one.document.title, one.document.file_name, day, names])
        item.setData(0, _DATA, one)
        for index in range(4):
            item.setToolTip(index, item.text(index))
        item.setToolTip(1, one.document.path)
        return item

    def _chosen(self) -> StaleDocument | None:
        item = self.tree.currentItem()
        return item.data(0, _DATA) if item else None

    def _on_current_changed(self, *_items: object) -> None:
        chosen = self._chosen() is not None
        may = scope(self._vault.actor.role, Deed.APPROVE_RECORD) is not None
        self.done_button.setEnabled(chosen and may)
        self.go_button.setEnabled(chosen)

    def _on_done_clicked(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        try:
            change = stop_using(self._vault, chosen.document.id)
        except AppError as error:
            notices.error(self, error)
            return
        bus.tell(change, self)
        self.refresh()
        say(self, _("{name} is marked as put right.").format(name=chosen.document.title))

    def _on_go_clicked(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            bus.entry_wanted.emit(chosen.changed[0][0])
