"""Points that each hold or not, with a note: a table, since there may be many."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QPlainTextEdit,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.wizard.service import LONGEST_CELL
from gdpr_desktop.ui.fields.cells import CellDelegate
from gdpr_desktop.ui.fields.identifiers import IdentifierNotice
from gdpr_desktop.ui.labels import set_flat

_POINT, _ANSWER, _NOTE = range(3)
Row = tuple[str, ...]


def _answers() -> tuple[tuple[str, str], ...]:
    return (("yes", _("Yes")), ("no", _("No")), ("unsure", _("Unsure")))


class PointsField(QWidget):
    """``rows()`` are (point, yes | no | unsure, note), of points that say something."""

    edited = Signal()

    def __init__(self, points: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points = tuple(points)
        self.table = _Table(self._points)
        self.table.itemChanged.connect(self._on_item_changed)
        self._text = QPlainTextEdit(self)  # the notes once more: identity numbers are noticed
        self._text.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        column.addWidget(IdentifierNotice(self._text, self))
        self.setFocusProxy(self.table)

    def editors(self) -> tuple[QWidget, ...]:
        """The widgets that carry the mark of a problem."""
        return (self.table,)

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        self.table.setAccessibleName(name)
        self.table.setAccessibleDescription(description)
        self._text.setAccessibleName(name)

    def set_read_only(self, read_only: bool) -> None:
        """To look at, or to write in."""
        none = QAbstractItemView.EditTrigger.NoEditTriggers
        self.table.setEditTriggers(none if read_only else self.table.EDITS)
        set_flat(self.table, read_only)

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show these."""
        known = {row[0]: row for row in rows if row}
        words = dict(_answers())
        was = self.table.blockSignals(True)
        for line, (name, _words) in enumerate(self._points):
            _point, answer, note = (*known.get(name, ()), "", "", "")[:3]
            self._put(line, _ANSWER, words.get(answer, ""))
            self._put(line, _NOTE, note)
        self.table.blockSignals(was)
        self._tell()
        self.table.fit()

    def rows(self) -> tuple[Row, ...]:
        """What is answered."""
        values = {words: value for value, words in _answers()}
        found = []
        for line, (name, _words) in enumerate(self._points):
            answer = values.get(self._text_of(line, _ANSWER), "")
            note = " ".join(self._text_of(line, _NOTE).split())
            if answer or note:
                found.append((name, answer, note))
        return tuple(found)

    def set_answer(self, line: int, answer: str) -> None:
        """Answer a point."""
        self._put(line, _ANSWER, dict(_answers())[answer])

    def _put(self, line: int, column: int, text: str) -> None:
        item = self.table.item(line, column)
        if item is not None:
            item.setText(text)

    def _text_of(self, line: int, column: int) -> str:
        item = self.table.item(line, column)
        return item.text() if item is not None else ""

    def _on_item_changed(self, _item: QTableWidgetItem) -> None:
        self._tell()
        self.table.fit()
        self.edited.emit()

    def _tell(self) -> None:
        lines = range(self.table.rowCount())
        self._text.setPlainText("\n".join(self._text_of(line, _NOTE) for line in lines))


class _Table(QTableWidget):
    """Arrows go from cell to cell; Y, N and typing answer, and so does a click. Tab leaves the
    table; from a cell that is written in it goes to the next that can be.
    """

    EDITS = (
        QAbstractItemView.EditTrigger.DoubleClicked
        | QAbstractItemView.EditTrigger.AnyKeyPressed
        | QAbstractItemView.EditTrigger.EditKeyPressed
    )

    def __init__(self, points: tuple[tuple[str, str], ...]) -> None:
        super().__init__(len(points), 3)
        self.setProperty("role", "points")
        self.setHorizontalHeaderLabels([_("Point"), _("Holds?"), _("Note")])
        self.setItemDelegate(_Cells(self))
        self.setEditTriggers(self.EDITS)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        fixed = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        for line, (_name, words) in enumerate(points):
            point = QTableWidgetItem(words)
            point.setFlags(fixed)
            self.setItem(line, _POINT, point)
            self.setItem(line, _ANSWER, QTableWidgetItem(""))
            self.setItem(line, _NOTE, QTableWidgetItem(""))
        self.setCurrentCell(0, _ANSWER)
        self.clicked.connect(self._on_clicked)

    def fit(self) -> None:
        """As high as its lines."""
        self.resizeRowsToContents()
        lines = sum(self.rowHeight(line) for line in range(self.rowCount()))
        self.setFixedHeight(lines + self.horizontalHeader().sizeHint().height() + 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers:
            super().keyPressEvent(event)  # to look at: ``edit`` would not ask
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.state() is not QAbstractItemView.State.EditingState:
                self.edit(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if self.currentColumn() in (_ANSWER, _NOTE):
                self._blank(self.currentItem())
        else:
            super().keyPressEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        moves = QAbstractItemView.CursorAction
        if action not in (moves.MoveNext, moves.MovePrevious):
            return super().moveCursor(action, modifiers)
        places = [(row, at) for row in range(self.rowCount()) for at in (_ANSWER, _NOTE)]
        now = (self.currentRow(), self.currentColumn())
        if action is moves.MoveNext:
            place = next((one for one in places if one > now), None)
        else:
            place = next((one for one in reversed(places) if one < now), None)
        return self.model().index(*place) if place else QModelIndex()  # no further: it is closed

    def _on_clicked(self, index: QModelIndex) -> None:
        none = QAbstractItemView.EditTrigger.NoEditTriggers
        if index.column() == _POINT or self.editTriggers() == none:
            return
        self.edit(index)
        made = self.indexWidget(index)
        if isinstance(made, QComboBox):
            made.showPopup()

    def _blank(self, item: QTableWidgetItem | None) -> None:
        if item is not None:
            item.setText("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        answer = self.fontMetrics().averageCharWidth() * 14 + 24
        room = max(self.viewport().width() - answer, 200)
        self.setColumnWidth(_POINT, room * 3 // 5)
        self.setColumnWidth(_ANSWER, answer)
        self.setColumnWidth(_NOTE, room - room * 3 // 5)
        self.fit()


class _Cells(CellDelegate):
    """The answer is chosen, the note is typed; the point stands."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex
    ) -> QWidget | None:
        if index.column() == _POINT:
            return None
        answers = index.column() == _ANSWER
        made = (
            self.made_choice(_answers(), parent)
            if answers
            else self.made_line(LONGEST_CELL, parent)
        )
        point = index.model().index(index.row(), _POINT).data()
        header = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        made.setAccessibleName(f"{point}: {header}")
        return made
