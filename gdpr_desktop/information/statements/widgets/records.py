"""Several of the same: a list of names, and the fields of the one that is chosen."""

from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.information.statements.widgets.editor import Editor
from gdpr_desktop.ui import form_state
from gdpr_desktop.ui.flow_layout import FlowLayout
from gdpr_desktop.ui.labels import button, label

_LINES = 6  # shown without scrolling


class RecordsField(QWidget):
    """Values are frozen dataclasses of ``type_``; order is as arranged."""

    draft_changed = Signal()

    def __init__(
        self,
        editor: Editor,
        type_: type[Any],
        *,
        blank: Callable[[], Any],
        name: Callable[[Any], str],
        add: str,
        empty: str = "",
    ) -> None:
        super().__init__()
        self.editor = editor
        self._type, self._blank, self._name = type_, blank, name
        self._values: list[Any] = []
        self._showing = False
        self.list = QListWidget()
        self._none = label(empty or _("None yet."), "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._none)
        layout.addWidget(self.list)
        layout.addWidget(self._buttons(add))
        editor.setContentsMargins(16, 8, 0, 0)
        layout.addWidget(editor)
        self.list.currentRowChanged.connect(self._on_row_changed)
        form_state.watch(editor, self._on_edited)
        self.setFocusProxy(self.list)
        self._fill(-1)

    def _buttons(self, add: str) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder, spacing=8)
        self.add_button, self.remove_button = button(add), button(_("Remove"))
        self.up_button, self.down_button = button(_("Move up")), button(_("Move down"))
        for made, slot in (
            (self.add_button, self.add),
            (self.remove_button, self.remove),
            (self.up_button, self._on_up_clicked),
            (self.down_button, self._on_down_clicked),
        ):
            made.clicked.connect(slot)
            row.addWidget(made)
        return holder

    def editors(self) -> tuple[QWidget, ...]:
        """The widgets that carry the mark of a problem."""
        return (self.list,)

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        self.list.setAccessibleName(name)
        self.list.setAccessibleDescription(description)
        for made in (self.add_button, self.remove_button, self.up_button, self.down_button):
            made.setAccessibleDescription(name)

    def value(self) -> tuple[Any, ...]:
        """All, those that are blank left out."""
        return tuple(one for one in self._values if one != self._blank())

    def set_value(self, values: Iterable[Any]) -> None:
        """Show these."""
        self._values = list(values)
        self._fill(0 if self._values else -1)

    def draft_state(self) -> Any:
        """As JSON can hold it."""
        return msgspec.to_builtins(self.value())

    def restore_draft(self, state: Any) -> None:
        """Put back what ``draft_state`` gave; what no longer fits is left alone."""
        try:
            self.set_value([msgspec.convert(item, type=self._type) for item in state])
        except msgspec.ValidationError:
            return

    def add(self) -> None:
        """One more, at the end."""
        self._values.append(self._blank())
        self._fill(len(self._values) - 1)
        self.editor.setFocus()
        self.draft_changed.emit()

    def remove(self) -> None:
        """Take the chosen one away."""
        row = self.list.currentRow()
        if row >= 0:
            del self._values[row]
            self._fill(min(row, len(self._values) - 1))
            self.draft_changed.emit()

    def _on_up_clicked(self) -> None:
        self._move(-1)

    def _on_down_clicked(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        to = row + by
        if row >= 0 and 0 <= to < len(self._values):
            self._values[row], self._values[to] = self._values[to], self._values[row]
            self._fill(to)
            self.draft_changed.emit()

    def _fill(self, row: int) -> None:
        was = self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([self._words(one) for one in self._values])
        height = self.list.fontMetrics().height() + 10
        for line in range(self.list.count()):
            self.list.item(line).setSizeHint(QSize(0, height))
        self.list.setFixedHeight(height * min(self.list.count(), _LINES) + 4)
        self.list.setCurrentRow(row)
        self.list.blockSignals(was)
        self.list.setVisible(bool(self._values))
        self._none.setVisible(not self._values)
        self._on_row_changed(row)

    def _words(self, value: Any) -> str:
        return self._name(value) or _("(without a name)")

    def _on_row_changed(self, row: int) -> None:
        chosen = 0 <= row < len(self._values)
        self.editor.setVisible(chosen)
        for made in (self.remove_button, self.up_button, self.down_button):
            made.setVisible(chosen)
        self.up_button.setEnabled(row > 0)
        self.down_button.setEnabled(row < len(self._values) - 1)
        if chosen:
            self._showing = True
            self.editor.set_value(self._values[row])
            self._showing = False

    def _on_edited(self, *_value: object) -> None:
        row = self.list.currentRow()
        if self._showing or not 0 <= row < len(self._values):
            return
        now = self.editor.value()
        if now != self._values[row]:
            self._values[row] = now
            self.list.item(row).setText(self._words(now))
            self.draft_changed.emit()
