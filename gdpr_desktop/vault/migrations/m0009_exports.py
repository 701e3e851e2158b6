"""Exports that have begun: a letter is plain text, so a crash must not leave one unknown.

A row is there from before the first byte is written until the file and the case agree. ``file_id``
is the system's name for the temporary file (device and number), which it keeps when renamed.
"""

from typing import Any

STATEMENTS = (
    """
    CREATE TABLE letter_export (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES case_file (id) ON DELETE CASCADE,
        path TEXT NOT NULL,
        temporary TEXT NOT NULL,
        kept TEXT NOT NULL,
        file_id TEXT NOT NULL,
        recorded INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
)


def apply(db: Any) -> None:
    """Make the table of ``casework.exports``."""
    for statement in STATEMENTS:
        db.execute(statement)
