"""Changes of keys: key file and database never disagree for longer than the next unlock.

A change goes so: the key file is written with the new keys beside the old, as the last act
before the commit that records the deed; then the database is encrypted anew; then the key file
is written with the new keys alone. Cut short anywhere, either the old or the new key opens the
file for everyone who remains, and ``finish`` ends at the next unlock what was begun.
"""

import contextlib
import dataclasses
import glob
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlite_utils import Database

from gdpr_desktop.core.errors import AppError, RefusedError
from gdpr_desktop.core.roles import Deed, Role
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import database, journal, keyfile, opening, users
from gdpr_desktop.vault.errors import VaultError, from_os_error
from gdpr_desktop.vault.keyfile import KeyKind, Keys, Slot, SlotKind
from gdpr_desktop.vault.opening import OpenVault
from gdpr_desktop.vault.secret import Secret

if TYPE_CHECKING:
    from gdpr_desktop.vault.vault import Vault
    from gdpr_desktop.vault.work import Work

_MEGABYTE = 1_000_000


@dataclass(slots=True, kw_only=True)
class KeySwap:
    """A change of the key file inside a unit of work.

    ``keys`` is what stands there, ``written`` what comes in its place, ``opened`` what the open
    vault holds from then on.
    """

    work: "Work"
    keys: Keys
    written: bytes
    opened: OpenVault


def read_keys(vault: "Vault") -> Keys:
    """The key file, proved to be written by a holder of the key. Raises ``VaultError``."""
    content = opening.read_keys(vault.opened.files)
    keyfile.authenticate(content, vault.opened.database_keys)
    return keyfile.decode(content)


@contextmanager
def swapping(vault: "Vault", deed: Deed) -> Iterator[KeySwap]:
    """A unit of work whose last act before the commit is to write the key file.

    What is written must open the file whether the commit comes or not. Should it not come, the
    old key file is put back where that can be done. Raises ``RefusedError``, ``VaultError``.
    """
    before = vault.opened
    content = opening.read_keys(before.files)
    keyfile.authenticate(content, before.database_keys)
    last, written = journal.last_link(before.db), False
    try:
        with vault.begin(deed) as work:
            swap = KeySwap(work=work, keys=keyfile.decode(content), written=content, opened=before)
            yield swap
            opening.write_keys(before.files, swap.written)
            vault.opened, written = swap.opened, True
    except BaseException:
        with contextlib.suppress(VaultError):
            if written and journal.last_link(before.db) == last:
                opening.write_keys(before.files, content)
                vault.opened = before
        raise


def resealed(
    keys: Keys,
    db: Database,
    *,
    database_keys: tuple[Secret, ...],
    officers_keys: tuple[Secret, ...],
    granted: bytes = b"",
) -> Keys:
    """The key file with these keys, for those whom the file knows and no one else.

    The officers' keys go to officers who hold one already, to the recovery key, and to the
    public key ``granted``. Where the actor has none of them those that are there stay.
    """
    officers = users.public_keys(db, Role.OFFICER)
    known = officers.union(*(users.public_keys(db, role) for role in Role))
    slots = []
    for slot in keys.slots:
        recovery = slot.kind is SlotKind.RECOVERY
        if not recovery and slot.public not in known:
            continue
        holds = bool(slot.officers) or slot.public == granted
        kept = slot.officers
        if not holds or not (recovery or slot.public in officers):
            kept = ()
        elif officers_keys:
            kept = keyfile.seal_keys(keys.vault, slot.public, KeyKind.OFFICERS, officers_keys)
        sealed = keyfile.seal_keys(keys.vault, slot.public, KeyKind.DATABASE, database_keys)
        slots.append(dataclasses.replace(slot, database=sealed, officers=kept))
    return dataclasses.replace(keys, slots=tuple(slots))


def before_change(vault: "Vault", code: str) -> None:
    """Let those who asked for it go first: a backup. What they raise stops the change."""
    with vault.begin(Deed.MANAGE_USERS):
        pass  # a role that may not is told so before anything is done
    for hook in vault.before_key_change:
        hook(code)


