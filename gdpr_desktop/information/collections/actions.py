"""The deeds that a collection offers as buttons, and which one is the one clear next."""

from enum import StrEnum

from gdpr_desktop.core.roles import Deed, Role, scope
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.information.collections.letter_facts import letter_template
from gdpr_desktop.information.collections.model import Collection
from gdpr_desktop.information.collections.steps import Step


class Action(StrEnum):
    """What a button of the case does."""

    CHANGE_INTAKE = "change_intake"
    NOTE = "note"
    LETTER = "letter"
    LETTER_CHILD = "letter_child"
    BULK = "bulk"
    TEXTS = "texts"
    TOLD = "told"
    NEW_PURPOSE = "new_purpose"
    SETTLE_CHANGE = "settle_change"
    EXCEPTION = "exception"
    DROP_EXCEPTION = "drop_exception"
    ADVICE = "advice"
    DECISION = "decision"
    FILE = "file"
    CLOSE = "close"
    MISTAKEN = "mistaken"
    REOPEN = "reopen"


_WORDS = {
    Action.CHANGE_INTAKE: N_("Change …"),
    Action.NOTE: N_("Write a note …"),
    Action.LETTER: N_("Write the letter …"),
    Action.LETTER_CHILD: N_("Write to the child …"),
    Action.BULK: N_("Write to all of them …"),
    Action.TEXTS: N_("Text for a form, box or sign …"),
    Action.TOLD: N_("Note how they were told …"),
    Action.NEW_PURPOSE: N_("Note a new purpose …"),
    Action.SETTLE_CHANGE: N_("People need not be told …"),
    Action.EXCEPTION: N_("Use an exception …"),
    Action.DROP_EXCEPTION: N_("Tell them after all"),
    Action.ADVICE: N_("Write the advice …"),
    Action.DECISION: N_("Note the decision …"),
    Action.FILE: N_("File in the archive …"),
    Action.CLOSE: N_("Close the case …"),
    Action.MISTAKEN: N_("Registered by mistake …"),
    Action.REOPEN: N_("Open the case again …"),
}
_DEEDS = {
    Action.LETTER: Deed.SEND_LETTER,
    Action.LETTER_CHILD: Deed.SEND_LETTER,
    Action.BULK: Deed.SEND_LETTER,
    Action.TEXTS: Deed.READ_RECORD,
    Action.ADVICE: Deed.ADVISE,
    Action.DECISION: Deed.DECIDE,
    Action.FILE: Deed.FILE_CASE,
    Action.CLOSE: Deed.CLOSE_CASE,
    Action.MISTAKEN: Deed.CLOSE_CASE,
    Action.REOPEN: Deed.REOPEN_CASE,
}


def is_for(action: Action, role: Role) -> bool:
    """May ``role`` do it, at least on cases assigned to them? Else it is not offered."""
    return scope(role, _DEEDS.get(action, Deed.WORK_ON_CASE)) is not None


def deed_words(action: Action) -> str:
    """The words on the button."""
    return _(_WORDS[action])


def primary_action(collection: Collection, step: Step) -> Action:
    """The deed behind the one clear button."""
    if step is Step.TELL:
        return _telling(collection)
    return {
        Step.CHANGE: Action.NEW_PURPOSE,
        Step.EXCEPTION: Action.EXCEPTION,
        Step.ADVICE: Action.ADVICE,
        Step.DECISION: Action.DECISION,
        Step.FILE: Action.FILE,
        Step.CLOSE: Action.CLOSE,
    }[step]


def _telling(collection: Collection) -> Action:
    """A group without addresses cannot be written to."""
    intake = collection.intake
    if not intake.group:
        return Action.LETTER_CHILD if collection.about_child else Action.LETTER
    return Action.BULK if intake.recipients else Action.TOLD


def letter_of(action: Action, collection: Collection) -> str | None:
    """The template a letter action opens; None for what is no letter."""
    if action not in (Action.LETTER, Action.LETTER_CHILD):
        return None
    return letter_template(collection, child=action is Action.LETTER_CHILD)
