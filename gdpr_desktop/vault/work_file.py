"""A work file: one case in a small vault of its own, with one password and no key file.

The first 16 bytes, SQLCipher's salt and the vault's id, are ``PVD``, a version, 8 random bytes and
4 bytes that prove the password: so a wrong password and a damaged file are told apart. The rest
is a register like any other, with the same tables, one user, and its lock beside it while open.
"""

import contextlib
import os
import secrets
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.clock import Clock, SystemClock
from gdpr_desktop.core.municipality import Municipality
from gdpr_desktop.core.paths import default_data_dir, is_too_long
from gdpr_desktop.core.roles import Role
from gdpr_desktop.vault import crypto, journal, schema, settings, users, work_password
from gdpr_desktop.vault.anchor import AnchorFile
from gdpr_desktop.vault.attempts import AttemptsFile, counted
from gdpr_desktop.vault.database import (
    create_database,
    is_sound,
    open_database,
    refusals_told,
    strangers_told,
)
from gdpr_desktop.vault.errors import (
    DiskFullError,
    ReadOnlyPlaceError,
    TooLongPathError,
    from_os_error,
)
from gdpr_desktop.vault.kdf import Kdf
from gdpr_desktop.vault.lock import VaultLock
from gdpr_desktop.vault.opening import OpenVault, VaultFiles
from gdpr_desktop.vault.rollback import find_rollback
from gdpr_desktop.vault.secret import Secret
from gdpr_desktop.vault.vault import Vault
from gdpr_desktop.vault.work_file_errors import (
    CutWorkFileError,
    DamagedWorkFileError,
    MissingWorkFileError,
    NewerWorkFileError,
    NoRoomForCopyError,
    NotAWorkFileError,
    WrongWorkPasswordError,
    told_of_work_file,
)

SUFFIX = ".dpia"
MAGIC, VERSION = b"PVD", 1
_SALT, _HEADER, _PAGE = 12, 16, 4096
_LITTLE = 8_000_000  # bytes: both checks take less than 100 ms
_STANDARD = Kdf.standard()
_SYSTEM_CLOCK = SystemClock()
_NO_KEY = b"\0" * 32  # in place of the public key that a user of a register has


def key_at(path: Path) -> str:
    """What tells work files apart, without a password: the first bytes of the file.

    Raises ``MissingWorkFileError``, ``NotAWorkFileError``, ``CutWorkFileError``,
    ``NewerWorkFileError``.
    """
    return _header(path).hex()


def _header(path: Path) -> bytes:
    if is_too_long(path):
        raise TooLongPathError
    if not path.is_file():
        raise MissingWorkFileError(path.name)
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except OSError as error:
        with told_of_work_file():
            raise from_os_error(error) from error
    if not header and path.suffix == SUFFIX:
        raise CutWorkFileError
    if header[:3] != MAGIC[: len(header[:3])] or len(header) < 3:
        raise NotAWorkFileError(path.name)
    if len(header) > 3 and header[3] > VERSION:
        raise NewerWorkFileError
    saving = path.with_name(path.name + "-journal").exists()  # what was cut short is put back
    if size < _PAGE or (size % _PAGE and not saving):
        raise CutWorkFileError
    return header


def _derived(password: str, salt: bytes) -> Secret:
    return _STANDARD.derive(work_password.folded(password), salt)


def _proof(key: Secret, salt: bytes) -> bytes:
    return crypto.mac(crypto.subkey(key, "work file"), salt)[: _HEADER - _SALT]


def _unlocked(password: str, header: bytes) -> Secret:
    """The key of the file. Raises ``WrongWorkPasswordError``."""
    key = _derived(password, header[:_SALT])
    if not secrets.compare_digest(_proof(key, header[:_SALT]), header[_SALT:]):
        raise WrongWorkPasswordError
    return key


def make(
    path: Path,
    password: str,
    *,
    person: str,
    municipality: Municipality,
    at: datetime,
    fill: Callable[[Database, Actor, str], None],
) -> str:
    """Make a work file at ``path``, where nothing is; returns its key (see ``key_at``).

    ``fill(db, actor, key)`` writes what it is to hold, as ``person``. Nothing is left of one that
    fails. Raises ``VaultError``.
    """
    salt = MAGIC + bytes([VERSION]) + secrets.token_bytes(8)
    key = _derived(password, salt)
    header = salt + _proof(key, salt)
    try:
        db = create_database(path, key, header)
        try:
            schema.upgrade(db)
            with refusals_told(), db.atomic():
                _begin(db, key, header, person, municipality, at, fill)
        finally:
            db.close()
    except BaseException as error:
        for left in (path, path.with_name(path.name + "-journal")):
            with contextlib.suppress(OSError):
                left.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise from_os_error(error) from error
        raise
    return header.hex()


def _begin(
    db: Database,
    key: Secret,
    header: bytes,
    person: str,
    municipality: Municipality,
    at: datetime,
    fill: Callable[[Database, Actor, str], None],
) -> None:
    role = Role.CASEWORKER
    owner = users.add(db, name=person, role=role, public_key=_NO_KEY, at=at)
    settings.write_municipality(db, municipality)
    journal.start(db, key, header)
    actor = Actor(user_id=owner.id, name=person, role=role, session=secrets.token_hex(8))
    journal.append(db, actor, at, None, "created", {})
    fill(db, actor, header.hex())


