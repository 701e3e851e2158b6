"""Which column holds what, with the first rows to look at."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gdpr_desktop.breaches.many import headings
from gdpr_desktop.breaches.many.model import Layout, Use
from gdpr_desktop.breaches.many.words import use_words
from gdpr_desktop.core.text import _
from gdpr_desktop.tables.lists import ListFile, ListSheet
from gdpr_desktop.tables.words import sheet_notes
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.notes import NoteBox

_EXAMPLES = 3  # rows
_SHOWN_ROWS = 30  # among which the headings are chosen
_LINES = 7  # shown without scrolling
_SHORT = 70  # characters
_CHOICE = 72  # pixels besides the words


class ColumnsStep(QWidget):
    """The sheet, the row of its headings, and a line to each column."""

    def __init__(self) -> None:
        super().__init__()
        self._file: ListFile | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        self.note = NoteBox()
        layout.addWidget(self.note)
        form = forms.form_layout()
        layout.addLayout(form)
        self.sheet, self.header = Choice(), Choice()
        self.sheet_row = forms.FieldRow(_("&Sheet"), self.sheet)
        header_row = forms.FieldRow(_("Row with the &headings"), self.header)
        forms.add_pair(form, self.sheet_row, header_row, stretch=(1, 2))
        self.table = ColumnsTable()
        forms.add_row(form, _("&Which column is what"), self.table, name="columns")
        self.sheet.value_changed.connect(self._on_sheet_changed)
        self.header.value_changed.connect(self._on_header_changed)

    def show_file(self, file: ListFile) -> None:
        """Show what the headings of a file say."""
        self._file = file
        chosen, layout = headings.propose(file)
        was = self.sheet.blockSignals(True)
        titles = (one.title or file.name for one in file.sheets)
        self.sheet.set_pairs(enumerate(titles))
        self.sheet.set_value(chosen)
        self.sheet.blockSignals(was)
        self.sheet_row.setVisible(len(file.sheets) > 1)
        self._show_sheet(file.sheets[chosen], layout)

    def chosen_sheet(self) -> ListSheet:
        """The sheet that is read."""
        assert self._file is not None
        return self._file.sheets[self.sheet.value()]

    def chosen_layout(self) -> Layout:
        """As it is chosen now."""
        return Layout(header=self.header.value(), uses=self.table.uses())

    def _show_sheet(self, sheet: ListSheet, layout: Layout) -> None:
        assert self._file is not None
        self.note.say(" ".join(sheet_notes(self._file, sheet)))
        rows = enumerate(sheet.rows[:_SHOWN_ROWS])
        texts = ((number, _short(", ".join(filter(None, row)))) for number, row in rows)
        was = self.header.blockSignals(True)
        pairs = [(number, f"{number + 1}: {text}") for number, text in texts]
        self.header.set_pairs([(-1, _("There are no headings")), *pairs])
        self.header.set_value(layout.header)
        self.header.blockSignals(was)
        self.table.show_layout(sheet, layout)

    def _on_sheet_changed(self, *_value: object) -> None:
        sheet = self.chosen_sheet()
        self._show_sheet(sheet, headings.layout_of(sheet))

    def _on_header_changed(self, row: int) -> None:
        sheet = self.chosen_sheet()
        self.table.show_layout(sheet, headings.layout_of(sheet, row))


def _short(text: str) -> str:
    return f"{text[:_SHORT].rstrip()} …" if len(text) > _SHORT else text


class ColumnsTable(QTableWidget):
    """A line to each column: its heading, the first rows, and what it is taken for."""

    def __init__(self) -> None:
        super().__init__(0, _EXAMPLES + 2)
        titles = [_("Row {number}").format(number=number) for number in range(1, _EXAMPLES + 1)]
        self.setHorizontalHeaderLabels([_("In the file"), *titles, _("Becomes")])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setHighlightSections(False)
        widest = max(self.fontMetrics().horizontalAdvance(use_words(one)) for one in Use)
        head.setSectionResizeMode(_EXAMPLES + 1, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(_EXAMPLES + 1, widest + _CHOICE)
        self.verticalHeader().hide()
        height = self.fontMetrics().height() + 20
        self.verticalHeader().setDefaultSectionSize(height)
        self.setMinimumHeight(height * (_LINES + 1))
        self._choices: list[Choice | None] = []

    def show_layout(self, sheet: ListSheet, layout: Layout) -> None:
        """Show the columns of ``sheet`` with what ``layout`` proposes."""
        self.setRowCount(0)
        self.setRowCount(len(layout.uses))
        self._choices = []
        shown = [row for row in sheet.rows[layout.header + 1 :][:50] if any(row)][:_EXAMPLES]
        for column, use in enumerate(layout.uses):
            title = sheet.rows[layout.header][column] if layout.header >= 0 else ""
            title = title or _("Column {number}").format(number=column + 1)
            dropped = column in sheet.dropped
            self.setItem(column, 0, QTableWidgetItem(title))
            for at, row in enumerate(shown, 1):
                text = _("(not read)") if dropped else " ".join(row[column].split())[:60]
                self.setItem(column, at, QTableWidgetItem(text))
            self._choices.append(None if dropped else self._choice(column, title, use))

    def _choice(self, line: int, title: str, use: Use | None) -> Choice:
        choice = Choice([(one, use_words(one)) for one in Use], empty=_("Left out"))
        choice.setAccessibleName(_("«{column}» becomes").format(column=title))
        choice.set_value(use)
        self.setCellWidget(line, _EXAMPLES + 1, choice)
        return choice

    def uses(self) -> tuple[Use | None, ...]:
        """What each column is taken for."""
        return tuple(one.value() if one is not None else None for one in self._choices)

    def choice(self, column: int) -> Choice:
        """The choice of one column."""
        found = self._choices[column]
        assert found is not None
        return found
