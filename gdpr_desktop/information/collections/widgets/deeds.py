"""From an action to its dialog. Dialogs are imported when they are first opened."""

import importlib
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.widgets.undoable_deeds import UndoableDeeds
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.information.collections.actions import Action, letter_of
from gdpr_desktop.information.collections.letter_facts import CHILD_LETTER
from gdpr_desktop.information.collections.model import Collection
from gdpr_desktop.ui import notices

if TYPE_CHECKING:
    from gdpr_desktop.ui.dialog import FormDialog
    from gdpr_desktop.vault import Vault


class Deeds(UndoableDeeds):
    """Opens the dialog of an action and tells the bus what it changed."""

    def __init__(self, vault: "Vault", parent: QWidget) -> None:
        super().__init__(vault, parent)

    def start(self, action: Action, collection: Collection) -> None:
        """Open the dialog of ``action``, or do it at once where nothing has to be filled in."""
        try:
            if action is Action.DROP_EXCEPTION:
                from gdpr_desktop.information.collections import service

                self._tell(service.drop_exception(self._vault, collection.case.id))
                return
            dialog = self._dialog(action, collection)
        except AppError as error:
            notices.error(self._parent, error)
            return
        if dialog is not None:
            dialog.accepted_value.connect(self._tell)
            dialog.open()

    def resume(self, form: str, collection: Collection) -> None:
        """Open the dialog that a draft of ``form`` was typed in; it brings the draft back."""
        child = Action.LETTER_CHILD if form == CHILD_LETTER else Action.LETTER
        self.start(Action(form) if form in set(Action) else child, collection)

    def _dialog(self, action: Action, collection: Collection) -> "FormDialog | None":
        case_id, activity_id = collection.case.id, collection.intake.activity_id
        template = letter_of(action, collection)
        if template is not None:
            from gdpr_desktop.information.collections.dialogs.letter import LetterDialog

            return LetterDialog(self._vault, case_id, template, self._parent)
        if action is Action.TEXTS:
            from gdpr_desktop.information.collections.dialogs.texts import open_texts

            if activity_id is not None:
                open_texts(self._parent, self._vault, activity_id)
            return None
        if action is Action.CHANGE_INTAKE:
            from gdpr_desktop.information.collections.dialogs.intake import IntakeDialog

            return IntakeDialog(self._vault, self._parent, collection)
        return case_dialog(action)(self._vault, case_id, self._parent)


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
    found = importlib.import_module(f"gdpr_desktop.information.collections.dialogs.{module}")
    return getattr(found, name)
