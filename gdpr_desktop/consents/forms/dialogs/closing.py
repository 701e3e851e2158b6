"""A form is taken out of use, opened again, or filed."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.dialogs import filing
from gdpr_desktop.casework.dialogs.reopen import ReopenDialog as ReopenDialog
from gdpr_desktop.consents.forms.actions import Action
from gdpr_desktop.consents.forms.dialogs.case_dialog import FormCaseDialog
from gdpr_desktop.consents.forms.guidance import step_texts
from gdpr_desktop.consents.forms.service.closing import retire_form
from gdpr_desktop.consents.forms.steps import Step
from gdpr_desktop.consents.given import store as given
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class CloseDialog(FormCaseDialog):
    """Says how many answers still hold."""

    form_code = Action.CLOSE.value
    step = Step.CLOSE

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("Take the form out of use")
        super().__init__(vault, case_id, parent, title, title)
        text = _(
            "Nobody is asked on the form any more. Everything about it is kept, and it can be"
            " taken into use again."
        )
        self.form.addRow(label(text))
        count = given.valid_on(vault.db, case_id, self.today)
        if count:
            text = ngettext(
                "{count} consent on the form still holds. It can be used and taken back as before.",
                "{count} consents on the form still hold. They can be used and taken back as"
                " before.",
                count,
            )
            self.form.addRow(NoteBox(text.format(count=count), role="notice"))
        self.reason = self.ask_why(_("&Why it is taken out of use"))

    def do(self) -> Change:
        return retire_form(self.vault, self.case_id, reason=self.reason.text())


class FilingDialog(filing.FilingDialog):
    """Proposes a title that says what the form is for; no person stands in it."""

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        case = cases.case(vault.db, case_id)
        neutral = _("Form for consent", language=case.language)
        super().__init__(
            vault, case_id, parent, neutral=neutral, why=step_texts(Step.FILE.value).why
        )
