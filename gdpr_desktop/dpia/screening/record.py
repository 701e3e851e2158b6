"""What the record of processing says about the assessment of an activity, kept in step.

The decision is written in the record once, when it is made; the day of the approval when the
assessment comes into force. What the record said of an earlier assessment stays until then.
Nothing that was approved in the record is changed by it: the entry keeps its state and revision.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.deed import CaseTouched
from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.core.change import Kind
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.screening.model import Excuse, Need
from gdpr_desktop.register.activities.parts import Answer, DpiaExcuse
from gdpr_desktop.register.activities.parts import Dpia as Said
from gdpr_desktop.register.entries import store as entries
from gdpr_desktop.register.entries.model import EntryId, EntryKind
from gdpr_desktop.register.entries.unreadable import is_readable
from gdpr_desktop.vault import Vault

NOTED = "entry_dpia_noted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What an activity said before, and what it was made to say."""

    activity: EntryId
    before: Said
    after: Said


def subscribe(vault: Vault) -> None:
    """Write the day of an approval in the record, whoever approves."""
    vault.subscribe(CaseTouched, keep_in_step)


def note_need(work: Any, found: Dpia, need: Need) -> tuple[Noted, ...]:
    """Write a decision about the need on the activities; gives what is needed to take it back."""
    done = []
    for activity in _activities(work.db, found.about.activities):
        before: Said = entries.entry(work.db, activity).content.dpia
        noted = Noted(activity=activity, before=before, after=_said(work.db, found, need, before))
        _write(work, activity, noted.after, found.case.number)
        done.append(noted)
    return tuple(done)


def take_back(work: Any, noted: Iterable[Noted]) -> None:
    """Put back what the record said, where nobody has written there since."""
    for one in noted:
        for activity in _activities(work.db, (one.activity,)):
            if entries.entry(work.db, activity).content.dpia == one.after:
                _write(work, activity, one.before, "")


def keep_in_step(work: Any, event: CaseTouched) -> None:
    """Write the day and the number of an assessment that came into force; or take them away."""
    case = cases.case(work.db, event.case_id)
    if case.kind is not CaseKind.DPIA or case.anonymised_at is not None:
        return
    found = store.dpia(work.db, event.case_id)
    for activity in _activities(work.db, found.about.activities):
        before: Said = entries.entry(work.db, activity).content.dpia
        if found.need is not None and before.needed is Answer.UNKNOWN:  # added since
            before = _said(work.db, found, found.need, before)
        _write(work, activity, _with_day(found, before), found.case.number)


def _said(db: Any, found: Dpia, need: Need, before: Said) -> Said:
    if need.needed:
        return replace(before, needed=Answer.YES, excuses=(), reason=need.why)
    if need.covered_by is not None:
        earlier = store.dpia(db, CaseId(need.covered_by))
        return Said(
            needed=Answer.YES,
            reason=need.why,
            done_on=earlier.approval.decided_on if earlier.approval else None,
            reference=_number(earlier),
        )
    in_law = found.screening is not None and found.screening.excuse is Excuse.IN_LAW
    excuse = DpiaExcuse.ASSESSED_IN_LAW if in_law else DpiaExcuse.OTHER
    reference = need.covered_reference or found.case.number
    return Said(needed=Answer.NO, excuses=(excuse,), reason=need.why, reference=reference)


def _with_day(found: Dpia, before: Said) -> Said:
    if found.need is not None and not found.need.needed:
        return before
    approved = found.approval is not None and found.approval.approved
    ours = before.reference in (found.case.number, found.case.archive_number)
    if approved and found.approval is not None:
        day = found.approval.decided_on
        if before.done_on == day and (before.reference and not ours):
            return before  # somebody wrote another place
        return replace(before, needed=Answer.YES, done_on=day, reference=_number(found))
    if ours and before.reference and before.done_on is not None and not found.reviews:
        return replace(before, done_on=None)  # the approval was undone
    return before


def _number(found: Dpia) -> str:
    return found.case.archive_number or found.case.number


def _activities(db: Any, ids: Iterable[int]) -> tuple[EntryId, ...]:
    """Those of the activities that are still there and can be read."""
    there = (one for one in map(EntryId, ids) if entries.kind_of(db, one) is EntryKind.ACTIVITY)
    return tuple(one for one in there if is_readable(entries.entry(db, one, unreadable=True)))


def _write(work: Any, activity: EntryId, said: Said, note: str) -> None:
    target = entries.entry(work.db, activity)
    if target.content.dpia == said:
        return
    entries.amend(work.db, activity, replace(target.content, dpia=said))
    entries.add_version(
        work.db, activity, code=NOTED, note=note, who=work.actor.name, at=work.clock.now()
    )
    work.log(None, NOTED, entry=activity, kind=target.kind.value)
    work.touch(Kind.ENTRY, activity)
