"""What the wizard tells on the timeline."""

from gdpr_desktop.core.text import N_

TIMELINE = {
    "dpia_written": (N_("Worked on the answers"), "note"),
}
