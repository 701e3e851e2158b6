"""Words for what happened in a request, for the timeline."""

from collections.abc import Mapping
from datetime import date

from gdpr_desktop.casework.model import TimelineEntry
from gdpr_desktop.casework.undo import UNDONE
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.requests.model import Channel, CloseOutcome, IdentityMethod, Outcome
from gdpr_desktop.requests.service.undo import noun
from gdpr_desktop.requests.words import words

_TEXTS = {
    "registered": N_("Request registered"),
    "officer_told": N_("The data protection officer was told"),
    "intake_changed": N_("The facts of the request were changed"),
    "assigned": N_("Caseworker: {caseworker}"),
    "note": N_("Note"),
    "receipt_confirmed": N_("Receipt confirmed"),
    "identity_asked": N_("Proof of identity asked for"),
    "identity_established": N_("Identity established"),
    "identity_not_established": N_("Identity could not be established"),
    "identity_opened_again": N_("The identity must be checked again"),
    "decision_opened_again": N_("What is given has changed: the decision must be made anew"),
    "answer_opened_again": N_("The request can be answered anew"),
    "authority_settled": N_("Authority noted"),
    "specification_asked": N_("The person was asked to specify"),
    "specification_answered": N_("The person answered what they want access to"),
    "extended": N_("Deadline extended by two months"),
    "task_added": N_("Added: {title}"),
    "task_asked": N_("Asked: {title}"),
    "task_answered": N_("Answered: {title}"),
    "task_reopened": N_("Answer undone: {title}"),
    "task_removed": N_("Removed: {title}"),
    "reviewed": N_("The material was gone through"),
    "advised": N_("The officer gave advice"),
    "decided": N_("Decided by {name}"),
    "answer_prepared": N_("The answer was written"),
    "oral_answer_noted": N_("Answered orally"),
    "answer_sent": N_("The answer was sent"),
    "letter_exported": N_("Letter saved: {file}"),
    "local_copy_deleted": N_("Local copy deleted: {file}"),
    "filed": N_("Filed in the archive: {number}"),
    "titles_changed": N_("Archive titles changed"),
    "closed": N_("The case was closed"),
    "reopened": N_("The case was opened again"),
}
_ICONS = {
    "letter_exported": "letter",
    "answer_sent": "letter",
    "filed": "archive",
    "closed": "done",
    "extended": "clock",
    "identity_asked": "person",
    "identity_established": "person",
    "task_answered": "tasks",
    "task_asked": "tasks",
    "task_added": "tasks",
    "registered": "inbox",
}


def timeline_text(entry: TimelineEntry) -> str:
    """What happened, in a line. A code of a later version is shown as it is."""
    if entry.code == UNDONE:
        return _("Undone: {what}").format(what=noun(entry.detail["what"]))
    if entry.code not in _TEXTS:
        return entry.code
    return _(_TEXTS[entry.code]).format_map(_Details(entry.detail))


class _Details(dict[str, str]):
    """The details of an entry; what an erased case has no more is said to be gone."""

    def __missing__(self, key: str) -> str:
        return _("(erased)")


def timeline_detail(entry: TimelineEntry) -> str:
    """The second line: the note, the channel, the letter's SHA-256."""
    detail = _Details(entry.detail)
    match entry.code:
        case "note":
            return detail["text"]
        case "reopened":
            return detail["reason"]
        case "registered":
            return words(Channel(detail["channel"]))
        case "identity_established":
            return words(IdentityMethod(detail["method"]))
        case "reviewed":
            return words(Outcome(detail["outcome"]))
        case "answer_sent":
            channel = words(DispatchChannel(detail["channel"]))
            return f"{channel}, {long_date(date.fromisoformat(detail['on']))}"
        case "closed":
            return words(CloseOutcome(detail["outcome"]))
        case "letter_exported":
            return _letter_detail(detail)
        case "task_asked":
            return detail["whom"]
    return ""


def _letter_detail(detail: Mapping[str, str]) -> str:
    sha256 = f"SHA-256: {detail['sha256']}"
    own = [line.split() for line in detail.get("texts", "").splitlines() if " own " in line]
    if not own:
        return sha256
    texts = ", ".join(f"{name} {digest[:12]}" for name, _own, digest in own)
    return _("{sha256}. In the municipality's own wording: {texts}").format(
        sha256=sha256, texts=texts
    )


def timeline_icon(entry: TimelineEntry) -> str:
    """The sign beside it."""
    return _ICONS.get(entry.code, "note")
