"""The timeline of what began from a template."""

from gdpr_desktop.core.text import N_

TIMELINE = {"dpia_template_used": (N_("Begun from a template"), "note")}
