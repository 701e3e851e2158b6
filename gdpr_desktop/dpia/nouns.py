"""What is taken back, in words: «the approval»."""

from gdpr_desktop.casework.undo import NOUNS as COMMON
from gdpr_desktop.core.text import N_, _

NOUNS = {
    "dpia_about_written": N_("the change of what it is about"),
    "dpia_filled": N_("what was filled in from the record"),
}


def noun(code: str) -> str:
    """The words for the code of a deed on the timeline."""
    return _(NOUNS.get(code) or COMMON.get(code, code))
