"""What every case has: number, persons, timeline, tasks, deadlines, letters sent, search words.

A case row repeats the data subject's name and the governing due date, so that a list of
100 000 cases is read from one table by one index.
"""

from typing import Any

STATEMENTS = (
    """
    CREATE TABLE case_file (
        id INTEGER PRIMARY KEY,
        number TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        state TEXT NOT NULL,
        outcome TEXT NOT NULL DEFAULT '',
        received TEXT NOT NULL,
        language TEXT NOT NULL,
        subject_name TEXT NOT NULL,
        subject_sort TEXT NOT NULL,
        caseworker TEXT NOT NULL DEFAULT '',
        assignee INTEGER,
        registered_by INTEGER NOT NULL,
        next_step TEXT NOT NULL DEFAULT '',
        due TEXT NOT NULL DEFAULT '9999-12-31',
        archive_number TEXT NOT NULL DEFAULT '',
        archive_title TEXT NOT NULL DEFAULT '',
        public_title TEXT NOT NULL DEFAULT '',
        created_at TEXT NOT NULL,
        closed_at TEXT,
        revision INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    # a list is of one kind, of one state or all, in one of four orders: an index for each
    "CREATE INDEX case_file_due ON case_file (kind, state, due, id)",
    "CREATE INDEX case_file_received ON case_file (kind, state, received, id)",
    "CREATE INDEX case_file_name ON case_file (kind, state, subject_sort, id)",
    "CREATE INDEX case_file_number ON case_file (kind, state, id)",
    "CREATE INDEX case_file_any_due ON case_file (kind, due, id)",
    "CREATE INDEX case_file_any_received ON case_file (kind, received, id)",
    "CREATE INDEX case_file_any_name ON case_file (kind, subject_sort, id)",
    "CREATE INDEX case_file_any_number ON case_file (kind, id)",
    "CREATE INDEX case_file_assignee ON case_file (assignee, state, due)",
    "CREATE INDEX case_file_registered_by ON case_file (registered_by)",
    "CREATE INDEX case_file_closed ON case_file (closed_at)",
    """
    CREATE INDEX case_file_archive ON case_file (archive_number COLLATE NOCASE)
        WHERE archive_number <> ''
    """,
    """
    CREATE TABLE person (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES case_file (id) ON DELETE CASCADE,
        role TEXT NOT NULL,
        name TEXT NOT NULL,
        match_key TEXT NOT NULL,
        birth_date TEXT,
        data TEXT NOT NULL,
        UNIQUE (case_id, role)
    ) STRICT
    """,
    "CREATE INDEX person_match ON person (match_key)",
    """
    CREATE TABLE timeline (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES case_file (id) ON DELETE CASCADE,
        at TEXT NOT NULL,
        actor TEXT NOT NULL,
        code TEXT NOT NULL,
        detail TEXT NOT NULL DEFAULT '{}'
    ) STRICT
    """,
    "CREATE INDEX timeline_case ON timeline (case_id, id)",
    """
    CREATE TABLE task (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES case_file (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        responsible TEXT NOT NULL DEFAULT '',
        due TEXT,
        asked_on TEXT,
        done_on TEXT,
        outcome TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    "CREATE INDEX task_case ON task (case_id, id)",
    "CREATE INDEX task_due ON task (due) WHERE done_on IS NULL",
    """
    CREATE TABLE deadline (
        case_id INTEGER NOT NULL REFERENCES case_file (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        due TEXT NOT NULL,
        met_on TEXT,
        rule TEXT NOT NULL,
        PRIMARY KEY (case_id, kind)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX deadline_due ON deadline (due) WHERE met_on IS NULL",
    """
    CREATE TABLE letter (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES case_file (id) ON DELETE CASCADE,
        template TEXT NOT NULL,
        language TEXT NOT NULL,
        file_name TEXT NOT NULL,
        path TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        at TEXT NOT NULL,
        actor TEXT NOT NULL,
        sent_on TEXT,
        channel TEXT NOT NULL DEFAULT '',
        local_copy_deleted_at TEXT
    ) STRICT
    """,
    "CREATE INDEX letter_case ON letter (case_id, id)",
    "CREATE INDEX letter_local ON letter (at) WHERE local_copy_deleted_at IS NULL",
    # rowid = minus the case's id, so that the newest case comes first without sorting
    "CREATE TABLE case_words (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT",
    """
    CREATE VIRTUAL TABLE case_search USING fts5 (
        words, content='case_words', content_rowid='id',
        tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'
    )
    """,
    "INSERT INTO case_search (case_search, rank) VALUES ('secure-delete', 1)",
    """
    CREATE TRIGGER case_words_added AFTER INSERT ON case_words BEGIN
        INSERT INTO case_search (rowid, words) VALUES (new.id, new.words);
    END
    """,
    """
    CREATE TRIGGER case_words_removed AFTER DELETE ON case_words BEGIN
        INSERT INTO case_search (case_search, rowid, words) VALUES ('delete', old.id, old.words);
    END
    """,
    """
    CREATE TRIGGER case_words_changed AFTER UPDATE ON case_words BEGIN
        INSERT INTO case_search (case_search, rowid, words) VALUES ('delete', old.id, old.words);
        INSERT INTO case_search (rowid, words) VALUES (new.id, new.words);
    END
    """,
)


def apply(db: Any) -> None:
    """Make the tables of ``casework``."""
    for statement in STATEMENTS:
        db.execute(statement)
