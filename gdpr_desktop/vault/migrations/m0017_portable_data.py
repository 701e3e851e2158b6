"""Tables that a person may take along (art. 20), until they have been sent and are deleted.

``columns`` and ``rows`` are JSON: the choice for each column, and lists of texts. ``at`` is ISO
8601 in UTC.
"""

from typing import Any


def apply(db: Any) -> None:
    """Make the table."""
    db.execute(
        """
        CREATE TABLE portable_data (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            case_id INTEGER NOT NULL REFERENCES case_file (id) ON DELETE CASCADE,
            part_id INTEGER NOT NULL REFERENCES request_part (id) ON DELETE CASCADE,
            task_id INTEGER REFERENCES task (id) ON DELETE SET NULL,
            title TEXT NOT NULL,
            source TEXT NOT NULL DEFAULT '',
            columns TEXT NOT NULL,
            rows TEXT NOT NULL,
            records INTEGER NOT NULL,
            brought_in_by TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT
        """
    )
    db.execute("CREATE INDEX portable_data_part ON portable_data (part_id)")
    db.execute("CREATE INDEX portable_data_case ON portable_data (case_id)")
