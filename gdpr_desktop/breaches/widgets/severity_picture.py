"""The severity as a picture: four bands, a marker, and the sum that gives it."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QImageWriter,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gdpr_desktop.breaches.assessing import factors
from gdpr_desktop.breaches.assessing.advice import SeverityChoices
from gdpr_desktop.breaches.assessing.severity import BAND_STARTS, HIGHEST, Band, Severity
from gdpr_desktop.breaches.assessing.words import part_lines, picture_words, score_words, sum_words
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import theme
from gdpr_desktop.ui.tokens import LIGHT, Tokens

_GROUNDS = {
    Band.LOW: "ok_soft",
    Band.MEDIUM: "warning_soft",
    Band.HIGH: "danger_soft",
    Band.VERY_HIGH: "danger",
}
_TONES = {Band.LOW: "ok", Band.MEDIUM: "warning", Band.HIGH: "danger", Band.VERY_HIGH: "window"}
_EDGES = (*BAND_STARTS.values(), HIGHEST)
_PNG_WIDTH, _PNG_PIXELS = 1200, 28  # of the picture, and of its text
_CENTRE = Qt.AlignmentFlag.AlignCenter


def position(score: float) -> float:
    """Where on the scale a score stands, 0 to 1: every band is equally wide."""
    for index, start in enumerate(_EDGES[:-1]):
        end = _EDGES[index + 1]
        if score < end or end == HIGHEST:
            return (index + (score - start) / (end - start)) / len(Band)
    raise AssertionError("the last band ends at the highest score")


class SeverityPicture(QWidget):
    """The scale with its marker, and the sum below. Nothing is marked while nothing is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: SeverityChoices | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Severity"))
        self.show_choices(None)

    def show_choices(self, choices: SeverityChoices | None) -> None:
        """Mark the severity of ``choices``; None takes the marker away."""
        self._choices = choices
        text = _("Make the four choices to see it.")
        if choices is not None:
            text = picture_words(choices.severity(), choices)
        self.setAccessibleDescription(text)
        self.setToolTip(text)
        self.update()

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(line * 20, round(line * 6.8))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().height() * 12, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing = Drawing(painter, self.font(), theme.tokens())
        line = self.fontMetrics().height()
        room = QRectF(self.rect())
        severity = self._choices.severity() if self._choices is not None else None
        drawing.scale(room, severity)
        if self._choices is not None:
            below = QRectF(0, room.height() - line * 1.4, room.width(), line * 1.4)
            drawing.line(below, sum_words(self._choices), bold=True)
        painter.end()


class Drawing:
    """Draws the scale on any painter, in the colours given."""

    def __init__(
        self, painter: QPainter, font: QFont, tokens: Tokens, language: Language | None = None
    ) -> None:
        self._painter, self._tokens, self._language = painter, tokens, language
        self._font, self._bold = QFont(font), QFont(font)
        self._bold.setBold(True)
        self._height = QFontMetricsF(self._bold).height()
        self._share, self._wrapped = 1.0, False  # of the words on the bands

    def line(self, room: QRectF, text: str, *, bold: bool = False, tone: str = "text") -> None:
        """One line of text in the middle of ``room``."""
        self._painter.setFont(self._bold if bold else self._font)
        self._painter.setPen(self._colour(tone))
        self._painter.drawText(room, _CENTRE, text)

    def scale(self, room: QRectF, severity: Severity | None) -> None:
        """The bands at the top of ``room``, the marker above them, their numbers below."""
        edge = self._height * 0.6  # half a number stands outside at both ends
        bar = QRectF(
            room.left() + edge,
            room.top() + self._height * 1.8,
            room.width() - 2 * edge,
            self._height * 2.1,
        )
        width = bar.width() / len(Band)
        self._shrink(width - 8)
        for index, band in enumerate(Band):
            place = QRectF(bar.left() + index * width, bar.top(), width, bar.height())
            chosen = severity is not None and severity.band is band
            self._band(place.adjusted(1, 0, -1, 0), band, chosen=chosen)
        for index, number in enumerate(_EDGES):
            middle = bar.left() + index * width
            below = QRectF(middle - edge, bar.bottom(), 2 * edge, self._height * 1.1)
            self.line(below, score_words(number), tone="muted")
        if severity is not None:
            self._marker(bar, severity)

    def _shrink(self, width: float) -> None:
        """Words of two lines on the bands where they do not fit on one, and smaller if need be."""
        metrics = QFontMetricsF(self._bold)
        titles = [factors.band_words(band, self._language).title for band in Band]
        if max(map(metrics.horizontalAdvance, titles)) > width:
            titles = [word for title in titles for word in title.split()]
            width, self._wrapped = width - 4, True
        self._share = min(1.0, width / max(map(metrics.horizontalAdvance, titles)))

    def _band(self, place: QRectF, band: Band, *, chosen: bool) -> None:
        self._painter.fillRect(place, self._colour(_GROUNDS[band]))
        if chosen:
            self._painter.setPen(QPen(self._colour("text"), 2))
            self._painter.drawRect(place.adjusted(1, 1, -1, -1))
        font = QFont(self._bold if chosen else self._font)
        if font.pixelSize() > 0:
            font.setPixelSize(int(font.pixelSize() * self._share))
        else:
            font.setPointSizeF(font.pointSizeF() * self._share)
        self._painter.setFont(font)
        self._painter.setPen(self._colour(_TONES[band]))
        title = factors.band_words(band, self._language).title
        if self._wrapped:
            title = title.replace(" ", "\n")
        self._painter.drawText(place, _CENTRE, title)

    def _marker(self, bar: QRectF, severity: Severity) -> None:
        x = bar.left() + position(severity.score) * bar.width()
        tip, side = bar.top() - 1, self._height * 0.35
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._colour("text"))
        corners = (QPointF(x, tip), QPointF(x - side, tip - side), QPointF(x + side, tip - side))
        self._painter.drawPolygon(QPolygonF(corners))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        text = score_words(severity.score)
        width = QFontMetricsF(self._bold).horizontalAdvance(text) + 4
        left = min(max(x - width / 2, 0.0), bar.right() + self._height * 0.6 - width)
        self.line(QRectF(left, tip - side - self._height, width, self._height), text, bold=True)

    def _colour(self, name: str) -> QColor:
        return QColor(getattr(self._tokens, name))


def severity_png(
    severity: Severity,
    choices: SeverityChoices | None = None,
    language: Language | None = None,
) -> bytes:
    """The picture for paper, as PNG on white; with ``choices`` each part of the sum is named."""
    font = QFont()
    font.setPixelSize(_PNG_PIXELS)
    line = QFontMetricsF(font).height()
    parts = part_lines(choices, language) if choices is not None else ()
    image = QImage(_PNG_WIDTH, round(line * (5.6 + 1.3 * len(parts))), QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.window))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    Drawing(painter, font, LIGHT, language).scale(QRectF(0, 0, _PNG_WIDTH, line * 5.4), severity)
    painter.setFont(font)
    painter.setPen(QColor(LIGHT.text))
    for index, (name, number, _why) in enumerate(parts):
        row = QRectF(line * 0.6, line * (5.6 + 1.3 * index), _PNG_WIDTH / 2, line * 1.3)
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft, name)
        painter.drawText(row, Qt.AlignmentFlag.AlignRight, number)
    painter.end()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(held.data())
