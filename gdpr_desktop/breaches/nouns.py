"""What is taken back, in words: «the decision»."""

from gdpr_desktop.casework.undo import NOUNS as COMMON
from gdpr_desktop.core.text import N_, _

NOUNS = {
    "breach_changed": N_("the change of what was registered"),
    "breach_aware": N_("when we were aware of it"),
    "breach_first_hour": N_("the first hour"),
    "breach_first_hour_over": N_("the first hour"),
    "breach_described": N_("how it happened"),
    "breach_scoped": N_("the people and the data"),
    "breach_assessed": N_("the assessment"),
    "advised": N_("the advice"),
    "decided": N_("the decision"),
    "breach_people_told": N_("that people were told"),
    "breach_lessons": N_("what we learnt"),
}


def noun(code: str) -> str:
    """The words for the code of a deed on the timeline."""
    return _(NOUNS.get(code) or COMMON.get(code, code))
