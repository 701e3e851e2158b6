"""Data typed in by hand: a line for each piece of data."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.model import Task
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.base import PartDialog
from gdpr_desktop.requests.portability import reading, service
from gdpr_desktop.requests.portability.model import Column, Draft
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.rows import RowsColumn, RowsField
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.vault import Vault


class TypedDataDialog(PartDialog):
    """One record, typed as names and values."""

    action = Action.PACK  # its draft is taken up again by way of the package

    def __init__(
        self, vault: Vault, case_id: CaseId, part_id: PartId, task: Task, parent: QWidget | None
    ) -> None:
        self._task = task
        title = _("Data from {place}").format(place=task.title)
        intro = _("Only what the person has given us. One line for each piece of data.")
        super().__init__(
            vault, case_id, part_id, parent, title, _("Keep the data"), intro=intro, width=680
        )
        self.title = LineField()
        self.title.set_text(task.title)
        forms.add_row(self.form, _("&What the table is called"), self.title, "", True, name="title")
        columns = (
            RowsColumn(header=_("What it is"), width=18),
            RowsColumn(header=_("What the person gave"), width=24, stretch=2),
        )
        self.lines = RowsField(columns)
        forms.add_row(self.form, _("&Data"), self.lines, name="rows")

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        if any(not name for name, _value in self.lines.rows()):
            text = _("Write what it is, for every line.")
            found.append(FieldProblem(field="rows", text=text))
        return found

    def do(self) -> Change:
        lines = self.lines.rows()
        names = reading.names_of([name for name, _value in lines])
        draft = Draft(
            title=self.title.text(),
            source="",
            columns=tuple(Column(name=name) for name in names),
            rows=(tuple(value for _name, value in lines),) if lines else (),
        )
        return service.bring_in(self.vault, self.part_id, self._task.id, draft)
