"""Facts as label and text, and the buttons under them."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.ui.contents import swap
from gdpr_desktop.ui.flow_layout import FlowLayout
from gdpr_desktop.ui.labels import button, label


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """``facts`` are (label, text); ``actions`` (key, words on the button), in the order shown.

    ``more`` are actions that are seldom wanted: they stand behind «More».
    """

    facts: tuple[tuple[str, str], ...] = ()
    actions: tuple[tuple[Any, str], ...] = ()
    more: tuple[tuple[Any, str], ...] = ()


class FactsPanel(QWidget):
    """The contents of one section; rebuilt only when what it shows changes."""

    action_chosen = Signal(object)  # the key

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Facts | None = None
        self._more_shown = False
        self._hint = label("", "muted")
        self._hint.hide()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self._layout.addWidget(self._hint)
        self._contents = QWidget()
        self._layout.addWidget(self._contents)

    def set_hint(self, text: str) -> None:
        """What must come first; empty when nothing must."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    def show_facts(self, facts: Facts) -> None:
        """Show these facts and buttons."""
        if facts == self._shown:
            return
        self._shown = facts
        old, self._contents = self._contents, QWidget()
        column = QVBoxLayout(self._contents)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        if facts.facts:
            column.addLayout(_grid(facts))
        if facts.actions or facts.more:
            holder = self._buttons(facts.actions)
            column.addWidget(holder)
            if facts.more:
                column.addWidget(self._behind_more(holder, facts.more))
        swap(self._layout, old, self._contents)

    def _buttons(self, actions: tuple[tuple[Any, str], ...]) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder, spacing=8)
        for key, words in actions:
            made = button(words)
            made.clicked.connect(partial(self.action_chosen.emit, key))
            row.addWidget(made)
        return holder

    def _behind_more(self, beside: QWidget, actions: tuple[tuple[Any, str], ...]) -> QWidget:
        """Buttons that a link beside the others brings forth; it stays so while the page lives."""
        holder, link = self._buttons(actions), button(_("More"), "link")
        link.setCheckable(True)
        link.setChecked(self._more_shown)
        holder.setVisible(self._more_shown)
        link.toggled.connect(holder.setVisible)
        link.toggled.connect(self._on_more_toggled)
        row = beside.layout()
        assert row is not None, "made with one"
        row.addWidget(link)
        return holder

    def _on_more_toggled(self, shown: bool) -> None:
        self._more_shown = shown


def _grid(facts: Facts) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for line, (name, text) in enumerate(facts.facts):
        head = label(name, "muted")
        head.setMinimumWidth(128)
        head.setMaximumWidth(200)
        body = label(text)
        body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(head, line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(body, line, 1)
    return grid
