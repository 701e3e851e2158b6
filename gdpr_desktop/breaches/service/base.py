"""What every deed on a breach begins with, and how a step is written and taken back."""

from dataclasses import replace
from functools import partial
from typing import Any

from gdpr_desktop.breaches import store
from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.breaches.nouns import noun
from gdpr_desktop.casework.deed import begin_on, record, require_open, require_readable
from gdpr_desktop.casework.undo import changed_since, note_undone, require_nothing_after
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.ids import CaseId, EventId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import Vault

# what later rests on each step: sent or closed is not taken back
_GONE = frozenset(
    {
        "breach_notified",
        "breach_followed_up",
        "breach_notice_withdrawn",
        "breach_people_told",
        "closed",
    }
)
_BLOCKERS = {
    "breach_described": frozenset({"closed"}),
    "breach_scoped": frozenset({"closed"}),
    "advised": frozenset({"decided", *_GONE}),
    "breach_lessons": frozenset({"closed"}),
}


def opened(work: Any, case_id: CaseId, deed: Deed = Deed.WORK_ON_CASE) -> Breach:
    """The breach of an open case that the actor may do ``deed`` on."""
    require_open(begin_on(work, deed, case_id))
    return store.breach(work.db, case_id)


def read_breach(vault: Vault, case_id: CaseId) -> Breach:
    """The breach, for who may see it. Raises ``RefusedError`` for a role that may not."""
    found = store.breach(vault.db, case_id)
    require_readable(vault, found.case)
    return found


def put(
    work: Any,
    found: Breach,
    deed: Deed,
    code: str,
    column: str,
    after: object,
    **detail: str,
) -> Undo:
    """Write a step and tell of it on the timeline; gives the way back."""
    case_id = found.case.id
    store.put_step(work.db, case_id, **{column: after})
    event = record(work, case_id, code, **detail)
    verb = partial(
        undo_step,
        case_id=case_id,
        deed=deed,
        column=column,
        before=getattr(found, column),
        after=after,
        code=code,
        event=event,
    )
    return Undo(words=noun(code), verb=verb)


def with_undo(change: Change, undo: Undo) -> Change:
    """``change`` with the way back."""
    return replace(change, undo=undo)


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
        found = opened(work, case_id, deed)
        require_nothing_after(work.db, case_id, event, _BLOCKERS.get(code, _GONE))
        if getattr(found, column) != after:
            raise changed_since()
        store.put_step(work.db, case_id, **{column: before})
        note_undone(work, case_id, code, event)
    return work.change
