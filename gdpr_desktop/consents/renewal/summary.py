"""Rows of a form's page about what ends by itself and the yearly follow-up."""

from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.renewal.dates import review_due
from gdpr_desktop.consents.renewal.model import key_of
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import N_, _

Rows = tuple[tuple[str, str], ...]
TIMELINE = {
    "consent_form_reviewed": (N_("The form was followed up"), "done"),
    "consent_form_changed_use": (N_("The form no longer says how it is"), "warning"),
    "consent_expired_stopped": (N_("What had ended was stopped and deleted"), "done"),
    "consent_renewal_asked": (N_("People were asked again"), "letter"),
    "consent_proof_deleted": (N_("Old consents were deleted: {count}"), "done"),
}


def follow_up(found: Form) -> Rows:
    """What waits, when the form was followed up last, and when the next time comes."""
    waiting = [one.title for one in found.tasks if not one.done and key_of(one) is not None]
    last = found.reviews[-1] if found.reviews else None
    due = review_due(found)
    return (
        (_("Waits"), "\n".join(waiting)),
        (_("Followed up"), review_words(last.same) if last else ""),
        (_("Confirmed by"), f"{last.name}, {long_date(last.reviewed_on)}" if last else ""),
        (_("Why"), last.note if last else ""),
        (_("Next follow-up"), long_date(due) if due else ""),
    )


def review_words(same: bool) -> str:
    """What came of a follow-up."""
    if same:
        return _("Purpose and use are the same")
    return _("Something has changed: the form must be put right")
