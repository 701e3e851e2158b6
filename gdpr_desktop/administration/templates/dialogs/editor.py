"""A plain text with numbered lines; lines with a problem are marked by a sign and a colour."""

from collections.abc import Iterable

from PySide6.QtCore import QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontDatabase,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.theme import colour

MAX_PASTE = 200_000  # characters; the check says when it is too much


class LineNumbers(QWidget):
    """The strip to the left of the text."""

    def __init__(self, editor: "TemplateEditor") -> None:
        super().__init__(editor)
        self._editor = editor

    def sizeHint(self) -> QSize:
        return QSize(self._editor.number_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._editor.paint_numbers(QPainter(self), event.rect())


class TemplateEditor(QPlainTextEdit):
    """Tab leaves the field; Ctrl+Z undoes."""

    line_changed = Signal(int)  # from 1

    def __init__(self) -> None:
        super().__init__()
        self._numbers = LineNumbers(self)
        self._bad: frozenset[int] = frozenset()
        self._line = 0
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("The text of the letter"))
        self.setAccessibleDescription(_("Ctrl+Z undoes. Tab leaves the text."))
        self._use_font()
        self.blockCountChanged.connect(self._on_count_changed)
        self.updateRequest.connect(self._on_update_requested)
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        self._on_count_changed()

    def _use_font(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(max(self.font().pointSizeF(), 10.0))
        self.setFont(font)

    def text(self) -> str:
        """What is written; unlike ``toPlainText`` hard blanks stay."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def show_text(self, text: str) -> None:
        """Another text: nothing to undo yet."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def replace_text(self, text: str) -> None:
        """Another text as one step that can be undone."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def insert(self, text: str) -> None:
        """Write ``text`` at the cursor; what takes several lines begins a line."""
        cursor = self.textCursor()
        if "\n" in text and cursor.positionInBlock():
            text = f"\n{text}"
        cursor.insertText(text)
        self.setFocus()

    def line(self) -> int:
        """The line of the cursor, from 1."""
        return self.textCursor().blockNumber() + 1

    def go_to(self, line: int) -> None:
        """Put the cursor at the beginning of ``line`` and go there."""
        block = self.document().findBlockByNumber(max(line, 1) - 1)
        self.setTextCursor(QTextCursor(block))
        self.centerCursor()
        self.setFocus()

    def mark(self, lines: Iterable[int]) -> None:
        """Mark these lines as wrong, and no others."""
        self._bad = frozenset(lines)
        marks = []
        for line in sorted(self._bad)[:200]:
            selection = QTextEdit.ExtraSelection()
            selection.format.setBackground(colour("danger_soft"))
            selection.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            selection.cursor = QTextCursor(self.document().findBlockByNumber(line - 1))
            marks.append(selection)
        self.setExtraSelections(marks)
        self._numbers.update()

    def number_width(self) -> int:
        """Room for the sign and the highest number."""
        digits = max(len(str(self.blockCount())), 2) + 2
        return self.fontMetrics().horizontalAdvance("9") * digits + 8

    def paint_numbers(self, painter: QPainter, area: QRect) -> None:
        """Draw the numbers of the lines in ``area``; «!» before those that are wrong."""
        painter.fillRect(area, colour("surface"))
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        height, width = self.fontMetrics().height(), self._numbers.width() - 6
        painter.setFont(self.font())
        while block.isValid() and top <= area.bottom():
            number = block.blockNumber() + 1
            if block.isVisible():
                bad = number in self._bad
                painter.setPen(colour("danger" if bad else "muted"))
                text = f"! {number}" if bad else str(number)
                align = Qt.AlignmentFlag.AlignRight
                painter.drawText(0, round(top), width, height, align, text)
            top += self.blockBoundingRect(block).height()
            block = block.next()
        painter.end()

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        self.textCursor().insertText(text[:MAX_PASTE])
        self.ensureCursorVisible()
        if len(text) > MAX_PASTE:
            announce(self, _("The text was too long. The rest was left out."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._numbers.setGeometry(
            QRect(inside.left(), inside.top(), self.number_width(), inside.height())
        )

    def _on_count_changed(self, _count: int = 0) -> None:
        self.setViewportMargins(self.number_width(), 0, 0, 0)

    def _on_update_requested(self, area: QRect, moved: int) -> None:
        if moved:
            self._numbers.scroll(0, moved)
        else:
            self._numbers.update(0, area.y(), self._numbers.width(), area.height())

    def _on_cursor_moved(self) -> None:
        if self.line() != self._line:
            self._line = self.line()
            self.line_changed.emit(self._line)
