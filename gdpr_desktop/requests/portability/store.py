"""Rows of ``portable_data``: the only SQL of the tables that a person takes along."""

from datetime import datetime
from typing import Any

import msgspec

from gdpr_desktop.casework.person_search import Where
from gdpr_desktop.casework.person_search.store import table_source
from gdpr_desktop.core.ids import CaseId, PartId, TaskId
from gdpr_desktop.requests.portability.model import Column, Draft, Row, Table, TableId
from gdpr_desktop.vault.reading import first, rows

_HEAD = (
    "SELECT id, case_id, part_id, task_id, title, source, columns, records, brought_in_by, at"
    " FROM portable_data"
)

# what the search for a person reads of the tables
TEXTS = (table_source("portable_data", Where.STEPS, "title source columns rows"),)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def insert(
    db: Any, case_id: CaseId, part_id: PartId, task_id: TaskId | None, draft: Draft, *, by: str,
    at: datetime,
) -> TableId:  # fmt: skip
    """Keep a table."""
    cursor = db.execute(
        "INSERT INTO portable_data (case_id, part_id, task_id, title, source, columns, rows,"
        " records, brought_in_by, at) VALUES (?,?,?,?,?,?,?,?,?,?)",
        [
            case_id,
            part_id,
            task_id,
            draft.title,
            draft.source,
            _json(draft.columns),
            _json(draft.rows),
            len(draft.rows),
            by,
            at.isoformat(),
        ],
    )
    return TableId(int(cursor.lastrowid))


def put_choice(db: Any, table_id: TableId, title: str, columns: tuple[Column, ...]) -> None:
    """Write the choice for the columns back."""
    db.execute(
        "UPDATE portable_data SET title = ?, columns = ? WHERE id = ?",
        [title, _json(columns), table_id],
    )


def delete(db: Any, table_id: TableId) -> None:
    """Take one table away."""
    db.execute("DELETE FROM portable_data WHERE id = ?", [table_id])


def delete_of_part(db: Any, part_id: PartId) -> None:
    """Take all tables of a part away."""
    db.execute("DELETE FROM portable_data WHERE part_id = ?", [part_id])


def delete_of_case(db: Any, case_id: CaseId) -> None:
    """Take all tables of a case away."""
    db.execute("DELETE FROM portable_data WHERE case_id = ?", [case_id])


def of_part(db: Any, part_id: PartId) -> tuple[Table, ...]:
    """The tables of a part, the oldest first."""
    return tuple(
        _table(one) for one in rows(db, f"{_HEAD} WHERE part_id = ? ORDER BY id", [part_id])
    )


def counts_of_case(db: Any, case_id: CaseId) -> dict[PartId, int]:
    """How many tables lie here for each part of a case that has any."""
    sql = "SELECT part_id, COUNT(*) AS tables FROM portable_data WHERE case_id = ? GROUP BY part_id"
    return {PartId(row["part_id"]): row["tables"] for row in rows(db, sql, [case_id])}


def table(db: Any, table_id: TableId) -> Table | None:
    """One table; None when it is gone."""
    row = first(db, f"{_HEAD} WHERE id = ?", [table_id])
    return _table(row) if row is not None else None


def _table(row: Any) -> Table:
    return Table(
        id=TableId(row["id"]),
        case_id=CaseId(row["case_id"]),
        part_id=PartId(row["part_id"]),
        task_id=TaskId(row["task_id"]) if row["task_id"] is not None else None,
        title=row["title"],
        source=row["source"],
        columns=msgspec.json.decode(row["columns"], type=tuple[Column, ...]),
        records=row["records"],
        brought_in_by=row["brought_in_by"],
        at=datetime.fromisoformat(row["at"]),
    )


def sample_of(db: Any, table_id: TableId, count: int) -> tuple[Row, ...]:
    """The first rows of a table, without reading all of it into objects."""
    sql = (
        "SELECT one.value AS row FROM portable_data, json_each(portable_data.rows) AS one"
        " WHERE portable_data.id = ? LIMIT ?"
    )
    found = rows(db, sql, [table_id, count])
    return tuple(msgspec.json.decode(one["row"], type=Row) for one in found)


def rows_of(db: Any, table_id: TableId) -> tuple[Row, ...]:
    """The rows of a table; none when it is gone."""
    row = first(db, "SELECT rows FROM portable_data WHERE id = ?", [table_id])
    return msgspec.json.decode(row["rows"], type=tuple[Row, ...]) if row is not None else ()
