"""Writes risks and measures, several in one deed, and takes the deed back.

What a deed does is a list of ``Edit``: what stood there before, what stands there after. Taken
back, each is put as it was, when it still is as the deed left it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from gdpr_desktop.casework.deed import record
from gdpr_desktop.casework.undo import changed_since, note_undone, require_nothing_after
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.ids import CaseId, EventId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.content import Measure, Scenario
from gdpr_desktop.dpia.nouns import noun
from gdpr_desktop.dpia.service.base import opened, opened_to_write
from gdpr_desktop.vault import Vault

_BLOCKERS = frozenset({"dpia_sent", "dpia_advised", "dpia_approved", "closed"})
Item = Scenario | Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One change of one thing; None where there is nothing. ``place`` is where it stood."""

    before: Item | None = None
    after: Item | None = None
    place: int | None = None

    def turned(self) -> "Edit":
        """The way back."""
        return Edit(before=self.after, after=self.before, place=self.place)


def write(
    work: Any, found: Dpia, edits: Iterable[Edit], code: str, *, anytime: bool = False, **told: str
) -> Undo:
    """Do the edits and tell of them; ``anytime``: also taken back while nothing may be written."""
    done = tuple(_with_place(work.db, found.case.id, one) for one in edits)
    _apply(work.db, found.case.id, done)
    event = record(work, found.case.id, code, **told)
    verb = partial(
        _restore, case_id=found.case.id, edits=done, code=code, event=event, anytime=anytime
    )
    return Undo(words=noun(code), verb=verb)


def _with_place(db: Any, case_id: CaseId, edit: Edit) -> Edit:
    if edit.before is None or edit.place is not None:
        return edit
    place = store.place_of(db, case_id, edit.before)
    return Edit(before=edit.before, after=edit.after, place=place)


def _apply(db: Any, case_id: CaseId, edits: Iterable[Edit]) -> None:
    for one in edits:
        if one.after is not None:
            store.put_item(db, case_id, one.after, one.place)
        elif one.before is not None:
            store.remove_item(db, case_id, one.before)


def _restore(
    vault: Vault,
    *,
    case_id: CaseId,
    edits: tuple[Edit, ...],
    code: str,
    event: EventId,
    anytime: bool,
) -> Change:
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id) if anytime else opened_to_write(work, case_id)
        require_nothing_after(work.db, case_id, event, _BLOCKERS)
        items: tuple[Item, ...] = (*found.content.scenarios, *found.content.measures)
        now = {(type(one), one.key): one for one in items}
        if not all(_is_as_left(one, now) for one in edits):
            raise changed_since()
        _apply(work.db, case_id, [one.turned() for one in reversed(edits)])
        note_undone(work, case_id, code, event)
    return work.change


def _is_as_left(edit: Edit, now: Mapping[tuple[type, str], Item]) -> bool:
    one = edit.after or edit.before
    assert one is not None, "an edit is about something"
    return now.get((type(one), one.key)) == edit.after
