"""What an import will do: the first rows as they will become, and what is wrong in which."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gdpr_desktop.core.municipality import Municipality
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.exchange.columns import BY_KEY
from gdpr_desktop.register.exchange.model import Fate, Plan, Read, Snapshot
from gdpr_desktop.ui.labels import label

_PREVIEWED = 20
_MOST_PROBLEMS = 500
_SHOWN = ("purposes", "bases", "subjects", "data", "retention", "recipients")
_LINES = 6


class PlanView(QWidget):
    """Two tables under a summary."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.summary = label("", "label")
        self.remarks = label("", "warning")
        column.addWidget(self.summary)
        column.addWidget(self.remarks)
        column.addWidget(label(_("How the first rows will become"), "label"))
        heads = [_("Row"), _("Becomes"), _("Name"), *(_(BY_KEY[key].header) for key in _SHOWN)]
        self.rows = _table(heads, _("How the first rows will become"))
        column.addWidget(self.rows)
        self.problems_title = label(_("What you should look at"), "label")
        column.addWidget(self.problems_title)
        heads = [_("Cell"), _("Name"), _("Problem")]
        self.problems = _table(heads, _("What you should look at"))
        self.problems.horizontalHeader().setStretchLastSection(True)
        self.problems.setWordWrap(True)
        column.addWidget(self.problems)

    def show_plan(self, plan: Plan) -> None:
        """Show this one."""
        self.summary.setText(summary_words(plan))
        self.remarks.setText("\n".join(plan.remarks))
        self.remarks.setVisible(bool(plan.remarks))
        _fill(self.rows, [_preview(one) for one in plan.reads[:_PREVIEWED]])
        found = [
            (problem.cell or str(one.row), one.name, problem.text)
            for one in plan.reads
            for problem in one.problems
        ]
        _fill(self.problems, found[:_MOST_PROBLEMS])
        self.problems.setVisible(bool(found))
        self.problems_title.setVisible(bool(found))
        self.problems.setColumnWidth(0, 70)
        self.problems.setColumnWidth(1, 200)
        self.problems.resizeRowsToContents()


def summary_words(plan: Plan) -> str:
    """How many rows become what."""
    said = (
        (Fate.ADD, _("New: {count}")),
        (Fate.UPDATE, _("Changed: {count}")),
        (Fate.SAME, _("As before: {count}")),
        (Fate.SKIP, _("Left out: {count}")),
        (Fate.REFUSED, _("Cannot be imported: {count}")),
    )
    parts = [text.format(count=plan.count(fate)) for fate, text in said if plan.count(fate)]
    return " · ".join(parts) or _("There is nothing to import.")


def fate_words(fate: Fate) -> str:
    """What becomes of a row."""
    return {
        Fate.ADD: _("New"),
        Fate.UPDATE: _("Changed"),
        Fate.SAME: _("As before"),
        Fate.SKIP: _("Left out"),
        Fate.REFUSED: _("Cannot be imported"),
    }[fate]


def _preview(one: Read) -> tuple[str, ...]:
    content: Activity | None = one.content
    cells = tuple(_cell(content, key) for key in _SHOWN) if content else ("",) * len(_SHOWN)
    return (str(one.row), fate_words(one.fate), one.name, *cells)


def _cell(content: Activity, key: str) -> str:
    # these fields point to no other entry, so that no record is needed
    nothing = Snapshot(municipality=Municipality(name=""), day=date.min)
    return BY_KEY[key].show(content, nothing, current_language()).replace("\n", "; ")


def _table(heads: Sequence[str], name: str) -> QTableWidget:
    table = QTableWidget(0, len(heads))
    table.setHorizontalHeaderLabels(list(heads))
    table.setAccessibleName(name)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setCornerButtonEnabled(False)
    table.verticalHeader().hide()
    head = table.horizontalHeader()
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    head.setHighlightSections(False)
    head.setDefaultSectionSize(180)
    height = table.fontMetrics().height() + 12
    table.verticalHeader().setDefaultSectionSize(height)
    table.setMinimumHeight(height * (_LINES + 1) + 16)
    for column, width in ((0, 60), (1, 150)):
        table.setColumnWidth(column, width)
    return table


def _fill(table: QTableWidget, rows: Iterable[Sequence[str]]) -> None:
    table.setRowCount(0)
    for line, row in enumerate(rows):
        table.insertRow(line)
        for column, text in enumerate(row):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            table.setItem(line, column, item)
