"""The people of a group, each with how they stand on the forms in use."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from gdpr_desktop.consents.groups.answers import Cell, FormColumn
from gdpr_desktop.consents.groups.model import Member
from gdpr_desktop.consents.groups.words import (
    cell_look,
    cell_tip,
    cell_words,
    guardian_words,
)
from gdpr_desktop.core.dates import short_date
from gdpr_desktop.core.ids import MemberId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import icons, theme

_FIRST = 2  # name, birth date; then a column to each form, and the guardians last
_NAME, _DATE, _FORM, _GUARDIANS = 20, 13, 20, 24  # letters
_LINES = 8  # shown without scrolling
_TITLE = 22  # characters of a form's title
_ID = Qt.ItemDataRole.UserRole


class MembersTable(QTableWidget):
    """Several rows can be chosen, for a deed on all of them."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, _FIRST + 1, parent)
        self.setAccessibleName(_("People in the group"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        self.verticalHeader().hide()
        height = self.fontMetrics().height() + 16
        self.verticalHeader().setDefaultSectionSize(height)
        self.setMinimumHeight(height * (_LINES + 1))
        self.itemSelectionChanged.connect(self.chosen)

    def show_members(self, members: Sequence[Member], forms: Sequence[FormColumn]) -> None:
        """Show these; who was chosen stays chosen."""
        before = set(self.chosen_ids())
        was = self.blockSignals(True)
        self.setRowCount(0)
        self.setColumnCount(_FIRST + 1 + len(forms))
        heads = [_("Name"), _("Born"), *(_short(one.title) for one in forms), _("Guardians")]
        self.setHorizontalHeaderLabels(heads)
        for column, form in enumerate(forms, _FIRST):
            item = self.horizontalHeaderItem(column)
            if item is not None:
                item.setToolTip(form.title)
        self.setRowCount(len(members))
        for row, member in enumerate(members):
            self._fill(row, member, forms)
        self._set_widths(len(forms))
        for row, member in enumerate(members):
            if member.id in before:
                for column in range(self.columnCount()):
                    cell = self.item(row, column)
                    if cell is not None:
                        cell.setSelected(True)
        self.blockSignals(was)
        self.chosen.emit()

    def _fill(self, row: int, member: Member, forms: Sequence[FormColumn]) -> None:
        born = short_date(member.birth_date) if member.birth_date else _("not known")
        name = QTableWidgetItem(member.name)
        name.setData(_ID, member.id)
        if member.protected:
            name.setIcon(icons.icon("lock", "warning"))
            name.setToolTip(_("Protected address"))
        self.setItem(row, 0, name)
        self.setItem(row, 1, QTableWidgetItem(born))
        guardians = QTableWidgetItem(guardian_words(member))
        guardians.setToolTip(guardians.text())
        self.setItem(row, _FIRST + len(forms), guardians)
        for column, form in enumerate(forms, _FIRST):
            assert member.id is not None
            self.setItem(row, column, _answer(form.cells[member.id]))

    def _set_widths(self, forms: int) -> None:
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        letter = self.fontMetrics().averageCharWidth()
        widths = (_NAME, _DATE, *(_FORM,) * forms, _GUARDIANS)
        for column, letters in enumerate(widths):
            self.setColumnWidth(column, letter * letters)
        head.setStretchLastSection(True)

    def chosen_ids(self) -> tuple[MemberId, ...]:
        """Who is chosen."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        items = (self.item(row, 0) for row in rows)
        return tuple(MemberId(item.data(_ID)) for item in items if item is not None)


def _short(title: str) -> str:
    return f"{title[: _TITLE - 2].rstrip()} …" if len(title) > _TITLE else title


def _answer(cell: Cell) -> QTableWidgetItem:
    icon, tone = cell_look(cell)
    made = QTableWidgetItem(icons.icon(icon, tone), cell_words(cell))
    made.setForeground(theme.colour(tone))
    made.setToolTip(cell_tip(cell))
    return made
