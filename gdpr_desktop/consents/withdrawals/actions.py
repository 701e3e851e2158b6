"""What may be done on a withdrawal, where each deed stands on the page, and whom it is for."""

from dataclasses import dataclass
from enum import StrEnum

from gdpr_desktop.casework.model import Task
from gdpr_desktop.consents.withdrawals.model import CaseOutcome, Withdrawal
from gdpr_desktop.consents.withdrawals.steps import Step
from gdpr_desktop.core.ids import TaskId
from gdpr_desktop.core.roles import Deed, Role, scope
from gdpr_desktop.core.text import N_, _


class Action(StrEnum):
    """A button, and the name of its drafts."""

    ASSIGN = "withdrawal_assign"
    MISTAKE = "withdrawal_mistake"
    SETTLE = "withdrawal_settle"
    NOT_THIS = "withdrawal_not_this"
    ADD = "withdrawal_add"
    END = "withdrawal_end"
    CHANGE = "withdrawal_change"
    OPEN = "withdrawal_open"
    REMOVE = "withdrawal_remove"
    NO_MORE = "withdrawal_no_more"
    LETTER = "consent_withdrawn"
    LETTER_CHILD = "consent_withdrawn_child"
    TOLD = "withdrawal_told"
    FILE = "withdrawal_file"
    CLOSE = "withdrawal_close"
    REOPEN = "withdrawal_reopen"
    NOTE = "withdrawal_note"


_WORDS = {
    Action.ASSIGN: N_("Give it to a caseworker …"),
    Action.MISTAKE: N_("Registered by mistake …"),
    Action.SETTLE: N_("Yes, register that it is taken back …"),
    Action.NOT_THIS: N_("No, it is about something else …"),
    Action.ADD: N_("Add a place …"),
    Action.END: N_("Note what was done …"),
    Action.CHANGE: N_("Change …"),
    Action.OPEN: N_("Not done after all"),
    Action.REMOVE: N_("Take it away"),
    Action.NO_MORE: N_("There are no more places"),
    Action.LETTER: N_("Write the confirmation …"),
    Action.LETTER_CHILD: N_("Write to the child …"),
    Action.TOLD: N_("Note that the person was told …"),
    Action.FILE: N_("File in the archive …"),
    Action.CLOSE: N_("Close the case …"),
    Action.REOPEN: N_("Open the case again …"),
    Action.NOTE: N_("Write a note …"),
}
_DEEDS = {
    Action.ASSIGN: Deed.REGISTER_CASE,
    Action.LETTER: Deed.SEND_LETTER,
    Action.LETTER_CHILD: Deed.SEND_LETTER,
    Action.FILE: Deed.FILE_CASE,
    Action.CLOSE: Deed.CLOSE_CASE,
    Action.REOPEN: Deed.REOPEN_CASE,
}
LETTERS = frozenset({Action.LETTER, Action.LETTER_CHILD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A deed with the place that it is about."""

    action: Action
    task: TaskId | None = None


def action_words(action: Action) -> str:
    """The words on the button."""
    return _(_WORDS[action])


def may(action: Action, role: Role) -> bool:
    """Is the button for this role?"""
    return scope(role, _DEEDS.get(action, Deed.WORK_ON_CASE)) is not None


def intake_actions(found: Withdrawal) -> tuple[Action, ...]:
    """What the section of what was registered offers."""
    if not found.case.open:
        return ()
    used = any(one.done for one in found.stops) or found.confirmed is not None
    mistake = () if found.waits or used or found.consent is None else (Action.MISTAKE,)
    return (Action.ASSIGN, *mistake)


def actions_of(found: Withdrawal, step: Step) -> tuple[Action, ...]:
    """What a step offers now, the nearest first."""
    if not found.case.open:
        return _closed(found, step)
    if found.waits:
        return {
            Step.SETTLE: (Action.SETTLE, Action.NOT_THIS),
            Step.CLOSE: (Action.NOTE,),
        }.get(step, ())
    return {
        Step.SETTLE: (),
        Step.STOP: (Action.ADD, *(() if found.settled else (Action.NO_MORE,))),
        Step.CONFIRM: _confirming(found),
        Step.FILE: (Action.FILE,),
        Step.CLOSE: (Action.CLOSE, Action.NOTE),
    }[step]


def _confirming(found: Withdrawal) -> tuple[Action, ...]:
    child = (Action.LETTER_CHILD,) if found.child else ()
    return (Action.LETTER, *child, Action.TOLD)


def _closed(found: Withdrawal, step: Step) -> tuple[Action, ...]:
    if step is Step.FILE:
        return (Action.FILE,)
    done = found.case.outcome == CaseOutcome.DONE
    return (Action.REOPEN,) if step is Step.CLOSE and done else ()


def place_actions(found: Withdrawal, task: Task) -> tuple[Action, ...]:
    """What can be done with one place, the nearest first."""
    if task.done:
        return (Action.OPEN,) if found.confirmed is None else ()
    remove = () if found.named(task) else (Action.REMOVE,)
    return (Action.END, Action.CHANGE, *remove)


def primary(found: Withdrawal, step: Step | None) -> Chosen | None:
    """The one button of the next step."""
    if step is None:
        return None
    if step is Step.STOP:
        waiting = next((one for one in found.stops if not one.done), None)
        if waiting is not None:
            return Chosen(action=Action.END, task=waiting.id)
        return Chosen(action=Action.NO_MORE if found.stops else Action.ADD)
    action = next(iter(actions_of(found, step)), None)
    return Chosen(action=action) if action is not None else None
