"""From an action to its dialog. Dialogs are imported when they are first opened."""

import importlib
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _
from gdpr_desktop.information.collections.actions import Action, letter_of
from gdpr_desktop.information.collections.letter_facts import CHILD_LETTER
from gdpr_desktop.information.collections.model import Collection
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.notice_bar import say

if TYPE_CHECKING:
    from gdpr_desktop.ui.dialog import FormDialog
    from gdpr_desktop.vault import Vault


class Deeds(QObject):
    """Opens the dialog of an action and tells the bus what it changed."""

    def __init__(self, vault: "Vault", parent: QWidget) -> None:
        super().__init__(parent)
        self._vault, self._parent = vault, parent
        self._undos: dict[int, list[Undo]] = {}  # by case, the last deed last

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

    def _tell(self, change: Change) -> None:
        """Tell the bus; where the deed can be taken back, the notice at the foot offers it."""
        bus.tell(change, self)
        undo = change.undo
        if undo is None:
            return
        self._undos.setdefault(change.id, []).append(undo)
        text = _("Saved: {what}.").format(what=undo.words)
        take_back = partial(self.undo, change.id, undo)
        say(self._parent, text, action=_("Undo"), on_action=take_back)

    def undo_words(self, case_id: int | None) -> str:
        """What Ctrl+Z takes back in the case: «the note»; empty when there is nothing."""
        undos = self._undos.get(case_id) if case_id is not None else None
        return undos[-1].words if undos else ""

    def undo(self, case_id: int, wanted: Undo | None = None) -> None:
        """Take back ``wanted``, or what was done last in the case; says why where it cannot be."""
        undos = self._undos.get(case_id, [])
        if wanted is None and undos:
            wanted = undos[-1]
        if wanted is None or not any(one is wanted for one in undos):
            return
        undos[:] = [one for one in undos if one is not wanted]
        try:
            bus.tell(wanted.verb(self._vault), self)
        except AppError as error:
            notices.error(self._parent, error)
            return
        say(self._parent, _("Undone: {what}").format(what=wanted.words))


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
