"""Words about a prior consultation, made at the edge."""

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.dpia.consultation.model import Consultation, Suspension
from gdpr_desktop.dpia.consultation.service import Heard
from gdpr_desktop.dpia.words import words

_HEARD = {
    Heard.RECEIVED: N_("It has been received"),
    Heard.EXTENDED: N_("They need six weeks more: fourteen in all"),
    Heard.SUSPENDED: N_("They wait for more information: the time stands"),
    Heard.RESUMED: N_("They have got the information: the time runs again"),
    Heard.WITHDRAWN: N_("We withdraw it"),
}


def answer_words(asked: Consultation, language: Language | None = None) -> str:
    """Where it stands, in a few words."""
    if asked.withdrawn_on is not None:
        return _("Withdrawn", language=language)
    if asked.answer is not None:
        return words(asked.answer, language)
    if asked.sent_on is not None:
        return _("Waits for the answer", language=language)
    return _("To be sent", language=language)


def suspension_words(stood: Suspension, language: Language | None = None) -> str:
    """From when, to when, and for what."""
    since = long_date(stood.since, language)
    if stood.until is None:
        text = _("From {since}, not over yet", language=language).format(since=since)
    else:
        text = _("From {since} to {until}", language=language)
        text = text.format(since=since, until=long_date(stood.until, language))
    return f"{text}: {stood.what}" if stood.what else text


def heard_words(heard: Heard, language: Language | None = None) -> str:
    """What Datatilsynet says before it answers, or we say to it."""
    return _(_HEARD[heard], language=language)
