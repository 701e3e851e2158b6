"""Words about notifying the authority: what contradicts itself, where to go on, the timeline."""

from gdpr_desktop.breaches.notifying.sheet import Contradiction, Place
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _

TIMELINE = {
    "breach_notified": (N_("The authority was notified"), "letter"),
    "breach_followed_up": (N_("The authority got a follow-up"), "letter"),
    "breach_notice_withdrawn": (N_("The notification was withdrawn"), "letter"),
    "breach_authority_letter": (N_("A letter came from the authority"), "inbox"),
    "breach_demand_answered": (N_("The authority was answered"), "letter"),
}
_CONTRADICTIONS = {
    Contradiction.PEOPLE_NUMBER: N_(
        "The number of people is called exact or approximate, but no number from 1 up is given."
    ),
    Contradiction.RECORDS_NUMBER: N_(
        "The number of records is called exact or approximate, but no number from 1 up is given."
    ),
    Contradiction.HIGH_RISK_NOT_TOLD: N_(
        "The risk is assessed as high, but people are not to be told because no high risk is"
        " likely. Assess again, decide to tell them, or name the exception and what proves it."
    ),
    Contradiction.EXCEPTION_NOT_PROVED: N_(
        "People are not told because of an exception, but nothing says what proves it. Add that"
        " to the decision."
    ),
    Contradiction.PROTECTED_BUT_READABLE: N_(
        "People are not told because nobody else can read the data, but the description does not"
        " say that the protection is intact. Put one of them right."
    ),
    Contradiction.MUST_TELL_WITHOUT_RISK: N_(
        "The assessment finds no risk, but it is decided that people must be told. Assess again,"
        " or say that they are told voluntarily."
    ),
    Contradiction.TELL_BUT_NOT_NOTIFY: N_(
        "It is decided that people must be told, but not the authority. Whoever must tell people"
        " of a high risk, must notify the authority too."
    ),
}
_PLACES = {
    Place.INTAKE: N_("Fill in under what was registered"),
    Place.FACTS: N_("Fill in under how it happened"),
    Place.SCOPE: N_("Fill in under people and data"),
    Place.ASSESSMENT: N_("Fill in under the assessment"),
    Place.DECISION: N_("Fill in under the decision"),
    Place.NOTIFY: N_("Fill in when you note the notification"),
    Place.TELL: N_("Fill in under telling people"),
    Place.MEASURES: N_("Fill in under measures"),
    Place.LESSONS: N_("Fill in under what was learnt"),
    Place.SETTINGS: N_("Fill in in the settings"),
}


def contradiction_words(code: Contradiction, language: Language | None = None) -> str:
    """What does not go together, and what to do."""
    return _(_CONTRADICTIONS[code], language=language)


def place_words(place: Place) -> str:
    """Where a line of the sheet is filled in."""
    return _(_PLACES[place])
