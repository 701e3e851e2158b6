"""The timeline's words for work files."""

from gdpr_desktop.core.text import N_

TIMELINE = {
    "dpia_file_sent": (N_("A work file was made"), "letter"),
    "dpia_file_cancelled": (N_("A work file is not waited for any more"), "note"),
    "dpia_file_awaited": (N_("A work file is waited for again"), "note"),
    "dpia_file_ready": (N_("The work file was closed to be sent back"), "done"),
    "dpia_file_taken_in": (N_("A work file was taken in"), "inbox"),
}
