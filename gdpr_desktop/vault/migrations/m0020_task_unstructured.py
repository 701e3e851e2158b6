"""What a collection task found in e-mail, files, paper and phones (handbook 9.1)."""

from typing import Any


def apply(db: Any) -> None:
    """Make the table; what was found is one document, since it is read and written whole."""
    db.execute(
        """
        CREATE TABLE task_unstructured (
            task_id INTEGER PRIMARY KEY REFERENCES task (id) ON DELETE CASCADE,
            data TEXT NOT NULL
        ) STRICT
        """
    )
