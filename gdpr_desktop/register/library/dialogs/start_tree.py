"""The tree of starting points: by sector, each with a check box."""

from collections.abc import Collection

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.register.library import loading

_ID = Qt.ItemDataRole.UserRole


class StartTree(QTreeWidget):
    """``used`` are ids of starting points that the record has already."""

    chosen = Signal(str)  # the one that the cursor is on; empty for a sector
    ticked = Signal()  # other ones are ticked now

    def __init__(self, used: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Starting points"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setMinimumSize(300, 320)
        self._items: dict[str, QTreeWidgetItem] = {}
        self._heads: dict[str, QTreeWidgetItem] = {}
        for start in loading.starts(current_language()):
            head = self._head(start.sector)
            words = start.name
            if start.id in used:
                words = _("{name} (in the record)").format(name=start.name)
            item = QTreeWidgetItem(head, [words])
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(0, Qt.CheckState.Unchecked)
            item.setToolTip(0, start.description)
            item.setData(0, _ID, start.id)
            self._items[start.id] = item
        self.expandAll()
        self.currentItemChanged.connect(self._on_current_item_changed)
        self.itemChanged.connect(self._on_item_changed)
        self.itemActivated.connect(self._on_item_activated)

    def _head(self, words: str) -> QTreeWidgetItem:
        if words not in self._heads:
            head = self._heads[words] = QTreeWidgetItem(self, [words])
            font = head.font(0)
            font.setBold(True)
            head.setFont(0, font)
        return self._heads[words]

    def ticked_ids(self) -> tuple[str, ...]:
        """The ticked ones, as they stand; those that a search hides too."""
        return tuple(
            start_id
            for start_id, item in self._items.items()
            if item.checkState(0) is Qt.CheckState.Checked
        )

    def tick(self, start_id: str, *, on: bool = True) -> None:
        """Tick one, or take its tick away."""
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        self._items[start_id].setCheckState(0, state)

    def current_id(self) -> str:
        """The one that the cursor is on; empty for a sector."""
        item = self.currentItem()
        return item.data(0, _ID) or "" if item is not None else ""

    def choose(self, start_id: str) -> None:
        """Put the cursor on one."""
        self.setCurrentItem(self._items[start_id])

    def show_found(self, typed: str) -> int:
        """Show those that the search finds; how many they are."""
        found = [one.id for one in loading.search(typed, current_language())]
        shown = set(found)
        with QSignalBlocker(self):
            for start_id, item in self._items.items():
                item.setHidden(start_id not in shown)
            for head in self._heads.values():
                children = (head.child(row) for row in range(head.childCount()))
                head.setHidden(all(child is None or child.isHidden() for child in children))
        if found and self.current_id() not in shown:
            self.choose(found[0])
        return len(found)

    def _on_current_item_changed(
        self, _item: QTreeWidgetItem | None, _old: QTreeWidgetItem | None
    ) -> None:
        self.chosen.emit(self.current_id())

    def _on_item_changed(self, _item: QTreeWidgetItem, _column: int) -> None:
        self.ticked.emit()

    def _on_item_activated(self, item: QTreeWidgetItem, _column: int) -> None:
        if item.data(0, _ID):
            self.tick(item.data(0, _ID), on=item.checkState(0) is not Qt.CheckState.Checked)
