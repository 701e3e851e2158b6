"""An activity changes in the record: the assessment of it must be looked at again (35(11))."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.deed import CaseTouched, record
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.dpia import store as assessments
from gdpr_desktop.dpia.advice import store
from gdpr_desktop.dpia.assessment import CHANGED
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.screening import upkeep as need
from gdpr_desktop.law.calendar import next_working_day
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.entries.model import EntryKind
from gdpr_desktop.register.entries.service import EntryChanged, EntryLeaves
from gdpr_desktop.vault import Vault

DAYS = 14  # to look at it again: our own target, the law gives no number
# what an assessment speaks of; that one has been made is kept in the record too, and is no change
_TOLD = (
    "purposes",
    "special",
    "criminal",
    "subjects",
    "data",
    "sources",
    "recipients",
    "transfers",
    "outside_eea",
    "security",
    "systems",
    "processors",
    "arrangements",
    "profiling",
    "automatic",
    "automated",
)


def subscribe(vault: Vault) -> None:
    """Hear of what changes in the record."""
    vault.subscribe(EntryChanged, mark_changed)
    vault.subscribe(EntryLeaves, follow)


def mark_changed(work: Any, event: EntryChanged) -> None:
    """Tell of a change on each assessment of the activity; what is in force gets a task."""
    if event.kind is not EntryKind.ACTIVITY or event.before is None:
        return
    if _told_of(event.before) == _told_of(event.after):
        return
    for case_id in store.of_activity(work.db, event.entry_id):
        if cases.case(work.db, case_id).open:
            _mark(work, case_id, event.after.title)


def _mark(work: Any, case_id: CaseId, name: str) -> None:
    found = assessments.dpia(work.db, case_id)
    if found.state is State.IN_FORCE:
        waiting = any(one.kind == CHANGED and not one.done for one in found.tasks)
        if waiting:
            return
        title = N_("«{name}» has been changed in the record: does the assessment still hold?")
        language = found.case.language
        made = cases.insert_task(
            work.db,
            case_id,
            kind=CHANGED,
            title=_(title, language=language).format(name=name),
            responsible=found.about.responsible,
        )
        due = next_working_day(work.clock.today() + timedelta(days=DAYS))
        cases.update_task(work.db, replace(cases.task(work.db, made), due=due))
    need.mark_changed(work, found)
    record(work, case_id, "dpia_activity_changed", name=name)


def _told_of(activity: Activity) -> tuple[object, ...]:
    return tuple(getattr(activity, name) for name in _TOLD)


def follow(work: Any, event: EntryLeaves) -> None:
    """An activity that is deleted or replaced leaves its assessments to the one in its place."""
    for case_id in store.of_activity(work.db, event.entry_id):
        store.move_activity(work.db, case_id, event.entry_id, event.new)
        work.publish(CaseTouched(case_id=case_id))
