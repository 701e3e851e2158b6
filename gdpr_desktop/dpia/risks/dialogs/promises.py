"""Suggested measures: each is planned, there already, or not chosen."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.codes import MeasureStatus
from gdpr_desktop.dpia.risks.suggestions import SuggestedMeasure
from gdpr_desktop.dpia.words import words
from gdpr_desktop.ui.flow_layout import FlowLayout
from gdpr_desktop.ui.labels import button

_STATES = (MeasureStatus.PLANNED, MeasureStatus.EXISTING)
_LINES = 5  # shown without scrolling
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class PromisesField(QWidget):
    """A table with a box for each state, and buttons that set all lines at once."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.table = PromisesTable()
        self.table.changed.connect(self.changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.table)
        holder = QWidget()
        row = FlowLayout(holder, spacing=8)
        self.all_buttons = {}
        for state, text in (
            (MeasureStatus.PLANNED, _("Choose all as planned")),
            (MeasureStatus.EXISTING, _("Choose all as existing")),
            (None, _("Choose none")),
        ):
            made = button(text)
            made.clicked.connect(partial(self.choose_all, state))
            self.all_buttons[state] = made
            row.addWidget(made)
        layout.addWidget(holder)
        self.setFocusProxy(self.table)

    def editors(self) -> tuple[QWidget, ...]:
        """The widgets that carry the mark of a problem."""
        return (self.table,)

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        self.table.setAccessibleName(name)
        self.table.setAccessibleDescription(description)

    def value(self) -> dict[str, MeasureStatus]:
        """Those chosen, and how."""
        return self.table.value()

    def show_measures(self, measures: Iterable[SuggestedMeasure]) -> None:
        """Show these; what was chosen of them stays, the rest is forgotten."""
        self.table.show_measures(tuple(measures))

    def choose_all(self, state: MeasureStatus | None, _checked: bool = False) -> None:
        """Put all lines in a state; None: none is chosen."""
        for row in range(self.table.rowCount()):
            self.table.choose(row, state)


class PromisesTable(QTableWidget):
    """Space or a click puts a line in the state of the column, or out of it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(0, len(_STATES) + 1)
        self._keys: tuple[str, ...] = ()
        self._pressed: Qt.CheckState | None = None
        self.setHorizontalHeaderLabels([*map(words, _STATES), _("Measure")])
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(len(_STATES), QHeaderView.ResizeMode.Stretch)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.itemChanged.connect(self._on_item_changed)
        self.pressed.connect(self._on_pressed)
        self.clicked.connect(self._on_clicked)

    def value(self) -> dict[str, MeasureStatus]:
        """Those chosen, and how."""
        found = {}
        for row, key in enumerate(self._keys):
            for column, state in enumerate(_STATES):
                if self._box(row, column).checkState() is _ON:
                    found[key] = state
        return found

    def show_measures(self, measures: tuple[SuggestedMeasure, ...]) -> None:
        """Show these; what was chosen of them stays."""
        kept, was = self.value(), self.blockSignals(True)
        self._keys = tuple(one.id for one in measures)
        self.setRowCount(len(measures))
        for row, one in enumerate(measures):
            for column, state in enumerate(_STATES):
                box = QTableWidgetItem()
                box.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
                box.setCheckState(_ON if kept.get(one.id) is state else _OFF)
                name = f"{words(state)}: {one.title}"
                box.setData(Qt.ItemDataRole.AccessibleTextRole, name)
                self.setItem(row, column, box)
            line = QTableWidgetItem(f"{one.title}\n{one.text}")
            line.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.setItem(row, len(_STATES), line)
        if measures and self.currentRow() < 0:
            self.setCurrentCell(0, 0)
        self.blockSignals(was)
        height = self.fontMetrics().height() * 2 + 16
        self.setFixedHeight(height * min(len(measures), _LINES) + self.fontMetrics().height() + 24)
        self.changed.emit()

    def choose(self, row: int, state: MeasureStatus | None) -> None:
        """Put a line in a state; None: it is not chosen."""
        for column, one in enumerate(_STATES):
            self._box(row, column).setCheckState(_ON if one is state else _OFF)

    def _box(self, row: int, column: int) -> QTableWidgetItem:
        found = self.item(row, column)
        assert found is not None, "each line is filled"
        return found

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.resizeRowsToContents()

    def _on_pressed(self, index: QModelIndex) -> None:
        self._pressed = self._box(index.row(), index.column()).checkState()

    def _on_clicked(self, index: QModelIndex) -> None:
        """Beside the box is good enough."""
        found = self._box(index.row(), index.column())
        if index.column() < len(_STATES) and found.checkState() is self._pressed:
            found.setCheckState(_OFF if self._pressed is _ON else _ON)

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        if item.checkState() is _ON:
            other = self._box(item.row(), 1 - item.column())
            was = self.blockSignals(True)
            other.setCheckState(_OFF)
            self.blockSignals(was)
            self.viewport().update()
        self.changed.emit()
