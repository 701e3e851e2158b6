"""Rows of ``letter_export``. Writes are only called inside a unit of work."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.vault.reading import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One that has begun. ``kept`` is where the file that it replaces is set aside."""

    id: int
    case_id: CaseId
    path: Path
    temporary: Path
    kept: Path
    file_id: str = ""  # of what was made to write in; empty until it was
    recorded: bool = False  # the case knows the letter


def insert(db: Any, export: Export) -> int:
    """Keep it; its number."""
    cursor = db.execute(
        "INSERT INTO letter_export (case_id, path, temporary, kept, file_id) VALUES (?,?,?,?,?)",
        [
            export.case_id,
            str(export.path),
            str(export.temporary),
            str(export.kept),
            export.file_id,
        ],
    )
    return int(cursor.lastrowid)


def set_file_id(db: Any, number: int, file_id: str) -> None:
    """What it is written in was made."""
    db.execute("UPDATE letter_export SET file_id = ? WHERE id = ?", [file_id, number])


def mark_recorded(db: Any, number: int) -> None:
    """The case knows the letter, once this unit is committed."""
    db.execute("UPDATE letter_export SET recorded = 1 WHERE id = ?", [number])


def is_recorded(db: Any, number: int) -> bool:
    """Was the case's record of the letter committed?"""
    found = rows(db, "SELECT recorded FROM letter_export WHERE id = ?", [number])
    return any(row["recorded"] for row in found)


def delete(db: Any, number: int) -> None:
    """File and case agree."""
    db.execute("DELETE FROM letter_export WHERE id = ?", [number])


def begun(db: Any) -> tuple[Export, ...]:
    """Those that did not come to their end, the newest first: files are put back in that order."""
    return tuple(
        Export(
            id=row["id"],
            case_id=CaseId(row["case_id"]),
            path=Path(row["path"]),
            temporary=Path(row["temporary"]),
            kept=Path(row["kept"]),
            file_id=row["file_id"],
            recorded=bool(row["recorded"]),
        )
        for row in rows(db, "SELECT * FROM letter_export ORDER BY id DESC")
    )
