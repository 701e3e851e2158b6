"""Putting a backup in place: everything is proved on files beside before the live ones are touched.

``prepare`` unpacks and checks; ``Prepared.replace`` swaps. A backup that is older than what was
last used is refused until the person has said yes to exactly that.
"""

import contextlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from gdpr_desktop.core.clock import OSLO, Clock, SystemClock
from gdpr_desktop.core.errors import AppError, RefusedError
from gdpr_desktop.core.paths import REGISTER_SUFFIX
from gdpr_desktop.core.roles import Deed, Role, scope
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import journal, keyfile, marks, opening, settings, users
from gdpr_desktop.vault.anchor import AnchorFile
from gdpr_desktop.vault.backup import erased, keeping, replacing
from gdpr_desktop.vault.backup import format as file_format
from gdpr_desktop.vault.backup.errors import (
    ForeignBackupError,
    OlderBackupError,
    UnlockFirstError,
    disk_told,
)
from gdpr_desktop.vault.backup.format import Journal
from gdpr_desktop.vault.backup.making import check_room
from gdpr_desktop.vault.backup.reading import (
    Opened,
    Proved,
    actor_of,
    open_backup,
    open_with_any,
    unpack,
)
from gdpr_desktop.vault.backup.state import state_file
from gdpr_desktop.vault.chain import Link
from gdpr_desktop.vault.database import open_database
from gdpr_desktop.vault.errors import VaultError, WrongPasswordError
from gdpr_desktop.vault.files import write_new
from gdpr_desktop.vault.keyfile import KeyKind
from gdpr_desktop.vault.lock import VaultLock
from gdpr_desktop.vault.opening import VaultFiles
from gdpr_desktop.vault.vault import Vault

_SYSTEM_CLOCK = SystemClock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """The register that lies in the place now, as far as it can be read."""

    seq: int
    role: Role
    erased: tuple[int, ...]
    removed: frozenset[str]  # names of those whose way in is closed, folded


def live_of(vault: Vault) -> Live:
    """What an officer who has the register open knows of it. Raises ``RefusedError``."""
    if scope(vault.actor.role, Deed.RESTORE) is None:
        raise _refusal()
    return Live(
        seq=journal.last_link(vault.db).seq,
        role=vault.actor.role,
        erased=erased.erased_cases(vault.db),
        removed=_removed(vault.db),
    )


def _removed(db: Database) -> frozenset[str]:
    return frozenset(keyfile.folded(user.name) for user in users.all_users(db) if user.removed)


class Prepared:
    """A backup unpacked beside its place and proved. Ends with ``replace`` or ``discard``."""

    def __init__(
        self, files: VaultFiles, opened: Opened, proved: Proved, live: Live | None, anchors: Path
    ) -> None:
        self._files, self._opened, self._proved = files, opened, proved
        self._live, self._anchors = live, anchors
        self.manifest = opened.manifest
        self.user = proved.actor.name
        self.journal_altered = proved.journal is Journal.ALTERED
        self.replaces = files.database.exists()
        closed = live.removed if live else frozenset()
        self.let_in_again = tuple(  # removed since the backup was made
            slot.user for slot in opened.keys.slots if keyfile.folded(slot.user) in closed
        )

    @property
    def older(self) -> OlderBackupError | None:
        """What would be missing; None when nothing newer is known of."""
        anchor = AnchorFile(self._anchors, self._opened.keys.vault).read()
        last = max(self._live.seq if self._live else 0, anchor.seq if anchor else 0)
        if last <= self.manifest.seq:
            return None
        return OlderBackupError(self.manifest.made, self.manifest.seq, last)

    def replace(self, clock: Clock, *, replaced: str, older_is_fine: bool = False) -> Path:
        """Put it in place; the replaced pair is kept as ``NAME (replaced 2026-11-22 0504)``.

        ``replaced`` is that word. Returns the register. Raises ``OlderBackupError`` unless told
        that it is fine, ``InUseError``, ``VaultError``: the live files are then as they were.
        """
        if self.older and not older_is_fine:
            raise self.older
        files, now = self._files, clock.now()
        try:
            with disk_told(), _alone(files, held=False):
                link = self._note(clock)
                replacing.decide(files, self._decided(link, now, replaced), self._anchors)
                with contextlib.suppress(OSError):  # then it is finished when opened next
                    replacing.finish(files, self._anchors)
        except BaseException:
            self.discard()
            raise
        self._forget_last_backup()
        return files.database

    def discard(self) -> None:
        """Take away what was unpacked; the live files are as they were."""
        replacing.discard(self._files)

    def _note(self, clock: Clock) -> Link:
        """Write in the restored file, before it is in place, that it was restored."""
        vault, proved = self._opened.keys.vault, self._proved
        db = open_database(replacing.incoming(self._files.database), proved.key, vault)
        try:
            with db.atomic():
                known = set(self._live.erased if self._live else ()) | set(self._later_erased())
                settings.write(db, keeping.PAUSED, True)
                settings.write(db, erased.PENDING, sorted(known | set(self.manifest.erased)))
                detail = {"seq": self.manifest.seq, "made": self.manifest.made.isoformat()}
                link = journal.append(db, proved.actor, clock.now(), None, "restored", detail)
                marks.put(db, marks.MarkName.HEAD, link, clock.now())  # else it looks forged
                return link
        finally:
            db.close()

    def _later_erased(self) -> Iterator[int]:
        """What newer backups in the same folder say was anonymised since."""
        opened = self._opened
        with contextlib.suppress(OSError):
            for path in opened.path.parent.glob(f"*{file_format.SUFFIX}"):
                with contextlib.suppress(AppError):
                    head = file_format.read_head(path)
                    if head.manifest.vault == opened.manifest.vault:
                        head.authenticate(opened.database_keys)
                        yield from head.manifest.erased

    def _decided(self, link: Link, now: datetime, replaced: str) -> replacing.Decided:
        base = self._files.database.stem
        name = f"{base} ({replaced} {now.astimezone(OSLO):%Y-%m-%d %H%M})"
        kept, number = name, 1
        while self._files.database.with_name(kept + REGISTER_SUFFIX).exists():
            number += 1
            kept = f"{name} {number}"
        return replacing.Decided(
            kept=kept,
            vault=self._opened.keys.vault.hex(),
            seq=link.seq,
            mac=link.mac.hex(),
            at=now,
        )

    def _forget_last_backup(self) -> None:
        """The journal's numbers start anew from here: what was backed up before says nothing."""
        state_file(self._anchors, self._opened.keys.vault).change(seq=self.manifest.seq)


