"""Steps of a collection that can be taken back while nothing rests on them."""

from dataclasses import replace
from datetime import date
from functools import partial

from gdpr_desktop.casework.undo import NOUNS as CASE_NOUNS
from gdpr_desktop.casework.undo import changed_since, note_undone, require_nothing_after
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.ids import CaseId, EventId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.information.collections import store
from gdpr_desktop.information.collections.service.base import opened
from gdpr_desktop.vault import Vault

_NOUNS = {
    "people_told": N_("how the people were told"),
    "exception_used": N_("the exception"),
    "advised": N_("the advice"),
    "decided": N_("the decision"),
    "new_purpose_noted": N_("the new purpose"),
}
_BLOCKERS = {
    "exception_used": frozenset({"decided", "closed"}),
    "advised": frozenset({"decided", "closed"}),
}
_USUAL = frozenset({"closed"})


def noun(code: str) -> str:
    """What was taken back, of a code on the timeline: «the decision»."""
    found = _NOUNS.get(code) or CASE_NOUNS.get(code)
    return _(found) if found else code


def step_undo(
    change: Change,
    code: str,
    event: EventId,
    case_id: CaseId,
    *,
    before: dict[str, object],
    after: dict[str, object],
    deed: Deed = Deed.WORK_ON_CASE,
    changed_on: date | None = None,
) -> Change:
    """``change`` with the way back: the columns as they were ``before``.

    ``changed_on``: the day of a change in the record that the deed saw to.
    """
    verb = partial(
        undo_step,
        case_id=case_id,
        deed=deed,
        before=before,
        after=after,
        code=code,
        event=event,
        changed_on=changed_on,
    )
    return replace(change, undo=Undo(words=noun(code), verb=verb))


def undo_step(
    vault: Vault,
    *,
    case_id: CaseId,
    deed: Deed,
    before: dict[str, object],
    after: dict[str, object],
    code: str,
    event: EventId,
    changed_on: date | None = None,
) -> Change:
    """Put steps back as they were, when they are still as the deed left them.

    What the deed saw to must then be seen to again.
    """
    with vault.begin(deed) as work:
        collection = opened(work, case_id, deed)
        require_nothing_after(work.db, case_id, event, _BLOCKERS.get(code, _USUAL))
        if any(getattr(collection, column) != value for column, value in after.items()):
            raise changed_since()
        store.put_step(work.db, case_id, **before)
        if changed_on is not None and collection.changed_on is None:
            store.mark_changed(work.db, [case_id], changed_on)
        note_undone(work, case_id, code, event)
    return work.change
