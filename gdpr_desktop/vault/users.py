"""The people who can open the file: rows in the file, slots in the key file."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from gdpr_desktop.core.ids import UserId
from gdpr_desktop.core.roles import Role
from gdpr_desktop.vault.errors import AlteredKeyFileError, WrongPasswordError
from gdpr_desktop.vault.keyfile import Keys, Slot, SlotKind


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """One who can open the file, or could."""

    id: UserId
    name: str
    role: Role
    removed: bool = False


_SELECT = "SELECT id, name, role, removed_at FROM user"


def add(db: Database, *, name: str, role: Role, public_key: bytes, at: datetime) -> User:
    """Write a user with a new key; a row of that name which has no slot any more is used again."""
    db.execute(
        "INSERT INTO user (name, role, public_key, created_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (name) DO UPDATE SET role = excluded.role,"
        " public_key = excluded.public_key, removed_at = NULL",
        [name, role.value, public_key, at.isoformat()],
    )
    row = db.execute("SELECT id FROM user WHERE name = ?", [name]).fetchone()
    return User(id=UserId(row[0]), name=name, role=role)


def all_users(db: Database) -> tuple[User, ...]:
    """Everyone, also those removed, because the journal names them."""
    return tuple(_user(row) for row in db.execute(f"{_SELECT} ORDER BY id"))


def owner_of(db: Database, slot: Slot) -> User:
    """The user whom ``slot`` belongs to. Raises ``AlteredKeyFileError``, ``WrongPasswordError``."""
    row = db.execute(f"{_SELECT} WHERE public_key = ?", [slot.public]).fetchone()
    if row is None or row[1] != slot.user:
        raise AlteredKeyFileError
    user = _user(row)
    if user.removed:
        raise WrongPasswordError
    return user


def compare_with(db: Database, keys: Keys) -> None:
    """Every user's slot must have the public key that the file knows.

    A slot smuggled in would be given the new key at the next change of keys. Raises
    ``AlteredKeyFileError``.
    """
    known = {(row[0], bytes(row[1])) for row in db.execute("SELECT name, public_key FROM user")}
    slots = {(slot.user, slot.public) for slot in keys.slots if slot.kind is SlotKind.USER}
    if slots - known:
        raise AlteredKeyFileError


def _user(row: Any) -> User:
    return User(id=UserId(row[0]), name=row[1], role=Role(row[2]), removed=row[3] is not None)
