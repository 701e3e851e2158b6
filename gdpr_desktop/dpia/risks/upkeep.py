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
    wanted = {one.title: one for one in found.content.measures if in_plan(found, one)}
    for task in found.tasks:
        if task.kind != MEASURE:
            continue
        measure = wanted.pop(task.title, None)
        if measure is None:
            cases.delete_task(work.db, task.id)
        else:
            _put(work.db, task, measure)
    for title, measure in wanted.items():
        made = cases.insert_task(work.db, case.id, kind=MEASURE, title=title)
        _put(work.db, cases.task(work.db, made), measure)


def in_plan(found: Dpia, measure: Measure) -> bool:
    """Is it something that somebody is to do, or has done?"""
    planned = measure.status is MeasureStatus.PLANNED
    return planned and found.state not in _NO_PLAN and bool(measure.due or measure.owner)


def _put(db: Any, task: Task, measure: Measure) -> None:
    kept = replace(task, responsible=measure.owner, due=measure.due, done_on=measure.done_on)
    if kept != task:
        cases.update_task(db, kept)
