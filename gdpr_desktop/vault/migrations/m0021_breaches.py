"""The log of personal data breaches, and the list of deviations that are none.

Instants are ISO 8601 in UTC, days are dates; what is JSON says so by its name in ``store.py``. The
columns beside the JSON are what lists are narrowed by. Versions and notifications are never
changed: each has a row of its own, numbered from 1 in its case.
"""

from typing import Any

STATEMENTS = (
    """
    CREATE TABLE breach (
        case_id INTEGER PRIMARY KEY REFERENCES case_file (id) ON DELETE CASCADE,
        intake TEXT NOT NULL,
        officer_told_at TEXT,
        course TEXT,
        scope TEXT,
        first_hour TEXT NOT NULL DEFAULT '[]',
        first_hour_done INTEGER NOT NULL DEFAULT 0,
        advice TEXT,
        decision TEXT,
        authority_letters TEXT NOT NULL DEFAULT '[]',
        tellings TEXT NOT NULL DEFAULT '[]',
        measures_settled INTEGER NOT NULL DEFAULT 0,
        routes TEXT NOT NULL DEFAULT '[]',
        evidence TEXT NOT NULL DEFAULT '[]',
        lessons TEXT,
        aware_at TEXT NOT NULL,
        incident TEXT NOT NULL,
        unit TEXT NOT NULL DEFAULT '',
        confidentiality INTEGER NOT NULL DEFAULT 0,
        integrity INTEGER NOT NULL DEFAULT 0,
        availability INTEGER NOT NULL DEFAULT 0,
        special INTEGER NOT NULL DEFAULT 0,
        risk TEXT NOT NULL DEFAULT '',
        authority TEXT NOT NULL DEFAULT '',
        people TEXT NOT NULL DEFAULT '',
        running INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    """
    CREATE TABLE breach_assessment (
        case_id INTEGER NOT NULL REFERENCES breach (case_id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        at TEXT NOT NULL,
        made_by TEXT NOT NULL,
        data TEXT NOT NULL,
        PRIMARY KEY (case_id, number)
    ) STRICT
    """,
    """
    CREATE TABLE breach_notification (
        case_id INTEGER NOT NULL REFERENCES breach (case_id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        data TEXT NOT NULL,
        PRIMARY KEY (case_id, number)
    ) STRICT
    """,
    """
    CREATE TABLE breach_recipient (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL REFERENCES breach (case_id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        data TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE deviation (
        case_id INTEGER PRIMARY KEY REFERENCES case_file (id) ON DELETE CASCADE,
        noticed_on TEXT NOT NULL,
        what TEXT NOT NULL DEFAULT '',
        source TEXT NOT NULL,
        department TEXT NOT NULL DEFAULT '',
        system TEXT NOT NULL DEFAULT '',
        severity TEXT NOT NULL,
        responsible TEXT NOT NULL DEFAULT '',
        follow_up_on TEXT,
        corrective TEXT NOT NULL DEFAULT '',
        breach INTEGER REFERENCES case_file (id) ON DELETE SET NULL
    ) STRICT
    """,
    "CREATE INDEX breach_recipient_case ON breach_recipient (case_id, position)",
    "CREATE INDEX breach_running ON breach (aware_at, case_id) WHERE running = 1",
    "CREATE INDEX breach_aware ON breach (aware_at, case_id)",
    "CREATE INDEX breach_by_incident ON breach (incident, case_id)",
    "CREATE INDEX breach_by_authority ON breach (authority, case_id)",
    "CREATE INDEX breach_by_unit ON breach (unit, case_id)",
    # what a new breach does not have costs it nothing
    "CREATE INDEX breach_by_risk ON breach (risk, case_id) WHERE risk <> ''",
    "CREATE INDEX breach_confidentiality ON breach (case_id) WHERE confidentiality = 1",
    "CREATE INDEX breach_integrity ON breach (case_id) WHERE integrity = 1",
    "CREATE INDEX breach_availability ON breach (case_id) WHERE availability = 1",
    "CREATE INDEX breach_special ON breach (case_id) WHERE special = 1",
    "CREATE INDEX deviation_breach ON deviation (breach) WHERE breach IS NOT NULL",
)


def apply(db: Any) -> None:
    """Make the tables and their indexes."""
    for statement in STATEMENTS:
        db.execute(statement)
