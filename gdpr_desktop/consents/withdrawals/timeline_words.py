"""The timeline of a withdrawal in words."""

from gdpr_desktop.casework.model import TimelineEntry
from gdpr_desktop.casework.timeline_words import entry_detail, entry_icon, entry_text
from gdpr_desktop.casework.undo import UNDONE
from gdpr_desktop.consents.withdrawals.nouns import noun
from gdpr_desktop.core.text import N_, _

TIMELINE = {
    "withdrawal_registered": (N_("The consent was taken back"), "inbox"),
    "withdrawal_asked": (N_("A request about taking it back came: {number}"), "inbox"),
    "withdrawal_mistake": (N_("Registered by mistake: the consent holds as before"), "note"),
    "withdrawal_not_this": (N_("The request was not about this consent"), "note"),
    "withdrawal_stopped": (N_("Stopped: {title}"), "done"),
    "withdrawal_place_opened": (N_("Opened again: {title}"), "tasks"),
    "withdrawal_place_added": (N_("A place was added: {title}"), "tasks"),
    "withdrawal_place_changed": (N_("A place was changed: {title}"), "note"),
    "withdrawal_place_removed": (N_("A place was taken away: {title}"), "note"),
    "withdrawal_settled": (N_("There are no more places"), "tasks"),
    "withdrawal_told": (N_("The person was told"), "letter"),
    "withdrawal_not_told": (N_("Closed without telling the person"), "warning"),
}
_TEXTS = {code: text for code, (text, _icon) in TIMELINE.items()}
_ICONS = {code: icon for code, (_text, icon) in TIMELINE.items()}


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
