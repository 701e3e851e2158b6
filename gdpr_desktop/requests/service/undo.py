"""Steps of a request that can be taken back while nothing rests on them, and no letter has gone."""

from dataclasses import replace
from functools import partial

from gdpr_desktop.casework.undo import changed_since, note_undone, require_nothing_after
from gdpr_desktop.casework.undo import noun as case_noun
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.ids import CaseId, EventId, PartId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.requests import parts_store, store
from gdpr_desktop.requests.model import Part, Request
from gdpr_desktop.requests.service.base import opened, opened_part
from gdpr_desktop.vault import Vault

_NOUNS = {
    "receipt_confirmed": N_("the confirmation"),
    "identity_asked": N_("the question about identity"),
    "identity_established": N_("the identity check"),
    "identity_not_established": N_("that the identity could not be established"),
    "authority_settled": N_("the authority"),
    "specification_asked": N_("the question of what the person wants"),
    "specification_answered": N_("the answer of what the person wants"),
    "extended": N_("the extension of the deadline"),
    "advised": N_("the advice"),
    "decided": N_("the decision"),
}
_GONE = frozenset({"letter_exported", "oral_answer_noted", "answer_sent", "closed"})
_BLOCKERS = {"advised": frozenset({"decided", "answer_sent", "closed"})}


def noun(code: str) -> str:
    """What was taken back, of a code on the timeline: «the decision»."""
    return _(_NOUNS[code]) if code in _NOUNS else case_noun(code)


def step_undo(
    change: Change,
    code: str,
    event: EventId,
    case_id: CaseId,
    *,
    column: str,
    before: object,
    after: object,
    deed: Deed = Deed.WORK_ON_CASE,
    part_id: PartId | None = None,
) -> Change:
    """``change`` with the way back: ``column`` as it was ``before``, of a part where named."""
    verb = partial(
        undo_step,
        case_id=case_id,
        deed=deed,
        column=column,
        before=before,
        after=after,
        code=code,
        event=event,
        part_id=part_id,
    )
    return replace(change, undo=Undo(words=noun(code), verb=verb))


def undo_step(
    vault: Vault,
    *,
    case_id: CaseId,
    deed: Deed,
    column: str,
    before: object,
    after: object,
    code: str,
    event: EventId,
    part_id: PartId | None = None,
) -> Change:
    """Put a step back as it was, when it is still as the deed left it."""
    with vault.begin(deed) as work:
        holder: Request | Part
        if part_id is None:
            holder = opened(work, case_id, deed)
        else:
            _request, holder = opened_part(work, part_id, deed)
        require_nothing_after(work.db, case_id, event, _BLOCKERS.get(code, _GONE))
        if getattr(holder, column) != after:
            raise changed_since()
        if part_id is None:
            store.put_step(work.db, case_id, **{column: before})
        else:
            parts_store.put(work.db, part_id, **{column: before})
        note_undone(work, case_id, code, event)
    return work.change