def open_work_file(
    path: Path,
    password: str,
    *,
    clock: Clock = _SYSTEM_CLOCK,
    anchor_dir: Path | None = None,
) -> Vault:
    """Open to work in it. Takes half a second: not on the window's thread.

    Raises a ``VaultError`` with its own sentence for each cause.
    """
    anchors = anchor_dir or default_data_dir() / "anchors"
    path = path.absolute()
    header = _header(path)
    with told_of_work_file():
        lock = VaultLock.take(lock_of(path))
        try:
            opened = _open(path, header, password, lock, clock, anchors)
        except BaseException:
            _let_go(lock, path)
            raise
        try:
            vault = Vault(opened, clock)
            with strangers_told():
                vault.begin_session()
        except BaseException:
            opened.db.close()
            _let_go(lock, path)
            raise
    return vault


def _open(
    path: Path, header: bytes, password: str, lock: VaultLock, clock: Clock, anchors: Path
) -> OpenVault:
    if not os.access(path, os.W_OK):
        raise ReadOnlyPlaceError
    attempts = AttemptsFile(anchors, header)
    with counted(attempts, clock):
        key = _unlocked(password, header)
    db = open_database(path, key, header)
    try:
        anchor = AnchorFile(anchors, header)
        with strangers_told():
            rollback = find_rollback(db, anchor)  # before anything is written
            _require_sound(db, path)
            _bring_up_to_date(db)
            owner = next(iter(users.all_users(db)), None)
        if owner is None:
            raise DamagedWorkFileError
        lock.sign(owner.name, clock.now())
    except BaseException:
        db.close()
        raise
    return OpenVault(
        files=VaultFiles(database=path, keys=path, lock=lock_of(path)),
        lock=lock,
        db=db,
        vault=header,
        actor=Actor(
            user_id=owner.id, name=owner.name, role=owner.role, session=secrets.token_hex(8)
        ),
        database_keys=(key,),
        officers_keys=(),
        drafts_key=crypto.subkey(key, "drafts"),
        anchor=anchor,
        attempts=attempts,
        interrupted=lock.interrupted,
        read_only=False,
        rollback=rollback,
        work_file=True,
    )


def _require_sound(db: Database, path: Path) -> None:
    if path.stat().st_size <= _LITTLE and not is_sound(db):
        raise DamagedWorkFileError


def _bring_up_to_date(db: Database) -> None:
    if not schema.is_current(db):
        with refusals_told():
            schema.upgrade(db)
    if not schema.is_ours(db):
        raise DamagedWorkFileError


def register_id(vault: Vault) -> str:
    """What tells one register from another, for the files that are sent from it."""
    return vault.opened.vault.hex()


def lock_of(path: Path) -> Path:
    """The lock lies beside the file while it is open, and no longer."""
    return path.with_name(path.name + ".lock")


def _let_go(lock: VaultLock, path: Path) -> None:
    lock.release()
    with contextlib.suppress(OSError):
        lock_of(path).unlink(missing_ok=True)


@contextmanager
def copy_opened(path: Path, password: str) -> Iterator[Database]:
    """A copy of a work file, encrypted as it is, to read from; the file itself is left alone.

    The copy is checked in full, brought up to date, and gone afterwards. Raises ``VaultError``.
    """
    header = _header(path)
    with told_of_work_file():
        _require_closed(path)
        key = _unlocked(password, header)
        with _copied(path) as copy:
            db = open_database(copy, key, header)
            try:
                if not is_sound(db):
                    raise DamagedWorkFileError
                with strangers_told():
                    _bring_up_to_date(db)
                yield db
            finally:
                db.close()


@contextmanager
def _copied(path: Path) -> Iterator[Path]:
    """A copy among the temporary files. Raises ``NoRoomForCopyError``, ``VaultError``."""
    try:
        with tempfile.TemporaryDirectory(prefix="personvernpulten-") as folder:
            copy = Path(folder) / "copy.dpia"
            shutil.copyfile(path, copy)
            journal_file = path.with_name(path.name + "-journal")
            if journal_file.is_file():  # the last save was cut short: it is put back
                shutil.copyfile(journal_file, copy.with_name(copy.name + "-journal"))
            yield copy
    except OSError as error:
        told = from_os_error(error)
        raise (NoRoomForCopyError() if isinstance(told, DiskFullError) else told) from error
    except DiskFullError:  # the driver's
        raise NoRoomForCopyError from None


def _require_closed(path: Path) -> None:
    """Raises ``InUseError`` while somebody works in the file; what lies in it is not whole."""
    with contextlib.suppress(ReadOnlyPlaceError):
        there = lock_of(path).exists()
        lock = VaultLock.take(lock_of(path))
        lock.release()
        if not there:
            with contextlib.suppress(OSError):
                lock_of(path).unlink(missing_ok=True)
