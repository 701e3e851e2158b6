"""Writes risks and measures, several in one deed, and takes the deed back.

What a deed does is a list of ``Edit``: what stood there before, what stands there after. Taken
back, each is put as it was, when it still is as the deed left it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from gdpr_desktop.casework.deed import record
from gdpr_desktop.casework.undo import changed_since, note_undone, require_nothing_after
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.ids import CaseId, EventId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.content import Assessment, Measure, Scenario
from gdpr_desktop.dpia.nouns import noun
from gdpr_desktop.dpia.service.base import opened, opened_to_write
from gdpr_desktop.vault import Vault

_BLOCKERS = frozenset({"dpia_sent", "dpia_advised", "dpia_approved", "closed"})
Item = Scenario | Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One change of one thing; None where there is nothing. ``place`` is where it stood.

    One that is only moved has ``moved_from`` too.
    """

    before: Item | None = None
    after: Item | None = None
    place: int | None = None
    moved_from: int | None = None

    def turned(self) -> "Edit":
        """The way back."""
        if self.moved_from is not None:
            return replace(self, place=self.moved_from, moved_from=self.place)
        return Edit(before=self.after, after=self.before, place=self.place)


def write(
    work: Any,
    found: Dpia,
    edits: Iterable[Edit],
    code: str,
    *,
    anytime: bool = False,
    old_scale: Assessment | None = None,
    **told: str,
) -> Undo:
    """Do the edits and tell of them; ``anytime``: also taken back while nothing may be written.

    ``old_scale`` is what had the scale that stood there before, where the deed began another.
    """
    done = tuple(_with_place(work.db, found.case.id, one) for one in edits)
    _apply(work.db, found.case.id, done)
    event = record(work, found.case.id, code, **told)
    verb = partial(
        _restore,
        case_id=found.case.id,
        edits=done,
        code=code,
        event=event,
        anytime=anytime,
        scales=(old_scale, found.content) if old_scale is not None else None,
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
    scales: tuple[Assessment, Assessment] | None,
) -> Change:
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id) if anytime else opened_to_write(work, case_id)
        require_nothing_after(work.db, case_id, event, _BLOCKERS)
        items: tuple[Item, ...] = (*found.content.scenarios, *found.content.measures)
        now = {(type(one), one.key): one for one in items}
        if not all(_is_as_left(one, now) and _stands(work.db, case_id, one) for one in edits):
            raise changed_since()
        _apply(work.db, case_id, [one.turned() for one in reversed(edits)])
        if scales is not None:
            _take_out_scale(work.db, case_id, *scales)
        note_undone(work, case_id, code, event)
    return work.change


def _is_as_left(edit: Edit, now: Mapping[tuple[type, str], Item]) -> bool:
    one = edit.after or edit.before
    assert one is not None, "an edit is about something"
    return now.get((type(one), one.key)) == edit.after


def _stands(db: Any, case_id: CaseId, edit: Edit) -> bool:
    """Is what was moved where the deed put it?"""
    if edit.moved_from is None or edit.after is None:
        return True
    return store.place_of(db, case_id, edit.after) == edit.place


def _take_out_scale(db: Any, case_id: CaseId, before: Assessment, after: Assessment) -> None:
    """The scale that came with the deed goes with it, when no risk is judged by it."""
    now = store.dpia(db, case_id).content
    if not now.scenarios and (now.scale, now.own_scale) == (after.scale, after.own_scale):
        store.put_step(db, case_id, scale=before.scale, own_scale=before.own_scale)
