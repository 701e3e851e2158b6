"""Lists of entries, counts, the search and what is due: paged, by indexed columns."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from gdpr_desktop.casework.lists import match_expression
from gdpr_desktop.register.entries.model import Entry, EntryId, EntryKind, EntryQuery
from gdpr_desktop.register.entries.store import entry_of
from gdpr_desktop.vault.reading import rows

COUNT_LIMIT = 10_000
HIT_LIMIT = 2_000  # the newest hits of a search, taken before sorting
_KINDS = frozenset(EntryKind)  # a row of another is on no list
_ORDER = {"name": "sort", "state": "state", "due": "due", "changed": "changed_at"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DueEntry:
    """Something to do with an entry, for the overview."""

    entry_id: EntryId
    entry_kind: EntryKind
    name: str
    kind: str
    title: str
    due: date


def _where(query: EntryQuery) -> tuple[str, list[object]]:
    where, values = ["e.kind = ?"], [query.kind.value]
    found: list[object] = list(values)
    if query.states:
        where.append(f"e.state IN ({','.join('?' * len(query.states))})")
        found += [state.value for state in query.states]
    else:
        where.append("e.state <> 'retired'")
    if query.incomplete:
        where.append("e.errors > 0")
    if query.due_by is not None:
        where.append("e.due <= ?")
        found.append(query.due_by.isoformat())
    if query.unit is not None:
        where.append("e.unit_id = ?")
        found.append(query.unit)
    if query.text.strip():
        expression = match_expression(query.text)
        where.append(
            "e.id IN (SELECT -rowid FROM entry_search WHERE entry_search MATCH ?"
            f" ORDER BY rowid LIMIT {HIT_LIMIT + 1})"
            if expression
            else "0"
        )
        found += [expression] if expression else []
    return " AND ".join(where), found


def count(db: Any, query: EntryQuery) -> int:
    """How many entries match, at most ``COUNT_LIMIT`` + 1 (``HIT_LIMIT`` + 1 in a search)."""
    where, values = _where(query)
    sql = f"SELECT count(*) AS n FROM (SELECT 1 FROM entry e WHERE {where} LIMIT {COUNT_LIMIT + 1})"
    return int(next(iter(rows(db, sql, values)))["n"])


def page(db: Any, query: EntryQuery, *, offset: int, limit: int) -> tuple[Entry, ...]:
    """Entries ``offset`` … ``offset + limit`` in the order of the query."""
    where, values = _where(query)
    column, way = _ORDER[query.sort], "DESC" if query.descending else "ASC"
    sql = (
        f"SELECT g.* FROM (SELECT e.id, e.{column} AS k FROM entry e WHERE {where}"
        f" ORDER BY k {way}, e.id {way} LIMIT ? OFFSET ?) p CROSS JOIN entry g ON g.id = p.id"
        f" ORDER BY p.k {way}, p.id {way}"
    )
    return tuple(entry_of(row) for row in rows(db, sql, [*values, limit, offset]))


def position(db: Any, query: EntryQuery, entry_id: EntryId) -> int:
    """The line an entry has in the list, from 0; 0 when it is not there."""
    where, values = _where(query)
    column, before = _ORDER[query.sort], ">" if query.descending else "<"
    sql = (
        f"SELECT count(*) AS n FROM entry e WHERE {where} AND (e.{column}, e.id) {before}"
        f" (SELECT {column}, id FROM entry WHERE id = ?)"
    )
    return int(next(iter(rows(db, sql, [*values, entry_id])))["n"])


def due_until(db: Any, until: date, *, limit: int = 500) -> tuple[DueEntry, ...]:
    """What must be done with entries at ``until`` or before, the most urgent first."""
    sql = (
        "SELECT e.id, e.kind AS entry_kind, e.name, d.kind, d.title, d.due FROM entry_due d"
        " JOIN entry e ON e.id = d.entry_id WHERE d.due <= ? AND e.state <> 'retired'"
        " ORDER BY d.due, e.id LIMIT ?"
    )
    return tuple(
        DueEntry(
            entry_id=EntryId(row["id"]),
            entry_kind=EntryKind(row["entry_kind"]),
            name=row["name"],
            kind=row["kind"],
            title=row["title"],
            due=date.fromisoformat(row["due"]),
        )
        for row in rows(db, sql, [until.isoformat(), limit])
        if row["entry_kind"] in _KINDS
    )


def counts(db: Any) -> dict[EntryKind, int]:
    """How many entries there are of each kind, those that are over left out."""
    sql = "SELECT kind, count(*) AS n FROM entry WHERE state <> 'retired' GROUP BY kind"
    return {EntryKind(row["kind"]): row["n"] for row in rows(db, sql) if row["kind"] in _KINDS}
