"""Single disclosures: who asked for data about a person, and the steps until the answer went.

``received_time`` is HH:MM:SS in Norway, ``wanted_by`` a date, ``officer_told_at`` ISO 8601 in UTC.
The steps are JSON, each in a column of its own.
"""

from typing import Any


def apply(db: Any) -> None:
    """Make the table of single disclosures."""
    db.execute(
        """
        CREATE TABLE disclosure (
            case_id INTEGER PRIMARY KEY REFERENCES case_file (id) ON DELETE CASCADE,
            requester_kind TEXT NOT NULL,
            received_time TEXT,
            written INTEGER NOT NULL,
            wanted TEXT NOT NULL DEFAULT '',
            ground TEXT NOT NULL DEFAULT '',
            signed INTEGER NOT NULL DEFAULT 0,
            court_order TEXT NOT NULL DEFAULT '',
            wanted_by TEXT,
            officer_told_at TEXT,
            in_writing TEXT,
            assessment TEXT,
            advice TEXT,
            decision TEXT,
            dispatch TEXT,
            informing TEXT
        ) STRICT
        """
    )
