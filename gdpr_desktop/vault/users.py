"""The people who can open the file: rows in the file, slots in the key file."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from gdpr_desktop.core.ids import UserId
from gdpr_desktop.core.roles import Role
from gdpr_desktop.core.text import _
from gdpr_desktop.vault.errors import AlteredKeyFileError, WrongPasswordError
from gdpr_desktop.vault.keyfile import Keys, Slot, SlotKind, folded

LONGEST_NAME = 80  # characters
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """One who can open the file, or could. Times are aware, in UTC.

    ``must_change``: the password was given by another and is to be changed at the next unlock.
    """

    id: UserId
    name: str
    role: Role
    created_at: datetime
    removed_at: datetime | None = None
    must_change: bool = False
    last_unlocked: datetime | None = None

    @property
    def removed(self) -> bool:
        """Is the way in closed?"""
        return self.removed_at is not None


_SELECT = "SELECT id, name, role, created_at, removed_at, must_change, last_unlocked FROM user"


def name_problem(name: str) -> str:
    """A sentence about a name that cannot be used; empty when it can."""
    if not name.strip():
        return _("Type a name.")
    if any(unicodedata.category(sign) in _INVISIBLE for sign in name):
        return _("The name holds signs that cannot be seen. Type it anew.")
    if len(unicodedata.normalize("NFC", name)) > LONGEST_NAME:
        return _("The name can have at most {count} characters.").format(count=LONGEST_NAME)
    return ""


def add(
    db: Database,
    *,
    name: str,
    role: Role,
    public_key: bytes,
    at: datetime,
    must_change: bool = False,
) -> User:
    """Write a user with a new key; a row of that name which has no slot any more is used again."""
    before = by_name(db, name)
    values = [name, role.value, public_key, int(must_change)]
    if before:
        db.execute(
            "UPDATE user SET name = ?, role = ?, public_key = ?, must_change = ?,"
            " removed_at = NULL, next_public_key = NULL WHERE id = ?",
            [*values, before.id],
        )
    else:
        db.execute(
            "INSERT INTO user (name, role, public_key, must_change, created_at)"
            " VALUES (?, ?, ?, ?, ?)",
            [*values, at.isoformat()],
        )
    found = by_name(db, name)
    assert found is not None
    return found


def all_users(db: Database) -> tuple[User, ...]:
    """Everyone, also those removed, because the journal names them."""
    return tuple(_user(row) for row in db.execute(f"{_SELECT} ORDER BY id"))


def by_id(db: Database, user_id: UserId) -> User:
    """The user with this id; an unknown one is our bug."""
    return _user(db.execute(f"{_SELECT} WHERE id = ?", [user_id]).fetchone())


def by_name(db: Database, name: str) -> User | None:
    """The user called ``name``, however it is cased, also one removed."""
    return next((user for user in all_users(db) if folded(user.name) == folded(name)), None)


def owner_of(db: Database, slot: Slot) -> User:
    """The user whom ``slot`` belongs to. Raises ``AlteredKeyFileError``, ``WrongPasswordError``."""
    row = db.execute(
        f"{_SELECT} WHERE public_key = ? OR next_public_key = ?", [slot.public, slot.public]
    ).fetchone()
    if row is None or row[1] != slot.user or slot.kind is not SlotKind.USER:
        raise AlteredKeyFileError
    user = _user(row)
    if user.removed:
        raise WrongPasswordError
    return user


def compare_with(db: Database, keys: Keys) -> None:
    """Every slot must have a public key that the file knows, of a user not removed.

    A slot smuggled in would be given the new key at the next change of keys. Raises
    ``AlteredKeyFileError``.
    """
    known = {
        (SlotKind.USER, name, bytes(key))
        for name, *both in db.execute(
            "SELECT name, public_key, next_public_key FROM user WHERE removed_at IS NULL"
        )
        for key in both
        if key is not None
    }
    recovery = {
        bytes(row[0])
        for row in db.execute("SELECT public_key FROM recovery_key WHERE retired_at IS NULL")
    }
    for slot in keys.slots:
        trusted = (
            slot.public in recovery
            if slot.kind is SlotKind.RECOVERY
            else (slot.kind, slot.user, slot.public) in known
        )
        if not trusted:
            raise AlteredKeyFileError


def public_keys(db: Database, role: Role) -> frozenset[bytes]:
    """The public keys of those who have ``role`` now, also the ones being taken into use."""
    rows = db.execute(
        "SELECT public_key, next_public_key FROM user WHERE role = ? AND removed_at IS NULL",
        [role.value],
    )
    return frozenset(bytes(key) for row in rows for key in row if key is not None)


def keys_of(db: Database, user_id: UserId) -> frozenset[bytes]:
    """The public keys of one user: the one in use, and one being taken into use."""
    row = db.execute(
        "SELECT public_key, next_public_key FROM user WHERE id = ?", [user_id]
    ).fetchone()
    return frozenset(bytes(key) for key in row if key is not None)


def pending(db: Database) -> tuple[tuple[UserId, bytes], ...]:
    """Who has a new public key on its way, and which: their reset was not finished."""
    rows = db.execute("SELECT id, next_public_key FROM user WHERE next_public_key IS NOT NULL")
    return tuple((UserId(row[0]), bytes(row[1])) for row in rows)


def set_pending(db: Database, user_id: UserId, public_key: bytes, *, must_change: bool) -> None:
    """Let a slot with ``public_key`` be the user's too, from now on."""
    db.execute(
        "UPDATE user SET next_public_key = ?, must_change = ? WHERE id = ?",
        [public_key, int(must_change), user_id],
    )


def settle_pending(db: Database, user_id: UserId, *, use: bool) -> None:
    """Take the new public key into use, or drop it."""
    key = "next_public_key" if use else "public_key"
    db.execute(
        f"UPDATE user SET public_key = {key}, next_public_key = NULL WHERE id = ?", [user_id]
    )


def change(db: Database, user_id: UserId, **columns: object) -> None:
    """Set columns of a user: ``role``, ``removed_at``, ``must_change``, ``last_unlocked``."""
    unknown = columns.keys() - {"role", "removed_at", "must_change", "last_unlocked"}
    assert not unknown, f"not columns that change: {unknown}"
    sets = ", ".join(f"{name} = ?" for name in columns)
    db.execute(f"UPDATE user SET {sets} WHERE id = ?", [*columns.values(), user_id])


def _user(row: Any) -> User:
    return User(
        id=UserId(row[0]),
        name=row[1],
        role=Role(row[2]),
        created_at=datetime.fromisoformat(row[3]),
        removed_at=_time(row[4]),
        must_change=bool(row[5]),
        last_unlocked=_time(row[6]),
    )


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
