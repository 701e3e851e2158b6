"""The names of a group while forms come in: those who are left, then those who have answered."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gdpr_desktop.consents.groups.model import Member
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import icons

_MOVES: dict[int, int] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
}


class NameLine(QLineEdit):
    """Up and Down move in the list below; Ctrl+Z is the dialog's where nothing is typed."""

    moved = Signal(int)  # rows down
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _MOVES:
            self.moved.emit(_MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()  # and no button of the dialog is pressed
        elif key == Qt.Key.Key_Escape and self.text():
            self.setText("")
            self.textEdited.emit("")
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and not self.text():
            assert isinstance(event, QKeyEvent)
            control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if control and event.key() == Qt.Key.Key_Z:
                event.ignore()
                return True
        return super().event(event)


class HeapList(QWidget):
    """``chosen`` carries the member whose name was taken with Enter or a click."""

    chosen = Signal(object)
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = NameLine()
        self.line.setMaxLength(100)
        self.line.setClearButtonEnabled(False)
        self.line.setPlaceholderText(_("The first letters of the name"))
        self.line.setAccessibleName(_("Name"))
        self.line.textEdited.connect(self.typed)
        self.line.entered.connect(self._on_entered)
        self.line.moved.connect(self._on_moved)
        self.list = QListWidget()
        self.list.setProperty("role", "lines")
        self.list.setAccessibleName(_("Those in the group"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(self.fontMetrics().height() * 12)
        self.list.itemClicked.connect(self._on_item)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.line)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.line)

    def show_members(self, rows: Iterable[tuple[Member, str, str]]) -> None:
        """Show (member, words, icon); the first is the one that Enter takes."""
        self.list.clear()
        for member, words, sign in rows:
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, member)
            item.setToolTip(words)
            if sign:
                tone = "ok" if sign == "check" else "warning" if sign == "warning" else "muted"
                item.setIcon(icons.icon(sign, tone))
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def clear(self) -> None:
        """Nothing is typed; no way back to what was."""
        self.line.setText("")

    def _on_entered(self) -> None:
        count = self.list.count()
        if count and (self.line.text().strip() or count == 1):
            self._on_item(self.list.currentItem())

    def _on_moved(self, step: int) -> None:
        row = min(max(self.list.currentRow() + step, 0), self.list.count() - 1)
        self.list.setCurrentRow(row)

    def _on_item(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
