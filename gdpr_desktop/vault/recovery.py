"""The recovery key: a slot that no user has, for when an officer has forgotten the password.

It holds both keys, like an officer. Using it gives an officer a new password, is journalled, and
is told to every user at the next unlock.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from gdpr_desktop.core.clock import Clock, SystemClock
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.roles import Deed, Role
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import announcements, keyfile, opening, people, rekey
from gdpr_desktop.vault import users as rows
from gdpr_desktop.vault.errors import AlteredKeyFileError
from gdpr_desktop.vault.keyfile import Keys, OpenedSlot, Slot, SlotKind
from gdpr_desktop.vault.opening import Entrance, VaultFiles
from gdpr_desktop.vault.reading import first
from gdpr_desktop.vault.users import User
from gdpr_desktop.vault.vault import Vault

_SLOT = "recovery"
_SYSTEM_CLOCK = SystemClock()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryState:
    """The recovery key there is. ``doubted``: an officer who left may know it."""

    made_at: datetime
    made_by: str
    used_at: datetime | None = None
    doubted: bool = False

    @property
    def to_be_replaced(self) -> bool:
        """Has it been used, or may someone know it who should not?"""
        return self.used_at is not None or self.doubted


def state(vault: Vault) -> RecoveryState | None:
    """The recovery key in use; None when none has been made."""
    slot = keyfile.decode(opening.read_keys(vault.opened.files)).recovery
    if slot is None:
        return None
    row = first(
        vault.db,
        "SELECT k.*, u.name FROM recovery_key k LEFT JOIN user u ON u.id = k.made_by"
        " WHERE k.public_key = ? AND k.retired_at IS NULL",
        [slot.public],
    )
    if row is None:
        raise AlteredKeyFileError
    return RecoveryState(
        made_at=datetime.fromisoformat(row["made_at"]),
        made_by=row["name"] or "",
        used_at=datetime.fromisoformat(row["used_at"]) if row["used_at"] else None,
        doubted=row["doubted_at"] is not None,
    )


def make(vault: Vault, groups: tuple[str, ...]) -> None:
    """Let ``groups`` (of ``recovery_secret.new``) open the register; an older key no longer does.

    Half a second: not on the window's thread. Raises ``RefusedError``, ``VaultError``.
    """
    rekey.before_change(vault, "recovery_key_made")
    opened, keys = vault.opened, rekey.read_keys(vault)
    slot = keyfile.new_slot(
        keys.vault,
        _SLOT,
        "".join(groups),
        keys.slots[0].kdf,
        database_keys=opened.sealed_keys,
        officers_keys=opened.officers_keys,
        kind=SlotKind.RECOVERY,
    )
    # the row first: a slot that the file does not know of counts as smuggled in
    with vault.begin(Deed.MANAGE_USERS) as work:
        work.db.execute(
            "INSERT INTO recovery_key (public_key, made_at, made_by) VALUES (?, ?, ?)",
            [slot.public, work.clock.now().isoformat(), work.actor.user_id],
        )
        work.log(None, "recovery_key_made")
    content = keyfile.encode(keys.with_slot(slot), opened.database_keys)
    opening.write_keys(opened.files, content)
    with vault.begin_upkeep() as work:
        work.db.execute(
            "UPDATE recovery_key SET retired_at = ? WHERE public_key <> ? AND retired_at IS NULL",
            [work.clock.now().isoformat(), slot.public],
        )


def exists_at(path: Path) -> bool:
    """Has a recovery key been made for the register at ``path``? Raises ``VaultError``."""
    return _keys_at(path).recovery is not None


def officers_at(path: Path) -> tuple[str, ...]:
    """The officers whose password can be set anew, by the key file. Raises ``VaultError``."""
    return tuple(
        slot.user for slot in _keys_at(path).slots if slot.kind is SlotKind.USER and slot.officers
    )


def open_with(
    path: Path,
    groups: tuple[str, ...],
    officer: str,
    password: str,
    *,
    clock: Clock = _SYSTEM_CLOCK,
    anchor_dir: Path | None = None,
) -> Vault:
    """Open with the recovery key as ``officer``, who gets ``password``. A second of work.

    Raises ``WrongPasswordError`` when the key is not the right one, ``InvalidInputError`` (field
    ``password``), ``RefusedError`` in a read-only place, ``VaultError``.
    """
    opening.check_new_user(officer, password, "")  # a refused one must not count as an unlocking
    vault = Vault.enter(path, _entrance(groups, officer), clock=clock, anchor_dir=anchor_dir)
    try:
        user = people.me(vault)
        opening.check_new_user(user.name, password, vault.municipality().name)
        with vault.begin(Deed.MANAGE_USERS) as work:
            work.db.execute(
                "UPDATE recovery_key SET used_at = ? WHERE retired_at IS NULL",
                [work.clock.now().isoformat()],
            )
            work.log(None, "recovery_key_used", user=user.id)
            announcements.announce(work, announcements.RECOVERY_USED, user=user.id)
        people.give_password(vault, user, password, must_change=False)
    except BaseException:
        vault.close()
        raise
    return vault


def _keys_at(path: Path) -> Keys:
    return keyfile.decode(opening.read_keys(VaultFiles.at(path)))


def _entrance(groups: tuple[str, ...], officer: str) -> Entrance:
    def open_slot(keys: Keys) -> OpenedSlot:
        if keys.recovery is None:
            raise RefusedError(
                _("No recovery key has been made for this register."),
                hint=_("Ask another officer to give you a new password."),
            )
        return keyfile.open_slot(keys, _SLOT, "".join(groups), SlotKind.RECOVERY)

    def owner(db: Database, _slot: Slot) -> User:
        user = rows.by_name(db, officer)
        if user is None or user.removed or user.role is not Role.OFFICER:
            raise RefusedError(
                _("The recovery key gives a new password to a data protection officer only."),
                hint=_("Choose one of the officers."),
            )
        return user

    return Entrance(open_slot=open_slot, owner=owner)
