"""One of a few, each with a sentence that wraps: the radio buttons of an assessment."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QWidget


class _ButtonLabel(QLabel):
    """The words of a radio button; pressing them presses the button."""

    def __init__(self, text: str, role: str, radio: QRadioButton) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        if role:
            self.setProperty("role", role)
        self._radio = radio

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._radio.setFocus(Qt.FocusReason.MouseFocusReason)
            self._radio.click()


class ExplainedChoice(QWidget):
    """``(value, words, sentence)`` under each other; the sentence may be blank."""

    value_changed = Signal(object)

    def __init__(
        self, choices: Iterable[tuple[Any, str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._values: list[Any] = []
        self._words: list[str] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.setHorizontalSpacing(8)
        grid.setColumnStretch(1, 1)
        for index, (value, words, sentence) in enumerate(choices):
            radio = QRadioButton()
            self._group.addButton(radio, index)
            self._values.append(value)
            self._words.append(f"{words}. {sentence}" if sentence else words)
            grid.addWidget(radio, 2 * index, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_ButtonLabel(words, "", radio), 2 * index, 1)
            if sentence:
                grid.addWidget(_ButtonLabel(sentence, "help", radio), 2 * index + 1, 1)
        self.set_accessible("", "")
        self._group.idToggled.connect(self._on_toggled)
        self.setFocusProxy(self._group.button(0))

    def editors(self) -> tuple[QWidget, ...]:
        """Nothing is framed in red: the sentence says enough."""
        return ()

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        for index, words in enumerate(self._words):
            radio = self._group.button(index)
            radio.setAccessibleName(f"{name}: {words}" if name else words)
            radio.setAccessibleDescription(description)

    def value(self) -> Any:
        """The value chosen; None when none is."""
        index = self._group.checkedId()
        return self._values[index] if index >= 0 else None

    def set_value(self, value: Any) -> None:
        """Choose ``value``; an unknown one, and None, leaves what is chosen."""
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)

    def draft_state(self) -> Any:
        """Which one is chosen, as a number; None when none is."""
        index = self._group.checkedId()
        return index if index >= 0 else None

    def restore_draft(self, state: Any) -> None:
        """Choose what ``draft_state`` gave; None takes the choice away."""
        if state is not None:
            button = self._group.button(int(state))
            if button is not None:
                button.setChecked(True)
            return
        self._group.setExclusive(False)
        for radio in self._group.buttons():
            radio.setChecked(False)
        self._group.setExclusive(True)
        self.value_changed.emit(None)

    def _on_toggled(self, index: int, checked: bool) -> None:
        if checked:
            self.setFocusProxy(self._group.button(index))
            self.value_changed.emit(self._values[index])
