"""The action plan: a planned measure with a day or an owner is a task of the case.

Its day then stands on the overview until it is done. Tasks follow the measures, never the other
way: what is written of a measure stands in the assessment alone.
"""

from dataclasses import replace
from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.deed import CaseTouched
from gdpr_desktop.casework.model import CaseKind, Task
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.assessment import MEASURE, Dpia
from gdpr_desktop.dpia.codes import MeasureStatus, State
from gdpr_desktop.dpia.content import Measure
from gdpr_desktop.vault import Vault

_NO_PLAN = frozenset({State.SCREENING, State.NOT_NEEDED, State.COVERED, State.DROPPED})


def subscribe(vault: Vault) -> None:
    """Before the deadlines of the case are reckoned: they count the tasks."""
    vault.subscribe(CaseTouched, keep_tasks)


def keep_tasks(work: Any, event: CaseTouched) -> None:
    """Bring the tasks of an assessment in step with its measures."""
    case = cases.case(work.db, event.case_id)
    if case.kind is not CaseKind.DPIA or case.anonymised_at is not None:
        return
    found = store.dpia(work.db, event.case_id)
    wanted = {one.key: one for one in found.content.measures if in_plan(found, one)}
    keys = store.measure_tasks(work.db, case.id)
    for task in found.tasks:
        if task.kind != MEASURE:
            continue
        key = keys.get(task.id, "")
        if key in wanted:
            _put(work.db, task, wanted.pop(key))
        elif not _stays(task, found.content.measure(key)):
            cases.delete_task(work.db, task.id)
    for key, measure in wanted.items():
        made = cases.insert_task(work.db, case.id, kind=MEASURE, title=measure.title)
        store.link_task(work.db, case.id, key, made)
        _put(work.db, cases.task(work.db, made), measure)


def in_plan(found: Dpia, measure: Measure) -> bool:
    """Is it something that somebody is to do, or has done?"""
    planned = measure.status is MeasureStatus.PLANNED
    return planned and found.state not in _NO_PLAN and bool(measure.due or measure.owner)


def _stays(task: Task, measure: Measure | None) -> bool:
    """What was carried out stays so, also when the measure is no plan any more."""
    if measure is None or not task.done:
        return False
    return measure.status is MeasureStatus.EXISTING or measure.done_on is not None


def _put(db: Any, task: Task, measure: Measure) -> None:
    kept = replace(
        task,
        title=measure.title,
        responsible=measure.owner,
        due=measure.due,
        done_on=measure.done_on,
    )
    if kept != task:
        cases.update_task(db, kept)
