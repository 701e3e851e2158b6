"""Assessments of consequences for privacy, and files kept in a case.

Instants are ISO 8601 in UTC, days are dates; what is JSON says so by its name in a ``store.py``.
Answers, scenarios, measures and comments have rows of their own: they are saved one by one, and
two copies are put together one by one. Submissions are never changed.
"""

from typing import Any

_TABLES = (
    """
    CREATE TABLE case_attachment (
        case_id INTEGER NOT NULL REFERENCES case_file (id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        name TEXT NOT NULL,
        media_type TEXT NOT NULL DEFAULT '',
        size INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        about TEXT NOT NULL DEFAULT '',
        added_at TEXT NOT NULL,
        added_by TEXT NOT NULL,
        removed_at TEXT,
        PRIMARY KEY (case_id, key)
    ) STRICT
    """,
    """
    CREATE TABLE case_attachment_content (
        case_id INTEGER NOT NULL,
        key TEXT NOT NULL,
        content BLOB NOT NULL,
        PRIMARY KEY (case_id, key),
        FOREIGN KEY (case_id, key) REFERENCES case_attachment (case_id, key) ON DELETE CASCADE
    ) STRICT
    """,
    """
    CREATE TABLE dpia (
        case_id INTEGER PRIMARY KEY REFERENCES case_file (id) ON DELETE CASCADE,
        state TEXT NOT NULL,
        unit TEXT NOT NULL DEFAULT '',
        about TEXT NOT NULL,
        scale INTEGER NOT NULL DEFAULT 5,
        catalogue TEXT NOT NULL DEFAULT '',
        screening TEXT,
        need TEXT,
        view TEXT,
        opinion TEXT,
        opinions TEXT NOT NULL DEFAULT '[]',
        decision TEXT,
        approval TEXT,
        consultation TEXT,
        reviews TEXT NOT NULL DEFAULT '[]',
        sent_files TEXT NOT NULL DEFAULT '[]',
        imported TEXT,
        own_scale TEXT,
        work_key TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    """
    CREATE TABLE dpia_answer (
        case_id INTEGER NOT NULL REFERENCES dpia (case_id) ON DELETE CASCADE,
        question TEXT NOT NULL,
        data TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        changed_by TEXT NOT NULL,
        PRIMARY KEY (case_id, question)
    ) STRICT
    """,
    """
    CREATE TABLE dpia_scenario (
        case_id INTEGER NOT NULL REFERENCES dpia (case_id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        place INTEGER NOT NULL,
        data TEXT NOT NULL,
        PRIMARY KEY (case_id, key)
    ) STRICT
    """,
    """
    CREATE TABLE dpia_measure (
        case_id INTEGER NOT NULL REFERENCES dpia (case_id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        place INTEGER NOT NULL,
        data TEXT NOT NULL,
        task_id INTEGER REFERENCES task (id) ON DELETE SET NULL,
        PRIMARY KEY (case_id, key)
    ) STRICT
    """,
    """
    CREATE TABLE dpia_comment (
        case_id INTEGER NOT NULL REFERENCES dpia (case_id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        place INTEGER NOT NULL,
        data TEXT NOT NULL,
        PRIMARY KEY (case_id, key)
    ) STRICT
    """,
    """
    CREATE TABLE dpia_submission (
        case_id INTEGER NOT NULL REFERENCES dpia (case_id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        at TEXT NOT NULL,
        name TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        sha256 TEXT NOT NULL,
        content TEXT NOT NULL,
        PRIMARY KEY (case_id, number)
    ) STRICT
    """,
    """
    CREATE TABLE dpia_sent_content (
        case_id INTEGER NOT NULL REFERENCES dpia (case_id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        content TEXT NOT NULL,
        PRIMARY KEY (case_id, key)
    ) STRICT
    """,
    """
    CREATE TABLE dpia_template (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        sort TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        made_on TEXT NOT NULL,
        made_by TEXT NOT NULL,
        content TEXT NOT NULL
    ) STRICT
    """,
)
_INDEXES = (
    "CREATE INDEX case_attachment_of ON case_attachment (case_id, removed_at, added_at)",
    "CREATE INDEX dpia_state ON dpia (state)",
    "CREATE INDEX dpia_template_sort ON dpia_template (sort, id)",
)


def apply(db: Any) -> None:
    """Make the tables and their indexes."""
    for statement in (*_TABLES, *_INDEXES):
        db.execute(statement)
