"""What is taken back on a consent, in words: «the answer»."""

from gdpr_desktop.core.text import N_, _

_NOUNS = {
    "consent_registered": N_("the answer on the form"),
    "consent_answer_added": N_("the answer on the form"),
    "consent_corrected": N_("the correction of the consent"),
    "consent_start_noted": N_("the start of the processing"),
}


def noun(code: str) -> str:
    """The words for the code of a deed on a consent."""
    return _(_NOUNS[code])
