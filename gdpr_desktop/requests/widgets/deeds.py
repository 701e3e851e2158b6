"""From an action to its dialog. Dialogs are imported when they are first opened."""

import importlib
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import TaskId
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.actions import Action, letter_of
from gdpr_desktop.requests.model import Request
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.notice_bar import say

if TYPE_CHECKING:
    from gdpr_desktop.ui.dialog import FormDialog
    from gdpr_desktop.vault import Vault


class Deeds(QObject):
    """Opens the dialog of an action and tells the bus what it changed."""

    done = Signal(object)  # the Action that was carried out

    def __init__(self, vault: "Vault", parent: QWidget) -> None:
        super().__init__(parent)
        self._vault, self._parent = vault, parent
        self._action: Action | None = None
        self._undos: dict[int, list[Undo]] = {}  # by case, the last deed last

    def start(self, action: Action, request: Request, task_id: TaskId | None = None) -> None:
        """Open the dialog of ``action``, or do it at once where nothing has to be filled in."""
        if task_id is not None and self._do_at_once(action, task_id):
            return
        try:
            dialog = self._dialog(action, request, task_id)
        except AppError as error:
            notices.error(self._parent, error)
            return
        self._open(action, dialog)

    def _open(self, action: Action, dialog: "FormDialog") -> None:
        self._action = action
        dialog.accepted_value.connect(self._on_accepted)
        dialog.open()

    def resume(self, form: str, request: Request) -> None:
        """Open the dialog that a draft of ``form`` was typed in; it brings the draft back."""
        code, _dot, task = form.partition(".")
        if code not in set(Action):  # an answer letter: which one depends on the case by now
            self._resume_letter(code, request)
            return
        self.start(Action(code), request, TaskId(int(task)) if task else None)

    def _resume_letter(self, template: str, request: Request) -> None:
        from gdpr_desktop.requests.dialogs.letter import LetterDialog

        try:
            dialog = LetterDialog(self._vault, request.case.id, template, self._parent)
        except AppError as error:
            notices.error(self._parent, error)
            return
        self._open(Action.LETTER_ANSWER, dialog)

    def _do_at_once(self, action: Action, task_id: TaskId) -> bool:
        from gdpr_desktop.casework import service

        verbs = {Action.REOPEN_TASK: service.reopen_task, Action.REMOVE_TASK: service.remove_task}
        verb = verbs.get(action)
        if verb is None:
            return False
        try:
            self._tell(verb(self._vault, task_id))
        except AppError as error:
            notices.error(self._parent, error)
        return True

    def _dialog(self, action: Action, request: Request, task_id: TaskId | None) -> "FormDialog":
        template = letter_of(action, request)
        if template is not None:
            from gdpr_desktop.requests.dialogs.letter import LetterDialog

            return LetterDialog(self._vault, request.case.id, template, self._parent)
        if task_id is not None:
            return _task_dialog(action)(self._vault, task_id, self._parent)
        if action is Action.CHANGE_INTAKE:
            from gdpr_desktop.requests.dialogs.intake import IntakeDialog

            return IntakeDialog(self._vault, self._parent, request)
        return _case_dialog(action)(self._vault, request.case.id, self._parent)

    def _on_accepted(self, change: Change) -> None:
        self._tell(change)
        self.done.emit(self._action)

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


def _task_dialog(action: Action) -> type:
    from gdpr_desktop.requests.dialogs import tasks

    return tasks.AskTaskDialog if action is Action.ASK_TASK else tasks.AnswerTaskDialog


def _case_dialog(action: Action) -> type:
    """The dialog class of an action on the case as a whole."""
    module, name = {
        Action.CONFIRM_RECEIPT: ("receipt", "ReceiptDialog"),
        Action.IDENTITY: ("identity", "IdentityDialog"),
        Action.AUTHORITY: ("authority", "AuthorityDialog"),
        Action.ADD_TASK: ("tasks", "AddTaskDialog"),
        Action.SPECIFICATION: ("specification", "SpecificationDialog"),
        Action.REVIEW: ("review", "ReviewDialog"),
        Action.ADVICE: ("advice", "AdviceDialog"),
        Action.DECISION: ("decision", "DecisionDialog"),
        Action.ANSWER: ("answer", "AnswerDialog"),
        Action.ORAL: ("oral", "OralDialog"),
        Action.SEND: ("send", "SendDialog"),
        Action.FILE: ("filing", "FilingDialog"),
        Action.CLOSE: ("closing", "CloseDialog"),
        Action.WITHDRAW: ("closing", "WithdrawDialog"),
        Action.REOPEN: ("closing", "ReopenDialog"),
        Action.NOTE: ("closing", "NoteDialog"),
    }[action]
    found = importlib.import_module(f"gdpr_desktop.requests.dialogs.{module}")
    return getattr(found, name)
