"""The backup file: a plain head that tells what it is, then the key file and the database.

Version 1, in this order: ``MAGIC`` · length of the head (8 bytes, big-endian) · the head, JSON ·
the key file · the encrypted database · ``END``. The head is the manifest and a MAC of it under a
subkey of the database key. Nothing in it tells whose data it is: ids, counts, numbers and times.
"""

import hashlib
import hmac
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

import msgspec

from gdpr_desktop.vault import crypto, keyfile
from gdpr_desktop.vault.backup.errors import (
    AlteredBackupError,
    DamagedBackupError,
    NewerBackupError,
    NotABackupError,
    TruncatedBackupError,
)
from gdpr_desktop.vault.secret import Secret

SUFFIX = ".backup"
VERSION = 1
_MAGIC = b"PERSONVERNPULTEN BACKUP "
MAGIC = _MAGIC + b"%d\n" % VERSION
END = b"\nPERSONVERNPULTEN BACKUP END\n"
CHUNK = 1 << 20  # bytes read or written at a time
_LENGTH = 8
_MAX_HEAD = 16_000_000  # bytes; a million erased cases
NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_ZIP = b"PK\x03\x04"


class Reason(StrEnum):
    """Why a backup was made."""

    ASKED = "asked"
    CLOSING = "closing"
    CATCHING_UP = "catching_up"  # what an earlier session left without one
    MIGRATION = "migration"
    KEY_CHANGE = "key_change"
    CLEAN_UP = "clean_up"


class Journal(StrEnum):
    """What the check of the whole journal said."""

    WHOLE = "whole"
    ALTERED = "altered"
    UNCHECKED = "unchecked"  # tables of an older version, about to be brought up to date


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says about itself. ``seq`` and ``mac`` are the end of its journal."""

    vault: str  # hexadecimal
    made: datetime
    program: str
    reason: Reason
    seq: int
    mac: str  # hexadecimal
    steps: int  # applied to its tables
    counts: dict[str, int]  # rows by table
    keys_bytes: int
    payload_bytes: int
    payload_hash: str  # SHA-256 of the encrypted database
    journal: Journal
    erased: tuple[int, ...] = ()  # cases anonymised so far
    final: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head as read: the manifest, its bytes and MAC, and where the key file starts."""

    manifest: Manifest
    body: bytes
    mac: str
    start: int

    def authenticate(self, keys: Iterable[Secret]) -> None:
        """Was it written by a holder of one of ``keys``? Raises ``AlteredBackupError``."""
        found = self.mac.encode()
        if not any(hmac.compare_digest(_mac(key, self.body).encode(), found) for key in keys):
            raise AlteredBackupError


class _Envelope(msgspec.Struct):
    mac: str
    manifest: msgspec.Raw


def _mac(key: Secret, body: bytes) -> str:
    return crypto.mac(crypto.subkey(key, "backup"), body).hex()


def write(
    target: BinaryIO, manifest: Manifest, key: Secret, keys: bytes, payload: Iterable[bytes]
) -> str:
    """Write all of it; returns the SHA-256 of the whole. Raises ``OSError``."""
    body = msgspec.json.encode(manifest)
    head = msgspec.json.encode(_Envelope(mac=_mac(key, body), manifest=msgspec.Raw(body)))
    digest = hashlib.sha256()
    start = (MAGIC, len(head).to_bytes(_LENGTH), head, keys)
    for parts in (start, payload, (END,)):
        for part in parts:
            digest.update(part)
            target.write(part)
    return digest.hexdigest()


def read_head(path: Path) -> Head:
    """The head of a file whose length is right. Reads no more than that; raises ``OSError``.

    Raises ``NotABackupError``, ``NewerBackupError``, ``TruncatedBackupError``,
    ``DamagedBackupError``.
    """
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        _check_magic(file.read(len(MAGIC)), path.name)
        length = int.from_bytes(file.read(_LENGTH))
        start = len(MAGIC) + _LENGTH + length
        if start > size:
            raise TruncatedBackupError if length <= _MAX_HEAD else DamagedBackupError
        head = _parse(file.read(length), start)
        file.seek(max(size - len(END), 0))
        end = file.read()
    manifest = head.manifest
    expected = start + manifest.keys_bytes + manifest.payload_bytes + len(END)
    if size < expected:
        raise TruncatedBackupError
    if size > expected or end != END:
        raise DamagedBackupError
    return head


def _check_magic(found: bytes, name: str) -> None:
    if not found:
        raise NotABackupError(name, "empty")
    if found.startswith(_ZIP):
        raise NotABackupError(name, "zip")
    if found == MAGIC:
        return
    if MAGIC.startswith(found):
        raise TruncatedBackupError
    version = found.removeprefix(_MAGIC)
    if found.startswith(_MAGIC) and version[:1].isdigit() and version[:1] > b"%d" % VERSION:
        raise NewerBackupError
    raise NotABackupError(name)


def _parse(content: bytes, start: int) -> Head:
    try:
        envelope = msgspec.json.decode(content, type=_Envelope)
        body = bytes(envelope.manifest)
        manifest = msgspec.json.decode(body, type=Manifest)
        sane = (
            manifest.final
            and manifest.made.tzinfo is not None
            and 0 < manifest.keys_bytes <= keyfile.MAX_BYTES
            and manifest.payload_bytes > 0
            and len(bytes.fromhex(manifest.vault)) == 16
        )
    except (msgspec.MsgspecError, UnicodeDecodeError, ValueError):
        raise DamagedBackupError from None
    if not sane:
        raise DamagedBackupError
    return Head(manifest=manifest, body=body, mac=envelope.mac, start=start)


def read_keys(path: Path, head: Head) -> bytes:
    """The key file inside. Raises ``OSError``."""
    with path.open("rb") as file:
        file.seek(head.start)
        return file.read(head.manifest.keys_bytes)


def extract(
    path: Path,
    head: Head,
    target: Path,
    *,
    step: Callable[[int], None] | None = None,
) -> None:
    """Write the database inside to ``target``, a new file. ``step`` is told the bytes so far.

    Raises ``DamagedBackupError`` when it is not what the manifest says, and ``OSError``.
    """
    digest, done = hashlib.sha256(), 0
    with path.open("rb") as file:
        file.seek(head.start + head.manifest.keys_bytes)
        opener = os.open(target, NEW_FILE, 0o600)
        with open(opener, "wb") as out:  # noqa: PTH123 - a descriptor, not a path
            for part in pieces(file, head.manifest.payload_bytes):
                digest.update(part)
                out.write(part)
                done += len(part)
                if step:
                    step(done)
            out.flush()
            os.fsync(out.fileno())
    if digest.hexdigest() != head.manifest.payload_hash:
        raise DamagedBackupError


def pieces(file: BinaryIO, length: int) -> Iterator[bytes]:
    """The next ``length`` bytes of ``file``, a piece at a time."""
    while length > 0:
        part = file.read(min(length, CHUNK))
        if not part:
            return
        length -= len(part)
        yield part


def hash_file(path: Path) -> str:
    """SHA-256 of a whole file, in hexadecimal. Raises ``OSError``."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
