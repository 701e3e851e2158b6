"""What a change of keys and passwords needs: unfinished changes, recovery keys, private notes.

``user.next_public_key`` stands beside the key in use while a password is reset, because the key
file and this file cannot change at one moment. A private note's ``box`` is sealed with the
officers' key; ``key_id`` names which.
"""

from typing import Any

STATEMENTS = (
    "ALTER TABLE user ADD COLUMN next_public_key BLOB",
    "ALTER TABLE user ADD COLUMN must_change INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE user ADD COLUMN last_unlocked TEXT",
    """
    CREATE TABLE recovery_key (
        id INTEGER PRIMARY KEY,
        public_key BLOB NOT NULL UNIQUE,
        made_at TEXT NOT NULL,
        made_by INTEGER NOT NULL,
        used_at TEXT,
        doubted_at TEXT,
        retired_at TEXT
    ) STRICT
    """,
    """
    CREATE TABLE announcement (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        code TEXT NOT NULL,
        detail TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE announcement_seen (
        announcement_id INTEGER NOT NULL REFERENCES announcement (id),
        user_id INTEGER NOT NULL REFERENCES user (id),
        at TEXT NOT NULL,
        PRIMARY KEY (announcement_id, user_id)
    ) STRICT, WITHOUT ROWID
    """,
    # an id is never used again: it is part of what seals the box
    """
    CREATE TABLE private_note (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL REFERENCES case_file (id) ON DELETE CASCADE,
        key_id TEXT NOT NULL,
        box BLOB NOT NULL,
        created_at TEXT NOT NULL,
        created_by INTEGER NOT NULL,
        changed_at TEXT,
        changed_by INTEGER
    ) STRICT
    """,
    "CREATE INDEX private_note_case ON private_note (case_id, id)",
)


def apply(db: Any) -> None:
    """Add to the users, and make the tables of keys and private notes."""
    for statement in STATEMENTS:
        db.execute(statement)
