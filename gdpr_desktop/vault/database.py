"""The one module that opens database files: always with a key, never by accident a new one.

Settings measured for SQLCipher 4 (SQLite 3.53). The first 16 bytes of a file, SQLCipher's salt,
are the vault's id, so that a damaged file and a key file of another vault can be told apart.
"""

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote
from weakref import WeakSet

import sqlcipher3.dbapi2 as driver  # type: ignore[import-untyped, unused-ignore]
import sqlite_utils.db
from msgspec import MsgspecError
from sqlite_utils import Database

from gdpr_desktop.vault.errors import (
    DamagedDatabaseError,
    DiskFullError,
    ForeignKeyFileError,
    InUseError,
    NotAVaultError,
    StorageError,
    UnwritableError,
    from_driver_error,
)
from gdpr_desktop.vault.guard import only_reads
from gdpr_desktop.vault.secret import Secret

# sqlite-utils catches the classes of the standard driver, which ours does not raise
sqlite_utils.db.sqlite3 = driver  # type: ignore[attr-defined]
sqlite_utils.db.OperationalError = driver.OperationalError  # type: ignore[attr-defined]

APPLICATION_ID = 0x50765031  # "PvP1"
PLAIN_HEADER = b"SQLite format 3\x00"
_KEY_BYTES = 32
_ID_BYTES = 16
_BUSY, _READONLY = 5, 8  # SQLITE_BUSY, SQLITE_READONLY
_WAL_RESET_FIXED = (3, 51, 3)

_PRAGMAS = (
    "cipher_log_level = NONE",
    "cipher_memory_security = ON",
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "locking_mode = EXCLUSIVE",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "secure_delete = ON",
    "cache_size = -32768",
    "temp_store = MEMORY",
    "fullfsync = ON",
)

Mode = Literal["rw", "ro"]


def _told(error: Exception) -> Exception:
    """``error`` as a sentence, or itself when it is our bug."""
    return from_driver_error(error) or error


class _Cursor(driver.Cursor):  # type: ignore[misc, unused-ignore]
    """A cursor whose errors of disk and file are sentences; the others are our bugs."""

    def execute(self, *arguments: Any) -> Any:
        if not self.connection.writing:
            _require_reading(arguments[0])
        try:
            return super().execute(*arguments)
        except driver.Error as error:
            raise _told(error) from None

    def executemany(self, *arguments: Any) -> Any:
        if not self.connection.writing:
            _require_reading(arguments[0])
        try:
            return super().executemany(*arguments)
        except driver.Error as error:
            raise _told(error) from None

    def executescript(self, *arguments: Any) -> Any:
        if not self.connection.writing:
            _require_reading("script")
        return super().executescript(*arguments)

    def fetchone(self) -> Any:
        try:
            return super().fetchone()
        except driver.Error as error:
            raise _told(error) from None

    def fetchmany(self, *arguments: Any) -> Any:
        try:
            return super().fetchmany(*arguments)
        except driver.Error as error:
            raise _told(error) from None

    def fetchall(self) -> Any:
        try:
            return super().fetchall()
        except driver.Error as error:
            raise _told(error) from None

    def __next__(self) -> Any:
        try:
            return super().__next__()
        except driver.Error as error:
            raise _told(error) from None


@lru_cache(maxsize=1024)
def _reads(sql: str) -> bool:
    return only_reads(sql)


def _require_reading(sql: str) -> None:
    if not _reads(sql):
        raise driver.OperationalError("attempt to write a read-only database: no unit of work")


class _Connection(driver.Connection):  # type: ignore[misc, unused-ignore]
    writing = True  # until the unit of work takes over
    changes = 0  # as counted when writing was last allowed or forbidden

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._cursors: WeakSet[_Cursor] = WeakSet()

    def cursor(self, factory: Any = _Cursor) -> Any:
        made = super().cursor(factory)
        self._cursors.add(made)
        return made

    def close(self) -> None:
        # one left half read, in the traceback of a failed save, would keep the file locked
        for cursor in tuple(self._cursors):
            cursor.close()
        super().close()


