"""Words about a prior consultation, made at the edge."""

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.consultation.model import Consultation
from gdpr_desktop.dpia.words import words


def answer_words(asked: Consultation, language: Language | None = None) -> str:
    """Where it stands, in a few words."""
    if asked.withdrawn_on is not None:
        return _("Withdrawn", language=language)
    if asked.answer is not None:
        return words(asked.answer, language)
    if asked.sent_on is not None:
        return _("Waits for the answer", language=language)
    return _("To be sent", language=language)
