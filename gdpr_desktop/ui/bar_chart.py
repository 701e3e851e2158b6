"""A few numbers as bars that lie, each with its words before and its number after."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.ui import theme

_MOST = 16  # bars; the table holds the rest
_GAP = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """``tone`` is a colour token."""

    label: str
    value: int
    tone: str = "accent"


class BarChart(QWidget):
    """Follows the theme and the size of the text. The text alternative says every number."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: tuple[Bar, ...]) -> None:
        """Draw these, from the top."""
        self._bars = bars[:_MOST]
        told = [f"{bar.label}: {bar.value}" for bar in self._bars]
        left = len(bars) - len(self._bars)
        if left:
            told.append(_("{count} more stand in the table.").format(count=left))
        self.setAccessibleDescription(". ".join(told))
        self.setToolTip("\n".join(told))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, len(self._bars) * self._step() + _GAP)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def _step(self) -> int:
        return self.fontMetrics().height() + _GAP

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(bar.label) for bar in self._bars)
        words = min(widest + 2, self.width() * 2 // 5)
        number = max(metrics.horizontalAdvance(str(bar.value)) for bar in self._bars) + _GAP
        room = max(self.width() - words - number - 2 * _GAP, 1)
        most = max(1, *(bar.value for bar in self._bars))
        for index, bar in enumerate(self._bars):
            top, height = index * self._step() + _GAP // 2, metrics.height()
            painter.setPen(theme.colour("text"))
            said = metrics.elidedText(bar.label, Qt.TextElideMode.ElideRight, words)
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(
                QRectF(0, top, words, height), Qt.AlignmentFlag.AlignRight | middle, said
            )
            long = max(room * bar.value / most, 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(bar.tone if bar.value else "line"))
            left = words + _GAP
            painter.drawRoundedRect(QRectF(left, top + 2, long, height - 4), 2, 2)
            painter.setPen(theme.colour("text"))
            place = QRectF(left + long + _GAP / 2, top, number, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | middle, str(bar.value))
