"""Draws a risk map: likelihood upwards, consequence to the right. For the screen and for paper.

A level is told by its ground, by the number in the corner, and on paper by how it is hatched: so
it can be read without colours.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from gdpr_desktop.ui.tokens import Tokens

Cell = tuple[int, int]  # likelihood, consequence
_CENTRE = Qt.AlignmentFlag.AlignCenter
_TILE, _INK, _ALPHA = 20, 3, 0.6  # pixels between the lines of a hatch, and how thick they are
_HATCHES = {"warning": (1,), "danger": (1, -1)}  # which way the lines lean


def hatch(tone: str, tokens: Tokens) -> QBrush | None:
    """How a level is hatched on paper; None for a low one. It is to be seen without colours."""
    if tone not in _HATCHES:
        return None
    tile = QImage(_TILE, _TILE, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    ink = QColor(getattr(tokens, tone))
    ink.setAlphaF(_ALPHA)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.setPen(QPen(ink, _INK))
    for lean in _HATCHES[tone]:
        for at in (-_TILE, 0, _TILE):
            low, high = (_TILE, 0) if lean > 0 else (0, _TILE)
            painter.drawLine(at - _TILE, low + (low - high), at + 2 * _TILE, high + (high - low))
    painter.end()
    return QBrush(tile)


class Side(StrEnum):
    """Which of the two a mark is of."""

    BEFORE = "before"  # without the measures: a ring
    AFTER = "after"  # with them: a disc


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One risk: where it stands without and with the measures; None where it does not stand."""

    text: str
    before: Cell | None = None
    after: Cell | None = None

    def cell(self, side: Side) -> Cell | None:
        """Where it stands."""
        return self.before if side is Side.BEFORE else self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """``tone`` of a cell is «ok», «warning» or «danger», ``level`` its word in lower case."""

    steps: int
    tone: Callable[[Cell], str]
    level: Callable[[Cell], str]

    def cells(self) -> tuple[Cell, ...]:
        """All cells, the gravest first."""
        steps = range(self.steps, 0, -1)
        return tuple((likelihood, consequence) for likelihood in steps for consequence in steps)


def found_in(marks: Iterable[Mark], cell: Cell, side: Side) -> tuple[Mark, ...]:
    """The marks that stand in a cell."""
    return tuple(one for one in marks if one.cell(side) == cell)


@dataclass(frozen=True, slots=True, kw_only=True)
class Axes:
    """What stands along the sides."""

    consequence: str
    likelihood: str


class Places:
    """Where the cells of a map lie inside ``place``; ``line`` is the height of its text."""

    def __init__(self, place: QRectF, steps: int, line: float) -> None:
        self.line, self.margin, self.steps = line, margin_of(line), steps
        self.cells = QRectF(place).adjusted(self.margin * 1.8, 0, 0, -self.margin * 2)

    def rect(self, cell: Cell) -> QRectF:
        """The place of a cell."""
        width = self.cells.width() / self.steps
        height = self.cells.height() / self.steps
        left = self.cells.left() + (cell[1] - 1) * width
        top = self.cells.top() + (self.steps - cell[0]) * height
        return QRectF(left, top, width - 2, height - 2)


