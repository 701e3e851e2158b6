"""Words for what happened in a request, for the timeline."""

from datetime import date

from gdpr_desktop.casework.model import TimelineEntry
from gdpr_desktop.casework.timeline_words import Details, entry_detail, entry_icon, entry_text
from gdpr_desktop.casework.undo import UNDONE
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.requests.model import Channel, CloseOutcome, IdentityMethod, Result, Right
from gdpr_desktop.requests.rights import access
from gdpr_desktop.requests.service.undo import noun
from gdpr_desktop.requests.words import words

_TEXTS = {
    "registered": N_("Request registered"),
    "read_from_form": N_("Read from a form that was filled in"),
    "officer_told": N_("The data protection officer was told"),
    "intake_changed": N_("The facts of the request were changed"),
    "subject_replaced": N_("It is about another person: all must be found and assessed anew"),
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
    "reviewed": N_("The material was gone through"),
    "advised": N_("The officer gave advice"),
    "decided": N_("Decided by {name}"),
    "assessed": N_("The claim was assessed"),
    "refused": N_("A refusal or a fee was noted"),
    "refusal_withdrawn": N_("The refusal was taken back"),
    "refusal_told": N_("The person was told what is refused, and why"),
    "fee_warned": N_("The person was warned of a fee"),
    "fee_charged": N_("The person took the fee"),
    "carried_out": N_("What the answer tells of was carried out"),
    "unstructured_asked": N_("The checklist was sent to departments"),
    "unstructured_noted": N_("What was found outside the systems was noted"),
    "recipients_noted": N_("Who got the data was noted"),
    "right_added": N_("A right was added to the case"),
    "right_removed": N_("A right was taken out of the case"),
    "answer_prepared": N_("The answer was written"),
    "data_brought_in": N_("Data were brought in: {title}"),
    "data_chosen": N_("Columns were chosen: {title}"),
    "data_removed": N_("Data were taken away: {title}"),
    "data_dropped": N_("The data that were sent were deleted"),
    "oral_answer_noted": N_("Answered orally"),
    "answer_sent": N_("The answer was sent"),
    "restriction_kept": N_("The restriction goes on"),
    "lift_planned": N_("The end of the restriction was planned"),
    "lift_told": N_("The person was told that the restriction ends"),
    "restriction_lifted": N_("The restriction was lifted"),
    "disagreement_noted": N_("Note of disagreement written"),
    "disagreement_removed": N_("Note of disagreement taken away"),
}
_ICONS = {
    "answer_sent": "letter",
    "extended": "clock",
    "identity_asked": "person",
    "identity_established": "person",
}


def timeline_text(entry: TimelineEntry) -> str:
    """What happened, in a line. A code of a later version is shown as it is."""
    if entry.code == UNDONE:
        return _("Undone: {what}").format(what=noun(entry.detail["what"]))
    return entry_text(entry, _TEXTS)


def timeline_detail(entry: TimelineEntry) -> str:
    """The second line: the note, the channel, the letter's SHA-256."""
    detail = Details(entry.detail)
    match entry.code:
        case "registered":
            return words(Channel(detail["channel"]))
        case "read_from_form":
            return f"{detail['file']}, SHA-256: {detail['sha256']}"
        case "identity_established":
            return words(IdentityMethod(detail["method"]))
        case "reviewed":
            return access.words(access.Outcome(detail["outcome"]))
        case "right_added" | "right_removed" | "answer_opened_again" if "right" in detail:
            return words(Right(detail["right"]))
        case "assessed" if detail["outcome"]:
            return f"{words(Right(detail['right']))}: {words(Result(detail['outcome']))}"
        case "answer_sent":
            channel = words(DispatchChannel(detail["channel"]))
            return f"{channel}, {long_date(date.fromisoformat(detail['on']))}"
        case "unstructured_asked":
            return detail["departments"]
        case "closed":
            return words(CloseOutcome(detail["outcome"]))
    return entry_detail(entry)


def timeline_icon(entry: TimelineEntry) -> str:
    """The sign beside it."""
    return entry_icon(entry, _ICONS)
