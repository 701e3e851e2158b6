"""Rows of ``document`` and ``document_source``. Writes are only called inside a unit of work."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from gdpr_desktop.register.entries.model import Document, EntryId, Source, StaleDocument
from gdpr_desktop.vault.reading import Row, rows


def insert(db: Any, document: Document) -> None:
    """Keep a document; one of the same kind, language and subject from before is replaced.

    A letter that lies with its case (no path) replaces only one of the same case, by its title.
    """
    db.execute(
        "UPDATE document SET replaced = 1 WHERE kind = ? AND language = ? AND entry_id IS ?"
        " AND (path <> '' OR title = ?)",
        [document.kind, document.language, document.entry_id, document.title],
    )
    cursor = db.execute(
        "INSERT INTO document (entry_id, kind, title, language, file_name, path, sha256, at, actor)"
        " VALUES (?,?,?,?,?,?,?,?,?)",
        [
            document.entry_id,
            document.kind,
            document.title,
            document.language,
            document.file_name,
            document.path,
            document.sha256,
            document.at.isoformat(),
            document.actor,
        ],
    )
    for source in document.sources:
        db.execute(
            "INSERT INTO document_source (document_id, entry_id, revision) VALUES (?,?,?)",
            [cursor.lastrowid, source.entry_id, source.revision],
        )


def _document_of(row: Row, sources: Iterable[Source] = ()) -> Document:
    return Document(
        id=row["id"],
        entry_id=EntryId(row["entry_id"]) if row["entry_id"] is not None else None,
        kind=row["kind"],
        title=row["title"],
        language=row["language"],
        file_name=row["file_name"],
        path=row["path"],
        sha256=row["sha256"],
        at=datetime.fromisoformat(row["at"]),
        actor=row["actor"],
        sources=tuple(sources),
    )


def documents_of(db: Any, entry_id: EntryId) -> tuple[Document, ...]:
    """Documents about the entry, or made from it, newest first."""
    sql = (
        "SELECT * FROM document WHERE entry_id = :id OR id IN"
        " (SELECT document_id FROM document_source WHERE entry_id = :id) ORDER BY id DESC LIMIT 100"
    )
    return tuple(_document_of(row) for row in rows(db, sql, {"id": entry_id}))


def stale_documents(db: Any, entry_id: EntryId | None = None) -> tuple[StaleDocument, ...]:
    """Documents in use whose sources have changed since, newest first; of one source, or all."""
    only = "" if entry_id is None else " AND e.id = ?"
    # of all: from those in use, never through the sources of all that were ever written
    join = "CROSS JOIN" if entry_id is None else "JOIN"
    sql = (
        "SELECT d.*, e.id AS source_id, e.name AS source_name FROM document d"
        f" {join} document_source s ON s.document_id = d.id JOIN entry e ON e.id = s.entry_id"
        f" WHERE d.replaced = 0 AND e.revision > s.revision{only} ORDER BY d.id DESC, e.sort"
    )
    found: dict[int, tuple[Document, list[tuple[EntryId, str]]]] = {}
    for row in rows(db, sql, [] if entry_id is None else [entry_id]):
        _document, changed = found.setdefault(row["id"], (_document_of(row), []))
        changed.append((EntryId(row["source_id"]), row["source_name"]))
    return tuple(
        StaleDocument(document=document, changed=tuple(changed))
        for document, changed in found.values()
    )


def set_replaced(db: Any, document_id: int) -> None:
    """The document is no longer in use."""
    db.execute("UPDATE document SET replaced = 1 WHERE id = ?", [document_id])
