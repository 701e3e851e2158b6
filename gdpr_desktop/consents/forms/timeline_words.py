"""The timeline of a form in words. Each room has the words of its own codes."""

from gdpr_desktop.casework.model import TimelineEntry
from gdpr_desktop.casework.timeline_words import entry_detail, entry_icon, entry_text
from gdpr_desktop.casework.undo import UNDONE
from gdpr_desktop.consents.checking.timeline import TIMELINE
from gdpr_desktop.consents.forms.nouns import noun
from gdpr_desktop.consents.renewal import summary as renewal
from gdpr_desktop.core.text import N_, _

_OWN = {
    "consent_form_registered": (N_("Registered"), "inbox"),
    "consent_form_written": (N_("The form was written"), "note"),
    "consent_purposes_written": (N_("The purposes were written"), "note"),
    "consent_form_approved": (N_("Version {number} was approved by {name}"), "done"),
    "advised": (N_("The officer gave advice"), "note"),
    "consent_form_retired": (N_("Taken out of use"), "note"),
}
_PARTS: tuple[dict[str, tuple[str, str]], ...] = (_OWN, TIMELINE, renewal.TIMELINE)
_TEXTS = {code: text for part in _PARTS for code, (text, _icon) in part.items()}
_ICONS = {code: icon for part in _PARTS for code, (_text, icon) in part.items()}


def timeline_text(entry: TimelineEntry) -> str:
    """What happened, in a line."""
    if entry.code == UNDONE:
        return _("Undone: {what}").format(what=noun(entry.detail.get("what", "")))
    return entry_text(entry, _TEXTS)


def timeline_detail(entry: TimelineEntry) -> str:
    """The second line: what a code tells under ``text``, else as in any case."""
    return entry_detail(entry) or entry.detail.get("text", "")


def timeline_icon(entry: TimelineEntry) -> str:
    """The sign beside it."""
    return entry_icon(entry, _ICONS)
