"""The municipality's own wording of letters; where there is none, the one shipped is used.

``based_on`` is the SHA-256 (hex) of the shipped text that the copy was last compared with.
"""

from typing import Any

STATEMENTS = (
    """
    CREATE TABLE template_copy (
        template TEXT NOT NULL,
        language TEXT NOT NULL,
        text TEXT NOT NULL,
        based_on TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        changed_by TEXT NOT NULL,
        PRIMARY KEY (template, language)
    ) STRICT, WITHOUT ROWID
    """,
)


def apply(db: Any) -> None:
    """Make the table."""
    for statement in STATEMENTS:
        db.execute(statement)
