"""From an action on a consent to its dialog."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from gdpr_desktop.casework.widgets.case_deeds import dialog_class
from gdpr_desktop.casework.widgets.undoable_deeds import UndoableDeeds
from gdpr_desktop.consents.given.actions import Action
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.bus import bus

if TYPE_CHECKING:
    from gdpr_desktop.ui.dialog import FormDialog

_GIVEN, _WITHDRAWALS = "consents.given.dialogs", "consents.withdrawals.dialogs"
_DIALOGS = {
    Action.CORRECT: (_GIVEN, "correct", "CorrectDialog"),
    Action.START: (_GIVEN, "start", "StartDialog"),
    Action.PERSON: ("consents.exchange.dialogs", "person_export", "PersonExportDialog"),
    Action.WITHDRAW: (_WITHDRAWALS, "register", "WithdrawDialog"),
}


class ConsentDeeds(UndoableDeeds):
    """Opens the dialog of an action and tells the bus what it changed."""

    def start(self, action: Action, consent: Consent) -> None:
        """Do what the button says; says why where it cannot be."""
        if action is Action.FORM:
            bus.case_wanted.emit("consents", consent.form_id)
            return
        if action is Action.WITHDRAWAL:
            cases = [one.case_id for one in consent.withdrawals if one.case_id is not None]
            bus.case_wanted.emit("consents", cases[-1])
            return
        try:
            dialog = self.dialog_of(action, consent)
        except AppError as error:
            notices.error(self._parent, error)
            return
        dialog.accepted_value.connect(partial(self._on_accepted, consent.id))
        dialog.open()

    def import_list(self, dialog: "FormDialog") -> None:
        """Show the dialog of a list with consents; it is taken back from the notice at the foot."""
        dialog.accepted_value.connect(self._tell)
        dialog.open()

    def dialog_of(self, action: Action, consent: Consent) -> "FormDialog":
        """The dialog of an action, imported when it is first opened."""
        if action is Action.ANSWER:
            register = dialog_class(_GIVEN, "register", "RegisterDialog")
            made: FormDialog = register(self._vault, consent.form_id, self._parent, consent.id)
        else:
            made = dialog_class(*_DIALOGS[action])(self._vault, consent.id, self._parent)
        return made

    def _on_accepted(self, consent_id: int, change: Change) -> None:
        # the way back belongs to the consent, also where the first id is that of a case
        self._tell(replace(change, ids=(consent_id, *change.ids)))
