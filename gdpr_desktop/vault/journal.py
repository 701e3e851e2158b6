"""Who did what, in a chain: each entry is authenticated together with the one before it.

HMAC-SHA-256 under a key kept in the file. Edited, removed, inserted and reordered entries are
found here; a cut tail, a rolled-back file and a chain made anew by the anchor (``anchor.py``).
"""

import hmac
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from gdpr_desktop.core.actor import Actor
from gdpr_desktop.vault import crypto
from gdpr_desktop.vault.secret import Secret

_START = bytes(32)
_COLUMNS = "seq, at, user_id, session, case_id, deed, detail, mac"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """The end of the chain after some entry; ``seq`` 0 before the first."""

    seq: int
    mac: bytes


def start(db: Database, database_key: Secret, vault: bytes) -> None:
    """Give an empty journal its key, once, when the file is made."""
    key = crypto.subkey(database_key, f"journal {vault.hex()}")
    db.execute("INSERT INTO journal_key (from_seq, key) VALUES (1, ?)", [key.reveal()])


def append(
    db: Database, actor: Actor, at: datetime, case_id: int | None, deed: str, detail: dict[str, Any]
) -> Link:
    """Write one entry inside the open unit of work. ``detail`` holds codes and ids, no names."""
    last = last_link(db)
    seq = last.seq + 1
    text = json.dumps(detail, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    fields = (seq, at.isoformat(), actor.user_id, actor.session, case_id, deed, text)
    mac = _link(_key(db, seq), last.mac, fields)
    marks = ", ".join("?" * 8)
    db.execute(f"INSERT INTO journal ({_COLUMNS}) VALUES ({marks})", (*fields, mac))
    return Link(seq=seq, mac=mac)


def last_link(db: Database) -> Link:
    """The end of the chain as the file has it."""
    row = db.execute("SELECT seq, mac FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return Link(seq=row[0], mac=row[1]) if row else Link(seq=0, mac=_START)


def link_at(db: Database, seq: int) -> Link | None:
    """The chain as it was after entry ``seq``; None when there is no such entry."""
    row = db.execute("SELECT seq, mac FROM journal WHERE seq = ?", [seq]).fetchone()
    return Link(seq=row[0], mac=row[1]) if row else None


def last_time(db: Database) -> datetime | None:
    """When the last entry was written."""
    row = db.execute("SELECT at FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return datetime.fromisoformat(row[0]) if row else None


def verify(db: Database, from_seq: int = 1) -> int | None:
    """The number of the first entry that is not as it was written; None when all are.

    The entry before ``from_seq`` is trusted. Some 200 000 entries a second.
    """
    if from_seq <= 1:
        before: Link | None = Link(seq=0, mac=_START)
    else:
        before = link_at(db, from_seq - 1)
    if before is None:
        return from_seq - 1
    expected, mac = before.seq, before.mac
    keys = _keys(db)
    key: Secret | None = None
    for row in _rows(db, max(from_seq, 1)):
        expected += 1
        key = keys.get(expected) or key or _key(db, expected)
        right = _link(key, mac, row[:7])
        if row[0] != expected or not hmac.compare_digest(right, row[7]):
            return expected
        mac = row[7]
    return None


def _rows(db: Database, from_seq: int) -> Iterator[tuple[Any, ...]]:
    return iter(
        db.execute(f"SELECT {_COLUMNS} FROM journal WHERE seq >= ? ORDER BY seq", [from_seq])
    )


def _keys(db: Database) -> dict[int, Secret]:
    return {row[0]: Secret(row[1]) for row in db.execute("SELECT from_seq, key FROM journal_key")}


def _key(db: Database, seq: int) -> Secret:
    row = db.execute(
        "SELECT key FROM journal_key WHERE from_seq <= ? ORDER BY from_seq DESC LIMIT 1", [seq]
    ).fetchone()
    return Secret(row[0])


def _link(key: Secret, before: bytes, fields: tuple[Any, ...]) -> bytes:
    return crypto.mac(key, before + json.dumps(fields, ensure_ascii=True).encode())
