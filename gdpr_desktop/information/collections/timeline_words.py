"""Words for what happened in a collection, for the timeline."""

from datetime import date

from gdpr_desktop.casework.model import TimelineEntry
from gdpr_desktop.casework.timeline_words import Details, entry_detail, entry_icon, entry_text
from gdpr_desktop.casework.undo import UNDONE
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import N_, _, ngettext
from gdpr_desktop.information.collections.model import CloseOutcome, ToldWay
from gdpr_desktop.information.collections.service.undo import noun
from gdpr_desktop.information.collections.words import words
from gdpr_desktop.law.information_exceptions import InformationException

_TEXTS = {
    "collection_registered": N_("Collection registered"),
    "collection_changed": N_("The facts of the collection were changed"),
    "people_told": N_("The people were told"),
    "exception_used": N_("An exception is used"),
    "exception_dropped": N_("The exception is not used after all"),
    "advised": N_("The officer gave advice"),
    "decided": N_("Decided by {name}"),
    "new_purpose_noted": N_("A new purpose: people must be told anew"),
    "activity_changed": N_("The purpose or basis was changed in the record"),
    "change_settled": N_("People need not be told of the change"),
}
_ICONS = {"people_told": "done", "activity_changed": "warning", "new_purpose_noted": "warning"}


def timeline_text(entry: TimelineEntry) -> str:
    """What happened, in a line. A code of a later version is shown as it is."""
    if entry.code == UNDONE:
        return _("Undone: {what}").format(what=noun(entry.detail["what"]))
    if entry.code == "letter_exported" and "count" in entry.detail:
        count = int(entry.detail["count"])
        text = ngettext("{count} letter saved: {file}", "{count} letters saved: {file}", count)
        return text.format(count=count, file=Details(entry.detail)["file"])
    return entry_text(entry, _TEXTS)


def timeline_detail(entry: TimelineEntry) -> str:
    """The second line: how they were told, which exception, the SHA-256 of each letter."""
    detail = Details(entry.detail)
    match entry.code:
        case "people_told":
            way = words(ToldWay(detail["method"]))
            return f"{way}, {long_date(date.fromisoformat(detail['on']))}"
        case "exception_used":
            return words(InformationException(detail["ground"]))
        case "change_settled":
            return detail["reason"]
        case "closed":
            return words(CloseOutcome(detail["outcome"]))
        case "letter_exported" if "letters" in entry.detail:
            return f"{entry_detail(entry)}\n{detail['letters']}"
    return entry_detail(entry)


def timeline_icon(entry: TimelineEntry) -> str:
    """The sign beside it."""
    return entry_icon(entry, _ICONS)
