"""What the dialogs of assessing and deciding share: the case, and the name of their drafts."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.breaches.actions import Action
from gdpr_desktop.breaches.assessing.advice import Advice, advise
from gdpr_desktop.breaches.assessing.from_case import is_outdated
from gdpr_desktop.breaches.assessing.words import program_words
from gdpr_desktop.breaches.guidance import step_texts
from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.breaches.steps import Step
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class AssessingDialog(DeedDialog):
    """A deed at ``step`` of one breach, read when the dialog is made."""

    feature = "breaches"
    action: Action
    step: Step

    def __init__(
        self,
        vault: Vault,
        case_id: CaseId,
        parent: QWidget | None,
        title: str,
        deed: str,
        *,
        intro: str = "",
        width: int = 600,
    ) -> None:
        why = step_texts(self.step.value).why
        super().__init__(vault, parent, title, deed, intro=intro, why=why, width=width)
        self.case_id = case_id
        self.breach: Breach = read_breach(vault, case_id)
        self.keep_draft_of(self.action.value, case_id)

    def show_program(self) -> Advice:
        """Say what the assessment that holds comes to. Raises ``RefusedError`` without one."""
        made = self.breach.assessment
        if made is None:
            raise RefusedError(
                _("The risk has not been assessed."), hint=_("Assess the risk first.")
            )
        if is_outdated(self.breach):
            text = _("The facts of the case have changed since. Assess the risk anew.")
            self.form.addRow(NoteBox(text, role="notice"))
        advice = advise(made)
        self.form.addRow(NoteBox(program_words(advice), _("What the assessment comes to")))
        return advice

    def draft_about(self) -> str:
        return f"{self.breach.case.number}, {self.breach.intake.title}"
