"""Things that an activity has several of: a table, and a small form to add or change one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gdpr_desktop.core.text import _
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.labels import button, label

_LEAST, _MOST = 2, 9  # lines shown without scrolling
_MARGINS, _TALL = 20, 10_000  # pixels: left and right of a cell, and no limit downwards
_WRAPPED = 40  # things up to which long words are wrapped; beyond that it would be slow


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemColumn:
    """``text`` gives what stands in the column for one thing."""

    header: str
    text: Callable[[Any], str]
    stretch: int = 1


class ItemsField(QWidget):
    """Frozen dataclasses of one ``kind``. ``form`` makes the dialog of one (None: a new one),
    whose ``accepted_value`` carries it."""

    value_changed = Signal()
    draft_changed = Signal()
    item_changed = Signal(object, object)  # before, after

    def __init__(
        self,
        kind: type[Any],
        columns: Iterable[ItemColumn],
        form: Callable[[Any, QWidget], FormDialog],
        *,
        new: str = "",
        several: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind, self._form = kind, form
        self._columns = tuple(columns)
        self._items: tuple[Any, ...] = ()
        self.table = _Table(self._columns, several=several)
        self.table.itemSelectionChanged.connect(self._on_selection_changed)
        self.table.opened.connect(self.change)
        self.table.removal_wanted.connect(self.remove)
        self.add_button = button(new or _("Add"))
        self.add_button.clicked.connect(self.add)
        self.change_button = button(_("Change"))
        self.change_button.clicked.connect(self.change)
        self.remove_button = button(_("Remove"))
        self.remove_button.clicked.connect(self.remove)
        self._empty = label(_("Nothing is added yet."), "muted")
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        for made in (self.add_button, self.change_button, self.remove_button):
            self.buttons.addWidget(made)
        self.buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._empty)
        layout.addWidget(self.table)
        layout.addLayout(self.buttons)
        self.setFocusProxy(self.add_button)
        self._show()

    def editors(self) -> tuple[QWidget, ...]:
        """The widgets that carry the mark of a problem."""
        return (self.table,)

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        self.table.setAccessibleName(name)
        self.table.setAccessibleDescription(description)
        for made in (self.add_button, self.change_button, self.remove_button):
            made.setAccessibleDescription(name)

    def value(self) -> tuple[Any, ...]:
        """The things, in their order."""
        return self._items

    def set_value(self, items: Iterable[Any]) -> None:
        """Show exactly these."""
        self._items = tuple(items)
        self._show()
        self.value_changed.emit()
        self.draft_changed.emit()

    def draft_state(self) -> Any:
        """As JSON can hold it."""
        return msgspec.to_builtins(self._items)

    def restore_draft(self, state: Any) -> None:
        """Put back what ``draft_state`` gave; what no longer reads is left alone."""
        try:
            items = [msgspec.convert(one, self._kind) for one in state]
        except msgspec.ValidationError as error:
            raise ValueError(str(error)) from error
        self.set_value(items)

    def chosen(self) -> tuple[int, ...]:
        """The places of the lines that are marked."""
        return tuple(sorted({index.row() for index in self.table.selectedIndexes()}))

    def refresh(self) -> None:
        """Say the same things anew: words they refer to have changed."""
        marked = self.chosen()
        self._show()
        self._mark(marked)

    def add(self) -> None:
        """Open the form of a new one."""
        self._open(None, self._add)

    def change(self) -> None:
        """Open the form of the one that is marked."""
        marked = self.chosen()
        if marked:
            self._open(self._items[marked[0]], self._change)

    def remove(self) -> None:
        """Take away what is marked."""
        marked = self.chosen()
        if not marked:
            return
        self.set_value(one for place, one in enumerate(self._items) if place not in marked)
        self._mark((min(marked[0], len(self._items) - 1),))

    def _open(self, item: Any, done: Callable[[Any], None]) -> None:
        dialog = self._form(item, self)
        dialog.accepted_value.connect(done)
        dialog.open()

    def _add(self, item: Any) -> None:
        self.set_value((*self._items, item))
        self._mark((len(self._items) - 1,))
        self.item_changed.emit(None, item)

    def _change(self, item: Any) -> None:
        place = self.chosen()[0]
        before = self._items[place]
        self.set_value((*self._items[:place], item, *self._items[place + 1 :]))
        self._mark((place,))
        self.item_changed.emit(before, item)

    def _mark(self, places: Iterable[int]) -> None:
        for place in places:
            if 0 <= place < len(self._items):
                self.table.selectRow(place)

    def _show(self) -> None:
        was = self.table.blockSignals(True)
        self.table.show_items(self._items)
        self.table.blockSignals(was)
        self.table.setVisible(bool(self._items))
        self._empty.setVisible(not self._items)
        self._on_selection_changed()

    def _on_selection_changed(self) -> None:
        marked = self.chosen()
        self.change_button.setEnabled(len(marked) == 1)
        self.remove_button.setEnabled(bool(marked))


class _Table(QTableWidget):
    """Enter or a double click opens a line, Delete takes it away; Tab leaves the table."""

    opened = Signal()
    removal_wanted = Signal()

    def __init__(self, columns: tuple[ItemColumn, ...], *, several: bool) -> None:
        super().__init__(0, len(columns))
        self._columns = columns
        self.setHorizontalHeaderLabels([column.header for column in columns])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._height = self.fontMetrics().height() + 14
        self.verticalHeader().setDefaultSectionSize(self._height)
        self.itemDoubleClicked.connect(self._on_double_clicked)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask_for_room)

    def show_items(self, items: tuple[Any, ...]) -> None:
        """One line to each."""
        self.setRowCount(len(items))
        for line, item in enumerate(items):
            for index, column in enumerate(self._columns):
                text = column.text(item).replace("\n", " · ")
                cell = QTableWidgetItem(text)
                cell.setToolTip(text)
                self.setItem(line, index, cell)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        parts = sum(column.stretch for column in self._columns)
        width = self.viewport().width()
        for index, column in enumerate(self._columns):
            self.setColumnWidth(index, width * column.stretch // parts)
        self._fit()

    def _fit(self) -> None:
        lines = self.rowCount()
        for line in range(lines if lines <= _WRAPPED else 0):
            self.setRowHeight(line, max(self._high(line) + 9, self._height))
        high = sum(self.rowHeight(line) for line in range(min(lines, _MOST)))
        high = max(high, _LEAST * self._height)
        head = self.horizontalHeader().sizeHint().height()
        wanted = min(high, _MOST * self._height) + head + 4
        if wanted != self.minimumHeight():
            self.setFixedHeight(wanted)
            self._soon.start()  # a layout at work does not listen

    def _ask_for_room(self) -> None:
        """Each layout around it keeps what it measured before; have them measure again."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QAbstractScrollArea):
            if layout := around.layout():
                layout.invalidate()
            around.updateGeometry()
            around = around.parentWidget()

    def _high(self, line: int) -> int:
        """Of the words of a line, wrapped in the room that is left between the margins."""
        metrics, wrap = self.fontMetrics(), Qt.TextFlag.TextWordWrap
        cells = ((self.columnWidth(c), self.item(line, c)) for c in range(len(self._columns)))
        return max(
            metrics.boundingRect(0, 0, max(width - _MARGINS, 1), _TALL, wrap, cell.text()).height()
            for width, cell in cells
            if cell is not None
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _on_double_clicked(self, _item: QTableWidgetItem) -> None:
        self.opened.emit()
