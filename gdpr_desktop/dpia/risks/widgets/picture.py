"""The risk map for paper: before and after side by side, each risk by its number."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QImageWriter, QPainter

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.content import Assessment
from gdpr_desktop.dpia.risks.model import Level
from gdpr_desktop.dpia.risks.widgets.marks import TONES, grid_of, marks_of
from gdpr_desktop.dpia.words import words
from gdpr_desktop.ui.risk_drawing import Axes, Drawing, Places, Side, hatch
from gdpr_desktop.ui.tokens import LIGHT

_WIDTH, _HEIGHT, _PIXELS = 1680, 900, 34  # of the picture, and its text: 8½ pt at 150 mm
_GAP = 48
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def map_png(content: Assessment, language: Language) -> bytes:
    """The picture, as PNG on white; ``risks.words.map_text`` is its text alternative."""
    image = QImage(_WIDTH, _HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = (_WIDTH - _GAP) / 2
    titles = {
        Side.BEFORE: _("Without the measures", language=language),
        Side.AFTER: _("With the measures", language=language),
    }
    for index, (side, title) in enumerate(titles.items()):
        place = QRectF(index * (width + _GAP), 0, width, _HEIGHT - _PIXELS * 2)
        _one_map(painter, place, content, language, side, title)
    _legend(painter, language)
    painter.end()
    return _png(image)


def _one_map(
    painter: QPainter,
    place: QRectF,
    content: Assessment,
    language: Language,
    side: Side,
    title: str,
) -> None:
    plain, bold = _font(), _font(bold=True)
    line = QFontMetricsF(bold).height()
    painter.setFont(bold)
    painter.setPen(QColor(LIGHT.text))
    painter.drawText(QRectF(place.left(), 0, place.width(), line * 1.4), _LEFT, title)
    grid = grid_of(content, language)
    inner = place.adjusted(0, line * 1.6, -8, 0)
    places = Places(inner, grid.steps, QFontMetricsF(plain).height())
    drawing = Drawing(painter, places, grid, LIGHT, plain, hatched=True)
    drawing.grounds()
    for cell in grid.cells():
        found = tuple(
            number for number, mark in enumerate(marks_of(content), 1) if mark.cell(side) == cell
        )
        if found:
            drawing.numbers(cell, found, bold)
    drawing.axes(
        Axes(
            consequence=_("Consequence for the person", language=language),
            likelihood=_("Likelihood", language=language),
        )
    )


def _legend(painter: QPainter, language: Language) -> None:
    """What the grounds mean, in words."""
    font = _font()
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    left, top, side = metrics.height() * 2.2, _HEIGHT - metrics.height() * 1.3, metrics.height()
    for level in (Level.LOW, Level.MEDIUM, Level.HIGH):
        tone = TONES[level]
        square = QRectF(left, top, side * 1.4, side)
        painter.fillRect(square, QColor(getattr(LIGHT, f"{tone}_soft")))
        pattern = hatch(tone, LIGHT)
        if pattern is not None:
            painter.fillRect(square, pattern)
        painter.setPen(QColor(LIGHT.border))
        painter.drawRect(square)
        painter.setPen(QColor(LIGHT.text))
        text = words(level, language)
        width = metrics.horizontalAdvance(text)
        painter.drawText(QRectF(square.right() + 10, top, width + 4, side), _LEFT, text)
        left = square.right() + width + 48
    note = _("The numbers are those of the risks in the table.", language=language)
    painter.setPen(QColor(LIGHT.muted))
    painter.drawText(QRectF(left, top, _WIDTH - left, side), _LEFT, note)


def _font(*, bold: bool = False) -> QFont:
    font = QFont()
    font.setPixelSize(_PIXELS)
    font.setBold(bold)
    return font


def _png(image: QImage) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(held.data())
