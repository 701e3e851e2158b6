"""What may be done on a deviation, where each deed stands on the page, and whom it is for."""

from enum import StrEnum

from gdpr_desktop.breaches.deviations.model import Deviation
from gdpr_desktop.breaches.deviations.steps import Step
from gdpr_desktop.core.roles import Deed, Role, scope
from gdpr_desktop.core.text import N_, _


class Action(StrEnum):
    """A button, and the name of its drafts."""

    CHANGE = "change"
    ASSIGN = "assign"
    IS_BREACH = "is_breach"
    OPEN_BREACH = "open_breach"
    FOLLOW_UP = "follow_up"
    CLOSE = "close"
    REOPEN = "reopen"
    NOTE = "note"


_WORDS = {
    Action.CHANGE: N_("Change what was registered …"),
    Action.ASSIGN: N_("Give it to a caseworker …"),
    Action.IS_BREACH: N_("This is a breach …"),
    Action.OPEN_BREACH: N_("Show the breach"),
    Action.FOLLOW_UP: N_("Follow it up …"),
    Action.CLOSE: N_("Close the case …"),
    Action.REOPEN: N_("Open the case again …"),
    Action.NOTE: N_("Write a note …"),
}
_DEEDS = {
    Action.ASSIGN: Deed.REGISTER_CASE,
    Action.OPEN_BREACH: Deed.READ_CASE,
    Action.CLOSE: Deed.CLOSE_CASE,
    Action.REOPEN: Deed.REOPEN_CASE,
}


def action_words(action: Action) -> str:
    """The words on the button."""
    return _(_WORDS[action])


def may(action: Action, role: Role) -> bool:
    """Is the button for this role?"""
    if action is Action.IS_BREACH and scope(role, Deed.REGISTER_CASE) is None:
        return False
    return scope(role, _DEEDS.get(action, Deed.WORK_ON_CASE)) is not None


def intake_actions(found: Deviation) -> tuple[Action, ...]:
    """What the section of what was registered offers."""
    return (Action.CHANGE, Action.ASSIGN) if found.case.open else ()


def actions_of(found: Deviation, step: Step) -> tuple[Action, ...]:
    """What a step offers now, the nearest first."""
    linked = found.breach is not None
    if step is Step.BREACH:
        ask = (Action.IS_BREACH,) if found.case.open and not linked else ()
        return (*((Action.OPEN_BREACH,) if linked else ()), *ask)
    if not found.case.open:
        return (Action.REOPEN,) if step is Step.CLOSE else ()
    return {
        Step.FOLLOW_UP: (Action.FOLLOW_UP,),
        Step.CLOSE: (Action.CLOSE, Action.NOTE),
    }[step]


def primary(found: Deviation, step: Step | None) -> Action | None:
    """The one button of the next step."""
    return next(iter(actions_of(found, step)), None) if step is not None else None
