"""Marks in the journal (its head, what has been verified), and indexes to filter it by.

A mark is authenticated with the journal's key; ``link`` is the chain at entry ``seq``.
"""

from typing import Any

STATEMENTS = (
    """
    CREATE TABLE journal_mark (
        name TEXT PRIMARY KEY,
        seq INTEGER NOT NULL,
        link BLOB NOT NULL,
        at TEXT NOT NULL,
        mac BLOB NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX journal_user ON journal (user_id)",
    "CREATE INDEX journal_deed ON journal (deed)",
    "CREATE INDEX journal_at ON journal (at)",
)


def apply(db: Any) -> None:
    """Make the table of marks and the indexes."""
    for statement in STATEMENTS:
        db.execute(statement)
