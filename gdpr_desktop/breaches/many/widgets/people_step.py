"""Lines with something wrong: each is put right here, taken in as it is, or left out."""

from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gdpr_desktop.breaches.many.lines import faults_of
from gdpr_desktop.breaches.many.model import Addressee, AddressList, Fault, Line
from gdpr_desktop.breaches.many.words import fault_words, protected_words
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.tables.cells import without_numbers
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.notes import NoteBox

MOST_SHOWN = 1_000  # lines; with more something else is wrong with the file
_LINES = 8  # shown without scrolling
_TICK_WIDTH, _ROOM = 32, 8  # pixels
_OF_THE_TEXT = (Fault.DUPLICATE, Fault.HIDDEN, Fault.BORN, Fault.LANGUAGE)  # stay, once read
_TICK = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class Cell(IntEnum):
    """The columns of the table."""

    ROW = 0  # with the tick: does the person get a letter?
    NAME = 1
    STREET = 2
    CODE = 3
    CITY = 4
    COUNTRY = 5
    WRONG = 6


# shares of what the numbers leave
_SHARES = {Cell.NAME: 20, Cell.STREET: 20, Cell.CITY: 14, Cell.COUNTRY: 12, Cell.WRONG: 34}


class PeopleStep(QWidget):
    """How many letters there will be, and the lines that need a look."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._found = AddressList()
        self.touched = False  # by a person, since the list was shown
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        self.count = label("", "label")
        self.protected = NoteBox()
        self.help = label(
            _(
                "These lines need a look. Put them right here, or leave them out. A line with a"
                " tick gets a letter."
            )
        )
        self.more = NoteBox()
        self.table = PeopleTable()
        self.table.itemChanged.connect(self._on_item_changed)
        for widget in (self.count, self.protected, self.help, self.table, self.more):
            layout.addWidget(widget)
        layout.addStretch(1)

    def show_list(self, found: AddressList) -> None:
        """Show what was read."""
        self._found, self.touched = found, False
        faulty = found.faulty()
        self.protected.say(protected_words(found), _("Protected addresses"))
        self.table.show_lines(faulty[:MOST_SHOWN])
        self.help.setVisible(bool(faulty))
        self.table.setVisible(bool(faulty))
        rest = len(faulty) - MOST_SHOWN
        text = ngettext(
            "One more line has something wrong, and is left out. Put the file right and choose it"
            " again.",
            "{count} more lines have something wrong, and are left out. Put the file right and"
            " choose it again.",
            max(rest, 0),
        )
        self.more.say(text.format(count=rest) if rest > 0 else "")
        self._tell()

    def people(self) -> tuple[Addressee, ...]:
        """Those who get a letter, in the order of the list."""
        shown = {line.addressee.row: line for line in self.table.taken_in()}
        return tuple(
            shown[one.addressee.row].addressee if one.faults else one.addressee
            for one in self._found.lines
            if not one.faults or one.addressee.row in shown
        )

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        self.touched = True
        self.table.check_line(item.row(), fresh=item.column() != Cell.ROW)
        self._tell()

    def _tell(self) -> None:
        count = len(self.people())
        text = ngettext("{count} person gets a letter", "{count} people get a letter", count)
        self.count.setText(text.format(count=count))
        self.changed.emit()


class PeopleTable(QTableWidget):
    """A row to each line."""

    def __init__(self) -> None:
        super().__init__(0, len(Cell))
        heads = [_("Row"), _("Name"), _("Address"), _("Postal code"), _("Place")]
        self.setHorizontalHeaderLabels([*heads, _("Country"), _("What is wrong")])
        self.setAccessibleName(_("Lines that need a look"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        numbers = self.fontMetrics().horizontalAdvance("60 000") + _TICK_WIDTH
        head.resizeSection(Cell.ROW, numbers)
        head.setSectionResizeMode(Cell.CODE, QHeaderView.ResizeMode.ResizeToContents)
        head.setHighlightSections(False)
        self.verticalHeader().hide()
        height = self._least = self.fontMetrics().height() + 20
        self.verticalHeader().setDefaultSectionSize(height)
        self.setMinimumHeight(height * (_LINES + 1))
        self._lines: list[Line] = []

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these."""
        was = self.blockSignals(True)
        self.setRowCount(0)
        self.setRowCount(len(lines))
        self._lines = list(lines)
        for number, line in enumerate(lines):
            one, address = line.addressee, line.addressee.address
            street = ", ".join(address.street.splitlines())
            texts = ("", one.name, street, address.postal_code, address.city, address.country)
            for column, text in enumerate((*texts, "")):
                self.setItem(number, column, QTableWidgetItem(text))
            tick = self._cell(number, Cell.ROW)
            tick.setText(str(one.row))
            tick.setFlags(_TICK)
            wrong = self._cell(number, Cell.WRONG)
            wrong.setFlags(wrong.flags() & ~Qt.ItemFlag.ItemIsEditable)
            self._show_faults(number, line)
            leaves_out = any(fault.leaves_out for fault in line.faults)
            tick.setCheckState(Qt.CheckState.Unchecked if leaves_out else Qt.CheckState.Checked)
        self.blockSignals(was)

    def taken_in(self) -> list[Line]:
        """The lines with a tick, as they now stand."""
        return [
            line
            for number, line in enumerate(self._lines)
            if self._cell(number, Cell.ROW).checkState() is Qt.CheckState.Checked
        ]

    def check_line(self, number: int, *, fresh: bool) -> None:
        """Look at a line again; ``fresh``: its text was changed, and what is well is taken in."""
        line = self._read(number)
        self._lines[number] = line
        was = self.blockSignals(True)
        tick = self._cell(number, Cell.ROW)
        if any(fault.stops for fault in line.faults):
            tick.setCheckState(Qt.CheckState.Unchecked)
        elif fresh:
            tick.setCheckState(Qt.CheckState.Checked)
        self._show_faults(number, line)
        self.blockSignals(was)

    def _read(self, number: int) -> Line:
        before = self._lines[number]
        name, street, code, city, country = (
            clean_line(without_numbers(self._cell(number, column).text()))
            for column in (Cell.NAME, Cell.STREET, Cell.CODE, Cell.CITY, Cell.COUNTRY)
        )
        address = before.addressee.address
        if street != ", ".join(address.street.splitlines()):
            address = replace(address, street="\n".join(map(str.strip, street.split(","))))
        address = replace(address, postal_code=code, city=city, country=country)
        one = replace(before.addressee, name=name, address=address)
        kept = tuple(fault for fault in before.faults if fault in _OF_THE_TEXT)
        return replace(before, addressee=one, faults=(*faults_of(one), *kept))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        taken = sum(self.columnWidth(column) for column in (Cell.ROW, Cell.CODE))
        room = self.viewport().width() - taken
        for column, share in _SHARES.items():
            self.setColumnWidth(column, room * share // sum(_SHARES.values()))
        for number in range(self.rowCount()):
            self._fit_row(number)

    def _fit_row(self, number: int) -> None:
        self.resizeRowToContents(number)
        self.setRowHeight(number, max(self.rowHeight(number) + _ROOM, self._least))

    def _cell(self, number: int, column: int) -> QTableWidgetItem:
        found = self.item(number, column)
        assert found is not None
        return found

    def _show_faults(self, number: int, line: Line) -> None:
        item = self._cell(number, Cell.WRONG)
        item.setText(fault_words(line))
        item.setToolTip(item.text())
        self._fit_row(number)
