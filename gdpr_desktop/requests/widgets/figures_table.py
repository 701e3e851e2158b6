"""One table of figures, as high as its rows: the page it stands on scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
)

from gdpr_desktop.requests.figures.tables import Cell, Table

_MARGIN = 12  # pixels over and under a line


class FiguresTable(QTableWidget):
    """Read with the arrow keys; the first column says what a line is about."""

    def __init__(self, table: Table) -> None:
        super().__init__(len(table.rows), len(table.headers))
        self.setHorizontalHeaderLabels(table.headers)
        self.setAccessibleName(table.title)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        line = self.fontMetrics().height() + _MARGIN
        self.verticalHeader().setDefaultSectionSize(line)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(
            Qt.AlignmentFlag.AlignRight
            | Qt.AlignmentFlag.AlignVCenter
            | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap)
        )
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        if len(table.headers) > 2:
            head.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(0, self.fontMetrics().averageCharWidth() * 24)
        headers = 1 if len(table.headers) == 2 else 2 if len(table.headers) < 7 else 3  # lines
        head.setFixedHeight(self.fontMetrics().height() * headers + _MARGIN)
        first = QTableWidgetItem(table.headers[0])
        self.setHorizontalHeaderItem(0, first)
        first.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for row, cells in enumerate(table.rows):
            for column, cell in enumerate(cells):
                self.setItem(row, column, _item(cell, number=column > 0))
        if len(table.headers) == 2:  # a number far from its words is hard to follow
            self.setMaximumWidth(self.fontMetrics().averageCharWidth() * 72)
        self.setFixedHeight(line * len(table.rows) + head.height() + 2)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls


def _item(cell: Cell, *, number: bool) -> QTableWidgetItem:
    made = QTableWidgetItem("–" if cell is None else str(cell))
    side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
    made.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    made.setToolTip(made.text())
    return made
