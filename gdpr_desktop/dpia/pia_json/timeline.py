"""The timeline of what came from that program."""

from gdpr_desktop.core.text import N_

TIMELINE = {"dpia_pia_imported": (N_("Taken in from the program PIA"), "inbox")}
