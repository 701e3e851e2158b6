"""Is a copy what it should be? Both integrity checks, references, counts, the whole journal."""

from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from gdpr_desktop.vault import journal, schema
from gdpr_desktop.vault.backup import erased
from gdpr_desktop.vault.backup.format import Journal
from gdpr_desktop.vault.chain import Link
from gdpr_desktop.vault.database import is_sound, open_database
from gdpr_desktop.vault.secret import Secret


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a look through a whole database found."""

    sound: bool
    counts: dict[str, int]
    link: Link
    journal: Journal
    steps: int
    erased: tuple[int, ...]


def examine(path: Path, key: Secret, vault: bytes) -> Findings:
    """Open ``path`` with a connection of its own and go through all of it; changes nothing.

    Raises ``DamagedDatabaseError`` when it cannot be read at all.
    """
    db = open_database(path, key, vault)
    try:
        return findings(db)
    finally:
        db.close()


def findings(db: Database) -> Findings:
    """What there is to say about an open database. A second for 100 MB, more for the journal."""
    sound = is_sound(db) and not db.execute("PRAGMA foreign_key_check").fetchone()
    current = schema.is_current(db)
    return Findings(
        sound=sound,
        counts=counts(db),
        link=journal.last_link(db),
        journal=_journal(db) if current else Journal.UNCHECKED,
        steps=len(schema.steps().applied(db)),
        erased=erased.erased_cases(db) if current else (),
    )


def _journal(db: Database) -> Journal:
    return Journal.WHOLE if journal.verify(db) is None else Journal.ALTERED


def counts(db: Database) -> dict[str, int]:
    """Rows in each table of ours, without those that a search index is made of."""
    tables = db.execute(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'"
        " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
    ).fetchall()
    return {name: db.execute(f"SELECT count(*) FROM [{name}]").fetchone()[0] for (name,) in tables}
