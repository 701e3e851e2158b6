"""Choices that narrow a list, in a row that wraps; each says what it is about by itself."""

from collections.abc import Iterable
from textwrap import shorten
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.flow_layout import FlowLayout
from gdpr_desktop.ui.labels import button

_LENGTH = 13  # letters shown of what is chosen
_LONGEST = 40  # letters said of it beside the number of hits


class FilterRow(QWidget):
    """Owns no data: the page offers values with ``offer`` and asks for ``values``."""

    changed = Signal()

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """``names``: a key, and what the filter shows while nothing is chosen in it."""
        super().__init__()
        layout = FlowLayout(self, spacing=8)
        self._words = dict(names)
        self._choices: dict[str, Choice] = {}
        for key, words in self._words.items():
            choice = Choice(empty=words)
            choice.setMinimumContentsLength(_LENGTH)
            choice.setObjectName(f"filter_{key}")
            choice.setAccessibleName(_("Filter: {filter}").format(filter=words))
            choice.value_changed.connect(self._on_choice_changed)
            layout.addWidget(choice)
            self._choices[key] = choice
        self.clear_button = button(_("Clear filters"), "link")
        self.clear_button.clicked.connect(self.clear)
        layout.addWidget(self.clear_button)
        self.clear_button.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def offer(self, key: str, pairs: Iterable[tuple[Any, str]]) -> None:
        """Offer these in one filter. What is chosen stays chosen when it is among them."""
        choice = self._choices[key]
        was = choice.blockSignals(True)
        choice.set_pairs(pairs, empty=self._words[key])
        choice.blockSignals(was)

    def add(self, tool: QWidget) -> None:
        """A button at the end, for what concerns the list as it is shown."""
        layout = self.layout()
        assert layout is not None
        layout.addWidget(tool)

    def values(self) -> dict[str, Any]:
        """What is chosen, by key; None where nothing is."""
        return {key: choice.value() for key, choice in self._choices.items()}

    def set_values(self, values: dict[str, Any]) -> None:
        """Choose these and nothing else; ``changed`` is sent once if that is something else."""
        before = self.values()
        for key, choice in self._choices.items():
            was = choice.blockSignals(True)
            choice.set_value(values.get(key))
            choice.blockSignals(was)
        if self.values() != before:
            self._on_choice_changed()

    def clear(self) -> None:
        """Choose nothing."""
        self.set_values({})

    def words(self) -> str:
        """What is chosen, for a person: «Access, Granted in part»; "" when nothing is."""
        chosen = (one.currentText() for one in self._choices.values() if one.value() is not None)
        return ", ".join(shorten(words, _LONGEST, placeholder=" …") for words in chosen)

    def _on_choice_changed(self) -> None:
        self.clear_button.setVisible(bool(self.words()))
        self.changed.emit()
