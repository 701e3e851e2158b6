"""A field to each kind of question. It shows an answer, and puts what stands in it into one.

What an answer holds beside what the field shows is left as it is.
"""

import textwrap
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.text import current_language
from gdpr_desktop.dpia.catalogue import words
from gdpr_desktop.dpia.catalogue.folding import BUTTONS
from gdpr_desktop.dpia.catalogue.model import Question, QuestionKind
from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.dpia.rich import rich
from gdpr_desktop.dpia.widgets.rich_field import RichField
from gdpr_desktop.dpia.wizard.service import LONGEST_CELL, MOST_ROWS
from gdpr_desktop.dpia.wizard.widgets.points_field import PointsField
from gdpr_desktop.ui.fields import LineField, RadioChoice
from gdpr_desktop.ui.fields.choice import LONGEST_LINE
from gdpr_desktop.ui.fields.rows import RowsColumn, RowsField
from gdpr_desktop.ui.labels import set_flat

_NONE = "none"  # the choice that says that none of the others is right


class AnswerField(QWidget):
    """Base of them. ``edited`` is sent when a person has changed something."""

    edited = Signal()
    inner: Any

    def hold(self, inner: QWidget) -> None:
        """Have ``inner`` as the one thing shown."""
        self.inner = inner
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(inner)
        self.setFocusProxy(inner)

    def show_answer(self, answer: Answer) -> None:
        """Show it."""
        raise NotImplementedError

    def put_into(self, answer: Answer) -> Answer:
        """``answer`` with what stands here."""
        raise NotImplementedError

    def set_read_only(self, read_only: bool) -> None:
        """To look at, or to write in."""
        self.inner.setEnabled(not read_only)

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        self.inner.set_accessible(name, description)

    def editors(self) -> tuple[QWidget, ...]:
        """The widgets that carry the mark of a problem."""
        found: tuple[QWidget, ...] = self.inner.editors()
        return found


