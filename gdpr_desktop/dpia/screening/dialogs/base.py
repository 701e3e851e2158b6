"""What the dialogs of the need share: the assessment, read when the dialog is made."""

from typing import Any

from gdpr_desktop.casework.dialogs.base import CaseDialog
from gdpr_desktop.casework.settings import deciders_on
from gdpr_desktop.casework.widgets.officer_question import OfficerQuestion
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.guidance import step_texts
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.dpia.steps import Step
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.vault import Vault


class NeedCaseDialog(CaseDialog):
    """A deed on the need; ``found`` is as it stood when the dialog was made."""

    def __init__(self, vault: Vault, case_id: CaseId, *arguments: Any, **named: Any) -> None:
        self.found: Dpia = read_dpia(vault, case_id)
        named.setdefault("why", step_texts(Step.NEED.value).why)
        super().__init__(vault, case_id, *arguments, **named)

    def draft_about(self) -> str:
        return f"{self.case.number}, {self.found.about.title}"


class WhoDecides:
    """Name and role of who decided, side by side; a namesake of the officer is asked about."""

    def __init__(self, dialog: DeedDialog) -> None:
        self.name, self.role = LineField(), LineField()
        self.name.setObjectName("name")
        self.role.setObjectName("role")
        forms.add_pair(
            dialog.form,
            forms.FieldRow(
                _("&Name of who decided"),
                self.name,
                _("The leader who owns the risk. Never the officer."),
                required=True,
            ),
            forms.FieldRow(_("&Role"), self.role, _("For instance headmaster."), required=True),
        )
        self.question = OfficerQuestion(dialog.vault, self.name)
        dialog.form.addRow(self.question)
        self._titles = {one.name: one.title for one in deciders_on(dialog.vault, dialog.today)}
        if self._titles:
            completer = suggest(self.name.line, self._titles)
            completer.activated.connect(self._on_chosen)

    def fill(self, name: str, role: str) -> None:
        """Show who it is."""
        self.name.set_text(name)
        self.role.set_text(role)

    def _on_chosen(self, name: str) -> None:
        self.role.set_text(self._titles.get(name, self.role.text()))
