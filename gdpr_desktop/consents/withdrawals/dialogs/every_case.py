"""What a withdrawal has as every case: a note, a caseworker, filing, being opened again."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.dialogs import assign, filing, note, reopen
from gdpr_desktop.consents.withdrawals.actions import Action
from gdpr_desktop.consents.withdrawals.guidance import step_texts
from gdpr_desktop.consents.withdrawals.service.closing import reopen_withdrawal
from gdpr_desktop.consents.withdrawals.steps import Step
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault


class NoteDialog(note.NoteDialog):
    """Put a note on the timeline of a withdrawal."""

    form_code = Action.NOTE.value


class AssignDialog(assign.AssignDialog):
    """Say who handles a withdrawal."""

    form_code = Action.ASSIGN.value


class ReopenDialog(reopen.ReopenDialog):
    """Open a closed withdrawal again."""

    form_code = Action.REOPEN.value

    def do(self) -> Change:
        return reopen_withdrawal(self.vault, self.case_id, self.reason.text())


class FilingDialog(filing.FilingDialog):
    """Proposes a title that says neither whom nor what it is about."""

    form_code = Action.FILE.value

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        language = cases.case(vault.db, case_id).language
        neutral = _("A consent that was taken back", language=language)
        why = step_texts(Step.FILE.value).why
        super().__init__(vault, case_id, parent, neutral=neutral, why=why)
