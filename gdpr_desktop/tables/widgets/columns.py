"""Which column holds what, with the first rows to look at."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gdpr_desktop.core.text import _
from gdpr_desktop.tables.lists import ListFile, ListSheet
from gdpr_desktop.tables.mapping import Mapping, UseOf, mapping_of, propose
from gdpr_desktop.tables.words import sheet_notes
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.notes import NoteBox

Pairs = Sequence[tuple[str, str]]  # a use, and its words

_EXAMPLES = 3  # rows
_SHOWN_ROWS = 30  # among which the headings are chosen
_LINES = 7  # shown without scrolling
_SHORT = 70  # characters
_CHOICE = 72  # pixels besides the words
_WIDEST = 300  # pixels of a choice


class ColumnsStep(QWidget):
    """The sheet, the row of its headings, and a line to each column.

    ``use_of`` says what a heading is, ``pairs`` are all that a column may become.
    """

    def __init__(self, pairs: Pairs, use_of: UseOf) -> None:
        super().__init__()
        self._file: ListFile | None = None
        self._use_of = use_of
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        self.note = NoteBox()
        layout.addWidget(self.note)
        self.head = forms.form_layout()  # for what a room asks before the columns
        layout.addLayout(self.head)
        self.form = forms.form_layout()
        layout.addLayout(self.form)
        self.sheet, self.header = Choice(), Choice()
        self.sheet_row = forms.FieldRow(_("&Sheet"), self.sheet)
        header_row = forms.FieldRow(_("Row with the &headings"), self.header)
        forms.add_pair(self.form, self.sheet_row, header_row, stretch=(1, 2))
        self.table = ColumnsTable(pairs)
        forms.add_row(self.form, _("&Which column is what"), self.table, name="columns")
        self.sheet.value_changed.connect(self._on_sheet_changed)
        self.header.value_changed.connect(self._on_header_changed)

    def offer(self, pairs: Pairs, use_of: UseOf) -> None:
        """Other uses: those of another form, for one. What the headings say is proposed anew."""
        self._use_of = use_of
        self.table.offer(pairs)
        if self._file is not None:
            self._on_header_changed(self.header.value())

    def show_file(self, file: ListFile) -> None:
        """Show what the headings of a file say."""
        self._file = file
        chosen, mapping = propose(file, self._use_of)
        was = self.sheet.blockSignals(True)
        self.sheet.set_pairs(enumerate(one.title or file.name for one in file.sheets))
        self.sheet.set_value(chosen)
        self.sheet.blockSignals(was)
        self.sheet_row.setVisible(len(file.sheets) > 1)
        self._show_sheet(file.sheets[chosen], mapping)

    def chosen_sheet(self) -> ListSheet:
        """The sheet that is read."""
        assert self._file is not None
        return self._file.sheets[self.sheet.value()]

    def chosen(self) -> Mapping:
        """As it is chosen now."""
        return Mapping(header=self.header.value(), uses=self.table.uses())

    def _show_sheet(self, sheet: ListSheet, mapping: Mapping) -> None:
        assert self._file is not None
        self.note.say(" ".join(sheet_notes(self._file, sheet)))
        rows = enumerate(sheet.rows[:_SHOWN_ROWS])
        texts = ((number, _short(", ".join(filter(None, row)))) for number, row in rows)
        was = self.header.blockSignals(True)
        pairs = [(number, f"{number + 1}: {text}") for number, text in texts]
        self.header.set_pairs([(-1, _("There are no headings")), *pairs])
        self.header.set_value(mapping.header)
        self.header.blockSignals(was)
        self.table.show_mapping(sheet, mapping)

    def _on_sheet_changed(self, *_value: object) -> None:
        sheet = self.chosen_sheet()
        self._show_sheet(sheet, mapping_of(sheet, self._use_of))

    def _on_header_changed(self, row: int) -> None:
        sheet = self.chosen_sheet()
        self.table.show_mapping(sheet, mapping_of(sheet, self._use_of, row))


def _short(text: str) -> str:
    return f"{text[:_SHORT].rstrip()} …" if len(text) > _SHORT else text


class ColumnsTable(QTableWidget):
    """A line to each column: its heading, the first rows, and what it is taken for."""

    def __init__(self, pairs: Pairs) -> None:
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
        head.setSectionResizeMode(_EXAMPLES + 1, QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        height = self.fontMetrics().height() + 20
        self.verticalHeader().setDefaultSectionSize(height)
        self.setMinimumHeight(height * (_LINES + 1))
        self._choices: list[Choice | None] = []
        self.offer(pairs)

    def offer(self, pairs: Pairs) -> None:
        """What a column may become from now on."""
        self._pairs = pairs
        widest = max(self.fontMetrics().horizontalAdvance(words) for _use, words in pairs)
        self.horizontalHeader().resizeSection(_EXAMPLES + 1, min(widest, _WIDEST) + _CHOICE)

    def show_mapping(self, sheet: ListSheet, mapping: Mapping) -> None:
        """Show the columns of ``sheet`` with what ``mapping`` proposes."""
        self.setRowCount(0)
        self.setRowCount(len(mapping.uses))
        self._choices = []
        shown = [row for row in sheet.rows[mapping.header + 1 :][:50] if any(row)][:_EXAMPLES]
        for column, use in enumerate(mapping.uses):
            title = sheet.rows[mapping.header][column] if mapping.header >= 0 else ""
            title = title or _("Column {number}").format(number=column + 1)
            dropped = column in sheet.dropped
            self.setItem(column, 0, QTableWidgetItem(" ".join(title.split())))
            for at, row in enumerate(shown, 1):
                text = _("(not read)") if dropped else " ".join(row[column].split())[:60]
                self.setItem(column, at, QTableWidgetItem(text))
            self._choices.append(None if dropped else self._choice(column, title, use))

    def _choice(self, line: int, title: str, use: str) -> Choice:
        choice = Choice(self._pairs, empty=_("Left out"))
        choice.setAccessibleName(_("«{column}» becomes").format(column=title))
        choice.set_value(use or None)
        self.setCellWidget(line, _EXAMPLES + 1, choice)
        return choice

    def uses(self) -> tuple[str, ...]:
        """What each column is taken for."""
        return tuple((one.value() or "") if one is not None else "" for one in self._choices)

    def choice(self, column: int) -> Choice:
        """The choice of one column."""
        found = self._choices[column]
        assert found is not None
        return found