class TextAnswer(AnswerField):
    """Text with simple formatting. The buttons for it stand once on the page."""

    def __init__(self, _question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self.hold(RichField(bar=False, parent=self))
        self.inner.text_changed.connect(self.edited)

    def show_answer(self, answer: Answer) -> None:
        self.inner.set_value(answer.text)

    def put_into(self, answer: Answer) -> Answer:
        return replace(answer, text=self.inner.value())

    def set_read_only(self, read_only: bool) -> None:
        self.inner.set_read_only(read_only)


class LineAnswer(AnswerField):
    """One line."""

    def __init__(self, _question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self.hold(LineField(max_length=LONGEST_CELL, parent=self))
        self.inner.text_changed.connect(self.edited)

    def show_answer(self, answer: Answer) -> None:
        self.inner.set_text(" ".join(answer.text.plain.split()))

    def put_into(self, answer: Answer) -> Answer:
        typed = self.inner.text()
        same = typed == " ".join(answer.text.plain.split())
        return answer if same else replace(answer, text=rich(typed))

    def set_read_only(self, read_only: bool) -> None:
        self.inner.line.setReadOnly(read_only)
        set_flat(self.inner.line, read_only)


class ChoiceAnswer(AnswerField):
    """One of a few."""

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        pairs = choice_words(question)
        flat = question.kind is not QuestionKind.CHOICE
        self.hold(RadioChoice(pairs, self, horizontal=flat))
        self.inner.value_changed.connect(self._on_value_changed)

    def show_answer(self, answer: Answer) -> None:
        self.inner.set_value(answer.choice or None)

    def put_into(self, answer: Answer) -> Answer:
        return replace(answer, choice=self.inner.value() or "")

    def clear(self) -> None:
        """Choose nothing."""
        self.inner.set_value(None)
        self.edited.emit()

    def _on_value_changed(self, _value: object) -> None:
        self.edited.emit()


class TicksAnswer(AnswerField):
    """Some of many. «None» takes the others away, and they it."""

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self.inner = self
        self.boxes: dict[str, QCheckBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(0)
        pairs = choice_words(question)
        rows = (len(pairs) + 1) // 2 if len(pairs) > 4 else len(pairs)
        for number, (name, text) in enumerate(pairs):
            box = QCheckBox(textwrap.fill(text, LONGEST_LINE if rows == len(pairs) else 40))
            box.setObjectName(name)
            box.toggled.connect(self._on_toggled)
            self.boxes[name] = box
            grid.addWidget(box, number % rows, number // rows)
        grid.setColumnStretch(2, 1)
        for box in self.boxes.values():
            self.setFocusProxy(box)
            break

    def show_answer(self, answer: Answer) -> None:
        for name, box in self.boxes.items():
            was = box.blockSignals(True)
            box.setChecked(name in answer.picks)
            box.blockSignals(was)

    def put_into(self, answer: Answer) -> Answer:
        picks = tuple(name for name, box in self.boxes.items() if box.isChecked())
        return replace(answer, picks=picks)

    def set_read_only(self, read_only: bool) -> None:
        for box in self.boxes.values():
            box.setEnabled(not read_only)

    def set_accessible(self, name: str, description: str) -> None:
        for box in self.boxes.values():
            box.setAccessibleName(f"{name}: {' '.join(box.text().split())}")
            box.setAccessibleDescription(description)

    def editors(self) -> tuple[QWidget, ...]:
        return ()

    def _on_toggled(self, on: bool) -> None:
        changed = self.sender()
        if on and _NONE in self.boxes and changed is not None:
            none = changed is self.boxes[_NONE]
            for name, box in self.boxes.items():
                if box is not changed and (none or name == _NONE):
                    box.setChecked(False)
        self.edited.emit()


class RowsAnswer(AnswerField):
    """A small table."""

    removed = Signal(int, tuple)  # a line that said something, and where it stood

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        language = current_language()
        columns = (
            RowsColumn(header=header.in_(language), width=16, longest=LONGEST_CELL)
            for _id, header in question.columns
        )
        self.hold(RowsField(columns, self, most=MOST_ROWS, keys=False))
        table = self.inner.table
        table.setWordWrap(True)
        table.itemChanged.connect(self._on_edited)
        self.inner.removed.connect(self._on_removed)
        self.inner.draft_changed.connect(self.edited)
        self.inner.text.textChanged.connect(self.edited)

    def show_answer(self, answer: Answer) -> None:
        width = self.inner.table.columnCount()
        was = self.inner.text.blockSignals(True)
        self.inner.set_rows(row[:width] for row in answer.rows if not any(row[width:]))
        self.inner.text.blockSignals(was)
        self._fit()

    def put_into(self, answer: Answer) -> Answer:
        return replace(answer, rows=self.inner.rows())

    def set_read_only(self, read_only: bool) -> None:
        self.inner.set_read_only(read_only)
        self._fit()

    def add_rows(self, firsts: tuple[str, ...]) -> None:
        """Add lines that begin with these words."""
        width = self.inner.table.columnCount()
        blank = ("",) * (width - 1)
        self.inner.set_rows((*self.inner.rows(), *((one, *blank) for one in firsts)))
        self._fit()
        self.edited.emit()

    def put_back(self, line: int, row: tuple[str, ...]) -> None:
        """Put a line that was removed where it stood."""
        self.inner.put_back(line, row)
        self._fit()

    def _on_removed(self, line: int, row: tuple[str, ...]) -> None:
        self._fit()
        self.removed.emit(line, row)

    def _on_edited(self) -> None:
        self._fit()

    def _fit(self) -> None:
        table = self.inner.table
        table.resizeRowsToContents()
        least = table.verticalHeader().defaultSectionSize()
        lines = [one for one in range(table.rowCount()) if not table.isRowHidden(one)]
        rows = sum(max(table.rowHeight(line), least) for line in lines)
        few = 1 if len(lines) < table.rowCount() else 3  # one is hidden where it is only read
        table.setFixedHeight(min(max(rows, least * few), least * 14) + least + 8)


class PointsAnswer(AnswerField):
    """Points that each hold or not."""

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self.hold(PointsField(choice_words(question), self))
        self.inner.edited.connect(self.edited)

    def show_answer(self, answer: Answer) -> None:
        self.inner.show_rows(answer.rows)

    def put_into(self, answer: Answer) -> Answer:
        return replace(answer, rows=self.inner.rows())

    def set_read_only(self, read_only: bool) -> None:
        self.inner.set_read_only(read_only)


_FIELDS: Mapping[QuestionKind, Callable[[Question, QWidget], AnswerField]] = {
    QuestionKind.TEXT: TextAnswer,
    QuestionKind.LINE: LineAnswer,
    QuestionKind.CHOICE: ChoiceAnswer,
    QuestionKind.YES_NO: ChoiceAnswer,
    QuestionKind.YES_NO_UNSURE: ChoiceAnswer,
    QuestionKind.TICKS: TicksAnswer,
    QuestionKind.ROWS: RowsAnswer,
    QuestionKind.POINTS: PointsAnswer,
}


def field_for(question: Question, parent: QWidget) -> AnswerField:
    """The field of a question."""
    return _FIELDS[question.kind](question, parent)


def choice_words(question: Question) -> tuple[tuple[str, str], ...]:
    """What may be chosen: (id, words)."""
    ids = BUTTONS.get(question.kind, ()) or tuple(name for name, _words in question.choices)
    return tuple((one, words.choice_words(question, one)) for one in ids)
