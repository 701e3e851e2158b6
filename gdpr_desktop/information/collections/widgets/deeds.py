"""From an action to its dialog. Dialogs are imported when they are first opened."""

from typing import TYPE_CHECKING

from gdpr_desktop.casework.widgets.case_deeds import CaseDeeds, dialog_class
from gdpr_desktop.core.change import Change
from gdpr_desktop.information.collections.actions import Action, letter_of
from gdpr_desktop.information.collections.letter_facts import CHILD_LETTER
from gdpr_desktop.information.collections.model import Collection

if TYPE_CHECKING:
    from gdpr_desktop.ui.dialog import FormDialog


class Deeds(CaseDeeds):
    """Opens the dialog of an action and tells the bus what it changed."""

    def at_once(self, chosen: Action, found: Collection) -> Change | None:
        if chosen is not Action.DROP_EXCEPTION:
            return None
        from gdpr_desktop.information.collections import service

        return service.drop_exception(self._vault, found.case.id)

    def resume(self, form: str, found: Collection) -> None:
        code = form.partition(".")[0]
        child = Action.LETTER_CHILD if code == CHILD_LETTER else Action.LETTER
        self.start(Action(code) if code in set(Action) else child, found)

    def dialog_of(self, chosen: Action, found: Collection) -> "FormDialog | None":
        case_id, activity_id = found.case.id, found.intake.activity_id
        template = letter_of(chosen, found)
        if template is not None:
            from gdpr_desktop.information.collections.dialogs.letter import LetterDialog

            return LetterDialog(self._vault, case_id, template, self._parent)
        if chosen is Action.TEXTS:
            from gdpr_desktop.information.collections.dialogs.texts import open_texts

            if activity_id is not None:
                open_texts(self._parent, self._vault, activity_id)
            return None
        if chosen is Action.CHANGE_INTAKE:
            from gdpr_desktop.information.collections.dialogs.intake import IntakeDialog

            return IntakeDialog(self._vault, self._parent, found)
        return case_dialog(chosen)(self._vault, case_id, self._parent)


def case_dialog(action: Action) -> type:
    """The dialog class of an action on the case as a whole."""
    module, name = {
        Action.NOTE: ("closing", "NoteDialog"),
        Action.BULK: ("bulk", "BulkDialog"),
        Action.TOLD: ("told", "ToldDialog"),
        Action.NEW_PURPOSE: ("change", "NewPurposeDialog"),
        Action.SETTLE_CHANGE: ("change", "SettleChangeDialog"),
        Action.EXCEPTION: ("exception", "ExceptionDialog"),
        Action.ADVICE: ("decision", "AdviceDialog"),
        Action.DECISION: ("decision", "DecisionDialog"),
        Action.FILE: ("filing", "FilingDialog"),
        Action.CLOSE: ("closing", "CloseDialog"),
        Action.MISTAKEN: ("closing", "MistakenDialog"),
        Action.REOPEN: ("closing", "ReopenDialog"),
    }[action]
    return dialog_class("information.collections.dialogs", module, name)
