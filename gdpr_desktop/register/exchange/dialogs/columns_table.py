"""The columns of a sheet, each with what it becomes: proposed, to be changed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from gdpr_desktop.core.text import _
from gdpr_desktop.register.exchange.columns import FIELDS
from gdpr_desktop.register.exchange.editing import NUMBER, NUMBER_KEY
from gdpr_desktop.register.exchange.model import ColumnPlan
from gdpr_desktop.tables.model import Sheet
from gdpr_desktop.ui.fields.choice import Choice

_LOOKED_AT = 50  # rows, for an example
_LINES = 9  # shown without scrolling


class ColumnsTable(QTableWidget):
    """A line to each column with a heading."""

    def __init__(self) -> None:
        super().__init__(0, 3)
        self.setHorizontalHeaderLabels([_("In the sheet"), _("For example"), _("Becomes")])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setHighlightSections(False)
        self.verticalHeader().hide()
        height = self.fontMetrics().height() + 20
        self.verticalHeader().setDefaultSectionSize(height)
        self.setMinimumHeight(height * (_LINES + 1))
        self._columns: list[int] = []
        self._choices: list[Choice] = []
        self._width = 0

    def show_plan(self, sheet: Sheet, plan: ColumnPlan) -> None:
        """Show the columns of ``sheet`` with what ``plan`` proposes."""
        header = sheet.rows[plan.header] if plan.header < len(sheet.rows) else ()
        self._width = len(plan.keys)
        self._columns = [number for number, text in enumerate(header) if text.strip()]
        self._choices = []
        self.setRowCount(0)
        for line, column in enumerate(self._columns):
            self.insertRow(line)
            title = " ".join(header[column].split())
            self.setItem(line, 0, QTableWidgetItem(title))
            self.setItem(line, 1, QTableWidgetItem(_example(sheet, plan, column)))
            choice = Choice(_pairs(), empty=_("Left out"))
            choice.setAccessibleName(_("«{column}» becomes").format(column=title))
            choice.set_value(plan.keys[column] or None)
            self.setCellWidget(line, 2, choice)
            self._choices.append(choice)

    def keys(self) -> tuple[str, ...]:
        """The fields chosen, by column."""
        chosen = {
            column: choice.value() or ""
            for column, choice in zip(self._columns, self._choices, strict=True)
        }
        return tuple(chosen.get(column, "") for column in range(self._width))

    def choice(self, column: int) -> Choice:
        """The choice of one column."""
        return self._choices[self._columns.index(column)]


def _pairs() -> list[tuple[str, str]]:
    return [(one.key, _(one.header)) for one in FIELDS] + [(NUMBER_KEY, _(NUMBER))]


def _example(sheet: Sheet, plan: ColumnPlan, column: int) -> str:
    for row in sheet.rows[plan.header + 1 : plan.header + 1 + _LOOKED_AT]:
        if column < len(row) and row[column].strip():
            return " ".join(row[column].split())[:80]
    return ""
