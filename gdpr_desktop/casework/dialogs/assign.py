"""A case is given to somebody: the name, and the user of this register who gets to see it."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.checks import LINE_LENGTH
from gdpr_desktop.casework.dialogs.base import CaseDialog
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.vault import Vault, users


class AssignDialog(CaseDialog):
    """Say who handles the case."""

    form_code = "assign"

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("Give it to a caseworker")
        super().__init__(vault, case_id, parent, title, _("Save"))
        self.caseworker = LineField(max_length=LINE_LENGTH)
        self.caseworker.set_text(self.case.caseworker)
        suggest(
            self.caseworker.line,
            [user.name for user in users.all_users(vault.db) if not user.removed],
        )
        forms.add_row(
            self.form,
            _("&Caseworker"),
            self.caseworker,
            _("A user of this register with that name gets to see the case. Empty: nobody."),
            name="caseworker",
        )

    def do(self) -> Change:
        name = self.caseworker.text()
        user_id = cases.user_named(self.vault.db, name) if name else None
        return casework.assign(self.vault, self.case_id, caseworker=name, user_id=user_id)
