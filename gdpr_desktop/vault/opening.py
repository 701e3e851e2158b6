"""Making and opening the pair of files, up to the point where they can be worked in."""

import contextlib
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlite_utils import Database

from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.clock import Clock
from gdpr_desktop.core.errors import FieldProblem, InvalidInputError
from gdpr_desktop.core.ids import UserId
from gdpr_desktop.core.municipality import Municipality
from gdpr_desktop.core.paths import REGISTER_SUFFIX, is_too_long
from gdpr_desktop.core.roles import Role
from gdpr_desktop.vault import crypto, journal, keyfile, schema, settings, users
from gdpr_desktop.vault.anchor import AnchorFile
from gdpr_desktop.vault.attempts import AttemptsFile, counted
from gdpr_desktop.vault.backup import copying, replacing
from gdpr_desktop.vault.database import (
    Mode,
    check_header,
    create_database,
    open_database,
    refusals_told,
)
from gdpr_desktop.vault.errors import (
    AlteredKeyFileError,
    DamagedDatabaseError,
    DamagedKeyFileError,
    DiskFullError,
    ExistingFileError,
    InUseError,
    MissingFileError,
    MissingKeyFileError,
    NotAVaultError,
    ReadOnlyPlaceError,
    TooLongPathError,
    from_os_error,
)
from gdpr_desktop.vault.files import replace_file, sync_folder
from gdpr_desktop.vault.kdf import Kdf
from gdpr_desktop.vault.keyfile import KeyKind, Keys, OpenedSlot, Slot
from gdpr_desktop.vault.lock import VaultLock, in_use
from gdpr_desktop.vault.passwords import password_problems
from gdpr_desktop.vault.rollback import RolledBack, refuse_older
from gdpr_desktop.vault.secret import Secret
from gdpr_desktop.vault.users import User

_LARGEST_KEY_FILE = 1_000_000  # bytes: room for hundreds of users


