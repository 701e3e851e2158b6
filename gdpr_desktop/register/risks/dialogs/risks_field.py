"""The risks of an assessment: a list, each line opened in a form of its own."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Any

import msgspec
from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gdpr_desktop.core.clock import Clock
from gdpr_desktop.core.text import _
from gdpr_desktop.register.risks import levels
from gdpr_desktop.register.risks.dialogs.risk import RiskDialog
from gdpr_desktop.register.risks.levels import Level
from gdpr_desktop.register.risks.model import Risk
from gdpr_desktop.register.risks.words import level_words, usual_risks
from gdpr_desktop.ui import icons
from gdpr_desktop.ui.flow_layout import FlowLayout
from gdpr_desktop.ui.labels import button

_LOOKS = {
    Level.NONE: ("open", "muted"),
    Level.LOW: ("done", "ok"),
    Level.MEDIUM: ("warning", "warning"),
    Level.HIGH: ("problem", "danger"),
}
_LINES = 4  # shown without scrolling


def line_of(risk: Risk) -> str:
    """The risk in one line: what, and how high before and after the measures."""
    words = level_words(levels.before(risk))
    if levels.is_set_after(risk):
        words = f"{words} → {level_words(levels.after(risk)).lower()}"
    return f"{words}: {risk.text}"


class RisksField(QWidget):
    """Enter or a double click opens a line; Delete takes it away."""

    draft_changed = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._risks: list[Risk] = []
        self.list = QListWidget()
        self.list.setProperty("role", "lines")
        self.list.setWordWrap(True)
        self.list.setIconSize(QSize(16, 16))
        self.list.itemActivated.connect(self.change)
        self.list.currentRowChanged.connect(self._on_row_changed)
        height = self.list.fontMetrics().height() + 12
        self.list.setFixedHeight(height * _LINES + 8)
        self.add_button = button(_("Add a &risk"))
        self.add_button.clicked.connect(self.add)
        self.usual_button = button(_("Add the &usual ones"))
        self.usual_button.clicked.connect(self.add_usual)
        self.change_button = button(_("C&hange the risk"))
        self.change_button.clicked.connect(self.change)
        self.remove_button = button(_("Remove the ris&k"))
        self.remove_button.clicked.connect(self.remove)
        self._build()
        self._show(0)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.list)
        holder = QWidget()
        row = FlowLayout(holder, spacing=8)
        for made in (
            self.add_button,
            self.usual_button,
            self.change_button,
            self.remove_button,
        ):
            row.addWidget(made)
        layout.addWidget(holder)
        self.setFocusProxy(self.list)

    def editors(self) -> tuple[QWidget, ...]:
        """The widgets that carry the mark of a problem."""
        return (self.list,)

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        self.list.setAccessibleName(name)
        self.list.setAccessibleDescription(description)

    def value(self) -> tuple[Risk, ...]:
        """The risks, in the order shown."""
        return tuple(self._risks)

    def set_value(self, risks: Iterable[Risk]) -> None:
        """Show these."""
        self._risks = list(risks)
        self._show(0)

    def draft_state(self) -> Any:
        """As JSON can hold it."""
        return msgspec.to_builtins(self._risks)

    def restore_draft(self, state: Any) -> None:
        """Put back what ``draft_state`` gave."""
        self.set_value(msgspec.convert(state, type=list[Risk]))

    def add(self) -> None:
        """Open an empty form."""
        self._open(Risk(text=""), len(self._risks))

    def add_usual(self) -> None:
        """Add what art. 32(2) names, as far as it does not stand here."""
        known = {risk.text for risk in self._risks}
        self._risks += [risk for risk in usual_risks() if risk.text not in known]
        self._show(0)
        self.draft_changed.emit()

    def change(self, _item: object = None) -> None:
        """Open the current line."""
        place = self.list.currentRow()
        if place >= 0:
            self._open(self._risks[place], place)

    def remove(self) -> None:
        """Take the current line away."""
        place = self.list.currentRow()
        if place >= 0:
            del self._risks[place]
            self._show(min(place, len(self._risks) - 1))
            self.draft_changed.emit()

    def keyPressEvent(self, event: Any) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.remove()
            return
        super().keyPressEvent(event)

    def _open(self, risk: Risk, place: int) -> None:
        dialog = RiskDialog(replace(risk), self._clock, self.window())
        dialog.accepted_value.connect(partial(self._put, place))
        dialog.open()
        dialog.move(dialog.pos() + QPoint(24, 24))  # what it belongs to stays in sight

    def _put(self, place: int, risk: Risk) -> None:
        self._risks[place : place + 1] = [risk]
        self._show(place)
        self.draft_changed.emit()

    def _show(self, place: int) -> None:
        self.list.clear()
        for risk in self._risks:
            name, tone = _LOOKS[levels.left(risk)]
            self.list.addItem(QListWidgetItem(icons.icon(name, tone), line_of(risk)))
        self.list.setCurrentRow(place)
        self._on_row_changed(self.list.currentRow())

    def _on_row_changed(self, place: int) -> None:
        self.change_button.setEnabled(place >= 0)
        self.remove_button.setEnabled(place >= 0)
