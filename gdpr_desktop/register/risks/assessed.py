"""The day an activity or a system was last assessed follows the risk assessments."""

from dataclasses import replace
from datetime import date
from typing import Any

from gdpr_desktop.core.change import Kind
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import EntryId, EntryKind
from gdpr_desktop.register.entries.service import EntryChanged, EntryDeleted
from gdpr_desktop.register.entries.unreadable import is_readable
from gdpr_desktop.register.risks.model import RiskAssessment
from gdpr_desktop.vault import Vault


def subscribe(vault: Vault) -> None:
    """Keep the days in step with every deed on an assessment."""
    vault.subscribe(EntryChanged, keep_in_step)
    vault.subscribe(EntryDeleted, take_day_back)


def keep_in_step(work: Any, event: EntryChanged) -> None:
    """Write the day on what the assessment is, or was, about.

    An activity or a system that was written anew, or put back, does not lose its day.
    """
    if event.kind in (EntryKind.ACTIVITY, EntryKind.SYSTEM):
        _put_day(work, event.entry_id, None)
    elif event.kind is EntryKind.RISK_ASSESSMENT:
        for about in dict.fromkeys((*_about(event.before), *_about(event.after))):
            _put_day(work, about, event.before, event.after.title)


def take_day_back(work: Any, event: EntryDeleted) -> None:
    """A day that came from an assessment goes when that is deleted."""
    if event.kind is EntryKind.RISK_ASSESSMENT:
        for about in dict.fromkeys(_about(event.before)):
            _put_day(work, about, event.before, event.before.title)


def _put_day(work: Any, about: EntryId, before: RiskAssessment | None, note: str = "") -> None:
    """Write the last day of all, that of ``before`` left out.

    Nothing that was approved has changed by it: the entry keeps its state and its revision, and
    no document made from it goes out of date.
    """
    target = store.entry(work.db, about, unreadable=True)
    if not is_readable(target):
        return
    known: date | None = target.content.risk_assessed_on
    if before is not None and known == before.made_on:
        known = None  # it came from this assessment, which may say another day now
    day = max(filter(None, (known, *_days(work.db, about))), default=None)
    if day == target.content.risk_assessed_on:
        return
    store.amend(work.db, about, replace(target.content, risk_assessed_on=day))
    store.add_version(
        work.db,
        about,
        code="entry_assessed",
        note=note,
        who=work.actor.name,
        at=work.clock.now(),
    )
    work.log(None, "entry_assessed", entry=about, kind=target.kind.value)
    work.touch(Kind.ENTRY, about)


def _about(assessment: RiskAssessment | None) -> tuple[EntryId, ...]:
    return (*assessment.activities, *assessment.systems) if assessment is not None else ()


def _days(db: Any, about: EntryId) -> list[date]:
    found = [one for one in store.users_of(db, about) if one.kind is EntryKind.RISK_ASSESSMENT]
    kept = [one.content for one in found if is_readable(one)]
    return [one.made_on for one in kept if one.made_on and one.risks]
