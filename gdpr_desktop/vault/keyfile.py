"""The key file: one slot per person, each holding the database key for that person alone.

Format 1 is JSON: ``checksum`` (SHA-256, finds damage), ``macs`` (one under each database key,
finds forging) and ``keys`` (vault id, slots). A slot's private key is wrapped under its password
with name, vault and cost as associated data; database and officers' keys are sealed to its public
key. They are lists because during a change of key the old and the new stand side by side.
"""

import dataclasses
import hashlib
import hmac
import json
import secrets
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from gdpr_desktop.vault import crypto
from gdpr_desktop.vault.errors import (
    AlteredKeyFileError,
    DamagedKeyFileError,
    NewerFileError,
    WrongPasswordError,
)
from gdpr_desktop.vault.kdf import Kdf
from gdpr_desktop.vault.secret import Secret

FORMAT = "personvernpulten-keys"
VERSION = 1
MAX_BYTES = 4_000_000  # some thousand slots


class SlotKind(StrEnum):
    """Who a slot is for."""

    USER = "user"
    RECOVERY = "recovery"


class KeyKind(StrEnum):
    """Which key is sealed."""

    DATABASE = "database"
    OFFICERS = "officers"


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedKey:
    """A key sealed to a slot; ``key_id`` names the key without telling it."""

    key_id: str
    box: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One person's way in."""

    kind: SlotKind
    user: str
    kdf: Kdf
    salt: bytes
    public: bytes
    private: bytes  # wrapped
    database: tuple[SealedKey, ...]
    officers: tuple[SealedKey, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """The content of a key file. ``vault`` is the vault's id, 16 bytes."""

    vault: bytes
    slots: tuple[Slot, ...]

    def slot(self, user: str, kind: SlotKind = SlotKind.USER) -> Slot | None:
        """The slot of ``user``, however the name is cased."""
        wanted = (kind, folded(user))
        return next((slot for slot in self.slots if (slot.kind, folded(slot.user)) == wanted), None)

    @property
    def recovery(self) -> Slot | None:
        """The slot of the recovery key."""
        return next((slot for slot in self.slots if slot.kind is SlotKind.RECOVERY), None)

    def with_slot(self, slot: Slot) -> "Keys":
        """The same with ``slot`` in the place of the one with its kind and name, or added."""
        others = tuple(s for s in self.slots if s is not self.slot(slot.user, slot.kind))
        return dataclasses.replace(self, slots=(*others, slot))


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedSlot:
    """A slot and what its password gives: the private key."""

    slot: Slot
    private: Secret


class _Mac(msgspec.Struct):
    key_id: str
    mac: str


class _Envelope(msgspec.Struct):
    format: str
    version: int
    checksum: str
    macs: list[_Mac]
    keys: msgspec.Raw


class _Label(msgspec.Struct):
    format: str
    version: int


def folded(name: str) -> str:
    """``name`` as names are compared: in NFC, blanks as one, upper and lower case alike."""
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()


def key_id(key: Secret) -> str:
    """A name for ``key``: 16 hexadecimal digits."""
    return crypto.subkey(key, "key id", length=8).reveal().hex()


def encode(keys: Keys, database_keys: tuple[Secret, ...]) -> bytes:
    """The bytes of the file, authenticated under each of ``database_keys``."""
    body = msgspec.json.encode(keys)
    macs = [_Mac(key_id=key_id(key), mac=_mac(key, body)) for key in database_keys]
    envelope = _Envelope(
        format=FORMAT,
        version=VERSION,
        checksum=_checksum(macs, body),
        macs=macs,
        keys=msgspec.Raw(body),
    )
    return msgspec.json.encode(envelope) + b"\n"


def _mac(key: Secret, body: bytes) -> str:
    return crypto.mac(crypto.subkey(key, "key file"), body).hex()


def _checksum(macs: list[_Mac], body: bytes) -> str:
    return hashlib.sha256(msgspec.json.encode(macs) + body).hexdigest()


def _envelope(content: bytes) -> _Envelope:
    """Raises ``DamagedKeyFileError``, or ``NewerFileError`` for a later version."""
    if len(content) > MAX_BYTES:
        raise DamagedKeyFileError
    try:
        label = msgspec.json.decode(content, type=_Label)
        if label.format == FORMAT and label.version > VERSION:
            raise NewerFileError
        envelope = msgspec.json.decode(content, type=_Envelope)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise DamagedKeyFileError from None
    right = envelope.checksum == _checksum(envelope.macs, bytes(envelope.keys))
    if not right or envelope.format != FORMAT:
        raise DamagedKeyFileError
    return envelope


def decode(content: bytes) -> Keys:
    """Read the file. Raises ``DamagedKeyFileError``, ``NewerFileError``, ``UnsafeKeyFileError``."""
    try:
        keys = msgspec.json.decode(_envelope(content).keys, type=Keys)
    except msgspec.MsgspecError:
        raise DamagedKeyFileError from None
    names = [(slot.kind, folded(slot.user)) for slot in keys.slots]
    recovery = [kind for kind, _name in names if kind is SlotKind.RECOVERY]
    if len(keys.vault) != 16 or not names or len(set(names)) < len(names) or len(recovery) > 1:
        raise DamagedKeyFileError
    for slot in keys.slots:
        slot.kdf.check()
        if len(slot.salt) < 16 or len(slot.public) != 32:
            raise DamagedKeyFileError
    return keys


def authenticate(content: bytes, database_keys: tuple[Secret, ...]) -> None:
    """Prove that the file was written by a holder of each key. Raises ``AlteredKeyFileError``."""
    envelope = _envelope(content)
    written = {entry.key_id: entry.mac for entry in envelope.macs}
    for key in database_keys:
        expected = _mac(key, bytes(envelope.keys))
        found = written.get(key_id(key), "").encode()
        if not hmac.compare_digest(expected.encode(), found):
            raise AlteredKeyFileError


def new_slot(
    vault: bytes,
    user: str,
    password: str,
    kdf: Kdf,
    *,
    database_keys: tuple[Secret, ...],
    officers_keys: tuple[Secret, ...] = (),
    kind: SlotKind = SlotKind.USER,
) -> Slot:
    """A slot with a fresh key pair, to which the keys are sealed."""
    public, private = crypto.new_key_pair()
    slot = Slot(
        kind=kind,
        user=unicodedata.normalize("NFC", " ".join(user.split())),
        kdf=kdf,
        salt=b"",
        public=public,
        private=b"",
        database=seal_keys(vault, public, KeyKind.DATABASE, database_keys),
        officers=seal_keys(vault, public, KeyKind.OFFICERS, officers_keys),
    )
    return lock_slot(vault, slot, private, password)


def lock_slot(vault: bytes, slot: Slot, private: Secret, password: str) -> Slot:
    """``slot`` with its private key wrapped under ``password`` and a fresh salt."""
    slot = dataclasses.replace(slot, salt=secrets.token_bytes(16))
    key = slot.kdf.derive(password, slot.salt)
    return dataclasses.replace(slot, private=crypto.wrap(key, private, _context(vault, slot)))


def open_slot(keys: Keys, user: str, password: str, kind: SlotKind = SlotKind.USER) -> OpenedSlot:
    """The slot of ``user``. Raises ``WrongPasswordError``, after the same time for anyone."""
    slot = keys.slot(user, kind)
    tried = slot or keys.slots[0]
    salt = tried.salt if slot else secrets.token_bytes(16)
    key = tried.kdf.derive(password, salt)
    try:
        private = crypto.unwrap(key, tried.private, _context(keys.vault, tried))
    except crypto.NotOpenedError:
        raise WrongPasswordError from None
    return OpenedSlot(slot=tried, private=private)


def _context(vault: bytes, slot: Slot) -> bytes:
    cost = [slot.kdf.memory_kib, slot.kdf.passes, slot.kdf.lanes]
    parts = [VERSION, vault.hex(), slot.kind.value, slot.user, cost, slot.salt.hex()]
    return json.dumps([*parts, slot.public.hex()]).encode()


def seal_keys(
    vault: bytes, public: bytes, kind: KeyKind, keys: tuple[Secret, ...]
) -> tuple[SealedKey, ...]:
    """``keys`` sealed to the holder of ``public``; needs no password of theirs."""
    return tuple(
        SealedKey(
            key_id=key_id(key),
            box=crypto.seal(public, key, _seal_context(vault, public, kind, key_id(key))),
        )
        for key in keys
    )


def unseal_keys(vault: bytes, opened: OpenedSlot, kind: KeyKind) -> tuple[Secret, ...]:
    """The keys of ``kind`` in the slot, in the file's order. Raises ``AlteredKeyFileError``."""
    slot = opened.slot
    sealed = slot.database if kind is KeyKind.DATABASE else slot.officers
    try:
        return tuple(
            crypto.unseal(
                opened.private, key.box, _seal_context(vault, slot.public, kind, key.key_id)
            )
            for key in sealed
        )
    except crypto.NotOpenedError:
        raise AlteredKeyFileError from None


def _seal_context(vault: bytes, public: bytes, kind: KeyKind, name: str) -> bytes:
    return json.dumps([VERSION, vault.hex(), public.hex(), kind.value, name]).encode()
