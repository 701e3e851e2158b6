"""The map without and with the measures, side by side, and in words what is chosen."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.content import About, Assessment
from gdpr_desktop.dpia.risks.widgets.marks import grid_of, marks_of
from gdpr_desktop.dpia.risks.words import map_text
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.risk_drawing import Cell, Side, found_in
from gdpr_desktop.ui.risk_map import RiskMap

_GAP = 24  # pixels between the two


class Maps(QWidget):
    """A cell that is entered chooses its first risk, and the next when it is entered again."""

    risk_chosen = Signal(int)  # its place in the list, from 0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = Assessment(about=About(title=""))
        self._last: tuple[Side, Cell, int] | None = None
        grid = grid_of(self._content)
        self.before = RiskMap(grid, sides=(Side.BEFORE,), name=_("Risk map without the measures"))
        self.after = RiskMap(grid, sides=(Side.AFTER,), name=_("Risk map with the measures"))
        self.words = label("", "muted")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(_GAP)
        for title, one in (
            (_("Without the measures"), self.before),
            (_("With the measures"), self.after),
        ):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(label(title, "label"))
            column.addWidget(one)
            self._row.addLayout(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._row)
        layout.addWidget(self.words)
        for one in (self.before, self.after):
            one.cell_chosen.connect(self.words.setText)
        self.before.cell_entered.connect(self._on_before_entered)
        self.after.cell_entered.connect(self._on_after_entered)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Under each other where the words along the sides would be cut."""
        super().resizeEvent(event)
        beside = self.width() >= self.before.needed_width() * 2 + _GAP
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def show_content(self, content: Assessment) -> None:
        """Show the risks of an assessment."""
        self._content, self._last = content, None
        grid, marks = grid_of(content), marks_of(content)
        text = map_text(content)
        for one in (self.before, self.after):
            one.show_marks(grid, marks)
            one.setAccessibleDescription(text)
        self.words.setText(text if content.scenarios else "")

    def _on_before_entered(self, cell: Cell) -> None:
        self._enter(Side.BEFORE, cell)

    def _on_after_entered(self, cell: Cell) -> None:
        self._enter(Side.AFTER, cell)

    def _enter(self, side: Side, cell: Cell) -> None:
        marks = marks_of(self._content)
        found = [marks.index(one) for one in found_in(marks, cell, side)]
        if not found:
            return
        turn = 0
        if self._last is not None and self._last[:2] == (side, cell):
            turn = (self._last[2] + 1) % len(found)
        self._last = (side, cell, turn)
        self.risk_chosen.emit(found[turn])
