"""The requester's own reference («dykkar ref.») of a single disclosure."""

from typing import Any


def apply(db: Any) -> None:
    """Add it; blank where none was given."""
    db.execute("ALTER TABLE disclosure ADD COLUMN reference TEXT NOT NULL DEFAULT ''")
