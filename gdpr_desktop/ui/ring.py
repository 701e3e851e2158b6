"""A ring that shows how much of a time limit is left: as a picture, and in words inside it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from inspect import ismethod
from math import hypot
from weakref import WeakMethod

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHideEvent,
    QIcon,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gdpr_desktop.ui import icons, theme
from gdpr_desktop.ui.accessible import announce

REFRESH = 30_000  # milliseconds between two looks at the clock
_HEIGHTS = 5.6  # lines of text from edge to edge
_THICK = 0.085  # of the size
_INSIDE = 0.5 - 1.5 * _THICK  # from the middle to the ring's inner edge, of the size
_TOP = 90 * 16  # twelve o'clock, as Qt counts


class RingTone(StrEnum):
    """How much it presses. Each has a colour and a sign of its own."""

    CALM = "calm"
    AMBER = "amber"
    RED = "red"
    PASSED = "passed"
    DONE = "done"
    DONE_LATE = "done_late"


_LOOKS = {
    RingTone.CALM: ("accent", "clock"),
    RingTone.AMBER: ("warning", "clock"),
    RingTone.RED: ("danger", "warning"),
    RingTone.PASSED: ("danger", "overdue"),
    RingTone.DONE: ("ok", "done"),
    RingTone.DONE_LATE: ("warning", "done"),
}
_WHOLE = frozenset({RingTone.PASSED, RingTone.DONE, RingTone.DONE_LATE})  # no part is left to show
_SIGNS = _WHOLE | {RingTone.RED}  # in a row: so little is left that it would not be seen


@dataclass(frozen=True, slots=True, kw_only=True)
class RingFace:
    """What the ring shows. ``big`` and ``small`` stand inside; ``text`` says everything."""

    fraction: float
    tone: RingTone
    big: str
    small: str = ""
    text: str = ""


class CountdownRing(QWidget):
    """Asks ``source`` for its face every half minute while it is seen.

    A bound method of the window around it is held weakly: the ring keeps no window alive.
    ``face_changed`` is for words that stand beside it.
    """

    face_changed = Signal(object)  # the RingFace

    def __init__(
        self, name: str, source: Callable[[], RingFace], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._source = WeakMethod(source) if ismethod(source) else None
        self._plain = None if ismethod(source) else source
        self._face = source()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self)
        self._timer.setInterval(REFRESH)
        self._timer.timeout.connect(self.refresh)
        self._describe()

    @property
    def face(self) -> RingFace:
        """What is shown now."""
        return self._face

    def is_ticking(self) -> bool:
        """Does it look at the clock? Only while it is seen."""
        return self._timer.isActive()

    def refresh(self) -> None:
        """Look at the clock now. A change of tone is read aloud."""
        source = self._source() if self._source else self._plain
        if source is None:
            return
        before, self._face = self._face, source()
        if self._face == before:
            return
        self._describe()
        self.updateGeometry()
        self.update()
        self.face_changed.emit(self._face)
        if self._face.tone is not before.tone and self.isVisible():
            announce(self, self._face.text)

    def sizeHint(self) -> QSize:
        line = QFontMetricsF(self.font()).height()
        big, small = QFontMetricsF(_bigger(self.font())), QFontMetricsF(_smaller(self.font()))
        width = big.horizontalAdvance(self._face.big) / 2
        low = small.horizontalAdvance(self._face.small) / 2  # where the ring is narrower
        down = big.height() / 2 + small.height() * 0.75
        reach = max(hypot(width, big.height() / 3), hypot(low, down)) + line / 4
        size = round(max(line * _HEIGHTS, reach / _INSIDE))
        return QSize(size, size)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        size = min(self.width(), self.height())
        painter.translate((self.width() - size) / 2, (self.height() - size) / 2)
        paint_ring(painter, size, self._face.fraction, self._face.tone)
        self._write(painter, size)

    def _write(self, painter: QPainter, size: int) -> None:
        """A sign, the big words and the small ones, one under the other in the middle."""
        colour, sign = _LOOKS[self._face.tone]
        big, small = _bigger(self.font()), _smaller(self.font())
        heights = [QFontMetricsF(font).height() for font in (big, small)]
        pixels = round(heights[1])
        top = (size - pixels - sum(heights)) / 2
        if not self._face.small:
            top += heights[1] / 2
        picture = icons.pixmap(sign, pixels, colour, ratio=self.devicePixelRatioF())
        painter.drawPixmap(round((size - pixels) / 2), round(top), picture)
        top += pixels
        words = ((big, self._face.big, "text"), (small, self._face.small, "muted"))
        for (font, text, tone), height in zip(words, heights, strict=True):
            painter.setFont(font)
            painter.setPen(theme.colour(tone))
            painter.drawText(QRectF(0, top, size, height), Qt.AlignmentFlag.AlignCenter, text)
            top += height

    def _describe(self) -> None:
        self.setAccessibleDescription(self._face.text)
        self.setToolTip(self._face.text)


def paint_ring(painter: QPainter, size: float, fraction: float, tone: RingTone) -> None:
    """A ring of ``size`` pixels: what is left runs from twelve o'clock, against the clock."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    thick = max(size * _THICK, 2.0)
    place = QRectF(thick, thick, size - 2 * thick, size - 2 * thick)
    pen = QPen(theme.colour("line"), thick)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawEllipse(place)
    pen.setColor(theme.colour(_LOOKS[tone][0]))
    if tone is RingTone.PASSED:
        pen.setDashPattern([1.4, 0.7])  # broken, so that it is not taken for a full one
    painter.setPen(pen)
    part = 1.0 if tone in _WHOLE else min(max(fraction, 0.0), 1.0)
    painter.drawArc(place, _TOP, round(part * 360 * 16))


def ring_icon(fraction: float, tone: RingTone, size: int) -> QIcon:
    """The ring as the icon of a row. The words stand beside it."""
    result = QIcon()
    for pixels in (size, size * 2):  # the larger one serves at 125, 150 and 200 %
        picture = QPixmap(pixels, pixels)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        if tone in _SIGNS:
            colour, sign = _LOOKS[tone]
            painter.drawPixmap(0, 0, icons.pixmap(sign, pixels, colour))
        else:
            paint_ring(painter, pixels, fraction, tone)
        painter.end()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected, QIcon.Mode.Active):
            result.addPixmap(picture, mode)
    return result


def _bigger(font: QFont) -> QFont:
    bigger = QFont(font)
    bigger.setPointSizeF(font.pointSizeF() * 1.6)
    bigger.setWeight(QFont.Weight.DemiBold)
    return bigger


def _smaller(font: QFont) -> QFont:
    smaller = QFont(font)
    smaller.setPointSizeF(font.pointSizeF() * 0.9)
    return smaller
