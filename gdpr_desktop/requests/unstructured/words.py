"""Words for what is found outside the systems."""

from collections.abc import Iterable, Mapping

from gdpr_desktop.core.code_words import CodeWords
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.ids import TaskId
from gdpr_desktop.core.text import N_, _, ngettext
from gdpr_desktop.requests.unstructured.model import Fate, Find, Kind, Unstructured

words = CodeWords(
    (
        (Kind.EMAIL, N_("E-mail and calendar")),
        (Kind.FILES, N_("Files outside the systems")),
        (Kind.PAPER, N_("Paper")),
        (Kind.PHONE, N_("Phone: text messages and pictures")),
        (Kind.RECORDING, N_("Sound and video")),
        (Kind.OTHER, N_("Other places")),
        (Fate.MOVE, N_("Moves to a system")),
        (Fate.DELETE, N_("Is deleted")),
        (Fate.STAY, N_("Stays where it is")),
    )
)
_SHOWN = 12  # finds on the case page


def kinds_words(kinds: Iterable[Kind]) -> str:
    """«E-mail and calendar, paper»: each kind once."""
    said = [words(kind) for kind in dict.fromkeys(kinds)]
    return ", ".join(said[:1] + [one[:1].lower() + one[1:] for one in said[1:]])


def undone_words(found: Mapping[TaskId, Unstructured]) -> str:
    """How much has still to be moved or deleted; "" when nothing has."""
    count = sum(len(one.undone) for one in found.values())
    if not count:
        return ""
    text = ngettext(
        "Outside the systems: {count} find is not moved or deleted yet.",
        "Outside the systems: {count} finds are not moved or deleted yet.",
        count,
    )
    return text.format(count=count)


def facts(found: Mapping[TaskId, Unstructured]) -> tuple[tuple[str, str], ...]:
    """(label, text) rows for the case page."""
    rows = [row for one in found.values() for row in _asked(one)]
    finds = [find for one in found.values() for find in one.finds]
    rows += [(words(one.kind) if one.kind else "–", find_words(one)) for one in finds[:_SHOWN]]
    if len(finds) > _SHOWN:
        text = ngettext("And {count} find more", "And {count} finds more", len(finds) - _SHOWN)
        rows.append((_("Outside the systems"), text.format(count=len(finds) - _SHOWN)))
    return tuple(rows)


def _asked(one: Unstructured) -> list[tuple[str, str]]:
    if not one.departments:
        return []
    done = sum(department.answered_on is not None for department in one.departments)
    text = _("{done} of {count} departments have answered")
    return [(_("Outside the systems"), text.format(done=done, count=len(one.departments)))]


def find_words(one: Find) -> str:
    """One find in a line or two."""
    place = ", ".join(text for text in (one.what, one.where, one.department) if text)
    said = [place, _fate(one)]
    if one.access:
        said.append(_("Access: {who}").format(who=one.access))
    return ". ".join(text for text in said if text)


def _fate(one: Find) -> str:
    if one.fate is None:
        return _("Not settled what becomes of it")
    if one.fate is Fate.STAY:
        return _("Stays: {need}").format(need=one.need)
    done = long_date(one.done_on) if one.done_on else ""
    if one.fate is Fate.MOVE:
        text = _("Moved to {system} {day}") if done else _("To be moved to {system}")
        return text.format(system=one.system, day=done)
    return _("Deleted {day}").format(day=done) if done else _("To be deleted")
