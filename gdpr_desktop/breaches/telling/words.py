"""Words for the timeline of what people were told."""

from gdpr_desktop.core.text import N_

TIMELINE = {
    "breach_people_told": (N_("People were told"), "letter"),
    "breach_addresses_dropped": (N_("The address list was deleted"), "close"),
}
