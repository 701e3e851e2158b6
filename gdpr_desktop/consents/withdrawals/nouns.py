"""What is taken back, in words: «that it was stopped»."""

from gdpr_desktop.casework.undo import NOUNS as COMMON
from gdpr_desktop.core.text import N_, _

NOUNS = {
    "withdrawal_registered": N_("that the consent was taken back"),
    "withdrawal_stopped": N_("what was done in a place"),
    "withdrawal_place_opened": N_("that a place was opened again"),
    "withdrawal_place_added": N_("the place that was added"),
    "withdrawal_place_changed": N_("the change of a place"),
    "withdrawal_place_removed": N_("the place that was taken away"),
    "withdrawal_settled": N_("that there are no more places"),
    "withdrawal_told": N_("that the person was told"),
}


def noun(code: str) -> str:
    """The words for the code of a deed on the timeline."""
    return _(NOUNS.get(code) or COMMON.get(code, code))
