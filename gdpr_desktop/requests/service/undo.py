"""Steps of a request that can be taken back while nothing rests on them, and no letter has gone."""

from dataclasses import replace
from functools import partial

from gdpr_desktop.casework.undo import changed_since, note_undone, require_nothing_after
from gdpr_desktop.casework.undo import noun as case_noun
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.ids import CaseId, EventId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.requests import store
from gdpr_desktop.requests.model import Right
from gdpr_desktop.requests.service.base import opened
from gdpr_desktop.requests.words import words
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
    "right_added": N_("the right that was added"),
    "reviewed": N_("the going through of the material"),
    "assessed": N_("the assessment"),
    "advised": N_("the advice"),
    "decided": N_("the decision"),
    "carried_out": N_("what was carried out"),
    "recipients_noted": N_("who got the data"),
}
GONE = frozenset({"letter_exported", "oral_answer_noted", "answer_sent", "closed"})


def noun(code: str, right: Right | None = None) -> str:
    """What was taken back, of a code on the timeline: «the decision», «the decision (Erasure)»."""
    said = _(_NOUNS[code]) if code in _NOUNS else case_noun(code)
    if right is None:
        return said
    return _("{what} ({right})").format(what=said, right=words(right))


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
) -> Change:
    """``change`` with the way back: ``column`` as it was ``before``."""
    verb = partial(
        undo_step,
        case_id=case_id,
        deed=deed,
        column=column,
        before=before,
        after=after,
        code=code,
        event=event,
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
) -> Change:
    """Put a step back as it was, when it is still as the deed left it."""
    with vault.begin(deed) as work:
        request = opened(work, case_id, deed)
        require_nothing_after(work.db, case_id, event, GONE)
        if getattr(request, column) != after:
            raise changed_since()
        store.put_step(work.db, case_id, **{column: before})
        note_undone(work, case_id, code, event)
    return work.change
