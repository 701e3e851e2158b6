"""SQL for everything about one person: the lists they stand in, and the case that asks for it."""

from typing import Any

from gdpr_desktop.consents.groups import store as groups
from gdpr_desktop.consents.groups.model import Group, Member
from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.ids import CaseId, GroupId
from gdpr_desktop.vault.reading import first, rows


def memberships(db: Any, key: str, actor: Actor) -> tuple[tuple[Group, Member], ...]:
    """The lists that possibly the same person stands or stood in, as far as the actor sees them."""
    where, values = groups.visible(actor)
    sql = (
        "SELECT m.* FROM consent_member m JOIN consent_group g ON g.id = m.group_id"
        f" WHERE m.match_key = ? AND {where} ORDER BY m.id"
    )
    found = [groups.member_of(row) for row in rows(db, sql, [key, *values])]
    return tuple((groups.group(db, GroupId(one.group_id or 0)), one) for one in found)


def case_numbered(db: Any, number: str) -> CaseId | None:
    """The case with this number; None when there is none."""
    row = first(db, "SELECT id FROM case_file WHERE number = ?", [number])
    return CaseId(row["id"]) if row is not None else None
