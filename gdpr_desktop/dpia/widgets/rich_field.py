"""A field for text with simple formatting: bold, italic, bullets and numbers."""

from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QEvent, QMimeData, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.rich import LONGEST_ANSWER, BlockKind, Rich
from gdpr_desktop.dpia.widgets.rich_editor import RichEditor
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.fields.identifiers import IdentifierNotice
from gdpr_desktop.ui.labels import label, set_flat

__all__ = ["FormatBar", "RichField"]

_NEAR = 0.9  # the counter shows from here on


class FormatBar(QWidget):
    """Four small buttons for the editor that it follows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor: RichEditor | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.bold = self._button(_("Bold"), _("B"), "Ctrl+B")
        self.italic = self._button(_("Italic"), _("I"), "Ctrl+I")
        self.bullets = self._button(_("Bullets"), "•", "Ctrl+Shift+8")
        self.numbers = self._button(_("Numbers"), "1.", "Ctrl+Shift+7")
        for made in (self.bold, self.italic, self.bullets, self.numbers):
            row.addWidget(made)
        row.addStretch(1)
        for made, bold, italic in ((self.bold, True, False), (self.italic, False, True)):
            font = made.font()
            font.setBold(bold)
            font.setItalic(italic)
            made.setFont(font)
        self.bold.clicked.connect(self._on_bold)
        self.italic.clicked.connect(self._on_italic)
        self.bullets.clicked.connect(self._on_bullets)
        self.numbers.clicked.connect(self._on_numbers)
        self.follow(None)

    def _button(self, name: str, text: str, keys: str) -> QToolButton:
        made = QToolButton(self)
        made.setText(text)
        made.setCheckable(True)
        made.setToolTip(f"{name} ({keys})")
        made.setAccessibleName(name)
        made.setProperty("focusPolicy", "TabFocus")  # a click leaves the cursor in the text
        made.setMinimumWidth(28)
        return made

    def follow(self, editor: RichEditor | None) -> None:
        """Work on this editor from now on."""
        if self._editor is not None:
            self._editor.look_changed.disconnect(self.show_look)
        self._editor = editor
        if editor is not None:
            editor.look_changed.connect(self.show_look)
        self.setEnabled(editor is not None and not editor.isReadOnly())
        self.show_look()

    def show_look(self) -> None:
        """Show how the text is where the cursor stands."""
        editor = self._editor
        kind = editor.kind() if editor is not None else BlockKind.PARAGRAPH
        self.bold.setChecked(editor is not None and editor.is_bold())
        self.italic.setChecked(editor is not None and editor.is_italic())
        self.bullets.setChecked(kind is BlockKind.BULLET)
        self.numbers.setChecked(kind is BlockKind.NUMBER)

    def _on_bold(self) -> None:
        if self._editor is not None:
            self._editor.toggle_bold()

    def _on_italic(self) -> None:
        if self._editor is not None:
            self._editor.toggle_italic()

    def _on_bullets(self) -> None:
        if self._editor is not None:
            self._editor.toggle_list(BlockKind.BULLET)

    def _on_numbers(self) -> None:
        if self._editor is not None:
            self._editor.toggle_list(BlockKind.NUMBER)


class RichField(QWidget):
    """``value()`` is what is written. With ``bar`` it has buttons of its own above the text.

    Pasted pictures are refused and said so; files that are dropped go out by ``files_dropped``.
    """

    text_changed = Signal()
    draft_changed = Signal()
    focused = Signal(object)  # the editor
    files_dropped = Signal(list)  # of Path

    def __init__(
        self,
        *,
        lines: int = 3,
        max_length: int = LONGEST_ANSWER,
        bar: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._max_length, self._lines = max_length, lines
        self.editor = RichEditor(lines, max_length, self)
        self._notice: IdentifierNotice | None = None
        self._hint = label("", "help", parent=self)
        self._hint.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        if bar:
            made = FormatBar()
            made.follow(self.editor)
            self._column.addWidget(made)
        self._column.addWidget(self.editor)
        self._column.addWidget(self._hint)
        self.editor.textChanged.connect(self._on_text_changed)
        self.editor.shortened.connect(self._on_shortened)
        self.editor.picture_refused.connect(self._on_picture_refused)
        self.editor.files_dropped.connect(self._on_files_dropped)
        self.editor.installEventFilter(self)
        self.setFocusProxy(self.editor)

    def editors(self) -> tuple[QWidget, ...]:
        """The widgets that carry the mark of a problem."""
        return (self.editor,)

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        self.editor.setAccessibleName(name)
        self.editor.setAccessibleDescription(description)

    def value(self) -> Rich:
        """What is written."""
        return self.editor.value()

    def set_value(self, text: Rich) -> None:
        """Show ``text``."""
        self._hint.hide()
        self.editor.set_value(text)

    def text(self) -> str:
        """The bare text: forms ask whether there is any."""
        return self.value().plain

    def set_read_only(self, read_only: bool) -> None:
        """To look at, or to write in."""
        self.editor.setReadOnly(read_only)
        self.editor.be_high(1 if read_only else self._lines)
        set_flat(self.editor, read_only)

    def hint(self) -> str:
        """The sentence under the text; empty when there is none."""
        return "" if self._hint.isHidden() else self._hint.text()

    def draft_state(self) -> Any:
        """As JSON can hold it."""
        return msgspec.to_builtins(self.value())

    def restore_draft(self, state: Any) -> None:
        """Show what ``draft_state`` gave."""
        self.set_value(msgspec.convert(state, Rich))

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit(watched)
        return super().eventFilter(watched, event)

    def _on_text_changed(self) -> None:
        if self._notice is None and not self.editor.document().isEmpty():
            self._notice = IdentifierNotice(self.editor, self)
            self._column.addWidget(self._notice)
        left = self._max_length - self.editor.length()
        near = left <= self._max_length * (1 - _NEAR)
        self._hint.setVisible(near)
        if near:
            text = _("{left} of {limit} characters left.")
            self._hint.setText(text.format(left=max(left, 0), limit=self._max_length))
        self.text_changed.emit()
        self.draft_changed.emit()

    def _on_shortened(self) -> None:
        text = _("The text was longer than {limit} characters. The rest was left out.")
        self._tell(text.format(limit=self._max_length))

    def _on_picture_refused(self) -> None:
        self._tell(_("Pictures are not kept in the text. Attach the picture as a file instead."))

    def _on_files_dropped(self, found: QMimeData) -> None:
        paths = [Path(url.toLocalFile()) for url in found.urls() if url.isLocalFile()]
        self.files_dropped.emit(paths)

    def _tell(self, text: str) -> None:
        self._hint.setText(text)
        self._hint.show()
        announce(self, text)
