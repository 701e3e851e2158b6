"""Who can open the file, and with which password."""

import contextlib
import unicodedata

from gdpr_desktop.core.change import Kind
from gdpr_desktop.core.errors import FieldProblem, InvalidInputError
from gdpr_desktop.core.roles import Deed, Role
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import keyfile, opening
from gdpr_desktop.vault import users as rows
from gdpr_desktop.vault.errors import VaultError
from gdpr_desktop.vault.users import User
from gdpr_desktop.vault.vault import Vault


def users(vault: Vault) -> tuple[User, ...]:
    """All users, also those who were removed."""
    return rows.all_users(vault.db)


def change_password(vault: Vault, old: str, new: str) -> None:
    """Lock the actor's slot with ``new``. The old one works until the new one is written.

    Raises ``WrongPasswordError``, ``InvalidInputError`` (field ``password``), ``VaultError``.
    """
    opened, actor = vault.opened, vault.actor
    content = opening.read_keys(opened.files)
    keyfile.authenticate(content, opened.database_keys)
    keys = keyfile.decode(content)
    slot = keyfile.open_slot(keys, actor.name, old)
    opening.check_new_user(actor.name, new, vault.municipality().name)
    if unicodedata.normalize("NFC", old) == unicodedata.normalize("NFC", new):
        text = _("The new password is the same as the old one.")
        raise InvalidInputError([FieldProblem(field="password", text=text)])
    fresh = keyfile.lock_slot(keys.vault, slot.slot, slot.private, new)
    written = keyfile.encode(keys.with_slot(fresh), opened.database_keys)
    try:
        with vault.begin(Deed.CHANGE_OWN_PASSWORD) as work:
            work.log(None, "password_changed")
            opening.write_keys(opened.files, written)  # the last act before the commit
    except BaseException:
        with contextlib.suppress(VaultError):
            if opening.read_keys(opened.files) == written:
                opening.write_keys(opened.files, content)
        raise


def add_user(vault: Vault, name: str, role: Role, password: str) -> User:
    """Give one more person a way in. Raises ``InvalidInputError`` (``user``, ``password``)."""
    opened = vault.opened
    opening.check_new_user(name, password, vault.municipality().name)
    keys = keyfile.decode(opening.read_keys(opened.files))
    if keys.slot(name):
        text = _("There is already a user with this name.")
        raise InvalidInputError([FieldProblem(field="user", text=text)])
    slot = keyfile.new_slot(
        keys.vault,
        name,
        password,
        keys.slots[0].kdf,
        database_keys=opened.database_keys,
        officers_keys=opened.officers_keys if role is Role.OFFICER else (),
    )
    # the row first: a row without a slot harms nobody, a slot without a row looks smuggled in
    with vault.begin(Deed.MANAGE_USERS) as work:
        user = rows.add(
            work.db, name=slot.user, role=role, public_key=slot.public, at=vault.clock.now()
        )
        work.touch(Kind.USER, user.id)
        work.log(None, "user_added", user=user.id, role=role.value)
    content = keyfile.encode(keys.with_slot(slot), opened.database_keys)
    opening.write_keys(opened.files, content)
    return user
