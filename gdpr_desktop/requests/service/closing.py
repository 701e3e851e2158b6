"""A request ends, and may begin again."""

from collections.abc import Collection
from dataclasses import replace

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework.checks import required, text_length
from gdpr_desktop.casework.service import begin_on, record, require_open
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.names import clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import parts_store, store
from gdpr_desktop.requests.model import CloseOutcome, IdentityState, Part, Request
from gdpr_desktop.requests.service.base import of_part
from gdpr_desktop.requests.steps import (
    Missing,
    missing_before_closing,
    missing_before_withdrawing,
    turned_away,
)
from gdpr_desktop.requests.words import missing_words
from gdpr_desktop.vault import Vault


def close_request(
    vault: Vault, case_id: CaseId, *, withdrawn: bool = False, reason: str = ""
) -> Change:
    """Close an answered, turned-away or (with a reason) withdrawn request."""
    with vault.begin(Deed.CLOSE_CASE) as work:
        require_open(begin_on(work, Deed.CLOSE_CASE, case_id))
        request = store.request(work.db, case_id)
        if withdrawn:
            problems = required(
                "reason", clean_text(reason), _("Write how the person took it back.")
            )
            require_valid([*problems, *text_length("reason", reason)])
            _require_none(missing_before_withdrawing(request))
            casework.note(vault, case_id, reason)
            casework.close(vault, case_id, CloseOutcome.WITHDRAWN)
        else:
            _require_none(missing_before_closing(request))
            turned = turned_away(request)
            outcome = CloseOutcome.NOT_IDENTIFIED if turned else CloseOutcome.ANSWERED
            casework.close(vault, case_id, outcome)
    return work.change


def _require_none(missing: tuple[Missing, ...]) -> None:
    if missing:
        raise RefusedError(
            _("The case cannot be closed yet."),
            hint=" ".join(missing_words(code) for code in missing),
        )


def reopen_request(
    vault: Vault, case_id: CaseId, *, reason: str, parts: Collection[PartId] | None = None
) -> Change:
    """Open a closed request again; its history is kept.

    A request turned away for want of identity comes back with the identity step open. ``parts``
    are those that shall be answered anew: the others keep the day they were answered, and what
    was sent before stands on the timeline. Unless told, it is the only part there is.
    """
    with vault.begin(Deed.REOPEN_CASE) as work:
        casework.reopen(vault, case_id, reason)
        request = store.request(work.db, case_id)
        if turned_away(request):
            identity = replace(
                request.identity, state=IdentityState.ASKED, settled_on=None, method=None
            )
            store.put_step(work.db, case_id, identity=identity)
            record(work, case_id, "identity_opened_again")
        for part in _answered_anew(request, parts):
            parts_store.put(work.db, part.id, dispatch=None)
            record(work, case_id, "answer_opened_again", **of_part(part))
    return work.change


def _answered_anew(request: Request, chosen: Collection[PartId] | None) -> tuple[Part, ...]:
    if chosen is None:
        chosen = [part.id for part in request.parts] if len(request.parts) == 1 else []
    elif not {part.id for part in request.parts if part.answered}.issuperset(chosen):
        raise RefusedError(
            _("A right that shall be answered anew has not been answered."),
            hint=_("Close the dialog, and choose again."),
        )
    return tuple(part for part in request.parts if part.id in chosen and part.answered)
