"""The tables of the file, brought up to date step by step; a newer file is refused untouched."""

import hashlib
from typing import Any

from sqlite_utils import Database, Migrations

from gdpr_desktop.vault.errors import DamagedDatabaseError, NewerFileError
from gdpr_desktop.vault.migrations import MODULES

SET = "personvernpulten"
# what all the steps make; a test says what it must be when a step is added
SHAPE = "acbad4f38925eb8d157f24bcf2acf5fc4bf0bb9bcd910bcf115c09315ef8c08b"


def step_name(module_name: str) -> str:
    """``m0001_foundation`` of a module's full name: what is written in the file."""
    return module_name.rpartition(".")[2]


def steps() -> Migrations:
    """All steps in order, as one set."""
    migrations = Migrations(SET)
    for module in MODULES:
        migrations(name=step_name(module.__name__))(module.apply)
    return migrations


def is_current(db: Database) -> bool:
    """Is every step applied? Raises ``NewerFileError`` for one we do not know; only reads."""
    known = [step_name(module.__name__) for module in MODULES]
    applied = [step.name for step in steps().applied(db)]
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > len(known) or set(applied) - set(known):
        raise NewerFileError
    return applied == known and version == len(known)


def is_ours(db: Database) -> bool:
    """Has it the tables and columns that all the steps make, and no trigger or view besides?"""
    return shape_of(db) == SHAPE


def shape_of(db: Database) -> str:
    """SHA-256 of its tables and columns, triggers and views."""
    found = sorted(_shape(db))
    return hashlib.sha256(repr(found).encode()).hexdigest()


def _shape(db: Database) -> set[tuple[Any, ...]]:
    tables = (
        "SELECT s.name, c.name FROM sqlite_master s, pragma_table_xinfo(s.name) c"
        " WHERE s.type = 'table' AND s.name NOT LIKE 'sqlite_%'"
    )
    others = "SELECT type, name, tbl_name FROM sqlite_master WHERE type IN ('trigger', 'view')"
    return {*db.execute(tables).fetchall(), *db.execute(others).fetchall()}


def upgrade(db: Database, *, stop_before: str | None = None) -> None:
    """Apply the missing steps, all or none. Raises ``DamagedDatabaseError`` on broken references.

    Foreign keys are off meanwhile: rebuilding a table would else empty those that refer to it.
    """
    migrations = steps()
    db.execute("PRAGMA foreign_keys = OFF")
    try:
        with db.atomic():
            migrations.apply(db, stop_before=stop_before)
            if db.execute("PRAGMA foreign_key_check").fetchone():
                raise DamagedDatabaseError
            db.execute(f"PRAGMA user_version = {len(migrations.applied(db))}")
    finally:
        db.execute("PRAGMA foreign_keys = ON")
