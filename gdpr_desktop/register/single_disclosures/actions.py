"""What may be done on a single disclosure, and by whom: the buttons of its page."""

from enum import StrEnum

from gdpr_desktop.core.roles import Deed, Role, scope
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.register.single_disclosures.model import SingleDisclosure
from gdpr_desktop.register.single_disclosures.steps import Step


class Action(StrEnum):
    """A button, and the name of its drafts."""

    CHANGE = "change"
    TELL_OFFICER = "tell_officer"
    ASK_IN_WRITING = "ask_in_writing"
    CAME_IN_WRITING = "came_in_writing"
    ASSESS = "assess"
    ADVISE = "advise"
    DECIDE = "decide"
    LETTER = "letter"
    ANSWER = "answer"
    INFORM = "inform"
    FILE = "file"
    CLOSE = "close"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"
    NOTE = "note"


_WORDS = {
    Action.CHANGE: N_("Change the facts"),
    Action.TELL_OFFICER: N_("The officer is told"),
    Action.ASK_IN_WRITING: N_("Ask for it in writing"),
    Action.CAME_IN_WRITING: N_("It came in writing"),
    Action.ASSESS: N_("Assess the law"),
    Action.ADVISE: N_("Give advice"),
    Action.DECIDE: N_("Note the decision"),
    Action.LETTER: N_("Write the answer letter"),
    Action.ANSWER: N_("Note that the answer was sent"),
    Action.INFORM: N_("Settle whether the person is told"),
    Action.FILE: N_("File in the archive"),
    Action.CLOSE: N_("Close the case"),
    Action.WITHDRAW: N_("It was taken back"),
    Action.REOPEN: N_("Open the case again"),
    Action.NOTE: N_("Write a note"),
}
_DEEDS = {
    Action.ADVISE: Deed.ADVISE,
    Action.DECIDE: Deed.DECIDE,
    Action.LETTER: Deed.SEND_LETTER,
    Action.ANSWER: Deed.SEND_LETTER,
    Action.FILE: Deed.FILE_CASE,
    Action.CLOSE: Deed.CLOSE_CASE,
    Action.WITHDRAW: Deed.CLOSE_CASE,
    Action.REOPEN: Deed.REOPEN_CASE,
}


def action_words(action: Action) -> str:
    """The words on the button."""
    return _(_WORDS[action])


def may(action: Action, role: Role) -> bool:
    """Is the button for this role?"""
    return scope(role, _DEEDS.get(action, Deed.WORK_ON_CASE)) is not None


def actions_of(found: SingleDisclosure, step: Step) -> tuple[Action, ...]:
    """What a step offers now, the nearest first."""
    if not found.case.open:
        return {Step.FILE: (Action.FILE,), Step.CLOSE: (Action.REOPEN,)}.get(step, ())
    answered = found.dispatch is not None
    if answered and step in (Step.ASSESSMENT, Step.ADVICE, Step.DECISION, Step.IN_WRITING):
        return ()
    return {
        Step.OFFICER: () if found.officer_told_at else (Action.TELL_OFFICER,),
        Step.IN_WRITING: _in_writing(found),
        Step.ASSESSMENT: (Action.ASSESS,),
        Step.ADVICE: (Action.ADVISE,),
        Step.DECISION: (Action.DECIDE,),
        Step.ANSWER: () if answered else _answer(found),
        Step.INFORMING: (Action.INFORM,),
        Step.FILE: (Action.FILE,),
        Step.CLOSE: (Action.CLOSE, *(() if answered else (Action.WITHDRAW,)), Action.NOTE),
    }[step]


def _in_writing(found: SingleDisclosure) -> tuple[Action, ...]:
    if found.is_written:
        return ()
    if found.in_writing is not None:
        return (Action.CAME_IN_WRITING,)
    return (Action.ASK_IN_WRITING, Action.CAME_IN_WRITING)


def _answer(found: SingleDisclosure) -> tuple[Action, ...]:
    return (Action.LETTER, Action.ANSWER) if found.decision is not None else ()


def primary(found: SingleDisclosure, step: Step | None) -> Action | None:
    """The one button of the next step."""
    if step is None:
        return None
    return next(iter(actions_of(found, step)), None)
