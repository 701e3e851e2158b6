"""A small table to type in, or to paste lines from a spreadsheet into."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.accessible import announce, plain
from gdpr_desktop.ui.fields.cells import CellDelegate
from gdpr_desktop.ui.fields.identifiers import IdentifierNotice
from gdpr_desktop.ui.labels import button, label, set_flat

_LINES = 5  # shown without scrolling
MOST = 1_000  # lines, unless told: a table of ten thousands would stop the window
_EDITS = (
    QAbstractItemView.EditTrigger.DoubleClicked
    | QAbstractItemView.EditTrigger.SelectedClicked
    | QAbstractItemView.EditTrigger.AnyKeyPressed
    | QAbstractItemView.EditTrigger.EditKeyPressed
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsColumn:
    """``width`` in characters is the least; ``stretch`` shares what is left.

    ``choices`` are (value, words): the cell shows the words, and the rows have the value. What is
    neither the value nor the words of a choice leaves the cell blank.
    """

    header: str
    width: int = 14
    stretch: int = 1
    choices: tuple[tuple[str, str], ...] = ()
    longest: int = 200  # characters in a cell

    def value(self, text: str) -> str:
        """What a row has for ``text``, typed or pasted."""
        text = clean_line(text)
        if not self.choices:
            return text
        for value, words in self.choices:
            if text.casefold() in (value.casefold(), words.casefold()):
                return value
        return ""

    def words(self, value: str) -> str:
        """What the cell shows."""
        return dict(self.choices).get(value, "") if self.choices else value


class RowsField(QWidget):
    """Rows of words. Blank rows count for nothing.

    The rows stand once more, tab-separated, in a hidden text: so the form notices changes in
    them as in any text, and identity numbers are noticed too. As a draft they are one part: a
    cell that is being typed in has a field of its own, which comes and goes.

    ``keys`` False: no letters to press the buttons by, in the second table of a dialog.
    """

    draft_changed = Signal()
    removed = Signal(int, tuple)  # a line that said something, and where it stood

    def __init__(
        self,
        columns: Iterable[RowsColumn],
        parent: QWidget | None = None,
        *,
        most: int = MOST,
        keys: bool = True,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._most = most
        self._read: list[tuple[str, ...]] = []  # each line of the table: thousands may be pasted
        self.table = _Table(self._columns)
        self.table.itemChanged.connect(self._on_item_changed)
        self.table.pasted.connect(self.paste)
        self.text = QPlainTextEdit(self)
        self.text.hide()
        self.notice = IdentifierNotice(self.text, self)
        self.too_many = label("", "problem")
        self.too_many.hide()
        words = str if keys else plain
        self.add_button = button(words(_("&Add a line")))
        self.paste_button = button(words(_("&Paste from a spreadsheet")))
        self.remove_button = button(words(_("&Remove the line")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.table)
        layout.addWidget(self.notice)
        layout.addWidget(self.too_many)
        layout.addLayout(self._buttons())
        self.setFocusProxy(self.table)
        self.set_rows(())

    def _buttons(self) -> QHBoxLayout:
        self.add_button.clicked.connect(self.add)
        self.paste_button.clicked.connect(self.paste)
        self.remove_button.clicked.connect(self.remove)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for made in (self.add_button, self.paste_button, self.remove_button):
            buttons.addWidget(made)
        buttons.addStretch(1)
        return buttons

    def editors(self) -> tuple[QWidget, ...]:
        """The widgets that carry the mark of a problem."""
        return (self.table,)

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        self.table.setAccessibleName(name)
        self.table.setAccessibleDescription(description)
        self.text.setAccessibleName(name)
        for made in (self.add_button, self.paste_button, self.remove_button):
            made.setAccessibleDescription(name)

    def set_rows(self, rows: Iterable[tuple[str, ...]]) -> None:
        """Show these, and a blank line to type in."""
        kept = [tuple(clean_line(words) for words in row) for row in rows]
        was = self.table.blockSignals(True)
        self._read.clear()
        self.table.setRowCount(0)
        self.table.setRowCount(len(kept) + 1)
        for line, row in enumerate((*kept, ())):
            self._fill(line, row)
        self.table.blockSignals(was)
        self._tell()

    def set_read_only(self, read_only: bool) -> None:
        """To look at, without a blank line or buttons, or to write in."""
        none = QAbstractItemView.EditTrigger.NoEditTriggers
        self.table.setEditTriggers(none if read_only else _EDITS)
        set_flat(self.table, read_only)
        for line, row in enumerate(self._read):
            self.table.setRowHidden(line, read_only and not any(row))
        for made in (self.add_button, self.paste_button, self.remove_button):
            made.setVisible(not read_only)

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows that say something, blanks around words cut."""
        return tuple(row for row in self._read if any(row))

    def draft_state(self) -> list[list[str]]:
        """The rows as JSON can hold them."""
        return [list(row) for row in self.rows()]

    def restore_draft(self, state: list[list[str]]) -> None:
        """Show the rows that ``draft_state`` gave."""
        self.set_rows(tuple(map(str, row)) for row in state)

    def tidy(self) -> None:
        """Take the blank lines away, so that the numbers of the lines are those of the rows."""
        if any(not any(row) for row in self._read[:-1]):
            self.set_rows(self.rows())

    def add(self) -> None:
        """Go to the blank line at the end, made if need be."""
        self._keep_a_blank_line()
        self.table.setCurrentCell(self.table.rowCount() - 1, 0)
        self.table.setFocus()
        self.table.editItem(self.table.currentItem())

    def remove(self) -> None:
        """Take the current line away."""
        line = self.table.currentRow()
        if line >= 0:
            self.table.removeRow(line)
            row = self._read.pop(line)
            self._keep_a_blank_line()
            self._tell()
            self.table.setCurrentCell(min(line, self.table.rowCount() - 1), 0)
            if any(row):
                self.removed.emit(line, row)

    def put_back(self, line: int, row: tuple[str, ...]) -> None:
        """Put a line that was removed where it stood."""
        rows = self._read[:-1] if self._read and not any(self._read[-1]) else self._read
        self.set_rows((*rows[:line], row, *rows[line:]))
        self.table.setCurrentCell(min(line, len(rows)), 0)

    def paste(self) -> None:
        """Add the lines on the clipboard, their cells in the order of the columns.

        More than there is room for is refused as a whole, before any of it is made.
        """
        self.too_many.hide()
        width = self.table.columnCount()
        text = QGuiApplication.clipboard().text()
        blank = [""] * width  # lines may have fewer cells than the table
        lines = [[*line.split("\t"), *blank] for line in text.splitlines() if line.strip()]
        known = self.rows()
        if len(known) + len(lines) > self._most:
            self._refuse(len(lines))
            return
        if not lines:
            return
        pasted = [
            tuple(one.value(cell) for one, cell in zip(self._columns, line, strict=False))
            for line in lines
        ]
        there = set(known)
        self.set_rows((*known, *(row for row in pasted if row not in there)))
        self.table.setCurrentCell(self.table.rowCount() - 1, 0)

    def _refuse(self, count: int) -> None:
        text = _("{count} lines are too many: there is room for {most}. Nothing was pasted.")
        self.too_many.setText(text.format(count=count, most=self._most))
        self.too_many.show()
        announce(self, self.too_many.text())

    def _append(self) -> None:
        line = self.table.rowCount()
        was = self.table.blockSignals(True)  # what is filled in is not known before it is read
        self.table.insertRow(line)
        self._fill(line, ())
        self.table.blockSignals(was)

    def _fill(self, line: int, row: tuple[str, ...]) -> None:
        values = []
        for index, column in enumerate(self._columns):
            value = column.value(row[index]) if index < len(row) else ""
            self.table.setItem(line, index, QTableWidgetItem(column.words(value)))
            values.append(value)
        self._read.append(tuple(values))

    def _row(self, line: int) -> tuple[str, ...]:
        items = (self.table.item(line, index) for index in range(len(self._columns)))
        return tuple(
            column.value(item.text()) if item else ""
            for column, item in zip(self._columns, items, strict=True)
        )

    def _keep_a_blank_line(self) -> None:
        if not self._read or any(self._read[-1]):
            self._append()

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        was = self.table.blockSignals(True)
        self._read[item.row()] = self._row(item.row())
        self._keep_a_blank_line()
        self.table.blockSignals(was)
        self._tell()

    def _tell(self) -> None:
        text = "\n".join("\t".join(row) for row in self.rows())
        if text != self.text.toPlainText():
            self.text.setPlainText(text)
            self.notice.look()
        self.draft_changed.emit()


