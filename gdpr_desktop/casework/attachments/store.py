"""Rows of attachments. One that was removed is kept as long as something frozen refers to it."""

from datetime import datetime
from typing import Any

from gdpr_desktop.casework.attachments.model import Attachment
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.vault.reading import Row, rows

_COLUMNS = "key, name, media_type, size, sha256, about, added_at, added_by"


def attachments(db: Any, case_id: CaseId) -> tuple[Attachment, ...]:
    """Those of a case that are not removed, in the order they came."""
    sql = (
        f"SELECT {_COLUMNS} FROM case_attachment"
        " WHERE case_id = ? AND removed_at IS NULL ORDER BY added_at, rowid"
    )
    return tuple(map(_attachment, rows(db, sql, [case_id])))


def insert(db: Any, case_id: CaseId, found: Attachment, content: bytes) -> None:
    """Keep a file."""
    db.execute(
        f"INSERT INTO case_attachment (case_id, {_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?)",
        [
            case_id,
            found.key,
            found.name,
            found.media_type,
            found.size,
            found.sha256,
            found.about,
            found.added_at.isoformat(),
            found.added_by,
        ],
    )
    db.execute(
        "INSERT INTO case_attachment_content (case_id, key, content) VALUES (?,?,?)",
        [case_id, found.key, content],
    )


def content(db: Any, case_id: CaseId, key: str) -> bytes | None:
    """The bytes of a file, also one removed; None when it is gone."""
    sql = "SELECT content FROM case_attachment_content WHERE case_id = ? AND key = ?"
    found = db.execute(sql, [case_id, key]).fetchone()
    return bytes(found[0]) if found else None


def set_removed(db: Any, case_id: CaseId, key: str, at: datetime | None) -> None:
    """Take a file out of the case, or put it back."""
    db.execute(
        "UPDATE case_attachment SET removed_at = ? WHERE case_id = ? AND key = ?",
        [at.isoformat() if at else None, case_id, key],
    )


def taken(db: Any, case_id: CaseId) -> int:
    """How many bytes the files of a case take, also those removed."""
    sql = "SELECT coalesce(sum(size), 0) FROM case_attachment WHERE case_id = ?"
    return int(db.execute(sql, [case_id]).fetchone()[0])


def removed_before(db: Any, case_id: CaseId, at: datetime) -> tuple[str, ...]:
    """The keys of those that were removed before ``at``."""
    sql = "SELECT key FROM case_attachment WHERE case_id = ? AND removed_at < ? ORDER BY key"
    return tuple(key for (key,) in db.execute(sql, [case_id, at.isoformat()]).fetchall())


def delete(db: Any, case_id: CaseId, key: str) -> None:
    """Delete a file for good: nothing refers to it any more."""
    db.execute("DELETE FROM case_attachment_content WHERE case_id = ? AND key = ?", [case_id, key])
    db.execute("DELETE FROM case_attachment WHERE case_id = ? AND key = ?", [case_id, key])


def _attachment(row: Row) -> Attachment:
    return Attachment(
        key=row["key"],
        name=row["name"],
        media_type=row["media_type"],
        size=row["size"],
        sha256=row["sha256"],
        about=row["about"],
        added_at=datetime.fromisoformat(row["added_at"]),
        added_by=row["added_by"],
    )
