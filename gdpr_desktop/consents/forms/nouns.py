"""What is taken back, in words: «the approval»."""

from gdpr_desktop.casework.undo import NOUNS as COMMON
from gdpr_desktop.core.text import N_, _

NOUNS = {
    "consent_form_written": N_("the change of the form"),
    "consent_purposes_written": N_("the change of the purposes"),
    "consent_form_approved": N_("the approval"),
    "consent_basis_answered": N_("the answer about the basis"),
    "consent_points_answered": N_("the answers to the sixteen points"),
    "consent_form_reviewed": N_("the follow-up"),
    "consent_form_changed_use": N_("the follow-up"),
    "consent_expired_stopped": N_("the note of what was stopped"),
    "advised": N_("the advice"),
}


def noun(code: str) -> str:
    """The words for the code of a deed on the timeline."""
    return _(NOUNS.get(code) or COMMON.get(code, code))
