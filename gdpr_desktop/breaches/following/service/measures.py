"""Measures: what shall be done so that it does not happen again, by whom, by when, and what was.

A measure is a task of the case, so its day stands on the overview until it is done.
"""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from gdpr_desktop.breaches import store
from gdpr_desktop.breaches.following.checks import done_problems, measure_problems
from gdpr_desktop.breaches.model import MEASURE, Breach
from gdpr_desktop.breaches.nouns import noun
from gdpr_desktop.breaches.service.base import opened, with_undo
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.deed import record
from gdpr_desktop.casework.model import Task
from gdpr_desktop.casework.undo import changed_since, note_undone, require_nothing_after
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId, EventId, TaskId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault

_BLOCKERS = frozenset({"closed"})


def add_measure(
    vault: Vault,
    case_id: CaseId,
    *,
    title: str,
    responsible: str = "",
    due: date | None = None,
    done_on: date | None = None,
    note: str = "",
) -> Change:
    """Note a measure that is planned, or (with ``done_on``) one that is done already.

    Whoever had said that no more is planned, has to say it again.
    """
    typed = Task(
        id=TaskId(0),
        case_id=case_id,
        kind=MEASURE,
        title=clean_line(title),
        responsible=clean_line(responsible),
        due=due if done_on is None else None,
        done_on=done_on,
        note=clean_text(note),
    )
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        problems = measure_problems(typed, found.measures, work.clock.today())
        if done_on is not None:
            problems += done_problems(done_on, typed.note, found, work.clock.today())
        require_valid(problems)
        made = cases.insert_task(work.db, case_id, kind=MEASURE, title=typed.title)
        cases.update_task(work.db, replace(typed, id=made))
        if found.measures_settled:
            store.put_step(work.db, case_id, measures_settled=False)
        event = record(work, case_id, "breach_measure_added", title=typed.title)
        after = cases.task(work.db, made)
    return _undoable(work, found, None, after, "breach_measure_added", event)


def change_measure(
    vault: Vault, task_id: TaskId, *, title: str, responsible: str, due: date | None, note: str = ""
) -> Change:
    """Put a planned measure right: what, by whom, by when."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        task, found = _of(work, task_id)
        _require_planned(task)
        after = replace(
            task,
            title=clean_line(title),
            responsible=clean_line(responsible),
            due=due,
            note=clean_text(note),
        )
        others = tuple(one for one in found.measures if one.id != task_id)
        today = work.clock.today()
        problems = measure_problems(after, others, today)
        if due is not None and due == task.due:  # an old day may stay while the rest is put right
            problems = [one for one in problems if one.field != "due"]
        require_valid(problems)
        cases.update_task(work.db, after)
        event = record(work, found.case.id, "breach_measure_changed", title=after.title)
    return _undoable(work, found, task, after, "breach_measure_changed", event)


def note_done(vault: Vault, task_id: TaskId, *, done_on: date, what: str) -> Change:
    """Note that a measure was carried out, when, and what was done."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        task, found = _of(work, task_id)
        _require_planned(task)
        require_valid(done_problems(done_on, clean_text(what), found, work.clock.today()))
        after = replace(task, done_on=done_on, note=clean_text(what))
        cases.update_task(work.db, after)
        event = record(work, found.case.id, "breach_measure_done", title=task.title)
    return _undoable(work, found, task, after, "breach_measure_done", event)


def take_back(vault: Vault, task_id: TaskId) -> Change:
    """It was not done after all: the measure is planned again, with the day it had."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        task, found = _of(work, task_id)
        if not task.done:
            raise RefusedError(_("This measure has not been carried out yet."))
        after = replace(task, done_on=None)
        cases.update_task(work.db, after)
        event = record(work, found.case.id, "breach_measure_opened", title=task.title)
    return _undoable(work, found, task, after, "breach_measure_opened", event)


def remove_measure(vault: Vault, task_id: TaskId) -> Change:
    """Take away a measure that is not going to be carried out."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        task, found = _of(work, task_id)
        _require_planned(task)
        cases.delete_task(work.db, task_id)
        event = record(work, found.case.id, "breach_measure_removed", title=task.title)
    return _undoable(work, found, task, None, "breach_measure_removed", event)


def settle(vault: Vault, case_id: CaseId) -> Change:
    """Note that no more measures are planned: those in the list are all."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        if found.measures_settled:
            raise RefusedError(_("This has been noted already."))
        store.put_step(work.db, case_id, measures_settled=True)
        event = record(work, case_id, "breach_measures_settled")
    verb = partial(_unsettle, case_id=case_id, event=event)
    return with_undo(work.change, Undo(words=noun("breach_measures_settled"), verb=verb))


def _unsettle(vault: Vault, *, case_id: CaseId, event: EventId) -> Change:
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        require_nothing_after(work.db, case_id, event, _BLOCKERS)
        if not found.measures_settled:
            raise changed_since()
        store.put_step(work.db, case_id, measures_settled=False)
        note_undone(work, case_id, "breach_measures_settled", event)
    return work.change


def _of(work: Any, task_id: TaskId) -> tuple[Task, Breach]:
    """The measure, and the open breach it belongs to."""
    task = cases.task(work.db, task_id)
    assert task.kind == MEASURE, "a measure"
    return task, opened(work, task.case_id)


def _require_planned(task: Task) -> None:
    if task.done:
        raise RefusedError(
            _("This measure has been carried out."),
            hint=_("Take that back first, if it was not."),
        )


def _undoable(
    work: Any, found: Breach, before: Task | None, after: Task | None, code: str, event: EventId
) -> Change:
    verb = partial(
        restore,
        before=before,
        after=after,
        settled=found.measures_settled,
        code=code,
        event=event,
    )
    return with_undo(work.change, Undo(words=noun(code), verb=verb))


def restore(
    vault: Vault,
    *,
    before: Task | None,
    after: Task | None,
    settled: bool,
    code: str,
    event: EventId,
) -> Change:
    """Put a measure back as it was; None stands for one that was, or is, not there."""
    one = before or after
    assert one is not None, "one of them is there"
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, one.case_id)
        require_nothing_after(work.db, one.case_id, event, _BLOCKERS)
        if after is not None and after not in found.measures:
            raise changed_since()
        if after is None and before is not None:
            if before.title in {task.title for task in found.measures}:
                raise changed_since()
            made = cases.insert_task(work.db, one.case_id, kind=MEASURE, title=before.title)
            cases.update_task(work.db, replace(before, id=made))
        elif before is None and after is not None:
            cases.delete_task(work.db, after.id)
            store.put_step(work.db, one.case_id, measures_settled=settled)
        elif before is not None:
            cases.update_task(work.db, before)
        note_undone(work, one.case_id, code, event)
    return work.change
