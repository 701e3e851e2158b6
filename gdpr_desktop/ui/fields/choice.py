"""One of a few: a list that drops down, or buttons side by side."""

import textwrap
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from gdpr_desktop.ui.accessible import plain

if TYPE_CHECKING:
    from PySide6.QtGui import QStandardItemModel, QWheelEvent

LONGEST_LINE = 64  # characters beside a button or a box, which do not wrap by themselves


class Choice(QComboBox):
    """A drop-down of ``(value, words)``. With ``empty`` words for «not chosen», value None."""

    value_changed = Signal(object)

    def __init__(
        self,
        pairs: Iterable[tuple[Any, str]] = (),
        *,
        empty: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._values: list[Any] = []
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setProperty("focusPolicy", "StrongFocus")  # by name: see the note in theme.py
        self.set_pairs(pairs, empty=empty)
        self.currentIndexChanged.connect(self._on_index_changed)

    def set_pairs(self, pairs: Iterable[tuple[Any, str]], *, empty: str = "") -> None:
        """Offer other choices; the value stays when it is among them."""
        before = self.value() if self._values else None
        offered = [(None, empty)] if empty else []
        offered += list(pairs)
        was = self.blockSignals(True)
        self.clear()
        self._values = [value for value, _words in offered]
        self.addItems([words for _value, words in offered])
        self.blockSignals(was)
        self.set_value(before if before in self._values else next(iter(self._values), None))

    def value(self) -> Any:
        """The value chosen."""
        index = self.currentIndex()
        return self._values[index] if 0 <= index < len(self._values) else None

    def set_value(self, value: Any) -> None:
        """Choose ``value``; an unknown one chooses nothing."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def draft_state(self) -> Any:
        """The value as JSON can hold it."""
        return _plain(self.value())

    def restore_draft(self, state: Any) -> None:
        """Choose what ``draft_state`` gave; what is no longer offered is left alone."""
        for value in (*self._values, None):
            if _plain(value) == state:
                self.set_value(value)
                return

    def set_enabled_values(self, is_enabled: Callable[[Any], bool]) -> None:
        """Grey out the values that cannot be chosen now."""
        model = cast("QStandardItemModel", self.model())
        for index, value in enumerate(self._values):
            model.item(index).setEnabled(is_enabled(value))

    def wheelEvent(self, event: "QWheelEvent") -> None:
        event.ignore()  # scrolling a form must never change what stands in it

    def _on_index_changed(self) -> None:
        self.value_changed.emit(self.value())


class RadioChoice(QWidget):
    """``(value, words)`` or ``(value, words, help)`` under each other, or beside each other."""

    value_changed = Signal(object)

    def __init__(
        self,
        choices: Iterable[tuple[Any, ...]],
        parent: QWidget | None = None,
        *,
        horizontal: bool = False,
    ) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._values: list[Any] = []
        layout = QHBoxLayout(self) if horizontal else QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16 if horizontal else 0)
        for index, (value, words, *help_text) in enumerate(choices):
            radio = QRadioButton(textwrap.fill(words, LONGEST_LINE))
            radio.setAccessibleName(plain(words))
            if help_text:
                radio.setToolTip(help_text[0])
            self._group.addButton(radio, index)
            self._values.append(value)
            layout.addWidget(radio)
        if horizontal:
            layout.addStretch(1)
        self._group.idToggled.connect(self._on_radio_toggled)
        if self._values:
            self.setFocusProxy(self._group.button(0))

    def editors(self) -> tuple[QWidget, ...]:
        """Nothing is framed in red: the sentence says enough."""
        return ()

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        for radio in self._group.buttons():
            words = plain(radio.text()).replace("\n", " ")
            radio.setAccessibleName(f"{name}: {words}")
            radio.setAccessibleDescription(description)

    def value(self) -> Any:
        """The value chosen; None when none is."""
        index = self._group.checkedId()
        return self._values[index] if index >= 0 else None

    def set_value(self, value: Any) -> None:
        """Choose ``value``; an unknown one chooses nothing."""
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)
            return
        self._group.setExclusive(False)
        for radio in self._group.buttons():
            radio.setChecked(False)
        self._group.setExclusive(True)

    def draft_state(self) -> Any:
        """The value as JSON can hold it."""
        return _plain(self.value())

    def restore_draft(self, state: Any) -> None:
        """Choose what ``draft_state`` gave; what is no longer offered is left alone."""
        for value in (*self._values, None):
            if _plain(value) == state:
                self.set_value(value)
                return

    def _on_radio_toggled(self, index: int, checked: bool) -> None:
        if checked:
            self.setFocusProxy(self._group.button(index))
            self.value_changed.emit(self._values[index])


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, bool | int) else str(value)
