"""The deeds that a case offers as buttons, and which one is the one clear next."""

from dataclasses import dataclass
from enum import StrEnum

from gdpr_desktop.casework.model import UNSTRUCTURED, Task
from gdpr_desktop.core.ids import PartId, TaskId
from gdpr_desktop.core.roles import Deed, Role, scope
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.requests.model import Part, Request, Step
from gdpr_desktop.requests.rights import answer_letter, answered_by_mouth
from gdpr_desktop.requests.rights.base import child_or
from gdpr_desktop.requests.rights.refused import unsettled_fee
from gdpr_desktop.requests.steps import StepView


class Action(StrEnum):
    """What a button of the case does. Those of one task carry the task's id beside them."""

    CHANGE_INTAKE = "change_intake"
    LETTER_RECEIPT = "access_receipt"
    CONFIRM_RECEIPT = "confirm_receipt"
    IDENTITY = "identity"
    LETTER_IDENTITY = "access_identity"
    LETTER_IDENTITY_UNKNOWN = "access_identity_unknown"
    AUTHORITY = "authority"
    ADD_TASK = "add_task"
    ASK_TASK = "ask_task"
    ANSWER_TASK = "answer_task"
    UNSTRUCTURED_FORM = "unstructured_form"
    UNSTRUCTURED = "unstructured"
    REOPEN_TASK = "reopen_task"
    REMOVE_TASK = "remove_task"
    LETTER_SPECIFICATION = "access_specification"
    SPECIFICATION = "specification"
    LETTER_EXTENSION = "access_extension"
    ADD_RIGHT = "add_right"
    REVIEW = "review"
    ASSESS = "assess"
    REFUSE = "refuse"
    LETTER_REFUSAL = "request_refusal"
    LETTER_FEE = "request_fee"
    FEE_ANSWER = "fee_answer"
    CHARGE_FEE = "charge_fee"
    REFUSE_UNPAID = "refuse_unpaid"
    WITHDRAW_REFUSAL = "withdraw_refusal"
    ADVICE = "advice"
    DECISION = "decision"
    CARRY_OUT = "carry_out"
    ANSWER = "answer"
    PACK = "pack"
    DROP_DATA = "drop_data"
    ORAL = "oral"
    LETTER_ANSWER = "letter_answer"
    SEND = "send"
    LOOK_AGAIN = "look_again"
    PLAN_LIFT = "plan_lift"
    LIFT_LETTER = "lift_letter"
    LIFT = "lift"
    DISAGREE = "disagree"
    NOTE_DOCUMENT = "note_document"
    REMOVE_NOTE = "remove_note"
    RECIPIENTS = "recipients"
    LETTER_RECIPIENTS = "recipients_notice"
    FILE = "file"
    CLOSE = "close"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"
    NOTE = "note"


_WORDS = {
    Action.CHANGE_INTAKE: N_("Change …"),
    Action.LETTER_RECEIPT: N_("Write the confirmation …"),
    Action.CONFIRM_RECEIPT: N_("Confirmed in another way"),
    Action.IDENTITY: N_("Establish the identity …"),
    Action.LETTER_IDENTITY: N_("Ask for proof by letter …"),
    Action.LETTER_IDENTITY_UNKNOWN: N_("Letter: not established …"),
    Action.AUTHORITY: N_("Note the authority …"),
    Action.ADD_TASK: N_("Add a system or department …"),
    Action.ASK_TASK: N_("Ask …"),
    Action.ANSWER_TASK: N_("Note the answer …"),
    Action.UNSTRUCTURED_FORM: N_("Form for departments …"),
    Action.UNSTRUCTURED: N_("Note what was found …"),
    Action.REOPEN_TASK: N_("Undo the answer"),
    Action.REMOVE_TASK: N_("Remove"),
    Action.LETTER_SPECIFICATION: N_("Ask the person to specify …"),
    Action.SPECIFICATION: N_("Note what the person specified …"),
    Action.LETTER_EXTENSION: N_("Extend the deadline …"),
    Action.ADD_RIGHT: N_("Add a right …"),
    Action.REVIEW: N_("Go through the material …"),
    Action.ASSESS: N_("Assess the case …"),
    Action.REFUSE: N_("Refuse, or ask for a fee …"),
    Action.LETTER_REFUSAL: N_("Write the letter of refusal …"),
    Action.LETTER_FEE: N_("Warn of the fee by letter …"),
    Action.FEE_ANSWER: N_("Note the answer on the fee …"),
    Action.CHARGE_FEE: N_("The person takes the fee …"),
    Action.REFUSE_UNPAID: N_("The fee is not taken: refuse …"),
    Action.WITHDRAW_REFUSAL: N_("Take the refusal back …"),
    Action.ADVICE: N_("Write the advice …"),
    Action.DECISION: N_("Note the decision …"),
    Action.CARRY_OUT: N_("Note what has been done …"),
    Action.ANSWER: N_("Write the answer …"),
    Action.PACK: N_("Pack the data …"),
    Action.DROP_DATA: N_("Delete the data brought in …"),
    Action.ORAL: N_("Note an oral answer …"),
    Action.LETTER_ANSWER: N_("Write the answer letter …"),
    Action.SEND: N_("Send the answer …"),
    Action.LOOK_AGAIN: N_("It goes on …"),
    Action.PLAN_LIFT: N_("End the restriction …"),
    Action.LIFT_LETTER: N_("Tell the person by letter …"),
    Action.LIFT: N_("Lift the restriction …"),
    Action.DISAGREE: N_("Write the note …"),
    Action.NOTE_DOCUMENT: N_("The note to Word …"),
    Action.REMOVE_NOTE: N_("Take the note away …"),
    Action.RECIPIENTS: N_("Note who got the data …"),
    Action.LETTER_RECIPIENTS: N_("Write to a recipient …"),
    Action.FILE: N_("File in the archive …"),
    Action.CLOSE: N_("Close the case …"),
    Action.WITHDRAW: N_("The person takes it back …"),
    Action.REOPEN: N_("Open the case again …"),
    Action.NOTE: N_("Write a note …"),
}


