"""A withdrawal is closed when all is stopped and the person knows it."""

from enum import StrEnum

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework.checks import required, text_length
from gdpr_desktop.casework.deed import begin_on, record
from gdpr_desktop.consents.withdrawals import store
from gdpr_desktop.consents.withdrawals.model import CaseOutcome, Withdrawal
from gdpr_desktop.consents.withdrawals.service.base import opened
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.vault import Vault


class Missing(StrEnum):
    """In the order of the routine."""

    SETTLE = "settle"
    PLACES = "places"
    STOP = "stop"


_WORDS = {
    Missing.SETTLE: N_("Settle whether the request is about this consent."),
    Missing.PLACES: N_("Note that there are no more places."),
    Missing.STOP: N_("Stop the use in every place."),
}


def missing_before_closing(found: Withdrawal) -> tuple[Missing, ...]:
    """Everything that is missing, not only the first; () when the case can be closed."""
    missing = {
        Missing.SETTLE: found.waits,
        Missing.PLACES: not found.waits and not found.settled,
        Missing.STOP: any(not one.done for one in found.stops),
    }
    return tuple(code for code in Missing if missing[code])


def missing_words(code: Missing) -> str:
    """What is missing, in a sentence."""
    return _(_WORDS[code])


def close_withdrawal(vault: Vault, case_id: CaseId, *, untold: str = "") -> Change:
    """Close it. ``untold``: why the person was not told, where nobody has told them.

    Raises ``RefusedError`` with all that is missing.
    """
    why = clean_text(untold)
    with vault.begin(Deed.CLOSE_CASE) as work:
        found = opened(work, case_id, Deed.CLOSE_CASE)
        missing = missing_before_closing(found)
        if missing:
            raise RefusedError(
                _("The case cannot be closed yet."),
                hint=" ".join(missing_words(code) for code in missing),
            )
        if found.confirmed is None:
            problems = required("untold", why, _("Write why the person is not told."))
            require_valid([*problems, *text_length("untold", why)])
            record(work, case_id, "withdrawal_not_told", text=why)
        casework.close(vault, case_id, CaseOutcome.DONE.value)
    return work.change


def reopen_withdrawal(vault: Vault, case_id: CaseId, reason: str) -> Change:
    """Open it again. What was a mistake, or about another consent, is registered anew instead."""
    with vault.begin(Deed.REOPEN_CASE) as work:
        found = begin_on(work, Deed.REOPEN_CASE, case_id)
        if found.outcome in (CaseOutcome.MISTAKE, CaseOutcome.NOT_THIS):
            raise RefusedError(
                _("Nothing was taken back in this case."),
                hint=_("Register the withdrawal anew from the consent."),
            )
        assert store.withdrawal(work.db, case_id).registered.purposes, "taken back"
        casework.reopen(vault, case_id, reason)
    return work.change