def create_database(path: Path, key: Secret, vault: bytes) -> Database:
    """A new, empty, encrypted database. Raises ``FileExistsError``; refuses any existing file."""
    _check_key(key, vault)
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    spec = Secret(key.reveal().hex().encode() + vault.hex().encode())
    db = _connect(path, spec, "rw")
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    return db


def open_database(path: Path, key: Secret, vault: bytes, *, mode: Mode = "rw") -> Database:
    """An existing database, its key proved by a first read. ``mode`` «ro» for read-only places.

    The connection may be used from any one thread at a time. Raises ``DamagedDatabaseError`` also
    when the key does not fit, ``NotAVaultError``, ``InUseError``.
    """
    _check_key(key, vault)
    with refusals_told():
        db = _connect(path, Secret(key.reveal().hex().encode()), mode)
        try:
            db.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise NotAVaultError(path.name)
            _check_length(db, path)  # after a journal left behind was replayed
        except BaseException:
            db.close()
            raise
    return db


def _check_length(db: Database, path: Path) -> None:
    """Refuse a file with more in it than its own count of pages, or with part of a page.

    So it looks when a save was cut short and its journal is not there: copied without it, or
    deleted. Half the save may show, and the next large one would cover the traces.
    """
    size, count = (int(db.execute(f"PRAGMA page_{of}").fetchone()[0]) for of in ("size", "count"))
    if path.stat().st_size != size * count:
        raise DamagedDatabaseError


def _check_key(key: Secret, vault: bytes) -> None:
    if len(key.reveal()) != _KEY_BYTES or len(vault) != _ID_BYTES:
        # SQLCipher would silently take a shorter key as a passphrase
        raise AssertionError("a database key has 32 bytes and a vault id 16")


def uri(path: Path, mode: Mode) -> str:
    """``path`` as SQLite's URI, whatever letters it has; never makes a file."""
    text = path.absolute().as_posix()
    return f"file:{'' if text.startswith('/') else '/'}{quote(text, safe='/:')}?mode={mode}"


def _connect(path: Path, spec: Secret, mode: Mode) -> Database:
    try:
        connection = driver.connect(
            uri(path, mode),
            uri=True,
            timeout=0.5,
            factory=_Connection,
            check_same_thread=False,  # opened by a worker, used by the window
            isolation_level=None,
        )
    except driver.Error as error:
        raise _told(error) from None
    try:
        # not PRAGMA key: its text reaches traces; not in a variable: reports may show those
        connection.set_key(f"x'{spec.reveal().decode()}'")
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").fetchall()
        self_test(connection)
        return Database(connection, execute_plugins=False)
    except BaseException:
        connection.close()
        raise


def self_test(connection: Any) -> None:
    """Refuse a driver that does not encrypt or that has SQLite's WAL-reset bug."""
    cipher = connection.execute("PRAGMA cipher_version").fetchone()
    if not cipher or not str(cipher[0]).startswith("4."):
        raise AssertionError("the database driver is not SQLCipher 4")
    if driver.sqlite_version_info < _WAL_RESET_FIXED:
        raise AssertionError(f"SQLite {driver.sqlite_version} has a known corruption bug")


def driver_versions() -> dict[str, str]:
    """The versions of SQLCipher, SQLite and the OpenSSL that the driver carries."""
    connection = driver.connect(":memory:")
    try:
        connection.set_key(f"x'{'00' * _KEY_BYTES}'")  # nothing is kept there
        asked = {"SQLCipher": "cipher_version", "OpenSSL of SQLCipher": "cipher_provider_version"}
        found = {
            name: str(connection.execute(f"PRAGMA {pragma}").fetchone()[0])
            for name, pragma in asked.items()
        }
    finally:
        connection.close()
    return {**found, "SQLite": driver.sqlite_version}


