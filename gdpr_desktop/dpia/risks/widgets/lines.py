"""A list of lines with a sign each: Enter or a double click opens one, Delete takes it away."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from gdpr_desktop.ui import icons

_MOST = 7  # lines shown without scrolling
Line = tuple[str, str, str, str]  # key, words, the name of the sign, its colour


class Lines(QListWidget):
    """Keeps the line that was chosen when it is filled anew."""

    opened = Signal(str)  # the key
    deleted = Signal(str)
    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Line, ...] = ()
        self.setProperty("role", "lines")
        self.setAccessibleName(name)
        self.setIconSize(QSize(16, 16))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(self._on_activated)
        self.currentRowChanged.connect(self._on_row_changed)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these; nothing is done when they stand there already."""
        if tuple(lines) == self._shown:
            return
        key = self.key()
        row = max(self.currentRow(), 0)
        self._shown = tuple(lines)
        was = self.blockSignals(True)
        self.clear()
        signs = {}
        for _key, text, icon, tone in self._shown:
            if (icon, tone) not in signs:
                signs[icon, tone] = icons.icon(icon, tone)
            item = QListWidgetItem(signs[icon, tone], text)
            item.setToolTip(text.partition("\n")[0])
            self.addItem(item)
        self.blockSignals(was)
        keys = [line[0] for line in self._shown]
        at = keys.index(key) if key in keys else min(row, len(keys) - 1)
        self.setCurrentRow(at)
        self._on_row_changed(at)
        height = self.fontMetrics().height() * 2 + 12
        self.setFixedHeight(height * min(max(len(keys), 2), _MOST) + 8)

    def key(self) -> str:
        """The key of the line that is chosen; empty for none."""
        row = self.currentRow()
        return self._shown[row][0] if 0 <= row < len(self._shown) else ""

    def choose(self, key: str) -> None:
        """Choose a line by its key."""
        keys = [line[0] for line in self._shown]
        if key in keys:
            self.setCurrentRow(keys.index(key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.key():
            self.deleted.emit(self.key())
            return
        super().keyPressEvent(event)

    def _on_activated(self, _item: object) -> None:
        self.opened.emit(self.key())

    def _on_row_changed(self, _row: int) -> None:
        self.chosen.emit(self.key())
