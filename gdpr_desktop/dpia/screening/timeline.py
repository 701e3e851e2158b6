"""What happened about the need, on the timeline."""

from gdpr_desktop.core.text import N_

TIMELINE = {
    "dpia_screened": (N_("Whether an assessment is needed was answered"), "note"),
    "dpia_need_viewed": (N_("The officer gave a view of the need"), "note"),
    "dpia_need_decided": (N_("{name} decided whether an assessment is needed"), "done"),
}
NOUNS = {
    "dpia_screened": N_("the answers about the need"),
    "dpia_need_viewed": N_("the officer's view of the need"),
    "dpia_need_decided": N_("the decision about the need"),
}
