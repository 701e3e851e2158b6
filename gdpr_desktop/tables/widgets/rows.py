"""Every row as it will be taken in: what is wrong is put right in its cell, or left out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.text import _
from gdpr_desktop.tables import preview
from gdpr_desktop.tables.cells import without_numbers
from gdpr_desktop.tables.preview import Judge, Line
from gdpr_desktop.ui import theme
from gdpr_desktop.ui.labels import label

Index = QModelIndex | QPersistentModelIndex
Summary = Callable[[Sequence[Line]], str]

_ROW, _SAID, _FIRST = 0, 1, 2  # columns: number with the tick, what becomes of it, the cells
_JUDGED_AT_ONCE = 5_000  # lines; what becomes of more is seen when they are taken in
_LINES = 9  # shown without scrolling
_SAID_WIDTH, _CELL_WIDTH, _NUMBER_WIDTH = 40, 20, 12  # letters
_EDITS = (
    QAbstractItemView.EditTrigger.DoubleClicked
    | QAbstractItemView.EditTrigger.AnyKeyPressed
    | QAbstractItemView.EditTrigger.EditKeyPressed
)


class RowsModel(QAbstractTableModel):
    """The lines, all of them or those that need a look. Cells of the file can be changed."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()
        self._shown: list[int] = []
        self._only_faulty = False
        self._uses: tuple[tuple[str, str], ...] = ()
        self.judge: Judge | None = None

    def show_lines(
        self, lines: tuple[Line, ...], uses: Sequence[tuple[str, str]], judge: Judge
    ) -> None:
        """Show these, with a column to each of ``uses`` and its words."""
        self.beginResetModel()
        self.lines, self._uses, self.judge = lines, tuple(uses), judge
        self._choose()
        self.endResetModel()

    def show_only_faulty(self, only: bool) -> None:
        """Show only what needs a look, or all."""
        self.beginResetModel()
        self._only_faulty = only
        self._choose()
        self.endResetModel()

    def _choose(self) -> None:
        self._shown = [
            at
            for at, line in enumerate(self.lines)
            if not self._only_faulty or line.needs_a_look or line.row == 0
        ]

    def line(self, row: int) -> Line:
        """The line shown there."""
        return self.lines[self._shown[row]]

    def said(self, row: int) -> str:
        """Everything that is said of the line shown there."""
        return self._text(self.line(row), _SAID) if row < len(self._shown) else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        return 0 if parent.isValid() else _FIRST + len(self._uses)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        heads = (_("Row"), _("What becomes of it"), *(words for _use, words in self._uses))
        return heads[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, column = self.line(index.row()), index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == _ROW:
            return Qt.CheckState.Checked if line.goes_in else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(line, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(line, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.colour(self._tone(line, column))
        if role == Qt.ItemDataRole.FontRole and column >= _FIRST and self._fault(line, column):
            bold = QFont()
            bold.setBold(True)
            return bold
        return None

    def _text(self, line: Line, column: int) -> str:
        if column == _ROW:
            return str(line.row) if line.row else "–"
        if column == _SAID:
            return " ".join([*(one.text for one in line.faults), line.said]).strip()
        text = line.cells.get(self._uses[column - _FIRST][0], "")
        return text or ("?" if self._fault(line, column) else "")

    def _tip(self, line: Line, column: int) -> str:
        return self._fault(line, column) if column >= _FIRST else self._text(line, column)

    def _tone(self, line: Line, column: int) -> str:
        if column >= _FIRST and self._fault(line, column):
            return "danger"
        if not line.goes_in:
            return "danger" if line.stops and column == _SAID else "muted"
        if column == _SAID:
            return "warning" if line.faults else str(line.tone)
        return "text"

    def _fault(self, line: Line, column: int) -> str:
        return line.fault_in(self._uses[column - _FIRST][0])

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        line = self.line(index.row())
        if index.column() == _ROW and not line.stops:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if index.column() >= _FIRST and line.row:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        at = self._shown[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == _ROW:
            taken = Qt.CheckState(value) is Qt.CheckState.Checked
            line = replace(self.lines[at], taken=taken)
            self.lines = (*self.lines[:at], line, *self.lines[at + 1 :])
            if self.judge is not None and len(self.lines) <= _JUDGED_AT_ONCE:
                self.lines = self.judge.together(self.lines)
        elif role == Qt.ItemDataRole.EditRole and index.column() >= _FIRST:
            assert self.judge is not None
            use = self._uses[index.column() - _FIRST][0]
            text = clean_line(without_numbers(str(value)))
            if text in (self.lines[at].cells.get(use, ""), "?"):
                return False
            before = len(self.lines)
            self.lines = preview.changed(self.lines, at, use, text, self.judge)
            if len(self.lines) != before:
                self.beginResetModel()
                self._choose()
                self.endResetModel()
        else:
            return False
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.changed.emit()
        return True


class RowsTable(QTableView):
    """Looks like the other tables of a form."""

    def __init__(self, model: RowsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(_("The rows of the list"))
        self.setEditTriggers(_EDITS)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setHighlightSections(False)
        self.verticalHeader().hide()
        height = self.fontMetrics().height() + 16
        self.verticalHeader().setDefaultSectionSize(height)
        self.setMinimumHeight(height * (_LINES + 1))


class RowsStep(QWidget):
    """A summary, and a line to each row."""

    changed = Signal()

    def __init__(self, summary: Summary) -> None:
        super().__init__()
        self._summary = summary
        self.touched = False  # by a person, since the lines were shown
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self.count = label("", "label")
        help_ = _(
            "A row with a tick is taken in. Put a cell right by writing in it, or take the tick"
            " away. Nothing is kept before all of it is."
        )
        self.only_faulty = QCheckBox(_("Show &only rows that need a look"))
        self.only_faulty.setObjectName("only_faulty")
        self.model = RowsModel(self)
        self.table = RowsTable(self.model)
        self.only_faulty.toggled.connect(self.model.show_only_faulty)
        self.model.changed.connect(self._on_changed)
        self.detail = label("", "muted")  # the whole of what a narrow column cuts
        help_label = label(help_, "help")
        for widget in (self.count, help_label, self.only_faulty, self.table, self.detail):
            layout.addWidget(widget)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_chosen)
        self.model.dataChanged.connect(self._on_row_chosen)
        self.model.modelReset.connect(self._on_row_chosen)

    def show_lines(
        self, lines: tuple[Line, ...], uses: Sequence[tuple[str, str]], judge: Judge
    ) -> None:
        """Show what was read."""
        self.touched = False
        faulty = sum(line.needs_a_look for line in lines)
        self.model.show_lines(lines, uses, judge)
        self.only_faulty.setVisible(0 < faulty < len(lines))
        self.only_faulty.setChecked(0 < faulty < len(lines) and len(lines) > _LINES)
        letter = self.table.fontMetrics().averageCharWidth()
        cells = [_CELL_WIDTH] * (self.model.columnCount() - _FIRST)
        for column, letters in enumerate((_NUMBER_WIDTH, _SAID_WIDTH, *cells)):
            self.table.setColumnWidth(column, letter * letters)
        self.count.setText(self._summary(lines))

    def taken(self) -> tuple[Line, ...]:
        """The lines that go in."""
        return tuple(line for line in self.model.lines if line.goes_in)

    def _on_row_chosen(self, *_what: object) -> None:
        index = self.table.currentIndex()
        found = self.model.said(index.row()) if index.isValid() else ""
        self.detail.setText(found)

    def _on_changed(self) -> None:
        self.touched = True
        self.count.setText(self._summary(self.model.lines))
        self.changed.emit()


def shown_uses(
    pairs: Sequence[tuple[str, str]], mapped: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """The uses that a list has, with their words, in the order of ``pairs``."""
    words: Mapping[str, str] = dict(pairs)
    return tuple((use, words[use]) for use in words if use in mapped)
