"""A breach is closed, with all that must be there, or because it was none."""

from gdpr_desktop.breaches.closing.checks import missing_before_closing
from gdpr_desktop.breaches.closing.words import missing_words
from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.breaches.service.base import opened
from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework.checks import required, text_length
from gdpr_desktop.casework.deed import record
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault

NOTIFIED, DOCUMENTED, NOT_A_BREACH, WITHDRAWN = (
    "notified",
    "documented",
    "not_a_breach",
    "withdrawn",
)  # how a case ends


def outcome_of(found: Breach) -> str:
    """How the case ends when it is closed as it stands."""
    if found.withdrawn:
        return WITHDRAWN
    return NOTIFIED if found.notified is not None else DOCUMENTED


def close_breach(vault: Vault, case_id: CaseId, *, handed_over: str = "") -> Change:
    """Close a breach. ``handed_over``: who follows up the measures that are not done.

    Raises ``RefusedError`` with all that is missing.
    """
    told = clean_text(handed_over)
    with vault.begin(Deed.CLOSE_CASE) as work:
        found = opened(work, case_id, Deed.CLOSE_CASE)
        missing = missing_before_closing(found)
        if missing:
            raise RefusedError(
                _("The case cannot be closed yet."),
                hint=" ".join(missing_words(code) for code in missing),
            )
        if any(not one.done for one in found.measures):
            text = _("Write who follows up the measures that are not done.")
            problems = required("handed_over", told, text)
            require_valid([*problems, *text_length("handed_over", told)])
            record(work, case_id, "breach_measures_handed_over", text=told)
        casework.close(vault, case_id, outcome_of(found))
    return work.change


def not_a_breach(vault: Vault, case_id: CaseId, *, reason: str, keep: bool = False) -> Change:
    """Close a case that turned out to be no breach; why is documented (art. 33(5)).

    ``keep``: what happened stays in the list of deviations, linked with the case. Refused while
    the authority holds a notification that was not withdrawn.
    """
    why = clean_text(reason)
    with vault.begin(Deed.CLOSE_CASE) as work:
        found = opened(work, case_id, Deed.CLOSE_CASE)
        if found.notified is not None:
            raise RefusedError(
                _("The authority has been notified of this as a breach."),
                hint=_("Withdraw the notification first."),
            )
        problems = required("reason", why, _("Write why it was no breach."))
        require_valid([*problems, *text_length("reason", why)])
        record(work, case_id, "breach_not_a_breach", text=why)
        if keep:
            from gdpr_desktop.breaches.deviations.service.linking import kept_of_breach

            kept_of_breach(vault, found)
        casework.close(vault, case_id, WITHDRAWN if found.withdrawn else NOT_A_BREACH)
    return work.change
