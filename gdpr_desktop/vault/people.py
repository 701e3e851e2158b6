"""Who can open the file, in which role, and with which password."""

import contextlib
import dataclasses
import unicodedata

from gdpr_desktop.core.change import Kind
from gdpr_desktop.core.errors import AppError, FieldProblem, InvalidInputError, RefusedError
from gdpr_desktop.core.ids import UserId
from gdpr_desktop.core.roles import Deed, Role
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import keyfile, opening, private, rekey
from gdpr_desktop.vault import users as rows
from gdpr_desktop.vault.attempts import counted
from gdpr_desktop.vault.errors import VaultError
from gdpr_desktop.vault.keyfile import Keys, Slot
from gdpr_desktop.vault.secret import Secret
from gdpr_desktop.vault.users import User
from gdpr_desktop.vault.vault import Vault
from gdpr_desktop.vault.work import Work


def users(vault: Vault) -> tuple[User, ...]:
    """All users, also those who were removed."""
    return rows.all_users(vault.db)


def me(vault: Vault) -> User:
    """The actor as a user."""
    return rows.by_id(vault.db, vault.actor.user_id)


def change_password(vault: Vault, old: str, new: str) -> None:
    """Lock the actor's slot with ``new``. The old one works until the new one is written.

    Raises ``WrongPasswordError``, ``InvalidInputError`` (field ``password``), ``VaultError``.
    """
    actor = vault.actor
    with counted(vault.opened.attempts, vault.clock):
        slot = keyfile.open_slot(rekey.read_keys(vault), actor.name, old)
    opening.check_new_user(actor.name, new, vault.municipality().name)
    if unicodedata.normalize("NFC", old) == unicodedata.normalize("NFC", new):
        text = _("The new password is the same as the old one.")
        raise InvalidInputError([FieldProblem(field="password", text=text)])
    with rekey.swapping(vault, Deed.CHANGE_OWN_PASSWORD) as swap:
        fresh = keyfile.lock_slot(swap.keys.vault, slot.slot, slot.private, new)
        swap.written = keyfile.encode(swap.keys.with_slot(fresh), vault.opened.database_keys)
        rows.change(swap.work.db, actor.user_id, must_change=0)
        swap.work.log(None, "password_changed")


def add_user(
    vault: Vault, name: str, role: Role, password: str, *, must_change: bool = False
) -> User:
    """Give one more person a way in. Raises ``InvalidInputError`` (``user``, ``password``).

    ``must_change``: they must choose a password of their own at the first unlock.
    """
    opening.check_new_user(name, password, vault.municipality().name)
    keys = rekey.read_keys(vault)
    if keys.slot(name):
        text = _("There is already a user with this name.")
        raise InvalidInputError([FieldProblem(field="user", text=text)])
    slot = _new_slot(vault, keys, name, role, password)
    # the row first: a row without a slot harms nobody, a slot without a row looks smuggled in
    with vault.begin(Deed.MANAGE_USERS) as work:
        user = rows.add(
            work.db,
            name=slot.user,
            role=role,
            public_key=slot.public,
            at=vault.clock.now(),
            must_change=must_change,
        )
        _note_down(work, "user_added", user, role=role.value)
    try:
        _write(vault, keys.with_slot(slot))
    except VaultError:
        with contextlib.suppress(VaultError), vault.begin_upkeep() as work:
            rows.change(work.db, user.id, removed_at=vault.clock.now().isoformat())
            _note_down(work, "user_removed", user)
        raise
    return user


def change_role(vault: Vault, user_id: UserId, role: Role) -> None:
    """Give another user another role; officers get the officers' key, others lose it.

    Who was an officer may have kept that key: it is made anew, and the private notes are sealed
    with the new one. Raises ``RefusedError`` for oneself and for the last officer.
    """
    rekey.before_change(vault, "role_changed")
    user = _other(vault, user_id)
    if user.role is role:
        return
    _keep_an_officer(vault, user)
    leaves = user.role is Role.OFFICER
    officers = _officers_keys(vault, anew=leaves)
    with rekey.swapping(vault, Deed.MANAGE_USERS) as swap:
        work = swap.work
        rows.change(work.db, user.id, role=role.value)
        _note_down(work, "role_changed", user, role=role.value, before=user.role.value)
        granted = swap.keys.slot(user.name) if role is Role.OFFICER else None
        _officer_leaves(vault, work, officers, leaves=leaves)
        changed = rekey.resealed(
            swap.keys,
            work.db,
            database_keys=vault.opened.sealed_keys,
            officers_keys=officers,
            granted=granted.public if granted else b"",
        )
        swap.written = keyfile.encode(changed, vault.opened.database_keys)
        swap.opened = dataclasses.replace(vault.opened, officers_keys=officers)
    rekey.finish_if_possible(vault)


