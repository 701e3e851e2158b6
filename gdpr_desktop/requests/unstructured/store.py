"""Rows ↔ what was found outside the systems: the only SQL of it."""

from dataclasses import replace
from typing import Any

import msgspec

from gdpr_desktop.core.ids import CaseId, TaskId
from gdpr_desktop.requests.unstructured.model import Unstructured
from gdpr_desktop.vault.reading import first, rows


def unstructured(db: Any, task_id: TaskId) -> Unstructured:
    """What a task has brought in; nothing where nothing is noted."""
    row = first(db, "SELECT data FROM task_unstructured WHERE task_id = ?", [task_id])
    return Unstructured() if row is None else _decoded(row["data"])


def of_case(db: Any, case_id: CaseId) -> dict[TaskId, Unstructured]:
    """What the tasks of a case have brought in, those that something is noted on."""
    found = rows(
        db,
        "SELECT u.task_id, u.data FROM task_unstructured u JOIN task t ON t.id = u.task_id"
        " WHERE t.case_id = ? ORDER BY t.id",
        [case_id],
    )
    return {TaskId(row["task_id"]): _decoded(row["data"]) for row in found}


def _decoded(data: str) -> Unstructured:
    return msgspec.json.decode(data, type=Unstructured)


def put(db: Any, task_id: TaskId, kept: Unstructured) -> None:
    """Write it back whole."""
    db.execute(
        "INSERT INTO task_unstructured (task_id, data) VALUES (?,?)"
        " ON CONFLICT (task_id) DO UPDATE SET data = excluded.data",
        [task_id, msgspec.json.encode(kept).decode()],
    )


def anonymise(db: Any, case_id: CaseId) -> None:
    """Keep kinds, what became of it, and days: no name and no text."""
    for task_id, kept in of_case(db, case_id).items():
        departments = tuple(replace(one, name="", answered_by="") for one in kept.departments)
        finds = tuple(
            replace(one, department="", what="", where="", access="", system="", need="")
            for one in kept.finds
        )
        put(db, task_id, Unstructured(departments=departments, finds=finds))
