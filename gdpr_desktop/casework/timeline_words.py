"""Words for what happens in any case, for the timeline. A feature adds those of its own codes."""

from collections.abc import Callable, Iterable, Mapping

from gdpr_desktop.casework.model import TimelineEntry
from gdpr_desktop.casework.undo import UNDONE
from gdpr_desktop.core.text import N_, _, ngettext

_TEXTS = {
    "assigned": N_("Caseworker: {caseworker}"),
    "note": N_("Note"),
    "task_added": N_("Added: {title}"),
    "task_asked": N_("Asked: {title}"),
    "task_answered": N_("Answered: {title}"),
    "task_reopened": N_("Answer undone: {title}"),
    "task_removed": N_("Removed: {title}"),
    "letter_exported": N_("Letter saved: {file}"),
    "attachment_added": N_("File attached: {name}"),
    "attachment_removed": N_("File removed: {name}"),
    "local_copy_deleted": N_("Local copy deleted: {file}"),
    "filed": N_("Filed in the archive: {number}"),
    "titles_changed": N_("Archive titles changed"),
    "closed": N_("The case was closed"),
    "reopened": N_("The case was opened again"),
}
_ICONS = {
    "letter_exported": "letter",
    "filed": "archive",
    "closed": "done",
    "task_answered": "tasks",
    "task_asked": "tasks",
    "task_added": "tasks",
    "registered": "inbox",
}


class Details(dict[str, str]):
    """The details of an entry; what an erased case has no more is said to be gone."""

    def __missing__(self, key: str) -> str:
        return _("(erased)")


def entry_text(entry: TimelineEntry, own: Mapping[str, str]) -> str:
    """What happened, in a line; ``own`` are the feature's words by code, not yet translated.

    A code of a later version is shown as it is.
    """
    if entry.code == "letter_exported" and "count" in entry.detail:
        return _many_letters(entry.detail)
    text = own.get(entry.code) or _TEXTS.get(entry.code)
    return _(text).format_map(Details(entry.detail)) if text else entry.code


def entry_detail(entry: TimelineEntry) -> str:
    """The second line: the note, the reason, whom, the letter's SHA-256; empty for other codes."""
    detail = Details(entry.detail)
    match entry.code:
        case "note":
            return detail["text"]
        case "reopened":
            return detail["reason"]
        case "letter_exported":
            return _letter_detail(detail)
        case "task_asked":
            return detail["whom"]
    return ""


def entry_icon(entry: TimelineEntry, own: Mapping[str, str]) -> str:
    """The sign beside it; ``own`` are the feature's by code."""
    return own.get(entry.code) or _ICONS.get(entry.code, "note")


def _many_letters(detail: Mapping[str, str]) -> str:
    count = int(detail["count"])
    text = ngettext("{count} letter saved: {file}", "{count} letters saved: {file}", count)
    return text.format_map(Details(detail))


def _letter_detail(detail: Mapping[str, str]) -> str:
    sha256 = f"SHA-256: {detail['sha256']}"
    own = [line.split() for line in detail.get("texts", "").splitlines() if " own " in line]
    if not own:
        return sha256
    texts = ", ".join(f"{name} {digest[:12]}" for name, _own, digest in own)
    return _("{sha256}. In the municipality's own wording: {texts}").format(
        sha256=sha256, texts=texts
    )


class RoomWords:
    """The timeline of a kind of case, in the words of its rooms.

    ``parts``: code → (text, icon), one for each room; ``noun`` says what a code is, taken back.
    """

    def __init__(
        self, parts: Iterable[Mapping[str, tuple[str, str]]], noun: Callable[[str], str]
    ) -> None:
        found = [(code, *both) for part in parts for code, both in part.items()]
        self._texts = {code: text for code, text, _icon in found}
        self._icons = {code: icon for code, _text, icon in found}
        self._noun = noun

    def text(self, entry: TimelineEntry) -> str:
        """What happened, in a line."""
        if entry.code == UNDONE:
            what = self._noun(entry.detail.get("what", ""))
            return _("Undone: {what}").format(what=what)
        return entry_text(entry, self._texts)

    def detail(self, entry: TimelineEntry) -> str:
        """The second line: what a code tells under ``text``, else as in any case."""
        return entry_detail(entry) or entry.detail.get("text", "")

    def icon(self, entry: TimelineEntry) -> str:
        """The sign beside it."""
        return entry_icon(entry, self._icons)
