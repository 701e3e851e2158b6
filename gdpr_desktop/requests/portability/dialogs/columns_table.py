"""The columns of a table: name and meaning can be changed, and each goes along or stays."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.text import _
from gdpr_desktop.law.portability import Origin
from gdpr_desktop.requests.portability.model import LONGEST_NAME, Column, Row
from gdpr_desktop.requests.portability.words import words
from gdpr_desktop.ui.fields.choice import Choice

_LOOKED_AT = 50  # rows, for an example
_LINES = 7  # shown without scrolling
_ARROW = 56  # pixels that a choice takes besides its words
_NAME, _MEANING, _EXAMPLE, _ORIGIN = range(4)


class ColumnsTable(QTableWidget):
    """A line to each column."""

    def __init__(self) -> None:
        super().__init__(0, 4)
        self.setHorizontalHeaderLabels(
            [_("Column"), _("What it means"), _("For example"), _("Goes along?")]
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setHighlightSections(False)
        widest = max(self.fontMetrics().horizontalAdvance(words(one)) for one in Origin)
        head.setSectionResizeMode(_ORIGIN, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(_ORIGIN, widest + _ARROW)
        self.verticalHeader().hide()
        height = self.fontMetrics().height() + 20
        self.verticalHeader().setDefaultSectionSize(height)
        self.setMinimumHeight(height * (_LINES + 1))
        self._choices: list[Choice] = []

    def show_columns(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        """Show these, with an example of each."""
        self._choices = []
        self.setRowCount(0)
        self.setRowCount(len(columns))
        for line, column in enumerate(columns):
            self.setItem(line, _NAME, QTableWidgetItem(column.name))
            self.setItem(line, _MEANING, QTableWidgetItem(column.meaning))
            example = QTableWidgetItem(_example(rows, line))
            example.setFlags(example.flags() & ~Qt.ItemFlag.ItemIsEditable)
            self.setItem(line, _EXAMPLE, example)
            choice = Choice([(origin, words(origin)) for origin in Origin])
            choice.setAccessibleName(_("«{column}»: goes along?").format(column=column.name))
            choice.set_value(column.origin)
            self.setCellWidget(line, _ORIGIN, choice)
            self._choices.append(choice)

    def columns(self) -> tuple[Column, ...]:
        """As they are named and chosen."""
        return tuple(
            Column(
                name=self._text(line, _NAME),
                meaning=self._text(line, _MEANING),
                origin=choice.value(),
            )
            for line, choice in enumerate(self._choices)
        )

    def choice(self, line: int) -> Choice:
        """The choice of one column."""
        return self._choices[line]

    def _text(self, line: int, column: int) -> str:
        item = self.item(line, column)
        return clean_line(item.text())[:LONGEST_NAME] if item is not None else ""


def _example(rows: Sequence[Row], column: int) -> str:
    for row in rows[:_LOOKED_AT]:
        if row[column].strip():
            return " ".join(row[column].split())[:80]
    return ""
