"""Marks in the journal, kept in the file and authenticated with the journal's key.

``head``: the last entry of the last save. ``verified``: all up to here was found to be as it was
written. ``full``: as it was at the last check of the whole, and when that was.
"""

import hmac
import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlite_utils import Database

from gdpr_desktop.vault import crypto
from gdpr_desktop.vault.chain import Link, keys_of


class MarkName(StrEnum):
    """The marks there are."""

    HEAD = "head"
    VERIFIED = "verified"
    FULL = "full"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A place in the chain, and when it was marked."""

    link: Link
    at: datetime


def put(db: Database, name: MarkName, link: Link, at: datetime) -> None:
    """Set a mark, inside the unit of work."""
    mac = _mac(db, name, link, at.isoformat())
    db.execute(
        "INSERT INTO journal_mark (name, seq, link, at, mac) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (name) DO UPDATE SET seq = excluded.seq, link = excluded.link,"
        " at = excluded.at, mac = excluded.mac",
        [name.value, link.seq, link.mac, at.isoformat(), mac],
    )


def read(db: Database, name: MarkName) -> Mark | None:
    """A mark; None when it was never set, or not by someone who had the journal's key."""
    row = db.execute(
        "SELECT seq, link, at, mac FROM journal_mark WHERE name = ?", [name.value]
    ).fetchone()
    if row is None:
        return None
    link = Link(seq=row[0], mac=row[1])
    mac = _mac(db, name, link, row[2])
    if not mac or not hmac.compare_digest(mac, row[3]):
        return None
    return Mark(link=link, at=datetime.fromisoformat(row[2]))


def _mac(db: Database, name: MarkName, link: Link, at: str) -> bytes:
    keys = keys_of(db)
    if not keys:
        return b""
    fields = ("mark", name.value, link.seq, link.mac.hex(), at)
    return crypto.mac(keys[max(keys)], json.dumps(fields).encode())