def _followed(path: Path) -> Path:
    """What a link leads to: a swap would put a file in the place of the link alone."""
    with contextlib.suppress(OSError):  # what is wrong with the path is told when it is opened
        target = Path(os.path.realpath(path)) if path.is_symlink() else path
        return target if target.suffix == path.suffix else path
    return path


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultFiles:
    """The files of one vault: ``NAME.register``, ``NAME.keys``, ``NAME.lock``."""

    database: Path
    keys: Path
    lock: Path

    @classmethod
    def at(cls, path: Path) -> "VaultFiles":
        """By the path of the register, with or without its suffix."""
        path = path.absolute()
        base = path.name.removesuffix(REGISTER_SUFFIX)
        path = _followed(path.with_name(base + REGISTER_SUFFIX))
        base = path.name.removesuffix(REGISTER_SUFFIX)
        return cls(
            database=path,
            keys=_followed(path.with_name(base + ".keys")),
            lock=path.with_name(base + ".lock"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrance:
    """How one comes in: which slot opens, and as whom. Both raise ``WrongPasswordError``."""

    open_slot: Callable[[Keys], OpenedSlot]
    owner: Callable[[Database, Slot], users.User] = users.owner_of


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenVault:
    """All that an open vault holds. ``lock`` is None in a place that cannot be written to.

    ``wanted`` is the key that the database is to have in place of the one it has: a change of
    keys was begun and not ended.
    """

    files: VaultFiles
    lock: VaultLock | None
    db: Database
    vault: bytes
    actor: Actor
    database_keys: tuple[Secret, ...]  # the one in use first
    officers_keys: tuple[Secret, ...]
    drafts_key: Secret  # of this user alone
    anchor: AnchorFile
    attempts: AttemptsFile
    interrupted: bool
    read_only: bool
    wanted: Secret | None = None
    rollback: RolledBack | None = None  # the file is older than the one last used here
    disk_full: bool = False  # there was not even room for a lock
    work_file: bool = False  # one case, sent to another machine

    @property
    def sealed_keys(self) -> tuple[Secret, ...]:
        """The database keys in the key file's order: the one the database is to have first."""
        wanted = self.wanted
        return tuple(sorted(self.database_keys, key=lambda key: wanted is None or key != wanted))


@contextmanager
def _os_errors() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise from_os_error(error) from error


def check_new_user(user: str, password: str, municipality: str) -> None:
    """Raises ``InvalidInputError`` naming the fields ``user`` and ``password``."""
    problems = [
        FieldProblem(field="password", text=text)
        for text in password_problems(password, name=user, municipality=municipality)
    ]
    if text := users.name_problem(user):
        problems.insert(0, FieldProblem(field="user", text=text))
    if problems:
        raise InvalidInputError(problems)


def create(
    path: Path,
    *,
    user: str,
    password: str,
    municipality: Municipality,
    letterhead: bytes | None,
    clock: Clock,
    kdf: Kdf,
) -> None:
    """Make the pair of files, or none of them."""
    files = VaultFiles.at(path)
    if is_too_long(files.database):
        raise TooLongPathError
    check_new_user(user, password, municipality.name)
    with _os_errors():
        files.database.parent.mkdir(parents=True, exist_ok=True)
    for existing in (files.database, files.keys):
        if existing.exists():
            raise ExistingFileError(existing.name)
    lock = VaultLock.take(files.lock)
    made: list[Path] = []
    try:
        with _os_errors():
            _create(files, made, user, password, municipality, letterhead, clock, kdf)
    except BaseException:
        for unfinished in made:
            with contextlib.suppress(OSError):
                unfinished.unlink(missing_ok=True)
        with contextlib.suppress(OSError):  # nobody waits for a file that was never there
            files.lock.unlink(missing_ok=True)
        raise
    finally:
        lock.release()


def _create(
    files: VaultFiles,
    made: list[Path],
    user: str,
    password: str,
    municipality: Municipality,
    letterhead: bytes | None,
    clock: Clock,
    kdf: Kdf,
) -> None:
    vault, key, officers = secrets.token_bytes(16), Secret.new(), Secret.new()
    slot = keyfile.new_slot(
        vault, user, password, kdf, database_keys=(key,), officers_keys=(officers,)
    )
    unfinished = files.database.with_name(files.database.name + ".new")
    unfinished.unlink(missing_ok=True)  # of a creation that was cut short
    made.append(unfinished)
    db = create_database(unfinished, key, vault)
    try:
        schema.upgrade(db)
        with db.atomic():
            now = clock.now()
            first = users.add(db, name=slot.user, role=Role.OFFICER, public_key=slot.public, at=now)
            settings.write_municipality(db, municipality)
            settings.write_letterhead(db, letterhead)
            journal.start(db, key, vault)
            journal.append(db, _actor(first.id, slot.user, Role.OFFICER), now, None, "created", {})
    finally:
        db.close()
    check_header(unfinished, vault)  # proves that it is encrypted
    made.append(files.keys)
    replace_file(files.keys, keyfile.encode(Keys(vault=vault, slots=(slot,)), (key,)))
    unfinished.replace(files.database)
    sync_folder(files.database.parent)


def by_password(user: str, password: str) -> Entrance:
    """The ordinary way in."""

    def open_slot(keys: Keys) -> OpenedSlot:
        return keyfile.open_slot(keys, user, password)

    return Entrance(open_slot=open_slot)


def open_vault(
    path: Path, entrance: Entrance, *, clock: Clock, break_lock: bool, anchors: Path
) -> OpenVault:
    """Take the lock, find the key, prove it on the database, bring the tables up to date."""
    files = VaultFiles.at(path)
    if is_too_long(files.database):
        raise TooLongPathError
    with _os_errors():
        replacing.finish_if_cut_short(files, anchors)
    _check_files(path, files)
    lock = _take_lock(files, break_lock=break_lock)
    if lock:
        copying.remove(copying.place_of(files.database))  # left by a backup that was cut short
    try:
        with _os_errors():
            return _open(files, lock, entrance, clock, anchors)
    except BaseException as error:
        if lock:
            lock.release()
        elif isinstance(error, InUseError):
            raise in_use(files.lock) from None
        raise


def read_keys(files: VaultFiles) -> bytes:
    """The content of the key file. Raises ``MissingKeyFileError``."""
    if not files.keys.is_file():
        raise MissingKeyFileError(files.keys.name)
    with _os_errors():
        if files.keys.stat().st_size > _LARGEST_KEY_FILE:
            raise DamagedKeyFileError
        return files.keys.read_bytes()


def write_keys(files: VaultFiles, content: bytes) -> None:
    """Swap in a new key file: the old or the new is there at any time. Raises ``VaultError``."""
    with _os_errors():
        replace_file(files.keys, content)


def _check_files(path: Path, files: VaultFiles) -> None:
    if not files.database.is_file():
        if path.is_file():
            raise NotAVaultError(path.name)
        raise MissingFileError(files.database.name)
    read_keys(files)


def _take_lock(files: VaultFiles, *, break_lock: bool) -> VaultLock | None:
    try:
        return VaultLock.take(files.lock, force=break_lock)
    except (ReadOnlyPlaceError, DiskFullError):  # it can still be read
        return None


def _open(
    files: VaultFiles, lock: VaultLock | None, entrance: Entrance, clock: Clock, anchors: Path
) -> OpenVault:
    attempts, keys, opened, database_keys = _unlock(files, entrance, clock, anchors)
    interrupted = bool(lock and lock.interrupted) or _has_hot_journal(files)
    read_only = lock is None or not _may_write(files.database)
    db, used = _open_with_any(files.database, database_keys, keys.vault, read_only=read_only)
    anchor = AnchorFile(anchors, keys.vault)
    back_up = partial(_back_up, files, db, keys.vault, used, anchors, clock)
    try:
        rollback = refuse_older(db, opened.slot, anchor)  # before anything is written
        _bring_up_to_date(db, read_only=read_only, before=back_up)
        with counted(attempts, clock):
            owner = _admitted(db, keys, entrance, opened.slot)
        if lock:
            lock.sign(owner.name, clock.now())
    except BaseException:
        db.close()
        raise
    return OpenVault(
        files=files,
        lock=lock,
        db=db,
        vault=keys.vault,
        actor=_actor(owner.id, owner.name, owner.role),
        database_keys=(used, *(key for key in database_keys if key != used)),
        officers_keys=keyfile.unseal_keys(keys.vault, opened, KeyKind.OFFICERS),
        drafts_key=crypto.subkey(opened.private, "drafts"),
        anchor=anchor,
        attempts=attempts,
        interrupted=interrupted,
        read_only=read_only,
        wanted=None if used == database_keys[0] else database_keys[0],
        rollback=rollback,
        disk_full=lock is None and _may_write(files.database),
    )


def _unlock(
    files: VaultFiles, entrance: Entrance, clock: Clock, anchors: Path
) -> tuple[AttemptsFile, Keys, OpenedSlot, tuple[Secret, ...]]:
    """What the key file gives to ``entrance``; what is wrong is counted."""
    content = read_keys(files)
    keys = keyfile.decode(content)
    check_header(files.database, keys.vault)
    attempts = AttemptsFile(anchors, keys.vault)
    with counted(attempts, clock):
        opened = entrance.open_slot(keys)
    database_keys = keyfile.unseal_keys(keys.vault, opened, KeyKind.DATABASE)
    keyfile.authenticate(content, database_keys)
    return attempts, keys, opened, database_keys


def _admitted(db: Database, keys: Keys, entrance: Entrance, slot: Slot) -> User:
    users.compare_with(db, keys)
    return entrance.owner(db, slot)


def _bring_up_to_date(db: Database, *, read_only: bool, before: Callable[[], None]) -> None:
    if schema.is_current(db):
        return
    if read_only:
        raise ReadOnlyPlaceError
    before()
    with refusals_told():
        schema.upgrade(db)


def _back_up(
    files: VaultFiles, db: Database, vault: bytes, key: Secret, anchors: Path, clock: Clock
) -> None:
    from gdpr_desktop.vault.backup import keeping  # it stands on this module

    keeping.back_up_before_upgrade(files, db, vault, key, anchors, clock.now())


def _open_with_any(
    path: Path, keys: tuple[Secret, ...], vault: bytes, *, read_only: bool
) -> tuple[Database, Secret]:
    """During a change of key the file may still have the old one: each is tried.

    The newest stands first in the key file, and is tried last: after a crash in the middle of
    the change it is the old one that opens what SQLite then puts back.
    """
    mode: Mode = "ro" if read_only else "rw"
    if not keys:
        raise AlteredKeyFileError
    for key in keys[:0:-1]:
        with contextlib.suppress(DamagedDatabaseError):
            return open_database(path, key, vault, mode=mode), key
    return open_database(path, keys[0], vault, mode=mode), keys[0]


def _may_write(path: Path) -> bool:
    own = os.access in os.supports_effective_ids
    return os.access(path, os.W_OK, effective_ids=own) and os.access(
        path.parent, os.W_OK, effective_ids=own
    )


def _has_hot_journal(files: VaultFiles) -> bool:
    """Did a save not end? Its journal then starts with something else than zeros."""
    try:
        with files.database.with_name(files.database.name + "-journal").open("rb") as file:
            return any(file.read(8))
    except OSError:
        return False


def _actor(user_id: UserId, name: str, role: Role) -> Actor:
    return Actor(user_id=user_id, name=name, role=role, session=secrets.token_hex(8))
