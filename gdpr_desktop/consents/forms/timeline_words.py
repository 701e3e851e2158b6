"""The timeline of a form in words. Each room has the words of its own codes."""

from gdpr_desktop.casework.timeline_words import RoomWords
from gdpr_desktop.consents.checking.timeline import TIMELINE
from gdpr_desktop.consents.forms.nouns import noun
from gdpr_desktop.consents.renewal import summary as renewal
from gdpr_desktop.core.text import N_

_OWN = {
    "consent_form_registered": (N_("Registered"), "inbox"),
    "consent_form_written": (N_("The form was written"), "note"),
    "consent_purposes_written": (N_("The purposes were written"), "note"),
    "consent_form_approved": (N_("Version {number} was approved by {name}"), "done"),
    "advised": (N_("The officer gave advice"), "note"),
    "consent_form_retired": (N_("Taken out of use"), "note"),
}
_PARTS: tuple[dict[str, tuple[str, str]], ...] = (_OWN, TIMELINE, renewal.TIMELINE)
_words = RoomWords(_PARTS, noun)
timeline_text, timeline_detail, timeline_icon = _words.text, _words.detail, _words.icon
