"""What every deed on a single disclosure begins with, and how a step is written and taken back."""

from dataclasses import replace
from functools import partial
from typing import Any

from gdpr_desktop.casework.deed import begin_on, record, require_open, require_readable
from gdpr_desktop.casework.undo import changed_since, note_undone, require_nothing_after
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId, EventId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.register.single_disclosures import store
from gdpr_desktop.register.single_disclosures.model import SingleDisclosure
from gdpr_desktop.register.single_disclosures.words import noun
from gdpr_desktop.vault import Vault

_GONE = frozenset({"letter_exported", "disclosure_answered", "closed"})
_BLOCKERS = {
    "advised": frozenset({"decided", "disclosure_answered", "closed"}),
    "disclosure_informed": frozenset({"closed"}),
}


def opened(
    work: Any, case_id: CaseId, deed: Deed = Deed.WORK_ON_CASE, *, answered: bool = False
) -> SingleDisclosure:
    """The disclosure of an open case that the actor may do ``deed`` on.

    Not answered yet, unless ``answered``: what was sent stays as it was sent.
    """
    require_open(begin_on(work, deed, case_id))
    found = store.disclosure(work.db, case_id)
    if found.dispatch is not None and not answered:
        raise RefusedError(
            _("The request has been answered."),
            hint=_("Close the case and open it again, if more must be done."),
        )
    return found


def read_disclosure(vault: Vault, case_id: CaseId) -> SingleDisclosure:
    """The disclosure, for who may see it. Raises ``RefusedError`` for a role that may not."""
    found = store.disclosure(vault.db, case_id)
    require_readable(vault, found.case)
    return found


def put(
    work: Any, found: SingleDisclosure, deed: Deed, code: str, column: str, after: object
) -> Undo:
    """Write a step and tell of it on the timeline; gives the way back."""
    case_id = found.case.id
    store.put_step(work.db, case_id, **{column: after})
    event = record(work, case_id, code)
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
        found = opened(work, case_id, deed, answered=column == "informing")
        require_nothing_after(work.db, case_id, event, _BLOCKERS.get(code, _GONE))
        if getattr(found, column) != after:
            raise changed_since()
        store.put_step(work.db, case_id, **{column: before})
        note_undone(work, case_id, code, event)
    return work.change
