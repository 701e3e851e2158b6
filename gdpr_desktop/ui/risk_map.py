"""The risk map: a cell for each pair of steps, with how many risks stand in it."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.ui import theme
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.risk_drawing import (
    Axes,
    Cell,
    Drawing,
    Grid,
    Mark,
    Places,
    Side,
    found_in,
    margin_of,
)

_MOVES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (1, 0),
    Qt.Key.Key_Down: (-1, 0),
}


class RiskMap(QWidget):
    """Arrows or a click choose a cell. ``sides`` are shown in one map, rings and discs."""

    cell_chosen = Signal(str)  # the words for the cell
    cell_entered = Signal(object)  # Enter or a click: the cell

    def __init__(
        self,
        grid: Grid,
        marks: Iterable[Mark] = (),
        *,
        sides: tuple[Side, ...] = tuple(Side),
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._grid, self._sides = grid, sides
        self._marks: tuple[Mark, ...] = ()
        self.cell: Cell = (1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name or _("Risk map"))
        self.show_marks(grid, marks)

    def show_marks(self, grid: Grid, marks: Iterable[Mark]) -> None:
        """Show these; the gravest cell that holds one is chosen when another scale comes."""
        found = tuple(marks)
        anew = not self._marks or grid.steps != self._grid.steps
        self._grid, self._marks = grid, found
        if anew:
            self.cell = self._first()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = self._cell_height() * self._grid.steps + round(self._margin() * 2)
        return QSize(self._cell_height() * (self._grid.steps * 2 + 1), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._cell_height() * (self._grid.steps + 1), self.sizeHint().height())

    def needed_width(self) -> int:
        """What the words along the side and the marks in the cells take."""
        words = self.fontMetrics().horizontalAdvance(_("Consequence for the person"))
        cells = round(self.fontMetrics().height() * 3) * self._grid.steps
        return max(words, cells) + round(self._margin() * 1.8)

    def counts(self, cell: Cell) -> tuple[int, int]:
        """How many risks stand in the cell without and with the measures."""
        before, after = (found_in(self._marks, cell, side) for side in Side)
        return len(before), len(after)

    def words(self) -> str:
        """What stands in the cell that is chosen."""
        likelihood, consequence = self.cell
        lines = [
            _("Likelihood {likelihood}, consequence {consequence}: {level} risk.").format(
                likelihood=likelihood, consequence=consequence, level=self._grid.level(self.cell)
            )
        ]
        texts = {
            Side.BEFORE: _("Without the measures: {names}"),
            Side.AFTER: _("With the measures: {names}"),
        }
        for side in self._sides:
            found = found_in(self._marks, self.cell, side)
            if found:
                names = "; ".join(one.text for one in found)
                lines.append(texts[side].format(names=names))
        if len(lines) == 1:
            lines.append(_("No risk stands here."))
        return "\n".join(lines)

    def choose(self, cell: Cell) -> None:
        """Choose a cell, and say what stands there."""
        steps = self._grid.steps
        self.cell = (min(max(cell[0], 1), steps), min(max(cell[1], 1), steps))
        self.update()
        words = self.words()
        self.cell_chosen.emit(words)
        announce(self, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.cell_entered.emit(self.cell)
            return
        move = _MOVES.get(Qt.Key(event.key()))
        if move is None:
            super().keyPressEvent(event)
            return
        self.choose((self.cell[0] + move[0], self.cell[1] + move[1]))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.rect_of
        for cell in self._grid.cells():
            if place(cell).contains(event.position()):
                self.choose(cell)
                self.cell_entered.emit(cell)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def rect_of(self, cell: Cell) -> QRectF:
        """The place of a cell inside the widget."""
        return self._places().rect(cell)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing = Drawing(painter, self._places(), self._grid, theme.tokens(), self.font())
        drawing.grounds()
        for cell in self._grid.cells():
            place = 0
            for side in reversed(self._sides):
                found = found_in(self._marks, cell, side)
                if found:
                    drawing.count(cell, len(found), side, place)
                    place += 1
        drawing.axes(Axes(consequence=_("Consequence for the person"), likelihood=_("Likelihood")))
        if self.hasFocus():
            drawing.frame(self.cell)
        painter.end()

    def _places(self) -> Places:
        return Places(QRectF(self.rect()), self._grid.steps, self.fontMetrics().height())

    def _first(self) -> Cell:
        """The gravest cell that has a risk."""
        taken = [one.cell(side) for one in self._marks for side in self._sides]
        found = [(cell[0] * cell[1], cell) for cell in taken if cell is not None]
        return max(found)[1] if found else (1, 1)

    def _cell_height(self) -> int:
        return self.fontMetrics().height() + 16

    def _margin(self) -> float:
        return margin_of(self.fontMetrics().height())
