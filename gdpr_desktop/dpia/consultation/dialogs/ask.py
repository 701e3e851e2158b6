"""It is decided to ask Datatilsynet beforehand."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.actions import Action
from gdpr_desktop.dpia.advice.dialogs.base import DecidingDialog
from gdpr_desktop.dpia.consultation.model import Consultation
from gdpr_desktop.dpia.consultation.service import ask, require_ask
from gdpr_desktop.dpia.steps import Step
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.vault import Vault


class AskDialog(DecidingDialog):
    """Why it is asked, and who decided."""

    form_code = Action.CONSULT.value
    step = Step.CONSULTATION

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("Ask Datatilsynet beforehand")
        super().__init__(vault, case_id, parent, title, _("Save the decision"))
        require_ask(self.found)
        self.add_advice()
        self.why = TextArea(lines=4)
        help_ = _("Which risk is left when the measures are in place, and why can it not be less?")
        forms.add_row(self.form, _("&Why"), self.why, help_, True, name="why")
        about = self.found.about
        self.add_who(about.responsible, about.responsible_role, self.today)
        self.why.setFocus()

    def do(self) -> Change:
        decided_on = self.decided_on.date()
        assert decided_on is not None, "checked before"
        asked = Consultation(
            why=self.why.text(),
            decided_by=self.name.text(),
            role=self.role.text(),
            decided_on=decided_on,
        )
        return ask(self.vault, self.case_id, asked)
