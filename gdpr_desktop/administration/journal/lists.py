"""Entries by filter, newest first, from a journal of any length.

With nothing left out a page is found by its numbers, and a number that is missing is shown as
such. A filter takes the newest hits once, by the index that has fewest; pages are then looked up.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from gdpr_desktop.administration.journal.codes import codes_of
from gdpr_desktop.administration.journal.model import Entry, JournalFilter
from gdpr_desktop.core.clock import OSLO
from gdpr_desktop.core.ids import CaseId

HIT_LIMIT = 10_000  # hits of a filter that are shown: «10 000+»
_FEW = 20_000  # entries of a user or of a kind that are looked at rather than the whole
_EXPORTED_AT_ONCE = 1000
_SELECT = (
    "SELECT j.seq, j.at, u.name, j.case_id, f.number, j.deed, j.detail FROM journal j"
    " LEFT JOIN user u ON u.id = j.user_id LEFT JOIN case_file f ON f.id = j.case_id"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a filter gave: ``rows`` entries, and ``more`` when there are older ones still."""

    db: Any
    rows: int
    more: bool
    hits: tuple[int, ...] | None  # None: all numbers from ``rows`` down to 1

    def page(self, offset: int, limit: int) -> tuple[Entry, ...]:
        """Entries from ``offset``, newest first."""
        if self.hits is None:
            top = self.rows - offset
            wanted = tuple(range(top, max(top - limit, 0), -1))
        else:
            wanted = self.hits[offset : offset + limit]
        if not wanted:
            return ()
        marks = ",".join("?" * len(wanted))
        rows = self.db.execute(f"{_SELECT} WHERE j.seq IN ({marks})", list(wanted)).fetchall()
        by_number = {row[0]: _entry(row) for row in rows}
        gone = {seq: Entry(seq=seq, detail={}, missing=True) for seq in wanted}
        return tuple(by_number.get(seq, gone[seq]) for seq in wanted)


def find(db: Any, chosen: JournalFilter) -> Found:
    """What matches ``chosen``, the newest ``HIT_LIMIT`` of it."""
    if chosen.everything:
        last = db.execute("SELECT max(seq) FROM journal").fetchone()[0] or 0
        return Found(db=db, rows=last, more=False, hits=None)
    hits = _hits(db, chosen, HIT_LIMIT + 1)
    return Found(db=db, rows=len(hits[:HIT_LIMIT]), more=len(hits) > HIT_LIMIT, hits=hits)


def all_of(db: Any, chosen: JournalFilter) -> Iterator[tuple[Entry, ...]]:
    """Everything that matches, newest first, a piece at a time."""
    below: int | None = None
    while True:
        hits = _hits(db, chosen, _EXPORTED_AT_ONCE, below)
        if not hits:
            return
        yield Found(db=db, rows=len(hits), more=False, hits=hits).page(0, len(hits))
        below = hits[-1]


def names(db: Any) -> dict[int, str]:
    """The users by number, those removed too."""
    return dict(db.execute("SELECT id, name FROM user ORDER BY name COLLATE NOCASE").fetchall())


def case_of(db: Any, number: str) -> CaseId | None:
    """The case with this number."""
    row = db.execute("SELECT id FROM case_file WHERE number = ?", [number]).fetchone()
    return CaseId(row[0]) if row else None


def number_of(db: Any, case_id: int) -> str:
    """The number of a case; "" when it is gone."""
    row = db.execute("SELECT number FROM case_file WHERE id = ?", [case_id]).fetchone()
    return str(row[0]) if row else ""


def _entry(row: Any) -> Entry:
    try:
        detail = json.loads(row[6])
    except ValueError:  # tampered with: the check of the journal tells
        detail = {}
    return Entry(
        seq=row[0],
        at=_instant(row[1]),
        user=row[2] or "",
        case_id=row[3],
        case_number=row[4] or "",
        deed=row[5],
        detail=detail if isinstance(detail, dict) else {},
    )


def _instant(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _hits(db: Any, chosen: JournalFilter, most: int, below: int | None = None) -> tuple[int, ...]:
    where, values = _conditions(db, chosen)
    if below is not None:
        where.append("seq < ?")
        values.append(below)
    condition = " AND ".join(where) or "1"
    sql = f"SELECT seq FROM journal WHERE {condition} ORDER BY seq DESC LIMIT ?"
    return tuple(row[0] for row in db.execute(sql, [*values, most]))


def _conditions(db: Any, chosen: JournalFilter) -> tuple[list[str], list[object]]:
    """A plus before a column keeps its index out of it."""
    codes = codes_of(chosen.what) if chosen.what else ()
    listed = ",".join("?" * len(codes))
    by = _driver(db, chosen, codes)
    where: list[str] = []
    values: list[object] = []
    if chosen.case_id is not None:
        where.append("case_id = ?")
        values.append(chosen.case_id)
    if chosen.user is not None:
        where.append(f"{'' if by == 'user' else '+'}user_id = ?")
        values.append(chosen.user)
    if codes:
        where.append(f"{'' if by == 'deed' else '+'}deed IN ({listed})")
        values += codes
    if chosen.since or chosen.until:
        first, last = _bounds(chosen.since, chosen.until)
        where.append("+at >= ? AND +at < ?")
        values += [first, last]
        if by in ("user", "number"):  # of the others there are few to look at
            more, numbers = _numbers(db, first, last, open_ended=chosen.until is None)
            where += more
            values += numbers
    return where, values


def _numbers(db: Any, first: str, last: str, *, open_ended: bool) -> tuple[list[str], list[object]]:
    """Between which numbers the entries of a stretch of time lie, also when the clock was wrong.

    A long stretch up to now needs none: enough is found among the newest.
    """
    sql = "SELECT 1 FROM journal WHERE at >= ? AND at < ? LIMIT 1 OFFSET ?"
    if open_ended and db.execute(sql, [first, last, _FEW]).fetchone():
        return [], []
    sql = "SELECT min(seq), max(seq) FROM journal WHERE at >= ? AND at < ?"
    lowest, highest = db.execute(sql, [first, last]).fetchone()
    return ["seq BETWEEN ? AND ?"], [lowest or 0, highest or -1]


def _driver(db: Any, chosen: JournalFilter, codes: tuple[str, ...]) -> str:
    """Which index to go by: the case, a user or a kind with few entries, else the numbers."""
    if chosen.case_id is not None:
        return "case"
    if codes:
        listed = ",".join("?" * len(codes))
        sql = f"SELECT 1 FROM journal WHERE deed IN ({listed}) LIMIT 1 OFFSET ?"
        if db.execute(sql, [*codes, _FEW]).fetchone() is None:
            return "deed"
    return "user" if chosen.user is not None else "number"


def _bounds(since: date | None, until: date | None) -> tuple[str, str]:
    """The days as instants in UTC, as the journal writes them."""
    first = datetime.combine(since or date(1970, 1, 2), time(), OSLO)
    last = datetime.combine((until or date(9990, 1, 1)) + timedelta(days=1), time(), OSLO)
    return first.astimezone(UTC).isoformat(), last.astimezone(UTC).isoformat()
