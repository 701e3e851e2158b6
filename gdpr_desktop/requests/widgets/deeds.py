"""From an action to its dialog. Dialogs are imported when they are first opened."""

from typing import TYPE_CHECKING

from gdpr_desktop.casework.model import CaseFilter
from gdpr_desktop.casework.widgets.case_deeds import CaseDeeds, dialog_class
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import PartId, TaskId
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.actions import Action, Chosen, letter_of
from gdpr_desktop.requests.feature import NAME
from gdpr_desktop.requests.model import Part, Request, Right
from gdpr_desktop.requests.restrictions.letters import LETTERS as LIFT_LETTERS
from gdpr_desktop.requests.words import words
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.bus import bus

if TYPE_CHECKING:
    from gdpr_desktop.ui.dialog import FormDialog


class Deeds(CaseDeeds):
    """Opens the dialog of an action and tells the bus what it changed."""

    def resume(self, form: str, found: Request) -> None:
        code, _dot, number = form.partition(".")
        restricted = found.of(Right.RESTRICTION)
        if code in LIFT_LETTERS and restricted is not None:
            self.start(Chosen(action=Action.LIFT_LETTER, part=restricted.id), found)
            return
        part = PartId(int(number)) if number else None
        there = part is None or part in {one.id for one in found.parts}
        letter = code not in set(Action)  # an answer letter: which one depends on the case by now
        of_part = letter or Action(code) in PART_ACTIONS | LETTERS_OF_A_PART
        if of_part and not there:
            self._offer_to_delete(form, found)
            return
        if letter:
            self._resume_letter(code, found, part)
            return
        action = Action(code)
        if of_part:
            if part is None and action in PART_ACTIONS:  # from before there were parts
                part = found.parts[0].id
            self.start(Chosen(action=action, part=part), found)
            return
        self.start(Chosen(action=action, task=TaskId(int(number)) if number else None), found)

    def _offer_to_delete(self, form: str, request: Request) -> None:
        sure = notices.ask(
            self._parent,
            _("The right that this draft is about has been taken out of the case."),
            _("The draft cannot be opened. Deleting it cannot be undone."),
            _("Delete the draft"),
            dangerous=True,
        )
        if not sure:
            return
        from gdpr_desktop.vault import drafts

        try:
            drafts.discard(self._vault, f"{NAME}.{form}", request.case.id)
        except AppError as error:
            notices.error(self._parent, error)
        bus.draft_told.emit("")

    def _resume_letter(self, template: str, request: Request, part_id: PartId | None) -> None:
        from gdpr_desktop.requests.dialogs.letter import LetterDialog

        try:
            dialog = LetterDialog(self._vault, request.case.id, template, self._parent, part_id)
        except AppError as error:
            notices.error(self._parent, error)
            return
        self.open(Chosen(action=Action.LETTER_ANSWER), dialog)

    def at_once(self, chosen: Chosen, found: Request) -> Change | None:
        from gdpr_desktop.casework import service

        if chosen.task is None:
            return None
        if chosen.action is Action.REOPEN_TASK:
            return service.reopen_task(self._vault, chosen.task)
        if chosen.action is Action.REMOVE_TASK:
            return service.remove_task(self._vault, chosen.task)
        return None

    def dialog_of(self, chosen: Chosen, found: Request) -> "FormDialog":
        case_id = found.case.id
        part = found.part(chosen.part) if chosen.part is not None else None
        template = letter_of(chosen.action, found, part)
        if template is not None:
            from gdpr_desktop.requests.dialogs.letter import LetterDialog

            return LetterDialog(self._vault, case_id, template, self._parent, chosen.part)
        if chosen.task is not None:
            return _task_dialog(chosen.action)(self._vault, chosen.task, self._parent)
        if chosen.action is Action.CHANGE_INTAKE:
            from gdpr_desktop.requests.dialogs.intake import IntakeDialog

            return IntakeDialog(self._vault, self._parent, found)
        if part is not None:
            return _part_dialog(chosen.action, part)(self._vault, case_id, part.id, self._parent)
        return _case_dialog(chosen.action)(self._vault, case_id, self._parent)

    def told(self, chosen: Chosen) -> str:
        if chosen.action is Action.CLOSE:
            text = _("The case is closed, and stands under «{list}».")
            return text.format(list=words(CaseFilter.CLOSED))
        return _("The letter is saved as a Word file.") if chosen.action in _LETTERS else ""


