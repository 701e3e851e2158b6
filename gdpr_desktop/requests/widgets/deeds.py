"""From an action to its dialog. Dialogs are imported when they are first opened."""

import importlib
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.widgets.undoable_deeds import UndoableDeeds
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import TaskId
from gdpr_desktop.requests.actions import Action, letter_of
from gdpr_desktop.requests.model import Request
from gdpr_desktop.ui import notices

if TYPE_CHECKING:
    from gdpr_desktop.ui.dialog import FormDialog
    from gdpr_desktop.vault import Vault


class Deeds(UndoableDeeds):
    """Opens the dialog of an action and tells the bus what it changed."""

    done = Signal(object)  # the Action that was carried out

    def __init__(self, vault: "Vault", parent: QWidget) -> None:
        super().__init__(vault, parent)
        self._action: Action | None = None

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
