"""Words for the overview."""

from gdpr_desktop.casework.model import Due
from gdpr_desktop.core.text import N_, _, ngettext
from gdpr_desktop.overview.model import Band

TASK = "task"
_BANDS = {
    Band.OVERDUE: N_("Overdue"),
    Band.TODAY: N_("Today"),
    Band.WEEK: N_("The next seven days"),
    Band.LATER: N_("After that"),
}
_KINDS = {
    "reply": N_("Answer a request for access"),
    "officer_told": N_("The officer must know of a request"),
}


def band_words(code: Band) -> str:
    """The heading of a group."""
    return _(_BANDS[code])


def due_words(item: Due) -> str:
    """What is due. One task is named; several are counted."""
    if item.kind == TASK:
        if item.count == 1:
            return _("Answer from: {title}").format(title=item.title)
        text = ngettext(
            "{count} answer is missing in the collection",
            "{count} answers are missing in the collection",
            item.count,
        )
        return text.format(count=item.count)
    return _(_KINDS[item.kind]) if item.kind in _KINDS else item.kind
