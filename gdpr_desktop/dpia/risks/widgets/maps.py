"""The map without and with the measures, side by side, and in words what is chosen."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.content import About, Assessment
from gdpr_desktop.dpia.risks.widgets.marks import grid_of, marks_of
from gdpr_desktop.dpia.risks.words import map_text
from gdpr_desktop.ui.accessible import announce
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
        self._writes = False
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
        self.before.cell_chosen.connect(self._on_before_chosen)
        self.after.cell_chosen.connect(self._on_after_chosen)
        self.before.cell_entered.connect(self._on_before_entered)
        self.after.cell_entered.connect(self._on_after_entered)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Under each other where the words along the sides would be cut."""
        super().resizeEvent(event)
        beside = self.width() >= self.before.needed_width() * 2 + _GAP
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def show_content(self, content: Assessment, *, writes: bool = False) -> None:
        """Show the risks of an assessment; ``writes``: they may be changed here."""
        self._content, self._last, self._writes = content, None, writes
        grid, marks = grid_of(content), marks_of(content)
        text = map_text(content)
        for one in (self.before, self.after):
            one.show_marks(grid, marks)
            one.setAccessibleDescription(text)
        self.words.setText(text if content.scenarios else "")

    def _on_before_chosen(self, words: str) -> None:
        self._say(Side.BEFORE, self.before.cell, words)

    def _on_after_chosen(self, words: str) -> None:
        self._say(Side.AFTER, self.after.cell, words)

    def _say(self, side: Side, cell: Cell, words: str) -> None:
        """What stands in the cell; in an empty one, how a risk that is not set is put there."""
        marks = marks_of(self._content)
        unset = any(one.cell(side) is None for one in marks)
        if self._writes and unset and not found_in(marks, cell, side):
            how = _(
                "A risk that is not set comes on the map when consequence and likelihood are"
                " chosen: choose it in the list, and press «Change …»."
            )
            words = f"{words}\n{how}"
            announce(self, how)
        self.words.setText(words)

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