def check_header(path: Path, vault: bytes) -> None:
    """Tell an empty, plain, damaged or foreign file before SQLite sees it.

    Only while no connection in this process has the file open: closing it again would drop
    SQLite's own lock. Raises ``DamagedDatabaseError``, ``NotAVaultError``, ``ForeignKeyFileError``.
    """
    with path.open("rb") as file:
        header = file.read(_ID_BYTES)
    if header == PLAIN_HEADER:
        raise NotAVaultError(path.name)
    if len(header) < _ID_BYTES:
        raise DamagedDatabaseError
    if header != vault:
        wrong = int.from_bytes(header) ^ int.from_bytes(vault)
        # two random ids differ in about 64 of 128 bits, never in as few as 24
        raise DamagedDatabaseError if wrong.bit_count() < 24 else ForeignKeyFileError


def allow_writing(db: Database, allowed: bool) -> None:
    """Writes outside the unit of work fail while this is off.

    What slips by all the same is seen at the next unit: the driver counts changed rows.
    """
    connection: Any = db.conn
    if allowed and not connection.writing and connection.total_changes != connection.changes:
        raise AssertionError("something was written outside the unit of work")
    connection.writing, connection.changes = allowed, connection.total_changes


def change_key(db: Database, key: Secret, vault: bytes, *, used: Secret) -> None:
    """Encrypt the whole file anew with ``key``: all of it, or none. Half a second for 50 MB.

    Not inside a transaction. Raises ``StorageError``; the file then has the key ``used`` that it
    had, and is written to with that key.
    """
    _check_key(key, vault)
    allow_writing(db, True)
    try:
        # reset_key keeps the salt, which is the vault's id, and shows no key to traces
        connection: Any = db.conn
        try:
            connection.reset_key(f"x'{key.reveal().hex()}'")
        except driver.Error:
            # SQLCipher would go on to write with the new key what it reads with the old, and
            # the next save would destroy the file. The old key is back even when this fails too
            with contextlib.suppress(driver.Error):
                connection.reset_key(f"x'{used.reveal().hex()}'")
            raise
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except driver.Error:
        raise StorageError from None
    finally:
        allow_writing(db, False)


@contextmanager
def refusals_told(path: Path | None = None) -> Iterator[None]:
    """Tell why a transaction could not be made, around the whole of it.

    Not done statement by statement: sqlite-utils itself meets «busy» and goes on. Where writing
    is allowed the driver refuses it once it has met a damaged page, and where the file at ``path``
    may not be written to. Raises ``InUseError``, ``DamagedDatabaseError``, ``UnwritableError``.
    """
    try:
        yield
    except driver.OperationalError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == _BUSY:
            raise InUseError from None
        if code == _READONLY:
            raise (DamagedDatabaseError if _writable(path) else UnwritableError) from None
        raise


def _writable(path: Path | None) -> bool:
    """May the file, and the folder that holds its journal, be written to, as far as is known?"""
    return path is None or all(os.access(one, os.W_OK) for one in (path, path.parent))


@contextmanager
def copying_told() -> Iterator[None]:
    """Tell what stopped SQLite's own copy: its errors have words and no number.

    Raises ``DiskFullError``, ``DamagedDatabaseError``, ``StorageError``.
    """
    try:
        yield
    except driver.DatabaseError as error:
        if "full" in str(error):
            raise DiskFullError from None
        if isinstance(error, driver.OperationalError):
            raise StorageError from None
        raise DamagedDatabaseError from None


@contextmanager
def strangers_told() -> Iterator[None]:
    """Around what reads a file that others may have written in: what does not fit is damage.

    Raises ``DamagedDatabaseError``.
    """
    try:
        yield
    except (driver.Error, MsgspecError, ValueError, TypeError, AssertionError):
        raise DamagedDatabaseError from None


def is_sound(db: Database) -> bool:
    """Do both checks pass? Neither is enough alone: cut pages and altered pages differ.

    About a second for 100 MB. False also when the checks themselves cannot be made.
    """
    try:
        altered = db.execute("PRAGMA cipher_integrity_check").fetchall()
        return not altered and db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except DamagedDatabaseError:
        return False
