"""A list of lines with a sign each: Enter or a double click opens one, Delete takes it away."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from gdpr_desktop.ui import icons

_MOST = 7  # lines shown without scrolling
_BESIDE = 40  # pixels: the sign, and the air around the words
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
        self._fit()

    def key(self) -> str:
        """The key of the line that is chosen; empty for none."""
        row = self.currentRow()
        return self._shown[row][0] if 0 <= row < len(self._shown) else ""

    def choose(self, key: str) -> None:
        """Choose a line by its key."""
        keys = [line[0] for line in self._shown]
        if key in keys:
            self.setCurrentRow(keys.index(key))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """Lines too long for the list wrap: only then is each measured."""
        room, metrics = self.viewport().width() - _BESIDE, self.fontMetrics()
        parts = (part for line in self._shown for part in line[1].split("\n"))
        wraps = any(metrics.horizontalAdvance(part) > room for part in parts)
        self.setUniformItemSizes(not wraps)
        self.setWordWrap(wraps)
        usual = metrics.height() * 2 + 12
        many = min(len(self._shown), _MOST)
        height = max(self._taken(many) if wraps else usual * many, usual * 2) + 8
        if height != self.height():
            self.setFixedHeight(height)

    def _taken(self, many: int) -> int:
        """How high the first lines are as they are laid out."""
        self.doItemsLayout()
        first, last = (self.visualItemRect(self.item(row)) for row in (0, many - 1))
        return last.bottom() - first.top() + 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.key():
            self.deleted.emit(self.key())
            return
        super().keyPressEvent(event)

    def _on_activated(self, _item: object) -> None:
        self.opened.emit(self.key())

    def _on_row_changed(self, _row: int) -> None:
        self.chosen.emit(self.key())