def require_room(vault: "Vault") -> None:
    """Raise ``RefusedError`` unless twice the size of the register is free on its disk."""
    path = vault.opened.files.database
    try:
        free, needed = shutil.disk_usage(path.parent).free, 2 * path.stat().st_size
    except OSError as error:
        raise from_os_error(error) from error
    if free < needed:
        raise RefusedError(
            _("There is too little room on the disk to change the key."),
            hint=_("{needed} MB must be free. Nothing has been changed.").format(
                needed=-(-needed // _MEGABYTE)
            ),
        )


def finish_if_possible(vault: "Vault") -> None:
    """End what was begun, if that can be done now; else it is tried at the next unlock."""
    with contextlib.suppress(AppError):
        finish(vault)
        files = vault.opened.files
        for left in files.keys.parent.glob(f"{glob.escape(files.keys.name)}.*.new"):
            with contextlib.suppress(OSError):
                left.unlink(missing_ok=True)


def finish(vault: "Vault") -> None:
    """End a change of keys that was begun: nothing to do is the usual case.

    Raises ``VaultError``, ``RefusedError``: all remains as it was, and works.
    """
    with vault.to_the_end():
        _finish(vault)


def _finish(vault: "Vault") -> None:
    keys = read_keys(vault)
    settle(vault, keys)
    if vault.opened.wanted:
        require_room(vault)
        _change_database_key(vault, vault.opened.wanted)
    if len(vault.opened.database_keys) > 1:
        _record_change(vault, keys)
    if len(vault.opened.officers_keys) > 1:
        _reseal_notes(vault)
    _drop_old_keys(vault, keys)


def settle(vault: "Vault", keys: Keys) -> None:
    """Let the file agree with the key file about whose password was reset."""
    pending = users.pending(vault.db)
    if not pending:
        return
    there = {slot.public for slot in keys.slots if slot.kind is SlotKind.USER}
    with vault.begin_upkeep() as work:
        for user_id, public_key in pending:
            used = public_key in there
            users.settle_pending(work.db, user_id, use=used)
            if not used:
                work.log(None, "password_reset_undone", user=user_id)


def _change_database_key(vault: "Vault", wanted: Secret) -> None:
    with vault.alone():
        opened = vault.opened
        database.change_key(opened.db, wanted, opened.vault, used=opened.database_keys[0])
        others = tuple(key for key in opened.database_keys if key != wanted)
        vault.opened = dataclasses.replace(opened, database_keys=(wanted, *others), wanted=None)


def _record_change(vault: "Vault", keys: Keys) -> None:
    """Whoever lost the slot in this change is removed, also when the deed itself was cut short."""
    there = {slot.public for slot in keys.slots}
    gone = [user for user in users.all_users(vault.db) if not user.removed]
    with vault.begin_upkeep() as work:
        for user in gone:
            if not users.keys_of(work.db, user.id) & there:
                at = work.clock.now().isoformat()
                users.change(work.db, user.id, removed_at=at)
                work.log(None, "user_removed", user=user.id, finished_later=True)
        work.log(None, "keys_changed")


def _reseal_notes(vault: "Vault") -> None:
    from gdpr_desktop.vault import private  # imports the vault, which imports this module

    with vault.begin_upkeep() as work:
        private.reseal(work.db, vault.opened.vault, vault.opened.officers_keys)


def _drop_old_keys(vault: "Vault", keys: Keys) -> None:
    opened = vault.opened
    now, officers = opened.database_keys[:1], opened.officers_keys[:1]
    wanted = resealed(keys, opened.db, database_keys=now, officers_keys=officers)
    if _outline(wanted) != _outline(keys):
        opening.write_keys(opened.files, keyfile.encode(wanted, now))
    vault.opened = dataclasses.replace(opened, database_keys=now, officers_keys=officers)


def _outline(keys: Keys) -> list[tuple[object, ...]]:
    return [_of_slot(slot) for slot in keys.slots]


def _of_slot(slot: Slot) -> tuple[object, ...]:
    sealed = [[key.key_id for key in several] for several in (slot.database, slot.officers)]
    return slot.kind, slot.user, slot.public, *sealed


def started(opened: OpenVault, new: Secret, officers_keys: tuple[Secret, ...]) -> OpenVault:
    """What the open vault holds once the key file has old and new keys: ``new`` is wanted."""
    return dataclasses.replace(
        opened,
        database_keys=(opened.database_keys[0], new),
        officers_keys=officers_keys,
        wanted=new,
    )
