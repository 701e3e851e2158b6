"""Cases that have been anonymised: the mark on the case, and the list that a restore needs.

``erased_case`` has no reference to ``case_file``: it also tells of cases that an older copy of
the file does not know.
"""

from typing import Any

STATEMENTS = (
    "ALTER TABLE case_file ADD COLUMN anonymised_at TEXT",
    """
    CREATE TABLE erased_case (
        case_id INTEGER PRIMARY KEY,
        at TEXT NOT NULL
    ) STRICT
    """,
)


def apply(db: Any) -> None:
    """Make room for what the yearly clean-up notes."""
    for statement in STATEMENTS:
        db.execute(statement)
