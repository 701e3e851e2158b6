"""Who did what, in a chain: each entry is authenticated together with the one before it.

HMAC-SHA-256 under a key kept in the file. What was done to single entries is found by the chain
itself (``chain.py``), a cut tail by the mark at its head (``marks.py``), a file rolled back and a
chain made anew by the anchor (``anchor.py``).
"""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from gdpr_desktop.core.actor import Actor
from gdpr_desktop.vault import crypto, marks
from gdpr_desktop.vault.chain import (
    COLUMNS,
    START,
    Chain,
    Fault,
    FaultKind,
    Link,
    before_the_first,
    link_mac,
)
from gdpr_desktop.vault.marks import MarkName
from gdpr_desktop.vault.secret import Secret

FOUND = "journal_fault_found"
ACCEPTED = "journal_fault_accepted"
_AT_ONCE = 2000


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
    mac = link_mac(_key(db, seq), last.mac, fields)
    places = ", ".join("?" * 8)
    db.execute(f"INSERT INTO journal ({COLUMNS}) VALUES ({places})", (*fields, mac))
    return Link(seq=seq, mac=mac)


def last_link(db: Database) -> Link:
    """The end of the chain as the file has it."""
    row = db.execute("SELECT seq, mac FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return Link(seq=row[0], mac=row[1]) if row else Link(seq=0, mac=START)


def link_at(db: Database, seq: int) -> Link | None:
    """The chain as it was after entry ``seq``; None when there is no such entry."""
    row = db.execute("SELECT seq, mac FROM journal WHERE seq = ?", [seq]).fetchone()
    return Link(seq=row[0], mac=row[1]) if row else None


def last_time(db: Database) -> datetime | None:
    """When the last entry was written."""
    row = db.execute("SELECT at FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return datetime.fromisoformat(row[0]) if row else None


def head(db: Database) -> int | None:
    """The last number that a save is known to have written; None when that is not known."""
    mark = marks.read(db, MarkName.HEAD)
    return mark.link.seq if mark else None


def verify(db: Database, from_seq: int = 1) -> int | None:
    """The number of the first entry that is not as it was written; None when all are.

    The entry before ``from_seq`` is trusted. Faults that an officer has accepted are passed over.
    Some 150 000 entries a second.
    """
    after = Link(seq=0, mac=START) if from_seq <= 1 else link_at(db, from_seq - 1)
    if after is None:
        return from_seq - 1
    chain = Chain(db, after, head=head(db))
    while chain.advance(_AT_ONCE):
        pass
    accepted = {fault.name for fault in noted(db, ACCEPTED)}
    bad = [fault.first for fault in (*loose_ends(db), *chain.faults) if fault.name not in accepted]
    return min(bad, default=None)


def loose_ends(db: Database) -> tuple[Fault, ...]:
    """What is wrong before the first entry and after the last."""
    found = list(before_the_first(db))
    last, known = last_link(db).seq, head(db)
    if known is not None and known > last:
        found.append(Fault(kind=FaultKind.CUT, first=last + 1, last=known))
    if known is not None and known < last:  # also when an old page with the mark was put back
        found.append(Fault(kind=FaultKind.FORGED, first=known + 1, last=last))
    return tuple(found)


def each_once(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Faults without those that were found in two ways."""
    return tuple({fault.name: fault for fault in faults}.values())


def is_cut(db: Database) -> int:
    """The last number before the end was cut off; 0 when it was not, as far as the file knows."""
    known = head(db) or 0
    return known if known > last_link(db).seq else 0


def noted(db: Database, deed: str) -> tuple[Fault, ...]:
    """The faults that the journal itself tells of: those ``FOUND``, or those ``ACCEPTED``."""
    rows = db.execute("SELECT detail FROM journal WHERE deed = ? ORDER BY seq", [deed])
    return tuple(fault for (text,) in rows if (fault := _fault_of(text)))


def fault_detail(fault: Fault) -> dict[str, Any]:
    """A fault as the detail of an entry."""
    return {"fault": fault.kind.value, "first": fault.first, "last": fault.last}


def _fault_of(text: str) -> Fault | None:
    try:
        detail = json.loads(text)
        kind = FaultKind(detail["fault"])
        return Fault(kind=kind, first=int(detail["first"]), last=int(detail["last"]))
    except (ValueError, KeyError, TypeError):  # the entry itself was tampered with
        return None


def _key(db: Database, seq: int) -> Secret:
    row = db.execute(
        "SELECT key FROM journal_key WHERE from_seq <= ? ORDER BY from_seq DESC LIMIT 1", [seq]
    ).fetchone()
    return Secret(row[0] if row else bytes(32))  # a journal robbed of its key is still written
