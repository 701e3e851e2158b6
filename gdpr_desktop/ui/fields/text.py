"""Plain text: one line or several, never more than there is room for."""

from math import ceil

from PySide6.QtCore import QMimeData, QSize, Signal
from PySide6.QtGui import QFontMetricsF, QTextCursor
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.fields.identifiers import IdentifierNotice
from gdpr_desktop.ui.labels import label

_NEAR = 0.9  # the counter shows from here on


class LineField(QWidget):
    """One line with a limit, and a warning about identity numbers."""

    text_changed = Signal(str)

    def __init__(
        self, *, max_length: int = 200, identifiers: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setMaxLength(max_length)
        self.line.textChanged.connect(self.text_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line)
        self.notice = IdentifierNotice(self.line, self) if identifiers else None
        if self.notice:
            layout.addWidget(self.notice)
        self.setFocusProxy(self.line)

    def editors(self) -> tuple[QWidget, ...]:
        """The widgets that carry the mark of a problem."""
        return (self.line,)

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        self.line.setAccessibleName(name)
        self.line.setAccessibleDescription(description)

    def text(self) -> str:
        """What is typed, ends cut."""
        return self.line.text().strip()

    def set_text(self, text: str) -> None:
        """Show ``text``."""
        self.line.setText(text)


class _Editor(QPlainTextEdit):
    """Takes plain text, and of a paste no more than there is room for."""

    shortened = Signal()
    _lines = 1  # Qt may ask for the size before __init__ has come further than its first line

    def __init__(self, max_length: int, lines: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.max_length = max_length
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setMinimumHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        line = ceil(QFontMetricsF(self.font()).lineSpacing())  # as high as Qt lays a line out
        height = line * self._lines + 20
        return QSize(super().sizeHint().width(), height)

    def insertFromMimeData(self, source: QMimeData) -> None:
        cursor = self.textCursor()
        chosen = cursor.selectionEnd() - cursor.selectionStart()
        room = self.max_length - self.document().characterCount() + 1 + chosen
        text = source.text()
        cursor.insertText(text[: max(room, 0)])
        self.ensureCursorVisible()
        if len(text) > room:
            self.shortened.emit()


class TextArea(QWidget):
    """Free text of several lines. A paste beyond ``max_length`` is cut, and says so."""

    text_changed = Signal()

    def __init__(
        self,
        *,
        max_length: int = 20_000,
        lines: int = 4,
        identifiers: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = _Editor(max_length, lines, self)
        self.editor.textChanged.connect(self._on_editor_changed)
        self.editor.shortened.connect(self._on_editor_shortened)
        self._counter: QLabel = label("", "help")
        self._counter.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.editor)
        layout.addWidget(self._counter)
        self.notice = IdentifierNotice(self.editor, self) if identifiers else None
        if self.notice:
            layout.addWidget(self.notice)
        self.setFocusProxy(self.editor)

    def editors(self) -> tuple[QWidget, ...]:
        """The widgets that carry the mark of a problem."""
        return (self.editor,)

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        self.editor.setAccessibleName(name)
        self.editor.setAccessibleDescription(description)

    def text(self) -> str:
        """What is typed."""
        return self.editor.toPlainText()

    def set_text(self, text: str) -> None:
        """Show ``text``, cut to the limit."""
        self.editor.setPlainText(text[: self.editor.max_length])
        if len(text) > self.editor.max_length:
            self._on_editor_shortened()

    def counter(self) -> str:
        """The sentence about the length; empty when there is room enough."""
        return "" if self._counter.isHidden() else self._counter.text()

    def _on_editor_changed(self) -> None:
        limit = self.editor.max_length
        length = self.editor.document().characterCount() - 1
        if length > limit:
            self._trim(length - limit)
            length = limit
        near = length >= limit * _NEAR
        self._counter.setVisible(near)
        if near:
            self._counter.setText(
                _("{left} of {limit} characters left.").format(left=limit - length, limit=limit)
            )
        self.text_changed.emit()

    def _trim(self, surplus: int) -> None:
        cursor = self.editor.textCursor()
        end = cursor.position()
        cursor.setPosition(max(end - surplus, 0))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        was = self.editor.blockSignals(True)
        cursor.removeSelectedText()
        self.editor.blockSignals(was)

    def _on_editor_shortened(self) -> None:
        text = _("The text was longer than {limit} characters. The rest was left out.").format(
            limit=self.editor.max_length
        )
        self._counter.setText(text)
        self._counter.show()
        announce(self, text)
