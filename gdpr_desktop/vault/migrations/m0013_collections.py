"""Collections of data and how people were told. The steps are one JSON document each."""

from typing import Any

STATEMENTS = (
    """
    CREATE TABLE collection (
        case_id INTEGER PRIMARY KEY REFERENCES case_file (id) ON DELETE CASCADE,
        activity_id INTEGER REFERENCES entry (id) ON DELETE SET NULL,
        changed_on TEXT,
        intake TEXT NOT NULL,
        told TEXT,
        exception TEXT,
        advice TEXT,
        decision TEXT,
        new_purpose TEXT
    ) STRICT
    """,
    "CREATE INDEX collection_activity ON collection (activity_id)",
    "CREATE INDEX collection_changed ON collection (changed_on) WHERE changed_on IS NOT NULL",
)


def apply(db: Any) -> None:
    """Make the table of ``information.collections``."""
    for statement in STATEMENTS:
        db.execute(statement)
