"""Checklists that have been filled in.

``about_kind`` and ``about_id`` tell what in the register a list is about, where it is about
something there; ``about_name`` is what people call it. ``data`` holds the answers as JSON.
``filled_on`` is a date, ``changed_at`` ISO 8601 in UTC.
"""

from typing import Any

STATEMENTS = (
    """
    CREATE TABLE filled_checklist (
        id INTEGER PRIMARY KEY,
        checklist TEXT NOT NULL,
        about_kind TEXT NOT NULL,
        about_id INTEGER,
        about_name TEXT NOT NULL,
        filled_on TEXT NOT NULL,
        filled_by INTEGER NOT NULL,
        data TEXT NOT NULL,
        changed_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX filled_checklist_about ON filled_checklist (about_kind, about_id)",
    "CREATE INDEX filled_checklist_date ON filled_checklist (checklist, filled_on)",
)


def apply(db: Any) -> None:
    """Make the table of ``guidance``."""
    for statement in STATEMENTS:
        db.execute(statement)
