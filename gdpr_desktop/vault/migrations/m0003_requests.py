"""Requests from data subjects, and the wording last used for each system.

The steps of a request are kept as one JSON document each: they are read and written whole.
"""

from typing import Any

STATEMENTS = (
    """
    CREATE TABLE request (
        case_id INTEGER PRIMARY KEY REFERENCES case_file (id) ON DELETE CASCADE,
        right TEXT NOT NULL,
        received_time TEXT,
        channel TEXT NOT NULL,
        on_behalf_of TEXT NOT NULL,
        wording TEXT NOT NULL,
        wants_oral_answer INTEGER NOT NULL DEFAULT 0,
        officer_told_at TEXT,
        authority TEXT,
        receipt TEXT,
        identity TEXT,
        specification TEXT,
        extension TEXT,
        review TEXT,
        advice TEXT,
        decision TEXT,
        answer TEXT,
        dispatch TEXT
    ) STRICT
    """,
    """
    CREATE TABLE system_wording (
        system_key TEXT NOT NULL,
        language TEXT NOT NULL,
        data TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        PRIMARY KEY (system_key, language)
    ) STRICT, WITHOUT ROWID
    """,
)


def apply(db: Any) -> None:
    """Make the tables of ``requests``."""
    for statement in STATEMENTS:
        db.execute(statement)