def prepare(
    backup: Path,
    register: Path,
    user: str,
    password: str,
    *,
    anchors: Path,
    live: Live | None = None,
    clock: Clock = _SYSTEM_CLOCK,
    step: Callable[[int], None] | None = None,
) -> Prepared:
    """Unpack ``backup`` beside ``register`` and prove it; seconds, in the worker.

    ``live`` is what an officer who has the register open knows of it; without that the register
    must be closed, and one that can be read must know ``user`` as an officer. Raises
    ``BackupError`` and ``VaultError``, each with its sentence; nothing is then left behind.
    """
    files = VaultFiles.at(register)
    opened = open_backup(backup, user, password, anchors=anchors, clock=clock)
    _refuse_foreign(files, opened, closed=live is None)
    with disk_told():
        files.database.parent.mkdir(parents=True, exist_ok=True)
        check_room(backup, files.database.parent)
    with disk_told(), _alone(files, held=live is not None):
        if live is None:
            replacing.finish(files, anchors)
        replacing.discard(files)
        if live is None and files.database.exists():
            live = _look_at_live(files, user, password)
        try:
            write_new(replacing.incoming(files.keys), opened.keys_file)
            proved = unpack(opened, replacing.incoming(files.database), step=step)
            _refuse_role(live.role if live else proved.actor.role, files)
        except BaseException:
            replacing.discard(files)
            raise
    return Prepared(files, opened, proved, live, anchors)


def _refuse_foreign(files: VaultFiles, opened: Opened, *, closed: bool) -> None:
    """Another register's key file, or without one its database: never replaced."""
    try:
        there = keyfile.decode(opening.read_keys(files)).vault
    except VaultError:  # missing or damaged: the database has the id too
        there = b"" if not closed else _first_bytes(files.database)
    if len(there) == 16 and _differs(there, opened.keys.vault):
        raise ForeignBackupError


def _first_bytes(database: Path) -> bytes:
    # never while this program has it open: closing it again would drop SQLite's lock
    try:
        with database.open("rb") as file:
            return file.read(16)
    except OSError:
        return b""


def _differs(one: bytes, other: bytes) -> bool:
    # the id of another register differs in some 64 of 128 bits, a damaged one in a few
    return (int.from_bytes(one) ^ int.from_bytes(other)).bit_count() >= 24


@contextmanager
def _alone(files: VaultFiles, *, held: bool) -> Iterator[None]:
    lock = None if held else VaultLock.take(files.lock)
    try:
        yield
    finally:
        if lock:
            lock.release()


def _look_at_live(files: VaultFiles, user: str, password: str) -> Live | None:
    """What the register says, opened with the same password; None when it is damaged."""
    try:
        content = opening.read_keys(files)
        keys = keyfile.decode(content)
        slot = keyfile.open_slot(keys, user, password)
        found = keyfile.unseal_keys(keys.vault, slot, KeyKind.DATABASE)
        keyfile.authenticate(content, found)
        db, _key = open_with_any(files.database, found, keys.vault)
    except WrongPasswordError:
        raise UnlockFirstError from None
    except VaultError:
        return None
    try:
        return Live(
            seq=journal.last_link(db).seq,
            role=actor_of(db, slot).role,
            erased=erased.erased_cases(db),
            removed=_removed(db),
        )
    except WrongPasswordError:
        raise UnlockFirstError from None
    except VaultError:
        return None
    finally:
        db.close()


def _refuse_role(role: Role, files: VaultFiles) -> None:
    if files.database.exists() and scope(role, Deed.RESTORE) is None:
        raise _refusal()


def _refusal() -> RefusedError:
    return RefusedError(
        _("Only a data protection officer can replace a register."),
        hint=_("Ask the data protection officer to do it, or choose another place."),
    )
