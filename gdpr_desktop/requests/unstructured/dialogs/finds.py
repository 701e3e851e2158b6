"""What departments found outside the systems, typed in or read from their forms."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import DateError, parse_date
from gdpr_desktop.core.errors import AppError, FieldProblem
from gdpr_desktop.core.ids import TaskId
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.tasks import TaskDialog
from gdpr_desktop.requests.unstructured import service
from gdpr_desktop.requests.unstructured.dialogs.rows import (
    DEPARTMENT_DAY,
    FIND_DAY,
    department_cells,
    department_columns,
    department_of,
    find_cells,
    find_columns,
    find_of,
)
from gdpr_desktop.requests.unstructured.form_fields import mark_of
from gdpr_desktop.requests.unstructured.model import (
    Department,
    Unstructured,
    with_answer,
)
from gdpr_desktop.requests.unstructured.reading import FilledForm, read_form
from gdpr_desktop.ui import forms, notices, tasks
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.fields.rows import RowsField
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.vault import Vault


class FindsDialog(TaskDialog):
    """Two tables: who has answered, and what was found. A filled form fills both."""

    action = Action.UNSTRUCTURED

    def __init__(self, vault: Vault, task_id: TaskId, parent: QWidget | None = None) -> None:
        why = _(
            "What we need is moved to a system with access control, and does not stay behind. What"
            " we do not need is deleted. What stays must have a need that is written down"
            " (handbook 9)."
        )
        title = _("What was found outside the systems")
        super().__init__(vault, task_id, parent, title, _("Save"), why=why, width=980)
        kept = service.read_unstructured(vault, task_id)
        self.form.addRow(self._reading_row())
        self.departments = RowsField(department_columns())
        forms.add_row(
            self.form,
            _("&Departments"),
            self.departments,
            _("When all have answered, the place counts as answered."),
            name="departments",
        )
        self.finds = RowsField(find_columns(), keys=False)
        forms.add_row(
            self.form,
            _("&Finds"),
            self.finds,
            _("Kinds of documents and years, not what they say. Give the day when it is done."),
            name="finds",
        )
        self._show(kept)

    def _reading_row(self) -> QHBoxLayout:
        self.read_button = button(_("&Read a filled form …"))
        self.read_button.clicked.connect(self._on_read_clicked)
        self.read = label("", "muted")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.read_button)
        row.addWidget(self.read, 1)
        return row

    def _show(self, found: Unstructured) -> None:
        self.departments.set_rows(department_cells(one) for one in found.departments)
        self.finds.set_rows(find_cells(one) for one in found.finds)

    def _typed(self) -> Unstructured:
        """What is typed; a day that cannot be read is left out, and told in ``field_problems``."""
        asked = (
            department_of(row, self._day(row[DEPARTMENT_DAY])) for row in self.departments.rows()
        )
        finds = (find_of(row, self._day(row[FIND_DAY])) for row in self.finds.rows())
        return Unstructured(departments=tuple(asked), finds=tuple(finds))

    def _day(self, text: str) -> date | None:
        try:
            return parse_date(text, today=self.today) if text else None
        except DateError:
            return None

    def _unreadable(self, name: str, table: RowsField, column: int) -> list[FieldProblem]:
        """The first line whose day cannot be read."""
        for number, row in enumerate(table.rows(), start=1):
            try:
                if row[column]:
                    parse_date(row[column], today=self.today)
            except DateError as error:
                text = _("Line {number}: {problem}")
                said = text.format(number=number, problem=str(error))
                return [FieldProblem(field=name, text=said)]
        return []

    def field_problems(self) -> list[FieldProblem]:
        return [
            *super().field_problems(),
            *self._unreadable("departments", self.departments, DEPARTMENT_DAY),
            *self._unreadable("finds", self.finds, FIND_DAY),
        ]

    def _on_read_clicked(self) -> None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents))
        title = _("Choose the form that was filled in")
        path = notices.open_path(self, title, folder, _("Word files") + " (*.docx)")
        if path is not None:
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        """Read a filled form in the worker, and put what it says in the tables."""
        number = self.request.case.number
        tasks.run(
            partial(read_form, path, number, self.task.id, self.today),
            title=_("Reading {name}").format(name=path.name),
            on_done=self._on_read,
            on_error=self.show_error,
        )

    def _on_read(self, filled: FilledForm) -> None:
        name = self._name_of(filled)
        if name is None:
            return
        answer = Department(
            name=name,
            answered_on=filled.department.answered_on or self.today,
            answered_by=filled.department.answered_by,
            knows_access=filled.department.knows_access,
            knows_erasure=filled.department.knows_erasure,
        )
        self._show(with_answer(self._typed(), answer, filled.finds))
        text = ngettext(
            "{name}: {count} find is filled in below. Look through it, and save.",
            "{name}: {count} finds are filled in below. Look through them, and save.",
            len(filled.finds),
        )
        said = text.format(name=name, count=len(filled.finds))
        self.read.setText(said)
        announce(self, said)

    def _name_of(self, filled: FilledForm) -> str | None:
        """Which department it is from; the line that is chosen, where the form has lost it."""
        names = [one.name for one in self._typed().departments]
        for name in names:
            if mark_of(name) == filled.mark:
                return name
        chosen = self.departments.table.currentRow()
        if len(names) == 1 or 0 <= chosen < len(names):
            return names[0] if len(names) == 1 else names[chosen]
        self.show_error(
            AppError(
                _("The form does not say which department it is from."),
                hint=_("Choose the line of the department in the table, and read it again."),
            )
        )
        return None

    def do(self) -> Change:
        return service.note_unstructured(self.vault, self.task.id, self._typed())
