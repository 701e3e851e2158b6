"""What the risk assessments of an activity, and of its systems, say about a DPIA."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import Entry, EntryId, EntryKind, EntryState
from gdpr_desktop.register.entries.unreadable import is_readable
from gdpr_desktop.register.risks.levels import DpiaReason, needs_dpia_hint


@dataclass(frozen=True, slots=True, kw_only=True)
class DpiaAdvice:
    """An assessment that calls for a DPIA to be considered, and why."""

    assessment_id: EntryId
    name: str
    made_on: date | None
    reason: DpiaReason


def assessments_of(db: Any, entry_id: EntryId) -> tuple[Entry, ...]:
    """The risk assessments of an activity or a system that are not over, the newest first."""
    found = [
        one
        for one in store.users_of(db, entry_id)
        if one.kind is EntryKind.RISK_ASSESSMENT
        and one.state is not EntryState.RETIRED
        and is_readable(one)
    ]
    return tuple(sorted(found, key=_day, reverse=True))


def dpia_advice(db: Any, activity_id: EntryId) -> tuple[DpiaAdvice, ...]:
    """Assessments of the activity, then of its systems, that call for a DPIA to be considered."""
    systems = store.entry(db, activity_id).content.systems
    found = {one.id: one for about in (activity_id, *systems) for one in assessments_of(db, about)}
    advice = []
    for entry in found.values():
        reason = needs_dpia_hint(entry.content)
        if reason is not None:
            advice.append(
                DpiaAdvice(
                    assessment_id=entry.id,
                    name=entry.name,
                    made_on=entry.content.made_on,
                    reason=reason,
                )
            )
    return tuple(advice)


def _day(entry: Entry) -> date:
    made_on: date | None = entry.content.made_on
    return made_on or date.min
