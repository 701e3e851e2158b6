"""SQL of retention: which cases fall due, and what is taken out of one."""

import json
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from gdpr_desktop.casework.model import RESTRICTION, CaseKind
from gdpr_desktop.casework.retention.model import HeldBack, Kept, codes_of
from gdpr_desktop.casework.store import case_of
from gdpr_desktop.core.clock import OSLO
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.vault.reading import Row, first, rows

_NOT_FILED = "f.archive_number = ''"
_LOCAL_COPIES = (
    "EXISTS (SELECT 1 FROM letter l WHERE l.case_id = f.id AND l.local_copy_deleted_at IS NULL)"
)
_OPEN_CASE = (
    "EXISTS (SELECT 1 FROM person p JOIN person q ON q.match_key = p.match_key"
    " JOIN case_file g ON g.id = q.case_id"
    " WHERE p.case_id = f.id AND p.birth_date IS NOT NULL AND g.state = 'open')"
)
_RESTRICTED = (
    "EXISTS (SELECT 1 FROM deadline d WHERE d.case_id = f.id AND d.met_on IS NULL"
    f" AND d.kind = '{RESTRICTION}')"
)
_FREE = f"NOT ({_NOT_FILED}) AND NOT {_LOCAL_COPIES} AND NOT {_RESTRICTED} AND NOT {_OPEN_CASE}"
_REASONS = (
    f"{_NOT_FILED} AS not_filed, {_LOCAL_COPIES} AS local_copies, {_RESTRICTED} AS restricted,"
    f" {_OPEN_CASE} AS open_case"
)

Limits = dict[CaseKind, date]  # closed on this day or before


def _where(limits: Limits) -> tuple[str, list[object]]:
    """Cases closed at the limit of their kind or before, none of them anonymised."""
    parts: list[str] = []
    values: list[object] = []
    for kind, day in limits.items():
        parts.append("(f.kind = ? AND f.closed_at < ?)")
        values += [kind.value, _after(day)]
    kinds = " OR ".join(parts)
    return f"f.state = 'closed' AND f.anonymised_at IS NULL AND ({kinds})", values


def _after(day: date) -> str:
    """The first instant after ``day`` in Norway, as it is kept: ISO 8601 in UTC."""
    midnight = datetime.combine(day + timedelta(days=1), time(), OSLO)
    return midnight.astimezone(UTC).isoformat()


def count(db: Any, limits: Limits, *, free: bool = False) -> int:
    """How many fall due; with ``free`` only those that nothing holds back."""
    where, values = _where(limits)
    if free:
        where += f" AND {_FREE}"
    row = first(db, f"SELECT count(*) AS n FROM case_file f WHERE {where}", values)
    return int(row["n"]) if row else 0


def any_due(db: Any, limits: Limits) -> bool:
    """Does any case fall due? One step in the index."""
    where, values = _where(limits)
    return first(db, f"SELECT 1 AS one FROM case_file f WHERE {where} LIMIT 1", values) is not None


def page(db: Any, limits: Limits, *, offset: int, limit: int) -> tuple[Kept, ...]:
    """What falls due, closed longest ago first, with what holds each back."""
    where, values = _where(limits)
    sql = (
        f"SELECT f.*, {_REASONS} FROM case_file f WHERE {where}"
        " ORDER BY f.closed_at, f.id LIMIT ? OFFSET ?"
    )
    return tuple(_kept(row) for row in rows(db, sql, [*values, limit, offset]))


def _kept(row: Row) -> Kept:
    return Kept(case=case_of(row), held_back=tuple(code for code in HeldBack if row[code.value]))


def kept(db: Any, case_id: CaseId) -> Kept | None:
    """One case, with what holds it back; None when there is none."""
    sql = f"SELECT f.*, {_REASONS} FROM case_file f WHERE f.id = ?"
    row = first(db, sql, [case_id])
    return _kept(row) if row else None


def free_ids(db: Any, limits: Limits) -> tuple[CaseId, ...]:
    """The cases that fall due and that nothing holds back."""
    where, values = _where(limits)
    sql = f"SELECT f.id FROM case_file f WHERE {where} AND {_FREE} ORDER BY f.closed_at, f.id"
    return tuple(CaseId(row["id"]) for row in rows(db, sql, values))


def anonymise(db: Any, case_id: CaseId, at: datetime) -> None:
    """Take names and free text out of one case; what is left are codes, dates and user ids."""
    db.execute("DELETE FROM person WHERE case_id = ?", [case_id])
    db.execute("DELETE FROM draft WHERE case_id = ?", [case_id])  # kept after it was closed
    db.execute("DELETE FROM case_words WHERE id = ?", [-case_id])
    db.execute(
        "UPDATE case_file SET subject_name = '', subject_sort = '', caseworker = '',"
        " archive_number = '', archive_title = '', public_title = '', next_step = '',"
        " anonymised_at = ?, revision = revision + 1 WHERE id = ?",
        [at.isoformat(), case_id],
    )
    db.execute(
        "UPDATE task SET title = '', responsible = '', note = '' WHERE case_id = ?", [case_id]
    )
    db.execute(
        "UPDATE letter SET file_name = '', path = '', sha256 = '', actor = '', channel = '',"
        " local_copy_deleted_at = coalesce(local_copy_deleted_at, ?) WHERE case_id = ?",
        [at.isoformat(), case_id],
    )
    entries = list(rows(db, "SELECT id, detail FROM timeline WHERE case_id = ?", [case_id]))
    for entry in entries:
        left = json.dumps(codes_of(json.loads(entry["detail"])))
        db.execute("UPDATE timeline SET actor = '', detail = ? WHERE id = ?", [left, entry["id"]])
