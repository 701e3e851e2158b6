"""The case of an assessment is closed, opened again, or filed."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.dialogs import filing, reopen
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.actions import Action
from gdpr_desktop.dpia.advice.closing import close
from gdpr_desktop.dpia.advice.closing import reopen as open_again
from gdpr_desktop.dpia.advice.dialogs.base import AssessmentDialog
from gdpr_desktop.dpia.advice.rules import ending
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.guidance import step_texts
from gdpr_desktop.dpia.steps import Step
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class CloseDialog(AssessmentDialog):
    """Says what it is closed as."""

    form_code = Action.CLOSE.value
    step = Step.CLOSE

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("Close the case")
        super().__init__(vault, case_id, parent, title, title)
        self.form.addRow(NoteBox(self._said()))
        if not self.case.archive_number:
            text = _("There is no archive number yet. It can be noted afterwards too.")
            self.form.addRow(NoteBox(text, role="notice"))
        self.reason = self.ask_why(_("&Why it is closed"))

    def _said(self) -> str:
        then = ending(self.found)
        kept = _("Everything is kept, and the case can be opened again.")
        if then is State.DROPPED:
            said = _("It is closed as dropped: nothing comes of the processing.")
        elif then is State.ENDED:
            said = _("It is closed because the processing is over.")
        else:
            said = _("What was decided stands, and nobody is reminded to look at it again.")
        return f"{said} {kept}"

    def do(self) -> Change:
        return close(self.vault, self.case_id, reason=self.reason.text())


class ReopenDialog(reopen.ReopenDialog):
    """It goes on where it may be written on, or be asked whether one is needed."""

    def do(self) -> Change:
        return open_again(self.vault, self.case_id, self.reason.text())


class FilingDialog(filing.FilingDialog):
    """Proposes a title that says what it is; no person stands in it."""

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        case = cases.case(vault.db, case_id)
        neutral = _("Assessment of consequences for privacy", language=case.language)
        super().__init__(
            vault, case_id, parent, neutral=neutral, why=step_texts(Step.FILE.value).why
        )
