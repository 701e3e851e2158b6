"""Users, settings and the journal. Times are ISO 8601 in UTC; ``value``, ``detail`` are JSON."""

from sqlite_utils import Database

STATEMENTS = (
    """
    CREATE TABLE user (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        role TEXT NOT NULL,
        public_key BLOB NOT NULL UNIQUE,
        created_at TEXT NOT NULL,
        removed_at TEXT
    ) STRICT
    """,
    """
    CREATE TABLE setting (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE setting_file (
        name TEXT PRIMARY KEY,
        content BLOB NOT NULL
    ) STRICT
    """,
    # one key per stretch of the journal: the chain outlives a change of database key
    """
    CREATE TABLE journal_key (
        from_seq INTEGER PRIMARY KEY,
        key BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE journal (
        seq INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        user_id INTEGER NOT NULL,
        session TEXT NOT NULL,
        case_id INTEGER,
        deed TEXT NOT NULL,
        detail TEXT NOT NULL,
        mac BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX journal_case ON journal (case_id, seq) WHERE case_id IS NOT NULL",
)


def apply(db: Database) -> None:
    """Make the tables of the vault itself."""
    for statement in STATEMENTS:
        db.execute(statement)
