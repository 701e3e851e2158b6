"""Who got the data that were corrected, erased or restricted, and who has been told (art. 19)."""

from typing import Any


def apply(db: Any) -> None:
    """Make the table; the counts stand beside the list, so that it need not be read for them."""
    db.execute(
        """
        CREATE TABLE part_recipients (
            part_id INTEGER PRIMARY KEY REFERENCES request_part (id) ON DELETE CASCADE,
            total INTEGER NOT NULL,
            open INTEGER NOT NULL,
            nobody INTEGER NOT NULL,
            data TEXT NOT NULL
        ) STRICT
        """
    )
