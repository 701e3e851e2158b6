"""What lives on after a part is answered: a restriction in force, and a note of disagreement."""

from typing import Any


def apply(db: Any) -> None:
    """Add them, one JSON document each."""
    for column in ("restriction", "disagreement"):
        db.execute(f"ALTER TABLE request_part ADD COLUMN {column} TEXT")
