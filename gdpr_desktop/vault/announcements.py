"""What every user must be told at the next unlock, until each has seen it."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gdpr_desktop.core.text import _
from gdpr_desktop.vault.users import all_users
from gdpr_desktop.vault.vault import Vault
from gdpr_desktop.vault.work import Work

RECOVERY_USED = "recovery_used"


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """One thing to be told, by its code; ``user_name`` is whom it is about, if anyone."""

    id: int
    at: datetime
    code: str
    user_name: str = ""


def announce(work: Work, code: str, **detail: Any) -> None:
    """Have everyone told, inside the open unit of work."""
    work.db.execute(
        "INSERT INTO announcement (at, code, detail) VALUES (?, ?, ?)",
        [work.clock.now().isoformat(), code, json.dumps(detail)],
    )


def unseen(vault: Vault) -> tuple[Announcement, ...]:
    """What the actor has not seen yet, oldest first."""
    names = {user.id: user.name for user in all_users(vault.db)}
    found = vault.db.execute(
        "SELECT id, at, code, detail FROM announcement WHERE id NOT IN"
        " (SELECT announcement_id FROM announcement_seen WHERE user_id = ?) ORDER BY id",
        [vault.actor.user_id],
    )
    return tuple(
        Announcement(
            id=row[0],
            at=datetime.fromisoformat(row[1]),
            code=row[2],
            user_name=names.get(json.loads(row[3]).get("user"), ""),
        )
        for row in found
    )


def mark_seen(vault: Vault, announcements: tuple[Announcement, ...]) -> None:
    """The actor has read these."""
    if vault.read_only or not announcements:
        return
    with vault.begin_upkeep() as work:
        for one in announcements:
            work.db.execute(
                "INSERT OR IGNORE INTO announcement_seen VALUES (?, ?, ?)",
                [one.id, work.actor.user_id, work.clock.now().isoformat()],
            )
            work.log(None, "announcement_seen", announcement=one.id)


def words(one: Announcement, time: str) -> str:
    """The sentence; ``time`` is when, in words."""
    if one.code == RECOVERY_USED:
        return _(
            "The recovery key was used {time} to give {name} a new password. "
            "If nobody has told you why, ask the data protection officer."
        ).format(time=time, name=one.user_name)
    return _("Something happened to the keys {time}: {code}.").format(time=time, code=one.code)
