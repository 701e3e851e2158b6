"""The timeline's words for the check of a form: code → (words, icon)."""

from gdpr_desktop.core.text import N_

TIMELINE = {
    "consent_basis_answered": (N_("The question of basis was answered"), "shield"),
    "consent_points_answered": (N_("Points of the checklist were answered"), "check"),
}