def remove_user(vault: Vault, user_id: UserId) -> None:
    """Take away a user's way in, and change the key of the register; nobody's password is needed.

    Seconds for a large file: not on the window's thread. Raises ``RefusedError`` for oneself, for
    the last officer and where there is too little room on the disk.
    """
    rekey.before_change(vault, "user_removed")
    user = _other(vault, user_id)
    _keep_an_officer(vault, user)
    rekey.require_room(vault)
    new, old = Secret.new(), vault.opened.database_keys[0]
    leaves = user.role is Role.OFFICER
    officers = _officers_keys(vault, anew=leaves)
    with rekey.swapping(vault, Deed.MANAGE_USERS) as swap:
        work = swap.work
        rows.change(work.db, user.id, removed_at=work.clock.now().isoformat())
        _note_down(work, "user_removed", user)
        _officer_leaves(vault, work, officers, leaves=leaves)
        remaining = rekey.resealed(
            swap.keys, work.db, database_keys=(new, old), officers_keys=officers
        )
        swap.written = keyfile.encode(remaining, (new, old))
        swap.opened = rekey.started(vault.opened, new, officers)
    _finish(vault)


def reset_password(vault: Vault, user_id: UserId, password: str) -> None:
    """Give another user a new password, to be changed at their next unlock.

    The old private key cannot be opened without the old password, so they get a new key pair.
    Raises ``InvalidInputError`` (field ``password``), ``RefusedError``, ``VaultError``.
    """
    rekey.before_change(vault, "password_reset")
    give_password(vault, _other(vault, user_id), password, must_change=True)


def give_password(vault: Vault, user: User, password: str, *, must_change: bool) -> None:
    """A new key pair for ``user``, locked with ``password``. Raises ``InvalidInputError``."""
    opening.check_new_user(user.name, password, vault.municipality().name)
    keys = rekey.read_keys(vault)
    rekey.settle(vault, keys)
    slot = _new_slot(vault, keys, user.name, user.role, password)
    # both public keys count until the key file has the new slot: either password may work
    with vault.begin(Deed.MANAGE_USERS) as work:
        rows.set_pending(work.db, user.id, slot.public, must_change=must_change)
        _note_down(work, "password_reset", user)
    try:
        _write(vault, keys.with_slot(slot))
    except VaultError:
        with contextlib.suppress(VaultError):
            rekey.settle(vault, keys)
        raise
    with contextlib.suppress(VaultError):  # the new password works; the rest is done at unlock
        rekey.settle(vault, keys.with_slot(slot))


def _other(vault: Vault, user_id: UserId) -> User:
    user = rows.by_id(vault.db, user_id)
    if user.id == vault.actor.user_id:
        raise RefusedError(
            _("You cannot do this to your own user."),
            hint=_("Another officer can do it."),
        )
    if user.removed:
        raise RefusedError(_("This user has been removed."))
    return user


def _keep_an_officer(vault: Vault, user: User) -> None:
    officers = rows.public_keys(vault.db, Role.OFFICER) - rows.keys_of(vault.db, user.id)
    with_slot = {slot.public for slot in rekey.read_keys(vault).slots}
    if not officers & with_slot:
        raise RefusedError(
            _("The last data protection officer cannot be taken away."),
            hint=_("Make someone else officer first."),
        )


def _officers_keys(vault: Vault, *, anew: bool) -> tuple[Secret, ...]:
    held = vault.opened.officers_keys
    return (Secret.new(), *held) if anew and held else held


def _officer_leaves(
    vault: Vault, work: Work, officers: tuple[Secret, ...], *, leaves: bool
) -> None:
    if leaves:
        private.reseal(work.db, vault.opened.vault, officers)
        work.db.execute(  # who leaves may have seen it
            "UPDATE recovery_key SET doubted_at = ? WHERE retired_at IS NULL",
            [work.clock.now().isoformat()],
        )


def _new_slot(vault: Vault, keys: Keys, name: str, role: Role, password: str) -> Slot:
    return keyfile.new_slot(
        keys.vault,
        name,
        password,
        keys.slots[0].kdf,
        database_keys=vault.opened.sealed_keys,
        officers_keys=vault.opened.officers_keys if role is Role.OFFICER else (),
    )


def _write(vault: Vault, keys: Keys) -> None:
    opening.write_keys(vault.opened.files, keyfile.encode(keys, vault.opened.database_keys))


def _note_down(work: Work, code: str, user: User, **detail: str) -> None:
    work.touch(Kind.USER, user.id)
    work.log(None, code, user=user.id, **detail)


def _finish(vault: Vault) -> None:
    try:
        rekey.finish(vault)
    except AppError as error:
        raise AppError(
            _("It is done, but the change of key did not come to its end."),
            hint=_(
                "The old key still works meanwhile. Make room on the disk, lock and open again: "
                "then the change is finished."
            ),
        ) from error
