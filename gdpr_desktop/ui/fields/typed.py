"""A line that is read when left: the typed text stays when it cannot be read."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from gdpr_desktop.core.errors import AppError


class TypedField(QWidget):
    """Reads what is typed with ``read`` and shows it with ``show_as``."""

    value_changed = Signal(object)
    problem_changed = Signal(str)

    def __init__(
        self,
        read: Callable[[str], Any],
        show_as: Callable[[Any], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._read, self._show_as = read, show_as
        self._value: Any = None
        self._problem = ""
        self._pristine = ""  # what was shown for the value: typing it again changes nothing
        self.line = QLineEdit(self)
        self.line.setMaxLength(60)
        self.line.editingFinished.connect(self._on_line_left)
        self.line.textEdited.connect(self._on_line_edited)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(4)
        self.row.addWidget(self.line, 1)
        self.setFocusProxy(self.line)

    def editors(self) -> tuple[QWidget, ...]:
        """The widgets that carry the mark of a problem."""
        return (self.line,)

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        self.line.setAccessibleName(name)
        self.line.setAccessibleDescription(description)

    def text(self) -> str:
        """What stands in the line."""
        return self.line.text()

    def draft_state(self) -> list[str]:
        """What is typed, and how it reads now: «i dag» is another day tomorrow."""
        text = self.line.text().strip()
        return [text, self._reading(text)]

    def restore_draft(self, state: list[str]) -> None:
        """Put back what was typed; what cannot be read stays as it is, and is not scolded yet."""
        text, reading = state
        if reading and self._reading(text) != reading:
            text = reading
        shown = self._reading(text)
        if shown:
            self._set(self._read(text))
            return
        self._set(None)
        self._pristine = "\0"
        self.line.setText(text)

    def problem(self) -> str:
        """The sentence about what is typed now; empty when it reads well or is empty."""
        self._take()
        return self._problem

    def _reading(self, text: str) -> str:
        try:
            return self._show_as(self._read(text)) if text else ""
        except AppError:
            return ""

    def _current(self) -> Any:
        self._take()
        return self._value

    def _set(self, value: Any) -> None:
        self._pristine = "" if value is None else self._show_as(value)
        self.line.setText(self._pristine)
        self._say("")
        self._change(value)

    def _take(self) -> None:
        text = self.line.text().strip()
        if text == self._pristine:
            return
        if not text:
            self._pristine = ""
            self._say("")
            self._change(None)
            return
        try:
            value = self._read(text)
        except AppError as error:
            self._say(str(error))
            self._change(None)
            return
        self._say("")
        self._change(value)

    def _on_line_left(self) -> None:
        self._take()
        if self._value is not None:
            self._pristine = self._show_as(self._value)
            self.line.setText(self._pristine)

    def _on_line_edited(self) -> None:
        self._pristine = "\0"
        self._say("")  # a correction under way is not scolded

    def _say(self, problem: str) -> None:
        if problem != self._problem:
            self._problem = problem
            self.problem_changed.emit(problem)

    def _change(self, value: Any) -> None:
        if value != self._value:
            self._value = value
            self.value_changed.emit(value)
