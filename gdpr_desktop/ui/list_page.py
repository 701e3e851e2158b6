"""The skeleton of every list tab: new, search, chips, hits; the list left, the case right."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.ui import icons
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.empty_state import EmptyState
from gdpr_desktop.ui.filter_row import FilterRow
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.list_model import Role, WindowedModel
from gdpr_desktop.ui.list_view import ListView
from gdpr_desktop.ui.machine_settings import MachineSettings, machine_settings

_WAIT = 40  # milliseconds after the last key


class _SearchLine(QLineEdit):
    """Qt's own takes Ctrl+Z also where nothing is typed, and the last deed is not taken back."""

    def event(self, event: QEvent) -> bool:
        over = event.type() == QEvent.Type.ShortcutOverride
        if over and isinstance(event, QKeyEvent) and not self.isUndoAvailable():
            control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if control and event.key() == Qt.Key.Key_Z:
                event.ignore()
                return True
        return super().event(event)


class ListPage(QWidget):
    """Owns no data: the feature's page sets its source's filter on the signals, then ``reload``.

    ``refresh``, ``find`` and ``new`` are what the window calls on a page.
    """

    new_requested = Signal()
    search_changed = Signal(str)
    chips_changed = Signal(object)  # frozenset of the values of checked chips
    row_selected = Signal(object)  # the row, or None

    def __init__(
        self,
        model: WindowedModel,
        *,
        name: str,
        new_text: str,
        search_hint: str,
        chips: Iterable[tuple[Any, str]] = (),
        filters: FilterRow | None = None,
        empty: EmptyState | None = None,
        detail: QWidget | None = None,
        settings: MachineSettings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``name`` is the key for remembered widths; ``new_text`` empty leaves the button out."""
        super().__init__(parent)
        self.model = model
        model.setParent(self)
        self._name, self._settings = name, settings or machine_settings()
        self._selected_id: int | None = None
        self._chips: dict[QPushButton, Any] = {}
        self._make_top(new_text, search_hint, chips)
        self.view = ListView(model, name, self._settings)
        self.view.setAccessibleName(_("List"))
        self.view.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self.nothing = label(_("Nothing matches."), "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._left = QStackedWidget()
        self._left.addWidget(self.view)
        self._left.addWidget(self.nothing)
        self._right = QStackedWidget()
        self._no_choice = EmptyState("inbox", "", _("Choose a row in the list."))
        self._right.addWidget(self._no_choice)
        self.detail = detail
        if detail is not None:
            self._right.addWidget(detail)
        self._empty, self.filters = empty, filters
        self._lay_out()
        self._show_state()

    def _make_top(self, new_text: str, search_hint: str, chips: Iterable[tuple[Any, str]]) -> None:
        self.new_button = button(new_text, "primary")
        icons.set_icon(self.new_button, "plus", "on_accent")
        self.new_button.setVisible(bool(new_text))
        self.new_button.clicked.connect(self.new_requested)
        self.search = _SearchLine()
        self.search.setPlaceholderText(search_hint)
        self.search.setAccessibleName(_("Search"))
        self.search.setAccessibleDescription(search_hint)
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(200)
        self.search.setMinimumWidth(160)
        self.search.setMaximumWidth(420)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self._on_search_settled)
        self.search.textChanged.connect(self._timer.start)
        self.search.returnPressed.connect(self._on_search_entered)
        for value, words in chips:
            chip = button(words, "chip")
            chip.setCheckable(True)
            chip.setAccessibleName(_("Filter: {filter}").format(filter=words))
            chip.toggled.connect(self._on_chip_toggled)
            self._chips[chip] = value
        self._hits = label("", "muted")
        self._hits.setWordWrap(False)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.new_button)
        top.addWidget(self.search, 1)
        top.addStretch(1)
        self._top = top
        chips = QHBoxLayout()
        chips.setSpacing(8)
        for chip in self._chips:
            chips.addWidget(chip)
        chips.addStretch(1)
        chips.addWidget(self._hits)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 16, 0)
        column.setSpacing(8)
        column.addWidget(self._left, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self._right)
        self.splitter.setStretchFactor(0, 5)
        self.splitter.setStretchFactor(1, 6)
        left.setMinimumWidth(320)
        self._right.setMinimumWidth(400)
        sizes = self._settings.splitters.get(self._name)
        self.splitter.setSizes(list(sizes) if sizes else [540, 680])
        self.splitter.splitterMoved.connect(self._on_splitter_moved)
        self._body = QStackedWidget()
        self._body.addWidget(self.splitter)
        if self._empty is not None:
            self._empty.activated.connect(self.new_requested)
            self._body.addWidget(self._empty)
        self._stack_rows((top, chips))

    def _stack_rows(self, rows: Iterable[QHBoxLayout]) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 0)
        layout.setSpacing(12)
        for row in rows:
            layout.addLayout(row)
        if self.filters is not None:
            layout.addWidget(self.filters)
        layout.addWidget(self._body, 1)

    # What the window calls

    def refresh(self, change: Change | None = None) -> None:
        """Something changed: read the list anew and keep the selected row."""
        self.reload()

    def find(self) -> None:
        """Go to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def new(self) -> None:
        """The primary deed."""
        if self.new_button.text() and self.new_button.isEnabled():
            self.new_requested.emit()  # also from the empty state, which has a button of its own

    # What the feature's page calls

    def add_tool(self, tool: QPushButton) -> None:
        """A button above the list, for what concerns no single row."""
        self._top.addWidget(tool)

    def checked_chips(self) -> frozenset[Any]:
        """The values of the chips that are pressed."""
        return frozenset(value for chip, value in self._chips.items() if chip.isChecked())

    def check_chips(self, values: Iterable[Any]) -> None:
        """Press these chips and no other; ``chips_changed`` is sent once if it changed."""
        wanted, before = frozenset(values), self.checked_chips()
        for chip, value in self._chips.items():
            was = chip.blockSignals(True)
            chip.setChecked(value in wanted)
            chip.blockSignals(was)
        if self.checked_chips() != before:
            self.chips_changed.emit(self.checked_chips())

    def reload(self) -> None:
        """Read the list anew; the selection follows its row, or goes if the row is gone."""
        wanted, near = self._selected_id, self.view.currentIndex().row()
        self.model.refresh()
        line = None if wanted is None else self.model.find(wanted, near)
        if line is not None:
            self._move_to(line)
        elif wanted is not None:
            self._move_to(-1)
            self._select(None)
        self._show_state()

    def select(self, row_id: int) -> bool:
        """Select a row and scroll to it; False when the list does not hold it near the top."""
        line = self.model.find(row_id)
        if line is None:
            return False
        self.view.setCurrentIndex(self.model.index(line, 0))
        return True

    def selected_id(self) -> int | None:
        """The id of the selected row."""
        return self._selected_id

    def _move_to(self, line: int) -> None:
        if line == self.view.currentIndex().row():
            return
        selection = self.view.selectionModel()
        was = selection.blockSignals(True)
        bar = self.view.verticalScrollBar()
        scrolled = bar.value()
        self.view.setCurrentIndex(self.model.index(line, 0) if line >= 0 else QModelIndex())
        if line < 0:
            selection.clearSelection()
        bar.setValue(scrolled)
        selection.blockSignals(was)
        self.view.viewport().update()

    def _show_state(self) -> None:
        count = self.model.count
        narrowed = self.filters.words() if self.filters else ""
        filtered = bool(self.search.text().strip() or self.checked_chips() or narrowed)
        if self._empty is not None:
            bare = not count.rows and not filtered
            self._body.setCurrentWidget(self._empty if bare else self.splitter)
            self.search.setVisible(not bare)
            if self.filters is not None:
                self.filters.setVisible(not bare)
            self.new_button.setVisible(bool(self.new_button.text()) and not bare)
        self._left.setCurrentIndex(0 if count.rows else 1)
        words = ngettext("{count} hit", "{count} hits", count.rows).format(count=count.words())
        words = ": ".join((words, narrowed)) if narrowed else words
        if words != self._hits.text():
            self._hits.setText(words)
            if filtered:
                announce(self._hits, words)
        shown = self.detail if self._selected_id is not None else None
        self._right.setCurrentWidget(shown or self._no_choice)

    def _select(self, row: Any | None) -> None:
        self._selected_id = None if row is None else self.model._row_id(row)
        self._show_state()
        self.row_selected.emit(row)

    def _on_current_row_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        self._select(current.data(Role.ROW) if current.isValid() else None)

    def _on_search_settled(self) -> None:
        self.search_changed.emit(self.search.text().strip())

    def _on_search_entered(self) -> None:
        self._timer.stop()
        self._on_search_settled()
        if self.model.rowCount() and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0, 0))
        self.view.setFocus()

    def _on_chip_toggled(self) -> None:
        self.chips_changed.emit(self.checked_chips())

    def _on_splitter_moved(self) -> None:
        self._settings.splitters[self._name] = tuple(self.splitter.sizes())
