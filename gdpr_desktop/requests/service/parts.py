"""A request gets one more right, or loses one that nothing has been done on."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.checks import problem
from gdpr_desktop.casework.model import UNSTRUCTURED
from gdpr_desktop.casework.service import record, record_first
from gdpr_desktop.casework.undo import changed_since, note_undone
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId, EventId, TaskId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import parts_store
from gdpr_desktop.requests.model import Request, Right
from gdpr_desktop.requests.rights import mixed, rules_of
from gdpr_desktop.requests.service.base import opened
from gdpr_desktop.requests.service.part_undo import require_free, with_undo
from gdpr_desktop.requests.service.undo import noun
from gdpr_desktop.vault import Vault


def add_right(vault: Vault, case_id: CaseId, right: Right) -> Change:
    """Take one more right into the case, on the same clock."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request = opened(work, case_id)
        if request.of(right) is not None:
            raise RefusedError(_("This right is in the case already."))
        if mixed((right, *(part.right for part in request.parts))):
            raise RefusedError(
                _("What we found ourselves is a case of its own: it has another time limit."),
                hint=_("Register it as a new case."),
            )
        tasks = _add(work, request, right)
        event = record(work, case_id, "right_added", right=right.value)
    verb = partial(take_away, case_id=case_id, right=right, tasks=tasks, event=event)
    return with_undo(work.change, Undo(words=noun("right_added", right), verb=verb))


def take_away(
    vault: Vault, *, case_id: CaseId, right: Right, tasks: tuple[TaskId, ...], event: EventId
) -> Change:
    """Take a right out that was added by mistake, with the ``tasks`` that came with it."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request = opened(work, case_id)
        part = request.of(right)
        if part is None:
            raise changed_since()
        require_free(work, "right_added", event, request, part)
        asked = any(one.id in tasks and (one.asked_on or one.done) for one in request.tasks)
        if part.touched or part.tables or asked:
            raise changed_since()
        parts_store.delete(work.db, part.id)
        for task in tasks:
            cases.delete_task(work.db, task)
        note_undone(work, case_id, "right_added", event, right=right.value)
    return work.change


def change_rights(work: Any, request: Request, wanted: tuple[Right, ...]) -> None:
    """Add and take away parts, so that the case is about ``wanted``.

    Raises ``InvalidInputError`` for a right that something has been done on.
    """
    kept = {part.right for part in request.parts}
    for part in request.parts:
        if part.right in wanted:
            continue
        if part.touched or part.tables:
            text = _("Something has been done on a right that you took away. It must stay.")
            require_valid([problem("rights", text)])
        parts_store.delete(work.db, part.id)
        record_first(work, request.case.id, "right_removed", right=part.right.value)
    for right in wanted:
        if right not in kept:
            _add(work, request, right)
            record_first(work, request.case.id, "right_added", right=right.value)


def tell_of(work: Any, case_id: CaseId, rights: Iterable[Right]) -> None:
    """Tell others that the case is about these rights, and whom: they need not wait for us."""
    for right in rights:
        event = rules_of(right).heard
        if event is not None:
            work.publish(event(case_id=case_id))


def _add(work: Any, request: Request, right: Right) -> tuple[TaskId, ...]:
    """Take the right in; gives the tasks that come with it."""
    parts_store.insert(work.db, request.case.id, right)
    tell_of(work, request.case.id, (right,))
    kinds = {task.kind for task in cases.tasks(work.db, request.case.id)}
    if not rules_of(right).collects or UNSTRUCTURED in kinds:
        return ()
    title = _(
        "Unstructured data: e-mail, files, paper, pictures, SMS", language=request.case.language
    )
    return (cases.insert_task(work.db, request.case.id, kind=UNSTRUCTURED, title=title),)
