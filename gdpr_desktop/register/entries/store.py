"""Rows ↔ entries. Writes are only called inside a unit of work."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import msgspec

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import UserId
from gdpr_desktop.core.names import clean_line, fold_short, search_words, sort_key
from gdpr_desktop.core.text import _
from gdpr_desktop.register.entries.contents import content_type
from gdpr_desktop.register.entries.model import (
    Entry,
    EntryDue,
    EntryId,
    EntryKind,
    EntryState,
    Severity,
    Version,
    linked_ids,
)
from gdpr_desktop.register.entries.unreadable import Unreadable, is_readable, refusal
from gdpr_desktop.vault.reading import Row, first, rows

NO_DUE = date(9999, 12, 31)  # sorts last
_NO_INSTANT = datetime(1970, 1, 1, tzinfo=UTC)


def encode(content: Any) -> str:
    """``content`` as JSON."""
    return msgspec.json.encode(content).decode()


def decode(kind: EntryKind, data: str) -> Any:
    """What ``encode`` gave; fields that were added later have their defaults."""
    return msgspec.json.decode(data, type=content_type(kind))


def name_key(name: str) -> str:
    """What makes two names the same."""
    return fold_short(clean_line(name))


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _known_kind(text: str) -> EntryKind | None:
    return EntryKind(text) if text in set(EntryKind) else None


def _content(kind: EntryKind, name: str, data: str) -> Any:
    try:
        return decode(kind, data)
    except ValueError:  # not JSON, or not of this kind
        return Unreadable(KIND=kind, name=name)


def entry_of(row: Row) -> Entry:
    """A row of ``entry`` as a dataclass. What cannot be read has ``Unreadable`` as its content."""
    try:
        return _entry_of(row, _content(EntryKind(row["kind"]), row["name"], row["data"]))
    except ValueError:  # a kind, a state or a day that nobody knows
        return _damaged(row)


def _damaged(row: Row) -> Entry:
    """As much of a row as every list needs."""
    # one of a kind that nobody knows is on no shelf: it is met where it points to others
    kind = _known_kind(row["kind"]) or EntryKind.ACTIVITY
    state = EntryState(row["state"]) if row["state"] in set(EntryState) else EntryState.DRAFT
    return Entry(
        id=EntryId(row["id"]),
        kind=kind,
        name=row["name"],
        state=state,
        content=Unreadable(KIND=kind, name=row["name"]),
        revision=row["revision"],
        created_by=UserId(row["created_by"]),
        created_at=_NO_INSTANT,
        changed_at=_NO_INSTANT,
        changed_by=row["changed_by"],
        errors=1,
    )


def _entry_of(row: Row, content: Any) -> Entry:
    kind, due = EntryKind(row["kind"]), date.fromisoformat(row["due"])
    return Entry(
        id=EntryId(row["id"]),
        kind=kind,
        name=row["name"],
        state=EntryState(row["state"]),
        content=content,
        revision=row["revision"],
        created_by=UserId(row["created_by"]),
        created_at=datetime.fromisoformat(row["created_at"]),
        changed_at=datetime.fromisoformat(row["changed_at"]),
        changed_by=row["changed_by"],
        approved_at=_instant(row["approved_at"]),
        approved_by=row["approved_by"],
        approved_revision=row["approved_revision"],
        due=None if due == NO_DUE else due,
        errors=max(row["errors"], isinstance(content, Unreadable)),
        warnings=row["warnings"],
    )


def entry(db: Any, entry_id: EntryId, *, unreadable: bool = False) -> Entry:
    """One entry. Raises ``AppError`` when it is gone, or cannot be read and that is not asked for:
    what works with the content gets no other."""
    row = first(db, "SELECT * FROM entry WHERE id = ?", [entry_id])
    if row is None:
        raise AppError(_("This entry does not exist any more."), hint=_("Go back to the list."))
    found = entry_of(row)
    if not unreadable and not is_readable(found):
        raise refusal(found)
    return found


def named(db: Any, kind: EntryKind, name: str) -> EntryId | None:
    """The entry of ``kind`` called ``name``, however it is cased."""
    row = first(
        db, "SELECT id FROM entry WHERE kind = ? AND name_key = ?", [kind.value, name_key(name)]
    )
    return EntryId(row["id"]) if row else None


def kind_of(db: Any, entry_id: EntryId) -> EntryKind | None:
    """What kind of entry it is; None when it is gone."""
    row = first(db, "SELECT kind FROM entry WHERE id = ?", [entry_id])
    return _known_kind(row["kind"]) if row else None


def entries(db: Any, kind: EntryKind, *, retired: bool = False) -> Iterator[Entry]:
    """All of one kind by name; those that are over only when asked for. Those that cannot be read
    are left out."""
    but = "" if retired else " AND state <> 'retired'"
    sql = f"SELECT * FROM entry WHERE kind = ?{but} ORDER BY sort, id"
    for row in rows(db, sql, [kind.value]):
        found = entry_of(row)
        if is_readable(found):
            yield found


def ids(db: Any, kind: EntryKind) -> tuple[EntryId, ...]:
    """The ids of all of one kind, those that are over too."""
    found = rows(db, "SELECT id FROM entry WHERE kind = ? ORDER BY id", [kind.value])
    return tuple(EntryId(row["id"]) for row in found)


def names(db: Any, kind: EntryKind) -> tuple[tuple[EntryId, str], ...]:
    """Id and name of all of one kind that are not over, by name: for choosing among them."""
    sql = "SELECT id, name FROM entry WHERE kind = ? AND state <> 'retired' ORDER BY sort, id"
    return tuple((EntryId(row["id"]), row["name"]) for row in rows(db, sql, [kind.value]))


def names_of(db: Any, ids: Iterable[EntryId]) -> tuple[str, ...]:
    """The names of ``ids`` in their order; what is gone is left out."""
    found = []
    for one in ids:
        row = first(db, "SELECT name FROM entry WHERE id = ?", [one])
        if row is not None:
            found.append(str(row["name"]))
    return tuple(found)


def insert(db: Any, content: Any, *, actor: UserId, who: str, at: datetime) -> EntryId:
    """Insert a draft; returns its id."""
    name = clean_line(content.title)
    cursor = db.execute(
        "INSERT INTO entry (kind, name, name_key, sort, state, data, created_at, created_by,"
        " changed_at, changed_by) VALUES (?,?,?,?,?,?,?,?,?,?)",
        [
            content.KIND.value,
            name,
            name_key(name),
            sort_key(name),
            EntryState.DRAFT.value,
            encode(content),
            at.isoformat(),
            actor,
            at.isoformat(),
            who,
        ],
    )
    entry_id = EntryId(cursor.lastrowid)
    _put_rest(db, entry_id, content)
    return entry_id


def update(db: Any, entry_id: EntryId, content: Any, *, who: str, at: datetime) -> None:
    """Write changed content back, as a new revision."""
    name = clean_line(content.title)
    db.execute(
        "UPDATE entry SET name=?, name_key=?, sort=?, data=?, changed_at=?, changed_by=?,"
        " revision = revision + 1 WHERE id = ?",
        [name, name_key(name), sort_key(name), encode(content), at.isoformat(), who, entry_id],
    )
    _put_rest(db, entry_id, content)


def amend(db: Any, entry_id: EntryId, content: Any) -> None:
    """Write what follows from other entries: no new revision, and nothing to approve anew."""
    db.execute("UPDATE entry SET data = ? WHERE id = ?", [encode(content), entry_id])
    _put_rest(db, entry_id, content)


def carry_over(db: Any, entry_id: EntryId, old: int, new: int) -> None:
    """The content of revision ``new`` is that of ``old``: approved, and in documents, as it was."""
    db.execute(
        "UPDATE entry SET approved_revision = ? WHERE id = ? AND approved_revision = ?",
        [new, entry_id, old],
    )
    db.execute(
        "UPDATE document_source SET revision = ? WHERE entry_id = ? AND revision = ?",
        [new, entry_id, old],
    )


def _put_rest(db: Any, entry_id: EntryId, content: Any) -> None:
    """What is worked out from the content: links, dates, counts of findings, search words."""
    refresh(db, entry_id, content)
    db.execute("DELETE FROM entry_link WHERE from_id = ?", [entry_id])
    for part, to_id in dict.fromkeys(linked_ids(content)):
        db.execute(
            "INSERT INTO entry_link (from_id, part, to_id) VALUES (?,?,?)", [entry_id, part, to_id]
        )
    words = " ".join(search_words(text) for text in content.words() if text)
    db.execute(
        "INSERT INTO entry_words (id, words) VALUES (?, ?)"
        " ON CONFLICT (id) DO UPDATE SET words = excluded.words WHERE words <> excluded.words",
        [-entry_id, words],
    )


def refresh(db: Any, entry_id: EntryId, content: Any) -> None:
    """Keep the counts of findings and the dates in step with the rules."""
    found = content.findings()
    dues: tuple[EntryDue, ...] = content.dues()
    db.execute("DELETE FROM entry_due WHERE entry_id = ?", [entry_id])
    for due in dues:
        db.execute(
            "INSERT OR REPLACE INTO entry_due (entry_id, kind, title, due) VALUES (?,?,?,?)",
            [entry_id, due.kind, due.title, due.due.isoformat()],
        )
    db.execute(
        "UPDATE entry SET errors = ?, warnings = ?, due = ?, unit_id = ? WHERE id = ?",
        [
            sum(one.severity is Severity.ERROR for one in found),
            sum(one.severity is Severity.WARNING for one in found),
            min((due.due for due in dues), default=NO_DUE).isoformat(),
            getattr(content, "unit_id", None),
            entry_id,
        ],
    )


def set_state(db: Any, entry_id: EntryId, state: EntryState) -> None:
    """Move the entry to ``state``."""
    db.execute("UPDATE entry SET state = ? WHERE id = ?", [state.value, entry_id])


def set_approved(db: Any, entry_id: EntryId, *, who: str, at: datetime) -> None:
    """Approve the entry as it stands."""
    db.execute(
        "UPDATE entry SET state = ?, approved_at = ?, approved_by = ?,"
        " approved_revision = revision WHERE id = ?",
        [EntryState.APPROVED.value, at.isoformat(), who, entry_id],
    )


def delete(db: Any, entry_id: EntryId) -> None:
    """Delete an entry that nothing points to."""
    db.execute("DELETE FROM entry_words WHERE id = ?", [-entry_id])
    db.execute("DELETE FROM entry WHERE id = ?", [entry_id])


def users_of(db: Any, entry_id: EntryId) -> tuple[Entry, ...]:
    """The entries that point to this one, by kind and name; those that cannot be read too."""
    sql = (
        "SELECT * FROM entry WHERE id IN (SELECT from_id FROM entry_link WHERE to_id = ?)"
        " ORDER BY kind, sort, id"
    )
    return tuple(entry_of(row) for row in rows(db, sql, [entry_id]))


def reaches(db: Any, start: EntryId, goal: EntryId) -> bool:
    """Does a chain of links lead from ``start`` to ``goal``?"""
    sql = (
        "WITH RECURSIVE seen (id) AS (VALUES (?) UNION"
        " SELECT to_id FROM entry_link JOIN seen ON from_id = seen.id)"
        " SELECT 1 AS hit FROM seen WHERE id = ?"
    )
    return first(db, sql, [start, goal]) is not None


def add_version(
    db: Any, entry_id: EntryId, *, code: str, note: str, who: str, at: datetime
) -> None:
    """Keep the entry as it now stands in its history."""
    db.execute(
        "INSERT INTO entry_version (entry_id, revision, at, actor, code, note, data)"
        " SELECT id, revision, ?, ?, ?, ?, data FROM entry WHERE id = ?",
        [at.isoformat(), who, code, note, entry_id],
    )


def versions(db: Any, entry_id: EntryId, *, limit: int = -1) -> tuple[Version, ...]:
    """The history, newest first; ``limit`` -1: all of it, and each holds the whole content."""
    about = entry(db, entry_id, unreadable=True)
    sql = "SELECT * FROM entry_version WHERE entry_id = ? ORDER BY id DESC LIMIT ?"
    found = rows(db, sql, [entry_id, limit])
    return tuple(
        Version(
            id=row["id"],
            entry_id=entry_id,
            revision=row["revision"],
            at=datetime.fromisoformat(row["at"]),
            actor=row["actor"],
            code=row["code"],
            note=row["note"],
            content=_content(about.kind, about.name, row["data"]),
        )
        for row in found
    )
