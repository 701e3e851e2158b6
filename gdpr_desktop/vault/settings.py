"""The municipality's settings, kept in the file: JSON values and small files."""

from typing import Any

import msgspec
from sqlite_utils import Database

from gdpr_desktop.core.municipality import Municipality

_MUNICIPALITY = "municipality"
RESERVED = frozenset({_MUNICIPALITY})  # has a verb and a deed of its own
_LETTERHEAD = "letterhead"


def read(db: Database, key: str, default: Any = None) -> Any:
    """The value saved under ``key``: whatever JSON can hold."""
    row = db.execute("SELECT value FROM setting WHERE key = ?", [key]).fetchone()
    return msgspec.json.decode(row[0]) if row else default


def write(db: Database, key: str, value: Any) -> None:
    """Save ``value`` under ``key``, in place of what was there."""
    text = msgspec.json.encode(value).decode()
    db.execute("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", [key, text])


def beginning_with(db: Database, prefix: str) -> dict[str, Any]:
    """The values whose keys begin with ``prefix``, by key."""
    sql = "SELECT key, value FROM setting WHERE substr(key, 1, ?) = ? ORDER BY key"
    found = db.execute(sql, [len(prefix), prefix]).fetchall()
    return {key: msgspec.json.decode(value) for key, value in found}


def read_municipality(db: Database) -> Municipality:
    """The municipality that owns the file."""
    return msgspec.convert(read(db, _MUNICIPALITY, {"name": ""}), type=Municipality)


def write_municipality(db: Database, municipality: Municipality) -> None:
    """Save the municipality."""
    write(db, _MUNICIPALITY, municipality)


def read_letterhead(db: Database) -> bytes | None:
    """The municipality's own letterhead, a .docx; None for the built-in one."""
    row = db.execute("SELECT content FROM setting_file WHERE name = ?", [_LETTERHEAD]).fetchone()
    return bytes(row[0]) if row else None


def write_letterhead(db: Database, content: bytes | None) -> None:
    """Save the letterhead, or go back to the built-in one."""
    db.execute("DELETE FROM setting_file WHERE name = ?", [_LETTERHEAD])
    if content is not None:
        db.execute("INSERT INTO setting_file (name, content) VALUES (?, ?)", [_LETTERHEAD, content])
