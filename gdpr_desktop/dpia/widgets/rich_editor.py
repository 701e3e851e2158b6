"""The text itself: keys for its looks, and what may be pasted into it."""

from math import ceil

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from gdpr_desktop.dpia.rich import BlockKind, Rich, rich
from gdpr_desktop.dpia.rich_html import read_html, shortened
from gdpr_desktop.dpia.widgets import rich_document

_MOST_LINES = 14  # it grows as it is written in, and scrolls from here on
_KEYS = {Qt.Key.Key_8: BlockKind.BULLET, Qt.Key.Key_7: BlockKind.NUMBER}
_SIGNS = {"-": BlockKind.BULLET, "*": BlockKind.BULLET, "•": BlockKind.BULLET}
_SIGNS |= {"1.": BlockKind.NUMBER, "1)": BlockKind.NUMBER}


class RichEditor(QTextEdit):
    """Takes text and its simplest looks, and of a paste no more than there is room for."""

    shortened = Signal()
    picture_refused = Signal()
    files_dropped = Signal(QMimeData)
    look_changed = Signal()
    _lines = 3  # Qt may ask for the size before __init__ has come further than its first line

    def __init__(self, lines: int, max_length: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines, self._max_length = lines, max_length
        self._trimming = False
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setIndentWidth(24)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self.textChanged.connect(self._on_text_changed)
        self.cursorPositionChanged.connect(self.look_changed)
        self.currentCharFormatChanged.connect(self.look_changed)

    def sizeHint(self) -> QSize:
        line = ceil(QFontMetricsF(self.font()).lineSpacing())
        wanted = ceil(self.document().size().height()) + 12
        most = wanted if self.isReadOnly() else line * _MOST_LINES + 20
        height = max(min(wanted, most), line * self._lines + (10 if self.isReadOnly() else 20))
        return QSize(200, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def be_high(self, lines: int) -> None:
        """Have room for so many lines, and no fewer."""
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    def value(self) -> Rich:
        """What is written."""
        return rich_document.read_from(self.document())

    def set_value(self, text: Rich) -> None:
        """Show ``text``, cut to the limit."""
        rich_document.show_in(self.document(), shortened(text, self._max_length))

    def length(self) -> int:
        """How many characters stand in it."""
        return self.document().characterCount() - 1

    # Looks

    def is_bold(self) -> bool:
        """Is what is typed now bold?"""
        return self.fontWeight() >= QFont.Weight.DemiBold

    def is_italic(self) -> bool:
        """Is what is typed now slanted?"""
        return self.fontItalic()

    def kind(self) -> BlockKind:
        """What the line with the cursor is."""
        return rich_document.kind_of(self.textCursor().block())

    def toggle_bold(self) -> None:
        """Bold, or not."""
        made = QTextCharFormat()
        made.setFontWeight(QFont.Weight.Normal if self.is_bold() else QFont.Weight.Bold)
        self.mergeCurrentCharFormat(made)
        self.look_changed.emit()

    def toggle_italic(self) -> None:
        """Slanted, or not."""
        made = QTextCharFormat()
        made.setFontItalic(not self.is_italic())
        self.mergeCurrentCharFormat(made)
        self.look_changed.emit()

    def toggle_list(self, kind: BlockKind) -> None:
        """Make the lines chosen a list, or paragraphs again."""
        wanted = BlockKind.PARAGRAPH if self.kind() is kind else kind
        rich_document.make(self.textCursor(), wanted)
        self.look_changed.emit()

    # What is typed and pasted

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly() or not self._is_ours(event):
            super().keyPressEvent(event)
        else:
            event.accept()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml() or source.hasImage() or source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if any(url.isLocalFile() for url in source.urls()):
            self.files_dropped.emit(source)
            return
        if not source.hasHtml() and not source.hasText():
            self.picture_refused.emit()
            return
        cursor = self.textCursor()
        chosen = cursor.selectionEnd() - cursor.selectionStart()
        room = max(self._max_length - self.length() + chosen, 0)
        if source.hasHtml():
            found = read_html(source.html(), room)
            text, cut, pictures = found.text, found.cut, found.pictures
        else:
            words = source.text()
            text, cut, pictures = rich(words[:room]), len(words) > room, False
        rich_document.insert(cursor, text)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        if pictures:
            self.picture_refused.emit()
        if cut:
            self.shortened.emit()

    def _is_ours(self, event: QKeyEvent) -> bool:
        """Do what a key of ours stands for; False for all others."""
        if event.matches(QKeySequence.StandardKey.Bold):
            self.toggle_bold()
            return True
        if event.matches(QKeySequence.StandardKey.Italic):
            self.toggle_italic()
            return True
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.modifiers() == held:
            digit = event.nativeVirtualKey() if event.key() not in _KEYS else event.key()
            kind = next((kind for key, kind in _KEYS.items() if digit in (key, int(key))), None)
            if kind is not None:
                self.toggle_list(kind)
                return True
        return self._is_of_list(event)

    def _is_of_list(self, event: QKeyEvent) -> bool:
        cursor = self.textCursor()
        if cursor.hasSelection():
            return False
        key, block = event.key(), cursor.block()
        listed = rich_document.kind_of(block) is not BlockKind.PARAGRAPH
        ends = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not block.text()
        backs = key == Qt.Key.Key_Backspace and cursor.atBlockStart()
        if listed and (ends or backs):
            rich_document.make(cursor, BlockKind.PARAGRAPH)
            self.look_changed.emit()
            return True
        typed = block.text()[: cursor.positionInBlock()]
        if key == Qt.Key.Key_Space and not listed and typed in _SIGNS:
            kind = _SIGNS[typed]
            cursor.movePosition(
                QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.removeSelectedText()
            rich_document.make(cursor, kind)
            self.look_changed.emit()
            return True
        return False

    def _on_text_changed(self) -> None:
        surplus = self.length() - self._max_length
        if surplus <= 0 or self._trimming:
            return
        self._trimming = True
        cursor = self.textCursor()
        end = cursor.position()
        cursor.setPosition(max(end - surplus, 0))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self._trimming = False

    def _on_size_changed(self) -> None:
        self.updateGeometry()
