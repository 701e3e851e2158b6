"""A copy of a database that is in use, in slices between which the window gets its turn.

SQLite's own backup: what is saved meanwhile goes into the copy too. A slice waits while a unit of
work is open, so nothing half is copied. The copy has the same key and the same salt.
"""

import contextlib
import time
from collections.abc import Callable
from pathlib import Path

from sqlite_utils import Database

from gdpr_desktop.vault.database import copying_told, create_database, refusals_told
from gdpr_desktop.vault.secret import Secret

_PAGES = 64  # of 4096 bytes; a slice takes a few milliseconds
_PAUSE = 0.0005  # seconds in which whoever waits gets in
_BUSY = 0.005  # seconds until a slice that met an open unit of work is tried again

Step = Callable[[int, int], None]  # pages done, pages in all; may raise to stop


def copy_database(source: Database, target: Path, key: Secret, vault: bytes, step: Step) -> None:
    """Copy ``source`` to ``target``, a new file. Raises ``VaultError``, ``OSError``."""
    copy = create_database(target, key, vault)
    try:
        # made anew or not at all: its own journal and its syncs would only cost time
        copy.execute("PRAGMA journal_mode = OFF")
        copy.execute("PRAGMA synchronous = OFF")
        # what is kept in memory is written in the last slice, all at once
        copy.execute(f"PRAGMA cache_size = {_PAGES}")

        def after_slice(_status: int, remaining: int, total: int) -> None:
            step(total - remaining, total)
            time.sleep(_PAUSE)

        with copying_told(), refusals_told():
            source.conn.backup(copy.conn, pages=_PAGES, progress=after_slice, sleep=_BUSY)
    finally:
        copy.close()


def place_of(register: Path) -> Path:
    """Where the copy of ``register`` lies while a backup is made."""
    return register.with_name(register.name + ".copy")


def remove(path: Path) -> None:
    """Take a temporary database away, with what SQLite may have left beside it."""
    for leftover in (path, path.with_name(path.name + "-journal")):
        for _attempt in range(2):
            with contextlib.suppress(OSError):
                leftover.unlink(missing_ok=True)
                break
