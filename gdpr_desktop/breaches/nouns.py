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
    "breach_measure_added": N_("the measure that was added"),
    "breach_measure_changed": N_("the change of the measure"),
    "breach_measure_done": N_("that the measure was carried out"),
    "breach_measure_opened": N_("that the measure was not carried out"),
    "breach_measure_removed": N_("the measure that was taken away"),
    "breach_measures_settled": N_("that no more measures are planned"),
    "breach_evidence_added": N_("what proves it"),
    "breach_evidence_removed": N_("what was taken away of what proves it"),
    "breach_routed": N_("who was told"),
    "breach_route_removed": N_("what was taken away of who was told"),
}


def noun(code: str) -> str:
    """The words for the code of a deed on the timeline."""
    return _(NOUNS.get(code) or COMMON.get(code, code))
