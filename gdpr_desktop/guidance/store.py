"""Rows of ``filled_checklist``. Writes are only called inside a unit of work."""

from datetime import date, datetime
from typing import Any

import msgspec

from gdpr_desktop.guidance.model import NEW, About, ChecklistData, FilledChecklist
from gdpr_desktop.vault.reading import Row, first, rows

_COLUMNS = "checklist, about_kind, about_id, about_name, filled_on, filled_by, data, changed_at"


def save(db: Any, filled: FilledChecklist, now: datetime) -> int:
    """Keep it, in place of what has its id; the id."""
    values = _values(filled, now)
    if filled.id != NEW:
        marks = ", ".join(f"{column} = ?" for column in _COLUMNS.split(", "))
        db.execute(f"UPDATE filled_checklist SET {marks} WHERE id = ?", [*values, filled.id])
        return filled.id
    marks = ", ".join("?" * len(values))
    cursor = db.execute(f"INSERT INTO filled_checklist ({_COLUMNS}) VALUES ({marks})", values)
    return int(cursor.lastrowid)


def delete(db: Any, number: int) -> None:
    """Drop it."""
    db.execute("DELETE FROM filled_checklist WHERE id = ?", [number])


def load(db: Any, number: int) -> FilledChecklist | None:
    """One by its id."""
    row = first(db, "SELECT * FROM filled_checklist WHERE id = ?", [number])
    return _filled(row) if row else None


def find(
    db: Any, checklist: str | None, kind: About | None, number: int | None
) -> tuple[FilledChecklist, ...]:
    """Those of one checklist, or about one thing, or all; the newest first."""
    wanted = {"checklist": checklist, "about_kind": kind, "about_id": number}
    given = {column: value for column, value in wanted.items() if value is not None}
    where = " AND ".join(f"{column} = ?" for column in given) or "1"
    sql = f"SELECT * FROM filled_checklist WHERE {where} ORDER BY filled_on DESC, id DESC"
    return tuple(_filled(row) for row in rows(db, sql, list(given.values())))


def _values(filled: FilledChecklist, now: datetime) -> list[object]:
    data = ChecklistData(answered_by=filled.answered_by, answers=filled.answers)
    return [
        filled.checklist,
        filled.about_kind,
        filled.about_id,
        filled.about_name,
        filled.filled_on.isoformat(),
        filled.filled_by,
        msgspec.json.encode(data).decode(),
        now.isoformat(),
    ]


def _filled(row: Row) -> FilledChecklist:
    data = msgspec.json.decode(row["data"], type=ChecklistData)
    return FilledChecklist(
        id=row["id"],
        checklist=row["checklist"],
        about_kind=About(row["about_kind"]),
        about_id=row["about_id"],
        about_name=row["about_name"],
        filled_on=date.fromisoformat(row["filled_on"]),
        filled_by=row["filled_by"],
        answered_by=data.answered_by,
        answers=data.answers,
        changed_at=datetime.fromisoformat(row["changed_at"]),
    )
