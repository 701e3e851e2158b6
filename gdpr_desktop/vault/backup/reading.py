"""Reading a backup: find the key, prove every part, unpack the database and prove that."""

import contextlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.clock import Clock
from gdpr_desktop.core.ids import UserId
from gdpr_desktop.core.roles import Role
from gdpr_desktop.vault import journal, keyfile, schema, users
from gdpr_desktop.vault.attempts import AttemptsFile, counted
from gdpr_desktop.vault.backup import checking
from gdpr_desktop.vault.backup import format as file_format
from gdpr_desktop.vault.backup.errors import AlteredBackupError, DamagedBackupError, disk_told
from gdpr_desktop.vault.backup.format import Head, Journal, Manifest
from gdpr_desktop.vault.chain import Link
from gdpr_desktop.vault.database import open_database
from gdpr_desktop.vault.errors import DamagedDatabaseError, DamagedKeyFileError
from gdpr_desktop.vault.keyfile import KeyKind, Keys, OpenedSlot, SlotKind
from gdpr_desktop.vault.secret import Secret


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A backup whose key was found: who opened it, and with which keys."""

    path: Path
    head: Head
    keys_file: bytes
    keys: Keys
    slot: OpenedSlot
    database_keys: tuple[Secret, ...]

    @property
    def manifest(self) -> Manifest:
        """What it says about itself, proved by its MAC."""
        return self.head.manifest


def open_backup(path: Path, user: str, password: str, *, anchors: Path, clock: Clock) -> Opened:
    """Find the key and prove the manifest and the key file by it. Half a second.

    A wrong password counts like one at the register's own door. Raises ``BackupError`` by cause,
    ``WrongPasswordError``, ``TooSoonError``, ``UnsafeKeyFileError``.
    """
    with disk_told():
        head = file_format.read_head(path)
        content = file_format.read_keys(path, head)
    try:
        keys = keyfile.decode(content)  # refuses a costly key derivation before any is made
    except DamagedKeyFileError:
        raise DamagedBackupError from None
    if keys.vault.hex() != head.manifest.vault:
        raise AlteredBackupError
    with counted(AttemptsFile(anchors, keys.vault), clock):
        slot = keyfile.open_slot(keys, user, password)
    database_keys = keyfile.unseal_keys(keys.vault, slot, KeyKind.DATABASE)
    head.authenticate(database_keys)
    keyfile.authenticate(content, database_keys)
    return Opened(
        path=path,
        head=head,
        keys_file=content,
        keys=keys,
        slot=slot,
        database_keys=database_keys,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """A database from a backup, unpacked and proved: its key, end of journal, who opened it."""

    key: Secret
    link: Link
    actor: Actor
    journal: Journal
    counts: dict[str, int]


def unpack(opened: Opened, target: Path, *, step: Callable[[int], None] | None = None) -> Proved:
    """Write the database to ``target``, a new file, prove it, bring its tables up to date.

    Raises ``BackupError``, ``NewerFileError``, ``VaultError``; the caller removes ``target``.
    """
    with disk_told():
        file_format.extract(opened.path, opened.head, target, step=step)
        try:
            db, key = open_with_any(target, opened.database_keys, opened.keys.vault)
        except DamagedDatabaseError:
            raise DamagedBackupError from None
        try:
            return _prove(db, key, opened)
        finally:
            db.close()


def _prove(db: Database, key: Secret, opened: Opened) -> Proved:
    manifest = opened.manifest
    current = schema.is_current(db)  # a newer one is refused before anything else
    found = checking.findings(db)
    if not found.sound or found.counts != manifest.counts:
        raise DamagedBackupError
    if (found.link.seq, found.link.mac.hex()) != (manifest.seq, manifest.mac):
        raise AlteredBackupError
    if not current:
        schema.upgrade(db)
    whole = journal.verify(db) is None
    if not whole and manifest.journal is Journal.WHOLE:
        raise AlteredBackupError
    users.compare_with(db, opened.keys)
    return Proved(
        key=key,
        link=found.link,
        actor=actor_of(db, opened.slot),
        journal=Journal.WHOLE if whole else Journal.ALTERED,
        counts=found.counts,
    )


def actor_of(db: Database, slot: OpenedSlot) -> Actor:
    """Who opened it, by the users in the file. Raises ``VaultError``."""
    session = secrets.token_hex(8)
    if slot.slot.kind is SlotKind.RECOVERY:
        return Actor(user_id=UserId(0), name=slot.slot.user, role=Role.OFFICER, session=session)
    owner = users.owner_of(db, slot.slot)
    return Actor(user_id=owner.id, name=owner.name, role=owner.role, session=session)


def open_with_any(path: Path, keys: tuple[Secret, ...], vault: bytes) -> tuple[Database, Secret]:
    """The database and which of ``keys`` it has. Raises ``DamagedDatabaseError``."""
    for key in keys[:-1]:
        with contextlib.suppress(DamagedDatabaseError):
            return open_database(path, key, vault), key
    if not keys:
        raise AlteredBackupError
    return open_database(path, keys[-1], vault), keys[-1]
