"""The timeline of what was filled in."""

from gdpr_desktop.core.text import N_

TIMELINE = {"dpia_filled": (N_("Filled in from the record"), "note")}
