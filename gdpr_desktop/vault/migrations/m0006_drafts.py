"""What people have typed and not saved, each draft sealed for its user alone.

The triggers take drafts away with what they belong to: a case that is closed or loses its names,
a user who is removed. ``saved_at`` is ISO 8601 in UTC.
"""

from typing import Any

STATEMENTS = (
    """
    CREATE TABLE draft (
        id INTEGER PRIMARY KEY,
        user_id INTEGER NOT NULL,
        form TEXT NOT NULL,
        case_id INTEGER REFERENCES case_file (id) ON DELETE CASCADE,
        content BLOB NOT NULL,
        saved_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE UNIQUE INDEX draft_place ON draft (user_id, form, coalesce(case_id, 0))",
    "CREATE INDEX draft_case ON draft (case_id)",
    """
    CREATE TRIGGER draft_case_closed AFTER UPDATE OF state, subject_name ON case_file
    WHEN new.state <> 'open'
        AND (old.state <> new.state OR old.subject_name <> new.subject_name)
    BEGIN
        DELETE FROM draft WHERE case_id = new.id;
    END
    """,
    """
    CREATE TRIGGER draft_user_removed AFTER UPDATE OF removed_at ON user
    WHEN new.removed_at IS NOT NULL
    BEGIN
        DELETE FROM draft WHERE user_id = new.id;
    END
    """,
)


def apply(db: Any) -> None:
    """Make the table of drafts."""
    for statement in STATEMENTS:
        db.execute(statement)
