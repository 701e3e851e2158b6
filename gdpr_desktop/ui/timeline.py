"""Everything that happened, newest first, along a line."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import icons, theme
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.labels import button, label

_GUTTER = 40  # pixels, for the line and its signs
_AT_ONCE = 25  # rows; a long history comes a few at a time, so that the window answers meanwhile
_A_TURN, _PAUSE = 5, 10  # rows, and milliseconds between two turns


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One thing that happened. ``actions`` are ``(key, words)``; ``when`` overrides the time."""

    id: int
    instant: datetime
    who: str
    text: str
    detail: str = ""
    icon: str = "note"
    tone: str = "muted"
    when: str = ""
    actions: tuple[tuple[str, str], ...] = ()

    def spoken(self) -> str:
        """As it is read aloud."""
        parts = (self.when or long_instant(self.instant), self.who, self.text, self.detail)
        return ". ".join(part for part in parts if part)


class _Row(QWidget):
    def __init__(self, entry: TimelineEntry, *, last: bool, parent: "Timeline") -> None:
        super().__init__(parent)
        self.entry, self._last, self.current = entry, last, False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_GUTTER, 6, 8, 10)
        layout.setSpacing(2)
        when = entry.when or long_instant(entry.instant)
        head = f"{when} · {entry.who}" if entry.who else when
        layout.addWidget(label(head, "muted"))
        text = label(entry.text)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(text)
        if entry.detail:
            layout.addWidget(label(entry.detail, "muted"))
        if entry.actions:
            row = QHBoxLayout()
            row.setContentsMargins(0, 2, 0, 0)
            row.setSpacing(8)
            for key, words in entry.actions:
                made = button(words, "link")
                made.setAccessibleName(f"{words}: {entry.text}")
                made.clicked.connect(
                    lambda _checked=False, key=key: parent.action_requested.emit(entry.id, key)
                )
                row.addWidget(made)
            row.addStretch(1)
            layout.addLayout(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.tokens()
        middle, top = _GUTTER / 2, 18.0
        if self.current:
            painter.setPen(QPen(theme.colour("accent"), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if not self._last:
            painter.setPen(QPen(theme.colour("line"), 2))
            painter.drawLine(QPointF(middle, top), QPointF(middle, self.height() + top))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("window"))
        painter.drawEllipse(QPointF(middle, top), 13, 13)
        tone = self.entry.tone if hasattr(colours, self.entry.tone) else "muted"
        picture = icons.pixmap(self.entry.icon, 16, tone, ratio=self.devicePixelRatioF())
        painter.drawPixmap(QPointF(middle - 8, top - 8), picture)


class Timeline(QWidget):
    """One stop for Tab; arrow keys go from entry to entry and read it aloud."""

    action_requested = Signal(int, str)  # entry id, action key

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Timeline"))
        self._rows: list[_Row] = []
        self._shown: tuple[TimelineEntry, ...] = ()
        self._current = 0
        self._turns = QTimer(self)
        self._turns.setInterval(_PAUSE)
        self._turns.timeout.connect(self._on_turn)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def entries(self) -> tuple[TimelineEntry, ...]:
        """What is shown."""
        return self._shown

    def set_entries(self, entries: Iterable[TimelineEntry]) -> None:
        """Show these, in this order."""
        shown = tuple(entries)
        if shown == self._shown:
            return
        self._turns.stop()
        self._shown = shown
        for row in self._rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        self._add(_AT_ONCE)
        if len(self._rows) < len(shown):
            self._turns.start()
        self._current = 0
        self.setAccessibleDescription("\n".join(entry.spoken() for entry in shown[:5]))
        self._mark()

    def _add(self, count: int) -> None:
        begun = len(self._rows)
        for index, entry in enumerate(self._shown[begun : begun + count], begun):
            row = _Row(entry, last=index == len(self._shown) - 1, parent=self)
            self._rows.append(row)
            self._layout.addWidget(row)

    def _on_turn(self) -> None:
        self._add(_A_TURN)
        if len(self._rows) == len(self._shown):
            self._turns.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self._rows:
            super().keyPressEvent(event)
            return
        self._current = max(0, min(self._current + step, len(self._rows) - 1))
        self._mark()
        announce(self, self._rows[self._current].entry.spoken())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark()

    def _mark(self) -> None:
        for index, row in enumerate(self._rows):
            row.current = self.hasFocus() and index == self._current
            row.update()
