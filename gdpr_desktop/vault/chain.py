"""The chain of the journal, checked link by link; each kind of tampering has its own name.

An entry's MAC covers its fields and the MAC before it. The key lies in the file, so whoever holds
that can write the chain anew: this is seen by the marks and the anchor only.
"""

import hmac
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sqlite_utils import Database

from gdpr_desktop.vault import crypto
from gdpr_desktop.vault.secret import Secret

START = bytes(32)
COLUMNS = "seq, at, user_id, session, case_id, deed, detail, mac"
_MOST_FAULTS = 100  # told one by one; there may be more

_encode = json.JSONEncoder().encode

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """The chain after entry ``seq``; 0 before the first."""

    seq: int
    mac: bytes


class FaultKind(StrEnum):
    """What may have been done to the journal."""

    ALTERED = "altered"  # changed after it was written
    REMOVED = "removed"  # numbers that are gone from the middle
    INSERTED = "inserted"  # put in between, the following renumbered
    FORGED = "forged"  # added at the end, or before the first, without the key
    UNSIGNED = "unsigned"  # the MACs are gone
    KEY = "key"  # the key that proves it is gone
    CUT = "cut"  # the end is gone
    REWRITTEN = "rewritten"  # made anew with the key: not what was seen before


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One place where the journal is not as it was written: entries ``first`` to ``last``."""

    kind: FaultKind
    first: int
    last: int

    @property
    def name(self) -> tuple[FaultKind, int]:
        """What makes it the same fault at the next check."""
        return self.kind, self.first


def link_mac(key: Secret, before: bytes, fields: Row) -> bytes:
    """The MAC of an entry: ``fields`` are all its columns but the last."""
    return crypto.mac(key, before + json.dumps(fields, ensure_ascii=True).encode())


def keys_of(db: Database) -> dict[int, Secret]:
    """The keys of the journal, by the first entry that each is used for."""
    found = db.execute("SELECT from_seq, key FROM journal_key ORDER BY from_seq")
    return {row[0]: Secret(row[1]) for row in found}


class Chain:
    """Checks entries one after the other from ``after``, which is trusted.

    ``head`` is the last number that the program is known to have written; None: not known.
    """

    def __init__(self, db: Database, after: Link, *, head: int | None = None) -> None:
        self._db, self._head = db, head
        self._keys = keys_of(db)
        self._key: Secret | None = None
        self._befores: tuple[bytes, ...] = (after.mac,)
        self._shift = 0  # entries put in, where the following were renumbered
        self._stored = after.mac
        self.at = after.seq
        self.faults: list[Fault] = []
        earlier = [start for start in self._keys if start <= after.seq + 1]
        if earlier:
            self._key = self._keys[max(earlier)]

    @property
    def link(self) -> Link:
        """Where the check has come to."""
        return Link(seq=self.at, mac=self._stored)

    def advance(self, entries: int) -> bool:
        """Check the next ``entries``; False at the end. Some 150 000 entries a second."""
        rows = self._read(entries + 1)
        for place, row in enumerate(rows[:entries]):
            if not self._follows(row):
                self._take(row, rows[place + 1] if place + 1 < len(rows) else None)
        return len(rows) > entries

    def _follows(self, row: Row) -> bool:
        """The ordinary case, first: a million of them must be checked in some seconds."""
        seq = row[0]
        if seq != self.at + 1 or self._shift or self._key is None or seq in self._keys:
            return False
        fields = self._befores[0] + _encode(row[:7]).encode()
        right = hmac.digest(self._key.reveal(), fields, "sha256")
        if not hmac.compare_digest(right, row[7]):
            return False
        self.at, self._stored, self._befores = seq, right, (right,)
        return True

    def _read(self, most: int) -> list[Row]:
        sql = f"SELECT {COLUMNS} FROM journal WHERE seq > ? ORDER BY seq LIMIT ?"
        return list(self._db.execute(sql, [self.at, most]).fetchall())

    def _take(self, row: Row, following: Row | None) -> None:
        seq = row[0]
        self._key = self._keys.get(seq - self._shift, self._key)
        if seq != self.at + 1:  # what it was chained to is gone: it cannot be checked itself
            self._note(FaultKind.REMOVED, self.at + 1, seq - 1)
            self._befores = (row[7],)
        elif self._key is None:
            self._note(FaultKind.KEY, seq, seq)
            self._befores = (row[7],)
        else:
            self._compare(row, following, self._key)
        self.at, self._stored = seq, row[7]

    def _compare(self, row: Row, following: Row | None, key: Secret) -> None:
        fields = (row[0] - self._shift, *row[1:7])
        right = [link_mac(key, before, fields) for before in self._befores]
        if self._shift:  # what the program wrote afterwards has its own number
            right.append(link_mac(key, self._stored, row[:7]))
        if any(hmac.compare_digest(one, row[7]) for one in right):
            if self._shift and hmac.compare_digest(right[-1], row[7]):
                self._shift = 0
            self._befores = (row[7],)
            return
        kind = self._kind_of(row, following, key)
        self._note(kind, row[0], row[0])
        if kind is FaultKind.INSERTED:
            self._shift += 1
        else:  # the next may be chained to what stands here, or to what should
            self._befores = (row[7], right[0])

    def _kind_of(self, row: Row, following: Row | None, key: Secret) -> FaultKind:
        if len(row[7]) != len(START) or not any(row[7]):
            return FaultKind.UNSIGNED
        if self._head is not None and row[0] > self._head:
            return FaultKind.FORGED
        if following is not None and following[0] == row[0] + 1:
            moved = (row[0] - self._shift, *following[1:7])
            if hmac.compare_digest(link_mac(key, self._befores[0], moved), following[7]):
                return FaultKind.INSERTED
        return FaultKind.ALTERED

    def _note(self, kind: FaultKind, first: int, last: int) -> None:
        before = self.faults[-1] if self.faults else None
        if before and before.kind is kind and before.last == first - 1:
            self.faults[-1] = replace(before, last=last)
        elif len(self.faults) < _MOST_FAULTS:
            self.faults.append(Fault(kind=kind, first=first, last=last))


def before_the_first(db: Database) -> Iterator[Fault]:
    """Entries with numbers that the program never gives."""
    first, last = db.execute("SELECT min(seq), max(seq) FROM journal WHERE seq < 1").fetchone()
    if first is not None:
        yield Fault(kind=FaultKind.FORGED, first=first, last=last)
