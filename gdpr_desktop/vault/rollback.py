"""A file that is older than the one last used on this machine: nothing is written until confirmed.

The one sign of it is the anchor. Restoring an old backup looks the same, so an officer may go on.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlite_utils import Database

from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.roles import Deed, Role, scope
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import journal
from gdpr_desktop.vault.anchor import AnchorFile
from gdpr_desktop.vault.errors import OlderFileError
from gdpr_desktop.vault.keyfile import Slot

if TYPE_CHECKING:
    from gdpr_desktop.vault.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class RolledBack:
    """Last entries: of the file, and of the one last used here. Each with its time."""

    file_seq: int
    file_at: datetime | None
    seen_seq: int
    seen_at: datetime

    @property
    def missing(self) -> int:
        """How many entries of the journal are not in the file."""
        return self.seen_seq - self.file_seq


def find_rollback(db: Database, anchor_file: AnchorFile) -> RolledBack | None:
    """Is the anchor ahead of the file? A cut tail is another thing: the file itself tells of it."""
    anchor, last = anchor_file.read(), journal.last_link(db)
    if anchor is None or anchor.seq <= last.seq:
        return None
    if _has_marks(db) and journal.is_cut(db) >= anchor.seq:
        return None
    return RolledBack(
        file_seq=last.seq,
        file_at=journal.last_time(db),
        seen_seq=anchor.seq,
        seen_at=anchor.at,
    )


def _has_marks(db: Database) -> bool:
    """A file from before there were marks is asked before it is brought up to date."""
    sql = "SELECT count(*) FROM sqlite_master WHERE name = 'journal_mark'"
    return bool(db.execute(sql).fetchone()[0])


def refuse_older(db: Database, slot: Slot, anchor: AnchorFile) -> RolledBack | None:
    """Is the file older? Raises ``OlderFileError`` for who may not go on with such a one.

    Asked before the tables are brought up to date, so only by columns that were always there.
    """
    found = find_rollback(db, anchor)
    row = db.execute("SELECT role FROM user WHERE public_key = ?", [slot.public]).fetchone()
    if found and row and scope(Role(row[0]), Deed.RESTORE) is None:
        raise OlderFileError(rollback_words(found))
    return found


def rollback_words(found: RolledBack) -> str:
    """One sentence: which file this is, and which it is older than."""
    return _(
        "This file is older than the one last used here: no. {file} of the journal, "
        "against no. {seen}, last used {time}."
    ).format(file=found.file_seq, seen=found.seen_seq, time=long_instant(found.seen_at))


def accept_rollback(vault: "Vault") -> None:
    """Go on with the older file: journalled, and from now on it is the one last used here.

    Does nothing when the file is not older. Raises ``RefusedError`` for a role that may not.
    """
    found = vault.rollback
    if found is None:
        return
    own = vault.is_work_file  # nobody else is there to ask
    if not own and scope(vault.actor.role, Deed.RESTORE) is None:
        raise RefusedError(_("Only the data protection officer can go on with an older file."))
    vault.rollback = None
    try:
        with vault.begin_upkeep() if own else vault.begin(Deed.RESTORE) as work:
            work.log(None, "older_file_accepted", file=found.file_seq, seen=found.seen_seq)
    except BaseException:
        vault.rollback = found
        raise
    vault.begin_session()


def require_newest(found: RolledBack | None) -> None:
    """Raise ``RefusedError`` while nobody has confirmed that the older file is to be used."""
    if found is not None:
        raise RefusedError(
            rollback_words(found),
            hint=_("Nothing is saved in it until the officer has confirmed that it is to be used."),
        )
