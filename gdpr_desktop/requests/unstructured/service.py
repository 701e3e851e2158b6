"""Asking departments what they hold outside the systems, and noting what they found."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.checks import line_lengths, problem, text_length
from gdpr_desktop.casework.model import Case, Task, TaskOutcome
from gdpr_desktop.casework.service import begin_on, record
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, RefusedError, require_valid
from gdpr_desktop.core.ids import TaskId
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.requests.service.base import read_request
from gdpr_desktop.requests.unstructured import store
from gdpr_desktop.requests.unstructured.checks import find_problem, found_day_problem
from gdpr_desktop.requests.unstructured.model import (
    MOST,
    Department,
    Fate,
    Find,
    Unstructured,
    asked_too,
)
from gdpr_desktop.requests.unstructured.words import kinds_words
from gdpr_desktop.vault import Vault

_NAMED = 3  # departments that a task names one by one


def read_unstructured(vault: Vault, task_id: TaskId) -> Unstructured:
    """What is noted on a task, for who may see the case."""
    read_request(vault, cases.task(vault.db, task_id).case_id)
    return store.unstructured(vault.db, task_id)


def asking_problems(names: Iterable[str]) -> list[FieldProblem]:
    """What is wrong with the departments that shall get a form."""
    found = [clean_line(name) for name in names if clean_line(name)]
    if not found:
        return [problem("departments", _("Write at least one department."))]
    if len(found) > MOST:
        text = _("At most {most} departments can be asked at once.")
        return [problem("departments", text.format(most=MOST))]
    return [one for name in found for one in line_lengths(departments=name)][:1]


def ask_departments(
    vault: Vault, task_id: TaskId, names: Iterable[str], *, asked_on: date, due: date
) -> Change:
    """Note who has got the form. A task that is answered already stays so."""
    asked = [clean_line(name) for name in names if clean_line(name)]
    with vault.begin(Deed.WORK_ON_CASE) as work:
        task, _case = _opened(work, task_id)
        require_valid(asking_problems(asked))
        kept = asked_too(store.unstructured(work.db, task_id), asked)
        store.put(work.db, task_id, kept)
        if not task.done:
            casework.ask_task(
                vault,
                task_id,
                responsible=_named([one.name for one in kept.departments]),
                asked_on=asked_on,
                due=due,
            )
        record(work, task.case_id, "unstructured_asked", departments=_named(asked))
    return work.change


def _named(names: list[str]) -> str:
    if len(names) <= _NAMED:
        return ", ".join(names)[:200]
    text = ngettext("{count} department", "{count} departments", len(names))
    return text.format(count=len(names))


def note_unstructured(vault: Vault, task_id: TaskId, found: Unstructured) -> Change:
    """Keep what has been found. When all have answered, the task is answered too.

    Allowed while the case is open, also after the answer: moving and deleting may come later.
    """
    kept = _cleaned(found)
    with vault.begin(Deed.WORK_ON_CASE) as work:
        task, case = _opened(work, task_id)
        require_valid(found_problems(kept, case.received, work.clock.today()))
        store.put(work.db, task_id, kept)
        counts = {"total": str(len(kept.finds)), "open": str(len(kept.undone))}
        record(work, task.case_id, "unstructured_noted", **counts)
        if kept.answered and not task.done:
            _answer(vault, task, kept)
    return work.change


def _opened(work: Any, task_id: TaskId) -> tuple[Task, Case]:
    task = cases.task(work.db, task_id)
    case = begin_on(work, Deed.WORK_ON_CASE, task.case_id)
    if not case.open:
        raise RefusedError(
            _("The case is closed."), hint=_("Open the case again, if more must be done.")
        )
    return task, case


def _answer(vault: Vault, task: Task, kept: Unstructured) -> None:
    last = max(one.answered_on for one in kept.departments if one.answered_on)
    casework.answer_task(
        vault,
        task.id,
        outcome=TaskOutcome.FOUND if kept.finds else TaskOutcome.NOTHING,
        note=kinds_words(one.kind for one in kept.finds if one.kind),
        answered_on=max(last, task.asked_on) if task.asked_on else last,
    )


def _cleaned(found: Unstructured) -> Unstructured:
    departments = (
        replace(one, name=clean_line(one.name), answered_by=clean_line(one.answered_by))
        for one in found.departments
    )
    finds = (
        replace(
            one,
            department=clean_line(one.department),
            what=clean_line(one.what),
            where=clean_line(one.where),
            access=clean_line(one.access),
            system=clean_line(one.system) if one.fate is Fate.MOVE else "",
            need=clean_line(one.need) if one.fate is Fate.STAY else "",
            done_on=one.done_on if one.fate is not Fate.STAY else None,
        )
        for one in found.finds
    )
    return Unstructured(
        departments=tuple(one for one in departments if one != Department(name="")),
        finds=tuple(one for one in finds if one != Find()),
    )


def found_problems(found: Unstructured, received: date, today: date) -> list[FieldProblem]:
    """The first line of each table that something is wrong with."""
    problems: list[FieldProblem] = []
    for field, rows in (("departments", found.departments), ("finds", found.finds)):
        if len(rows) > MOST:
            text = _("At most {most} lines can be kept here.")
            problems.append(problem(field, text.format(most=MOST)))
    said = [_department_problem(one, received, today) for one in found.departments]
    problems += _first("departments", said)
    names = {one.name.casefold() for one in found.departments}
    said = [find_problem(one, names, received, today) for one in found.finds]
    problems += _first("finds", said)
    for one in found.finds:
        for text in (one.what, one.where, one.access, one.system, one.need):
            problems += text_length("finds", text, 2000)
    return problems


def _department_problem(one: Department, received: date, today: date) -> str:
    if not one.name:
        return _("write which department it is.")
    return found_day_problem(one.answered_on, received, today)


def _first(field: str, said: list[str]) -> list[FieldProblem]:
    for number, text in enumerate(said, start=1):
        if text:
            line = _("Line {number}: {problem}")
            return [problem(field, line.format(number=number, problem=text))]
    return []
