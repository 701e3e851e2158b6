"""The dialogs of a single disclosure, imported when they are opened."""

import importlib
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.register.single_disclosures.actions import Action

if TYPE_CHECKING:
    from gdpr_desktop.ui.dialog import FormDialog
    from gdpr_desktop.vault import Vault

_DIALOGS = {
    Action.ASK_IN_WRITING: "assessing:AskInWritingDialog",
    Action.CAME_IN_WRITING: "assessing:CameInWritingDialog",
    Action.ASSESS: "assessing:AssessDialog",
    Action.ADVISE: "deciding:AdviceDialog",
    Action.DECIDE: "deciding:DecisionDialog",
    Action.ANSWER: "answering:AnswerDialog",
    Action.INFORM: "answering:InformDialog",
    Action.FILE: "ending:FilingDialog",
    Action.CLOSE: "ending:CloseDialog",
    Action.WITHDRAW: "ending:WithdrawDialog",
    Action.REOPEN: "ending:ReopenDialog",
    Action.NOTE: "ending:NoteDialog",
}


def dialog_of(
    action: Action, vault: "Vault", case_id: CaseId, parent: QWidget | None
) -> "FormDialog":
    """The dialog of an action on a case. Raises ``AppError`` for who may not see the case."""
    if action is Action.CHANGE:
        from gdpr_desktop.register.single_disclosures.dialogs.intake import IntakeDialog

        return IntakeDialog(vault, case_id, parent)
    if action is Action.LETTER:
        from gdpr_desktop.register.single_disclosures.dialogs.letter import answer_letter

        return answer_letter(vault, case_id, parent)
    module, _colon, name = _DIALOGS[action].partition(":")
    found = importlib.import_module(f"gdpr_desktop.register.single_disclosures.dialogs.{module}")
    made: FormDialog = getattr(found, name)(vault, case_id, parent)
    return made
