"""Making a backup: copy in slices, prove the copy, write it out, prove what was written.

Under its final name there is a whole, proved backup or nothing.
"""

import contextlib
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from sqlite_utils import Database

from gdpr_desktop import __version__
from gdpr_desktop.vault import journal, keyfile, opening
from gdpr_desktop.vault.backup import checking, copying
from gdpr_desktop.vault.backup import folder as folders
from gdpr_desktop.vault.backup import format as file_format
from gdpr_desktop.vault.backup.checking import Findings
from gdpr_desktop.vault.backup.errors import (
    BackupCancelledError,
    BackupFolderError,
    BackupNotVerifiedError,
    BackupSpaceError,
    DamagedSourceError,
    disk_told,
)
from gdpr_desktop.vault.backup.format import Manifest, Reason
from gdpr_desktop.vault.errors import DamagedDatabaseError
from gdpr_desktop.vault.files import swap, sync_folder
from gdpr_desktop.vault.secret import Secret

_COPIED, _CHECKED, _WRITTEN = 0.45, 0.75, 0.9  # how far each part takes the bar
_SLACK = 1_000_000  # bytes
_SYNC = 8  # pieces of a megabyte between two waits for the disk


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a backup is made of: an open database and what it is opened with."""

    files: opening.VaultFiles
    db: Database
    vault: bytes
    keys: tuple[Secret, ...]  # the one in use first


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A backup that was made and proved."""

    path: Path
    manifest: Manifest
    size: int


class Making:
    """One backup in the making. ``run`` in the worker; ``fraction`` and ``cancel`` from outside."""

    def __init__(self, source: Source, folder: Path, reason: Reason, at: datetime) -> None:
        self._source, self._folder, self._reason, self._at = source, folder, reason, at
        self._cancelled = threading.Event()
        self._in_use = threading.Lock()  # held while the register itself is read
        self.fraction = 0.0

    def cancel(self) -> None:
        """Ask it to stop; it does so within a moment and leaves nothing."""
        self._cancelled.set()

    def let_go(self) -> None:
        """Stop, and wait until the register itself is not read any more: it is being closed."""
        self.cancel()
        with self._in_use:
            return

    def while_open(self, deed: Callable[[Made], None], made: Made) -> None:
        """Do ``deed`` on the register unless it is being closed."""
        with self._in_use:
            if not self._cancelled.is_set():
                deed(made)

    def run(self) -> Made:
        """Make it. Raises ``BackupError``, ``VaultError``; nothing is then left behind."""
        source = self._source
        copy = copying.place_of(source.files.database)
        try:
            with disk_told():
                self._prepare(copy)
                keys = self._copy(copy)
                found = self._check(copy)
                return self._write(copy, found, keys)
        finally:
            copying.remove(copy)

    def _prepare(self, copy: Path) -> None:
        vault, folder = self._source.vault, self._folder
        if not folder.is_dir():
            raise BackupFolderError(str(folder))
        copying.remove(copy)
        folders.remove_leftovers(folder, vault)
        check_room(self._source.files.database, copy.parent, folder)

    def _copy(self, copy: Path) -> bytes:
        """Copy the database; returns the key file as it is beside it."""
        source = self._source
        with self._in_use:
            self._stop_if_asked()
            keys = opening.read_keys(source.files)
            keyfile.authenticate(keys, source.keys[:1])
            copying.copy_database(source.db, copy, source.keys[0], source.vault, self._on_slice)
        return keys

    def _on_slice(self, done: int, total: int) -> None:
        self.fraction = _COPIED * done / max(total, 1)
        self._stop_if_asked()

    def _check(self, copy: Path) -> Findings:
        source = self._source
        try:
            found = checking.examine(copy, source.keys[0], source.vault)
        except DamagedDatabaseError:
            raise DamagedSourceError from None
        with self._in_use:
            self._stop_if_asked()
            there = journal.link_at(source.db, found.link.seq)
        if not found.sound or (found.link.seq and there != found.link):
            raise DamagedSourceError
        self.fraction = _CHECKED
        return found

    def _write(self, copy: Path, found: Findings, keys: bytes) -> Made:
        manifest = Manifest(
            vault=self._source.vault.hex(),
            made=self._at,
            program=__version__,
            reason=self._reason,
            seq=found.link.seq,
            mac=found.link.mac.hex(),
            steps=found.steps,
            counts=found.counts,
            keys_bytes=len(keys),
            payload_bytes=copy.stat().st_size,
            payload_hash=file_format.hash_file(copy),
            journal=found.journal,
            erased=found.erased,
        )
        final = folders.file_name(self._source.files.database, self._at, self._folder)
        part = folders.part_name(final, self._source.vault)
        try:
            written = self._write_part(part, copy, manifest, keys)
            self.fraction = _WRITTEN
            self._prove(part, manifest, written)
            size = part.stat().st_size
            self._stop_if_asked()
            swap(part, final)
        except BaseException:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        sync_folder(self._folder)
        self.fraction = 1.0
        return Made(path=final, manifest=manifest, size=size)

    def _write_part(self, part: Path, copy: Path, manifest: Manifest, keys: bytes) -> str:
        key = self._source.keys[0]
        descriptor = os.open(part, file_format.NEW_FILE, 0o600)
        with open(descriptor, "wb") as out, copy.open("rb") as payload:  # noqa: PTH123
            parts = self._stoppable(file_format.pieces(payload, manifest.payload_bytes), out)
            written = file_format.write(out, manifest, key, keys, parts)
            out.flush()
            os.fsync(out.fileno())
        return written

    def _stoppable(self, parts: Iterator[bytes], out: BinaryIO) -> Iterator[bytes]:
        for number, part in enumerate(parts, 1):
            self._stop_if_asked()
            yield part
            if number % _SYNC == 0:  # all at the end, a save of the window would wait for it
                out.flush()
                os.fsync(out.fileno())

    def _prove(self, part: Path, manifest: Manifest, written: str) -> None:
        """Read what lies on the disk now."""
        if file_format.hash_file(part) != written:
            raise BackupNotVerifiedError
        head = file_format.read_head(part)
        head.authenticate(self._source.keys[:1])
        if head.manifest != manifest:
            raise BackupNotVerifiedError

    def _stop_if_asked(self) -> None:
        if self._cancelled.is_set():
            raise BackupCancelledError


def check_room(database: Path, *places: Path) -> None:
    """Is there room for a copy of ``database`` in each of ``places``? Raises ``BackupSpaceError``.

    Two places on one disk need it twice.
    """
    size = database.stat().st_size + _SLACK
    needed: dict[int, int] = {}
    for place in places:
        device = place.stat().st_dev
        needed[device] = needed.get(device, 0) + size
        if shutil.disk_usage(place).free < needed[device]:
            total = size * sum(other.stat().st_dev == device for other in places)
            raise BackupSpaceError(str(place), total)