_DEEDS = {
    Action.ADVICE: Deed.ADVISE,
    Action.DECISION: Deed.DECIDE,
    Action.LETTER_ANSWER: Deed.SEND_LETTER,
    Action.SEND: Deed.SEND_LETTER,
    Action.LIFT_LETTER: Deed.SEND_LETTER,
    Action.NOTE_DOCUMENT: Deed.SEND_LETTER,
    Action.LETTER_RECIPIENTS: Deed.SEND_LETTER,
    Action.FILE: Deed.FILE_CASE,
    Action.CLOSE: Deed.CLOSE_CASE,
    Action.WITHDRAW: Deed.CLOSE_CASE,
    Action.REOPEN: Deed.REOPEN_CASE,
}


def is_for(action: Action, role: Role) -> bool:
    """May ``role`` do it, at least on cases assigned to them? Else it is not offered."""
    usual = Deed.SEND_LETTER if _is_letter(action) else Deed.WORK_ON_CASE
    return scope(role, _DEEDS.get(action, usual)) is not None


def deed_words(action: Action) -> str:
    """The words on the button."""
    return _(_WORDS[action])


def task_actions(task: Task, *, by_form: bool = False) -> tuple[Action, ...]:
    """What can be done with one task; ``by_form``: departments have got the checklist."""
    loose = task.kind == UNSTRUCTURED
    found = (Action.UNSTRUCTURED,) if loose or by_form else ()
    if task.done:
        return (*found, Action.REOPEN_TASK)
    form = (Action.UNSTRUCTURED_FORM, *found)
    if task.asked_on:
        return (Action.ANSWER_TASK, Action.ASK_TASK, *form)
    asks = (Action.ASK_TASK, Action.ANSWER_TASK, *form)
    return asks if loose else (*asks, Action.REMOVE_TASK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A deed with the task or the part that it is about."""

    action: Action
    task: TaskId | None = None
    part: PartId | None = None


_PRIMARY = {
    Step.RECEIPT: Action.LETTER_RECEIPT,
    Step.IDENTITY: Action.IDENTITY,
    Step.REVIEW: Action.REVIEW,
    Step.ASSESS: Action.ASSESS,
    Step.ADVICE: Action.ADVICE,
    Step.DECISION: Action.DECISION,
    Step.PACK: Action.PACK,
    Step.CARRY_OUT: Action.CARRY_OUT,
    Step.ANSWER: Action.ANSWER,
    Step.SEND: Action.SEND,
    Step.TELL: Action.RECIPIENTS,
    Step.FILE: Action.FILE,
    Step.CLOSE: Action.CLOSE,
}


def primary_action(request: Request, view: StepView) -> Chosen:
    """The deed behind the one clear button, with the task or part it is about."""
    if view.step is Step.IDENTITY and request.identity.established:
        return Chosen(action=Action.AUTHORITY)
    if view.step is Step.COLLECT:
        action, task = _collecting(request)
        return Chosen(action=action, task=task)
    if view.part is not None:
        part = request.part(view.part)
        if view.step is Step.SEND:
            return Chosen(action=_sending(request, part), part=part.id)
        fee = unsettled_fee(part)
        if fee is not None and view.step in (Step.REVIEW, Step.ASSESS):
            told = fee.warned_on is not None
            action = Action.FEE_ANSWER if told else Action.LETTER_FEE
            return Chosen(action=action, part=part.id)
    return Chosen(action=_PRIMARY[view.step], part=view.part)


def _sending(request: Request, part: Part) -> Action:
    """The letter must be there before it is sent; what is told by mouth needs none."""
    if part.answered:  # only the reasons of what was refused are left to tell
        return Action.LETTER_REFUSAL
    ready = part.letter_saved or answered_by_mouth(request, part)
    return Action.SEND if ready else Action.LETTER_ANSWER


def _collecting(request: Request) -> tuple[Action, TaskId | None]:
    """Name the places first, then ask each, then note each answer."""
    if len(request.tasks) < 2:
        return Action.ADD_TASK, None
    for task in request.tasks:
        if not task.done and task.asked_on is None:
            return Action.ASK_TASK, task.id
    waiting = next((task for task in request.tasks if not task.done), None)
    return (Action.ANSWER_TASK, waiting.id) if waiting else (Action.ADD_TASK, None)


def letter_of(action: Action, request: Request, part: Part | None) -> str | None:
    """The template a letter action opens; None for what is no letter."""
    if action is Action.LETTER_ANSWER and part is not None:
        return answer_letter(request, part)
    if action in (Action.LETTER_REFUSAL, Action.LETTER_FEE):
        return child_or(request, action.value)
    return action.value if _is_letter(action) else None


def _is_letter(action: Action) -> bool:
    named = action is Action.LETTER_RECIPIENTS
    return named or action.value.startswith(("access_", "request_"))
