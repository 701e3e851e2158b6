"""What the timeline tells of risks and measures, and what is taken back."""

from gdpr_desktop.core.text import N_

TIMELINE = {
    "dpia_risk_added": (N_("A risk was added: {title}"), "shield"),
    "dpia_risk_changed": (N_("A risk was changed: {title}"), "shield"),
    "dpia_risk_removed": (N_("A risk was taken away: {title}"), "shield"),
    "dpia_risk_moved": (N_("A risk was moved in the list: {title}"), "shield"),
    "dpia_risks_suggested": (N_("Risks were taken from the list of suggestions"), "shield"),
    "dpia_measure_added": (N_("A measure was added: {title}"), "tasks"),
    "dpia_measure_changed": (N_("A measure was changed: {title}"), "tasks"),
    "dpia_measure_removed": (N_("A measure was taken away: {title}"), "tasks"),
    "dpia_measure_done": (N_("A measure was carried out: {title}"), "done"),
    "dpia_measure_opened": (N_("Not carried out after all: {title}"), "tasks"),
    "dpia_scale_chosen": (N_("The scale of the risks was changed"), "shield"),
    "dpia_risks_exported": (N_("Risks and measures were exported"), "letter"),
}
NOUNS = {
    "dpia_risk_added": N_("the risk that was added"),
    "dpia_risk_changed": N_("the change of a risk"),
    "dpia_risk_removed": N_("the risk that was taken away"),
    "dpia_risk_moved": N_("the new place of a risk"),
    "dpia_risks_suggested": N_("the suggestions that were added"),
    "dpia_measure_added": N_("the measure that was added"),
    "dpia_measure_changed": N_("the change of the measure"),
    "dpia_measure_removed": N_("the measure that was taken away"),
    "dpia_measure_done": N_("that the measure was carried out"),
    "dpia_measure_opened": N_("that the measure was not carried out"),
    "dpia_scale_chosen": N_("the scale of the risks"),
}
