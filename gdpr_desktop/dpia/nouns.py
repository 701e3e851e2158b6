"""What is taken back, in words: «the approval»."""

from gdpr_desktop.casework.undo import NOUNS as COMMON
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.dpia.advice import timeline as advice
from gdpr_desktop.dpia.consultation import timeline as consultation
from gdpr_desktop.dpia.risks.timeline import NOUNS as RISKS
from gdpr_desktop.dpia.screening import timeline as screening

NOUNS = {
    "dpia_about_written": N_("the change of what it is about"),
    **advice.NOUNS,
    **RISKS,
    **screening.NOUNS,
    "dpia_file_cancelled": N_("that a work file is not waited for"),
    "dpia_file_awaited": N_("that a work file is waited for again"),
    "dpia_file_taken_in": N_("the work file that was taken in"),
    "dpia_filled": N_("what was filled in from the record"),
    **consultation.NOUNS,
}


def noun(code: str) -> str:
    """The words for the code of a deed on the timeline."""
    return _(NOUNS.get(code) or COMMON.get(code, code))