def _task_dialog(action: Action) -> type:
    if action in _UNSTRUCTURED_DIALOGS:
        module, name = _UNSTRUCTURED_DIALOGS[action]
        return dialog_class("requests.unstructured.dialogs", module, name)
    from gdpr_desktop.requests.dialogs import tasks

    return tasks.AskTaskDialog if action is Action.ASK_TASK else tasks.AnswerTaskDialog


_ROOM = "requests.dialogs"
_UNSTRUCTURED_DIALOGS = {
    Action.UNSTRUCTURED_FORM: ("form", "DepartmentFormDialog"),
    Action.UNSTRUCTURED: ("finds", "FindsDialog"),
}
_CASE_DIALOGS = {
    Action.CONFIRM_RECEIPT: ("receipt", "ReceiptDialog"),
    Action.IDENTITY: ("identity", "IdentityDialog"),
    Action.AUTHORITY: ("authority", "AuthorityDialog"),
    Action.ADD_RIGHT: ("add_right", "AddRightDialog"),
    Action.ADD_TASK: ("tasks", "AddTaskDialog"),
    Action.SPECIFICATION: ("specification", "SpecificationDialog"),
    Action.FILE: ("filing", "FilingDialog"),
    Action.CLOSE: ("closing", "CloseDialog"),
    Action.WITHDRAW: ("closing", "WithdrawDialog"),
    Action.REOPEN: ("closing", "ReopenDialog"),
    Action.NOTE: ("closing", "NoteDialog"),
}
_PART_DIALOGS = {
    Action.REVIEW: ("review", "ReviewDialog"),
    Action.REFUSE: ("refusal", "RefusalDialog"),
    Action.FEE_ANSWER: ("fee_answer", "FeeAnswerDialog"),
    Action.CHARGE_FEE: ("refusal_steps", "ChargeFeeDialog"),
    Action.REFUSE_UNPAID: ("refusal_steps", "RefuseUnpaidDialog"),
    Action.WITHDRAW_REFUSAL: ("refusal_steps", "WithdrawRefusalDialog"),
    Action.ADVICE: ("advice", "AdviceDialog"),
    Action.DECISION: ("decision", "DecisionDialog"),
    Action.CARRY_OUT: ("carry_out", "CarryOutDialog"),
    Action.ANSWER: ("answer", "AnswerDialog"),
    Action.PACK: ("rights.portability", "PackageDialog"),
    Action.DROP_DATA: ("rights.portability", "DropDataDialog"),
    Action.ORAL: ("oral", "OralDialog"),
    Action.SEND: ("send", "SendDialog"),
    Action.LOOK_AGAIN: ("lift", "LookAgainDialog"),
    Action.PLAN_LIFT: ("lift", "PlanLiftDialog"),
    Action.LIFT_LETTER: ("lift", "LiftLetterDialog"),
    Action.LIFT: ("lift", "LiftDialog"),
    Action.DISAGREE: ("disagreement", "DisagreementDialog"),
    Action.NOTE_DOCUMENT: ("disagreement", "NoteDocumentDialog"),
    Action.REMOVE_NOTE: ("disagreement", "RemoveNoteDialog"),
    Action.RECIPIENTS: ("recipients", "RecipientsDialog"),
}
_LETTERS = frozenset(
    {action for action in Action if action.name.startswith("LETTER_")}
    | {Action.LIFT_LETTER, Action.NOTE_DOCUMENT}
)
LETTERS_OF_A_PART = frozenset({Action.LETTER_REFUSAL, Action.LETTER_FEE, Action.LETTER_RECIPIENTS})
PART_ACTIONS = frozenset({Action.ASSESS, Action.LETTER_ANSWER, *_PART_DIALOGS})


def _case_dialog(action: Action) -> type:
    """The dialog class of an action on the case as a whole."""
    return dialog_class(_ROOM, *_CASE_DIALOGS[action])


def _part_dialog(action: Action, part: Part) -> type:
    """The dialog class of an action on one part; each right is assessed in its own."""
    if action is Action.ASSESS:
        return dialog_class(_ROOM, f"rights.{part.right.value}", "AssessDialog")
    return dialog_class(_ROOM, *_PART_DIALOGS[action])
