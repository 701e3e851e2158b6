"""The first page of an assessment that has been begun, to be changed."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.actions import Action
from gdpr_desktop.dpia.screening.dialogs.base import NeedCaseDialog
from gdpr_desktop.dpia.screening.from_activity import activities
from gdpr_desktop.dpia.screening.widgets.about_fields import AboutFields
from gdpr_desktop.dpia.service.intake import write_about
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.picks import PicksField
from gdpr_desktop.vault import Vault


class AboutDialog(NeedCaseDialog):
    """Also which activities of the record it is about."""

    form_code = Action.ABOUT.value

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(
            vault, case_id, parent, _("What it is about"), _("Save"), width=680, why=""
        )
        self.fields = AboutFields(self)
        self.fields.show(self.found.about)
        self.activities = PicksField(activities(vault))
        help_ = _("What is decided here is noted on them in the record.")
        row = forms.add_row(
            self.form, _("&Activities of the record"), self.activities, help_, name="activities"
        )
        self.activities.set_value(self.found.about.activities)
        row.setVisible(not getattr(vault, "is_work_file", False))

    def do(self) -> Change:
        kept = replace(self.fields.value(), activities=tuple(self.activities.value()))
        return write_about(self.vault, self.case_id, kept)