class _Table(QTableWidget):
    """Arrows go from cell to cell, typing or Enter changes one; Tab leaves the table."""

    pasted = Signal()

    def __init__(self, columns: tuple[RowsColumn, ...]) -> None:
        super().__init__(0, len(columns))
        self._columns = columns
        self.setHorizontalHeaderLabels([column.header for column in columns])
        self.setItemDelegate(_Cells(columns, self))
        self.setEditTriggers(_EDITS)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        head, side = self.horizontalHeader(), self.verticalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for header in (head, side):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(False)
            header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        height = self.fontMetrics().height() + 16
        side.setDefaultSectionSize(height)
        self.setMinimumHeight(height * (_LINES + 1) + 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers:
            super().keyPressEvent(event)  # to look at
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if plain and self.state() is not QAbstractItemView.State.EditingState:
                self.edit(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if self.currentIndex().isValid():
                self.currentItem().setText("")
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        metrics = self.fontMetrics()
        least = [
            max(column.width * metrics.averageCharWidth(), metrics.horizontalAdvance(column.header))
            + 24
            for column in self._columns
        ]
        spare = max(self.viewport().width() - sum(least), 0)
        parts = sum(column.stretch for column in self._columns) or 1
        for index, column in enumerate(self._columns):
            self.setColumnWidth(index, least[index] + spare * column.stretch // parts)


class _Cells(CellDelegate):
    """The editors of the columns."""

    def __init__(self, columns: tuple[RowsColumn, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = columns

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex
    ) -> QWidget:
        choices = self._columns[index.column()].choices
        longest = self._columns[index.column()].longest
        made = self.made_choice(choices, parent) if choices else self.made_line(longest, parent)
        header = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        made.setAccessibleName(f"{header} {index.row() + 1}")
        return made