class Drawing:
    """Draws one map at its ``places``."""

    def __init__(
        self,
        painter: QPainter,
        places: Places,
        grid: Grid,
        tokens: Tokens,
        font: QFont,
        *,
        hatched: bool = False,
    ) -> None:
        self._painter, self._places, self._grid = painter, places, grid
        self._tokens, self._font, self._hatched = tokens, font, hatched
        self._line, self._margin, self._cells = places.line, places.margin, places.cells
        self.rect = places.rect

    def grounds(self) -> None:
        """The cells, each with the product of its two steps in the corner."""
        self._painter.setFont(self._font)
        for cell in self._grid.cells():
            tone, place = self._grid.tone(cell), self.rect(cell)
            self._painter.fillRect(place, self.colour(f"{tone}_soft"))
            pattern = hatch(tone, self._tokens) if self._hatched else None
            if pattern is not None:
                self._painter.fillRect(place, pattern)
            self._painter.setPen(self.colour(tone))
            corner = place.adjusted(6, 2, -4, -2)
            self._text(cell, corner, int(Qt.AlignmentFlag.AlignLeft), str(cell[0] * cell[1]))

    def axes(self, words: Axes) -> None:
        """The steps, and what the sides are."""
        self._painter.setFont(self._font)
        self._painter.setPen(self.colour("muted"))
        for step in range(1, self._grid.steps + 1):
            beside, below = self.rect((step, 1)), self.rect((1, step))
            number = QRectF(
                self._cells.left() - self._margin * 0.8,
                beside.top(),
                self._margin * 0.7,
                beside.height(),
            )
            self._painter.drawText(number, _CENTRE, str(step))
            number = QRectF(below.left(), below.bottom() + 2, below.width(), self._margin)
            self._painter.drawText(number, _CENTRE, str(step))
        line = QRectF(
            self._cells.left(), self._cells.bottom() + self._margin, self._cells.width(), 0
        )
        line.setHeight(self._margin)
        self._painter.drawText(line, _CENTRE, words.consequence)
        self._painter.save()
        self._painter.translate(self._cells.left() - self._margin * 1.8, self._cells.bottom())
        self._painter.rotate(-90)
        line = QRectF(0, 0, self._cells.height(), self._margin)
        self._painter.drawText(line, _CENTRE, words.likelihood)
        self._painter.restore()

    def count(self, cell: Cell, number: int, side: Side, place: int = 0) -> None:
        """A ring or a disc with a number; ``place`` counts from the right."""
        inside = self.rect(cell)
        radius = min(self._line * 0.72, inside.height() * 0.4)
        centre = QPointF(
            inside.right() - radius - 4 - place * (radius * 2 + 4), inside.center().y()
        )
        disc = side is Side.AFTER
        self._painter.setFont(self._font)
        self._painter.setPen(QPen(self.colour("text"), 2))
        self._painter.setBrush(self.colour("text" if disc else "window"))
        self._painter.drawEllipse(centre, radius, radius)
        self._painter.setPen(self.colour("window" if disc else "text"))
        square = QRectF(centre.x() - radius, centre.y() - radius, radius * 2, radius * 2)
        self._painter.drawText(square, _CENTRE, str(number))

    def numbers(self, cell: Cell, numbers: tuple[int, ...], bold: QFont) -> None:
        """The numbers of the risks that stand in a cell; how many where they do not fit."""
        inside = self.rect(cell).adjusted(6, self._line, -6, -4)
        metrics = QFontMetricsF(bold)
        text = ", ".join(map(str, numbers))
        flags = int(_CENTRE) | int(Qt.TextFlag.TextWordWrap)
        needed = metrics.boundingRect(QRectF(0, 0, inside.width(), 9999), flags, text)
        if needed.height() > inside.height():
            text = f"{len(numbers)} ×"
        self._painter.setFont(bold)
        self._painter.setPen(self.colour("text"))
        self._text(cell, inside, flags, text)

    def _text(self, cell: Cell, place: QRectF, flags: int, text: str) -> None:
        """Words in a cell; a hatch is not to be seen behind them."""
        if self._hatched:
            behind = self._painter.boundingRect(place, flags, text).adjusted(-5, 1, 5, -1)
            self._painter.fillRect(behind, self.colour(f"{self._grid.tone(cell)}_soft"))
        self._painter.drawText(place, flags, text)

    def frame(self, cell: Cell, width: int = 2) -> None:
        """A frame in the accent around a cell."""
        self._painter.setPen(QPen(self.colour("accent"), width))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(self.rect(cell).adjusted(1, 1, -1, -1))

    def colour(self, name: str) -> QColor:
        """The colour of a token."""
        return QColor(getattr(self._tokens, name))


def margin_of(line: float) -> float:
    """How much a line of words along a side takes."""
    return line + 6
