"""The record of processing: entries of every kind, their links, dates, history and documents.

The content of an entry is one JSON document, read and written whole; a row repeats what lists
sort and filter by, so that 5 000 activities are listed from one table by one index.
"""

from typing import Any

STATEMENTS = (
    """
    CREATE TABLE entry (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        sort TEXT NOT NULL,
        state TEXT NOT NULL,
        unit_id INTEGER,
        due TEXT NOT NULL DEFAULT '9999-12-31',
        errors INTEGER NOT NULL DEFAULT 0,
        warnings INTEGER NOT NULL DEFAULT 0,
        data TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 1,
        created_at TEXT NOT NULL,
        created_by INTEGER NOT NULL,
        changed_at TEXT NOT NULL,
        changed_by TEXT NOT NULL,
        approved_at TEXT,
        approved_by TEXT NOT NULL DEFAULT '',
        approved_revision INTEGER NOT NULL DEFAULT 0,
        UNIQUE (kind, name_key)
    ) STRICT
    """,
    "CREATE INDEX entry_name ON entry (kind, sort, id)",
    "CREATE INDEX entry_state ON entry (kind, state, sort, id)",
    "CREATE INDEX entry_next ON entry (kind, due, id)",
    "CREATE INDEX entry_changed ON entry (kind, changed_at, id)",
    "CREATE INDEX entry_unit ON entry (unit_id, kind)",
    """
    CREATE TABLE entry_link (
        from_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
        part TEXT NOT NULL,
        to_id INTEGER NOT NULL REFERENCES entry (id),
        PRIMARY KEY (from_id, part, to_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX entry_link_to ON entry_link (to_id)",
    """
    CREATE TABLE entry_due (
        entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        due TEXT NOT NULL,
        PRIMARY KEY (entry_id, kind, title)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX entry_due_day ON entry_due (due)",
    """
    CREATE TABLE entry_version (
        id INTEGER PRIMARY KEY,
        entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
        revision INTEGER NOT NULL,
        at TEXT NOT NULL,
        actor TEXT NOT NULL,
        code TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        data TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX entry_version_entry ON entry_version (entry_id, id)",
    """
    CREATE TABLE document (
        id INTEGER PRIMARY KEY,
        entry_id INTEGER REFERENCES entry (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        language TEXT NOT NULL,
        file_name TEXT NOT NULL,
        path TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        at TEXT NOT NULL,
        actor TEXT NOT NULL,
        replaced INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    "CREATE INDEX document_entry ON document (entry_id, id)",
    """
    CREATE TABLE document_source (
        document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
        entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
        revision INTEGER NOT NULL,
        PRIMARY KEY (document_id, entry_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX document_source_entry ON document_source (entry_id)",
    "CREATE TABLE entry_words (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT",
    """
    CREATE VIRTUAL TABLE entry_search USING fts5 (
        words, content='entry_words', content_rowid='id',
        tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'
    )
    """,
    "INSERT INTO entry_search (entry_search, rank) VALUES ('secure-delete', 1)",
    """
    CREATE TRIGGER entry_words_added AFTER INSERT ON entry_words BEGIN
        INSERT INTO entry_search (rowid, words) VALUES (new.id, new.words);
    END
    """,
    """
    CREATE TRIGGER entry_words_removed AFTER DELETE ON entry_words BEGIN
        INSERT INTO entry_search (entry_search, rowid, words) VALUES ('delete', old.id, old.words);
    END
    """,
    """
    CREATE TRIGGER entry_words_changed AFTER UPDATE ON entry_words BEGIN
        INSERT INTO entry_search (entry_search, rowid, words) VALUES ('delete', old.id, old.words);
        INSERT INTO entry_search (rowid, words) VALUES (new.id, new.words);
    END
    """,
)


def apply(db: Any) -> None:
    """Make the tables of ``register``."""
    for statement in STATEMENTS:
        db.execute(statement)
