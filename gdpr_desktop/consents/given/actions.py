"""What may be done on one consent."""

from enum import StrEnum

from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import N_, _


class Action(StrEnum):
    """A button on the page of a consent."""

    ANSWER = "answer"  # of another giver, or a newer one
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    START = "start"
    PERSON = "person"  # all about whom it is about, out of the register
    FORM = "form"
    WITHDRAWAL = "withdrawal"  # show its case


_WORDS = {
    Action.ANSWER: N_("Register another answer …"),
    Action.CORRECT: N_("Correct …"),
    Action.WITHDRAW: N_("Withdraw …"),
    Action.START: N_("Note when the processing began …"),
    Action.PERSON: N_("All about this person …"),
    Action.FORM: N_("Show the form"),
    Action.WITHDRAWAL: N_("Show the withdrawal"),
}
DEEDS = {
    Action.ANSWER: Deed.REGISTER_CASE,
    Action.CORRECT: Deed.WORK_ON_CASE,
    Action.WITHDRAW: Deed.WORK_ON_CASE,
    Action.START: Deed.WORK_ON_CASE,
    Action.PERSON: Deed.TELL_OF_PERSON,
    Action.FORM: Deed.READ_CASE,
    Action.WITHDRAWAL: Deed.READ_CASE,
}


def action_words(action: Action) -> str:
    """The words on the button."""
    return _(_WORDS[action])


def actions_of(consent: Consent) -> tuple[Action, ...]:
    """What a consent offers, the nearest first."""
    keys = {key for one in consent.standing() for key in one.yes}
    given = any(consent.agreeing(key) for key in keys) and not consent.wholly_withdrawn()
    return (
        Action.ANSWER,
        *((Action.WITHDRAW,) if given else ()),
        *((Action.CORRECT,) if consent.statements else ()),
        Action.START,
        Action.PERSON,
        Action.FORM,
    )
