"""Place by place: what was stopped and erased, what is kept by another law, what stays."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.deed import record
from gdpr_desktop.casework.model import Task
from gdpr_desktop.casework.undo import changed_since, note_undone, require_nothing_after
from gdpr_desktop.consents.content import Place
from gdpr_desktop.consents.withdrawals import store
from gdpr_desktop.consents.withdrawals.checks import ended_problems, place_problems
from gdpr_desktop.consents.withdrawals.model import STOP, Ended, Registered, Withdrawal
from gdpr_desktop.consents.withdrawals.model import TaskOutcomeCode as Outcome
from gdpr_desktop.consents.withdrawals.nouns import noun
from gdpr_desktop.consents.withdrawals.places import due_of
from gdpr_desktop.consents.withdrawals.service.base import put, taken_back, with_undo
from gdpr_desktop.consents.withdrawals.service.registering import put_place
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId, EventId, TaskId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault

_BLOCKERS = frozenset({"withdrawal_told", "closed"})


def end_place(vault: Vault, task_id: TaskId, ended: Ended, done_on: date) -> Change:
    """Note what became of a place. Raises ``InvalidInputError`` with each field."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        task, found = _of(work, task_id)
        _require_open_place(task)
        kept = Ended(
            task=task_id,
            outcome=ended.outcome,
            other_basis=clean_line(ended.other_basis) if ended.outcome is Outcome.KEPT else "",
            note=clean_text(ended.note),
        )
        place, today = found.place(task), work.clock.today()
        require_valid(ended_problems(kept, done_on, place, found, today))
        after = replace(task, done_on=done_on)
        cases.update_task(work.db, after)
        store.put_step(work.db, found.case.id, ended=(*_without(found, task_id), kept))
        event = _record(work, found, "withdrawal_stopped", task)
    return _undoable(work, found, task, after, "withdrawal_stopped", event)


def open_place(vault: Vault, task_id: TaskId) -> Change:
    """It was not done after all: the place waits again."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        task, found = _of(work, task_id)
        if not task.done:
            raise RefusedError(_("This place has not been seen to yet."))
        _require_untold(found)
        after = replace(task, done_on=None)
        cases.update_task(work.db, after)
        store.put_step(work.db, found.case.id, ended=_without(found, task_id))
        event = _record(work, found, "withdrawal_place_opened", task)
    return _undoable(work, found, task, after, "withdrawal_place_opened", event)


def add_place(vault: Vault, case_id: CaseId, place: Place) -> Change:
    """One more place, which the form did not name."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = taken_back(work, case_id)
        kept = _cleaned(place)
        require_valid(place_problems(kept, tuple(one.title for one in found.stops)))
        registered = found.registered
        _put_places(work.db, case_id, registered, (*registered.places, kept))
        due = due_of(registered.withdrawn_on)
        put_place(work.db, case_id, kept.name, kept.responsible, due)
        after = cases.tasks(work.db, case_id)[-1]
        event = _record(work, found, "withdrawal_place_added", after)
    return _undoable(work, found, None, after, "withdrawal_place_added", event)


def change_place(vault: Vault, task_id: TaskId, place: Place) -> Change:
    """Put right what is known of a place, or say who sees to it."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        task, found = _of(work, task_id)
        _require_open_place(task)
        kept = _cleaned(place)
        others = tuple(one.title for one in found.stops if one.id != task_id)
        require_valid(place_problems(kept, others))
        after = replace(task, title=kept.name, responsible=kept.responsible)
        cases.update_task(work.db, after)
        places = tuple(one for one in found.registered.places if one.name != task.title)
        _put_places(work.db, found.case.id, found.registered, (*places, kept))
        event = _record(work, found, "withdrawal_place_changed", after)
    return _undoable(work, found, task, after, "withdrawal_place_changed", event)


def remove_place(vault: Vault, task_id: TaskId) -> Change:
    """Take away a place that was added by hand. What the form names must be seen to."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        task, found = _of(work, task_id)
        _require_open_place(task)
        if found.named(task):
            raise RefusedError(
                _("The form says that it is used here, so this must stay."),
                hint=_("Note that nothing was there, if nothing was."),
            )
        cases.delete_task(work.db, task_id)
        places = tuple(one for one in found.registered.places if one.name != task.title)
        _put_places(work.db, found.case.id, found.registered, places)
        event = _record(work, found, "withdrawal_place_removed", task)
    return _undoable(work, found, task, None, "withdrawal_place_removed", event)


def settle(vault: Vault, case_id: CaseId) -> Change:
    """There are no more places than those in the list."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = taken_back(work, case_id)
        if found.settled:
            raise RefusedError(_("This has been noted already."))
        undo = put(work, found, Deed.WORK_ON_CASE, "withdrawal_settled", "settled", True)
    return with_undo(work.change, undo)


def _of(work: Any, task_id: TaskId) -> tuple[Task, Withdrawal]:
    task = cases.task(work.db, task_id)
    assert task.kind == STOP, "a place"
    return task, taken_back(work, task.case_id)


def _without(found: Withdrawal, task_id: TaskId) -> tuple[Ended, ...]:
    return tuple(one for one in found.ended if one.task != task_id)


def _cleaned(place: Place) -> Place:
    return replace(
        place,
        name=clean_line(place.name),
        responsible=clean_line(place.responsible),
        other_basis=clean_line(place.other_basis),
    )


def _put_places(
    db: Any, case_id: CaseId, registered: Registered, places: tuple[Place, ...]
) -> None:
    store.put_step(db, case_id, registered=replace(registered, places=places))


def _require_open_place(task: Task) -> None:
    if task.done:
        raise RefusedError(
            _("This place has been seen to."),
            hint=_("Open it again first, if something is left."),
        )


def _require_untold(found: Withdrawal) -> None:
    if found.confirmed is not None:
        raise RefusedError(
            _("The person has been told how it stands."),
            hint=_("Add the place anew, and tell the person of that."),
        )


def _record(work: Any, found: Withdrawal, code: str, task: Task) -> EventId:
    return record(work, found.case.id, code, title=task.title)


def _undoable(
    work: Any, found: Withdrawal, before: Task | None, after: Task | None, code: str, event: EventId
) -> Change:
    verb = partial(_restore, found=found, before=before, after=after, code=code, event=event)
    return with_undo(work.change, Undo(words=noun(code), verb=verb))


def _restore(
    vault: Vault,
    *,
    found: Withdrawal,
    before: Task | None,
    after: Task | None,
    code: str,
    event: EventId,
) -> Change:
    """Put a place back as it was; None stands for one that was, or is, not there."""
    case_id = found.case.id
    with vault.begin(Deed.WORK_ON_CASE) as work:
        now = taken_back(work, case_id)
        require_nothing_after(work.db, case_id, event, _BLOCKERS)
        if after is not None and after not in now.stops:
            raise changed_since()
        places = tuple(
            one for one in now.registered.places if after is None or one.name != after.title
        )
        if before is not None:
            places = (*places, found.place(before))
        if after is None and before is not None:
            put_place(
                work.db, case_id, before.title, before.responsible, before.due or work.clock.today()
            )
        elif before is None and after is not None:
            cases.delete_task(work.db, after.id)
        elif before is not None:
            cases.update_task(work.db, before)
            own = found.end_of(before.id)
            ended = (*_without(now, before.id), *((own,) if own is not None else ()))
            store.put_step(work.db, case_id, ended=ended)
        _put_places(work.db, case_id, now.registered, places)
        note_undone(work, case_id, code, event)
    return work.change
