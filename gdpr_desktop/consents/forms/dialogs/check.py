"""The sixteen points of checklist 3.8, what is to be changed, and what a person answers."""

from typing import Any

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.dialogs.base import CaseDialog
from gdpr_desktop.casework.widgets.case_deeds import dialog_class
from gdpr_desktop.consents.checking import service
from gdpr_desktop.consents.checking.points import BASIS, POINTS, Finding, Outcome, of_point
from gdpr_desktop.consents.checking.seen import asked
from gdpr_desktop.consents.checking.widgets.point import PointRow
from gdpr_desktop.consents.checking.words import check_summary
from gdpr_desktop.consents.forms.actions import Action
from gdpr_desktop.consents.forms.guidance import step_texts
from gdpr_desktop.consents.forms.model import Form, PointAnswer
from gdpr_desktop.consents.forms.service.base import read_form
from gdpr_desktop.consents.forms.steps import Step
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, FieldProblem
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.labels import line
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault

_ROOM = "consents.forms.dialogs"
_DIALOGS = {BASIS: ("basis", "BasisDialog"), "purposes": ("purposes", "PurposesDialog")}
_CONTENT = ("content", "ContentDialog")


class CheckDialog(CaseDialog):
    """``accepted_value`` also carries each change that is made on the way, from its buttons."""

    form_code = Action.CHECK.value

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(
            vault,
            case_id,
            parent,
            _("The sixteen points"),
            _("Save the answers"),
            why=step_texts(Step.CHECK.value).why,
            width=820,
        )
        self.summary = NoteBox(" ")
        self.form.addRow(self.summary)
        self.rows = {number: PointRow(number) for number in POINTS}
        for number, row in self.rows.items():
            if number > 1:
                self.form.addRow(line())
            self.form.addRow(row)
            row.change_wanted.connect(self._on_change_wanted)
        self.found = self._read()
        for answer in self.found.answers:
            self.rows[answer.number].show_answer(answer)

    def _read(self) -> Form:
        """Read the form and show how each point stands."""
        found = read_form(self.vault, self.case_id)
        findings, wanted = service.findings(self.vault, found), asked(found)
        for number, row in self.rows.items():
            own = of_point(findings, number)
            row.show_findings(own, found.draft, asked=number in wanted)
        self.summary.say(*check_summary(findings))
        return found

    def _on_change_wanted(self, finding: Finding, *_checked: Any) -> None:
        try:
            dialog = self._dialog_for(finding)
        except AppError as error:
            notices.error(self, error)
            return
        dialog.accepted_value.connect(self._on_changed)
        dialog.open()

    def _dialog_for(self, finding: Finding) -> Any:
        if finding.field == BASIS:
            return dialog_class(_ROOM, *_DIALOGS[BASIS])(self.vault, self.case_id, self)
        made = dialog_class(_ROOM, *_DIALOGS.get(finding.field, _CONTENT))
        return made(self.vault, self.case_id, self, field=finding.purpose or finding.field)

    def _on_changed(self, change: Change) -> None:
        self.accepted_value.emit(change)  # the page shows it, and can undo it
        self.found = self._read()

    def answers(self) -> tuple[PointAnswer, ...]:
        """What is answered now."""
        given = (row.given() for row in self.rows.values())
        return tuple(one for one in given if one is not None)

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        if not self.answers():
            text = _("Answer at least one of the points with a question.")
            first = min(asked(self.found))
            found.append(FieldProblem(field=f"yes_{first}", text=text))
        return [*found, *service.point_problems(self.answers())]

    def do(self) -> Change:
        return service.answer_points(self.vault, self.case_id, self.answers())

    def outcome(self, number: int) -> Outcome | None:
        """How a point stands."""
        return self.rows[number].outcome
