"""Rows of groups and their members."""

from dataclasses import replace
from datetime import date
from typing import Any

import msgspec

from gdpr_desktop.casework.model import Person, match_key
from gdpr_desktop.consents.groups.model import Group, Member
from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import GroupId, MemberId
from gdpr_desktop.core.names import family_first, sort_key
from gdpr_desktop.core.roles import Deed, Scope, scope
from gdpr_desktop.core.text import _
from gdpr_desktop.vault.reading import Row, first, rows

_GROUP = (
    "SELECT g.*, (SELECT count(*) FROM consent_member m"
    " WHERE m.group_id = g.id AND m.left_on IS NULL) AS members FROM consent_group g"
)


def visible(actor: Actor) -> tuple[str, list[object]]:
    """The condition for groups ``g`` that the actor may see: a caseworker's own."""
    reach = scope(actor.role, Deed.READ_CASE)
    if reach is Scope.ANY:
        return "1", []
    return ("g.created_by = ?", [actor.user_id]) if reach is Scope.ASSIGNED else ("0", [])


def groups(db: Any, actor: Actor, *, ended: bool = False) -> tuple[Group, ...]:
    """The groups that the actor may see, by name; the ended ones too with ``ended``."""
    where, values = visible(actor)
    if not ended:
        where += " AND g.ended_on IS NULL"
    found = rows(db, f"{_GROUP} WHERE {where} ORDER BY g.sort, g.id", values)
    return tuple(_group_of(row) for row in found)


def group(db: Any, group_id: GroupId) -> Group:
    """One group. Raises ``AppError`` when it is gone."""
    row = first(db, f"{_GROUP} WHERE g.id = ?", [group_id])
    if row is None:
        raise AppError(_("This group does not exist any more."), hint=_("Go back to the list."))
    return _group_of(row)


def created_by(db: Any, group_id: GroupId) -> int:
    """Who made the group: whose it is."""
    row = first(db, "SELECT created_by FROM consent_group WHERE id = ?", [group_id])
    return int(row["created_by"]) if row is not None else 0


def insert_group(db: Any, made: Group, actor: Actor, at: Any) -> GroupId:
    """Insert a group; ``at`` is the instant. Returns its id."""
    cursor = db.execute(
        "INSERT INTO consent_group (name, sort, unit, year, note, created_by, created_at,"
        " ended_on) VALUES (?,?,?,?,?,?,?,?)",
        [*_group_values(made)[:5], actor.user_id, at.isoformat(), _day(made.ended_on)],
    )
    return GroupId(cursor.lastrowid)


def update_group(db: Any, changed: Group) -> None:
    """Write a group back whole."""
    db.execute(
        "UPDATE consent_group SET name = ?, sort = ?, unit = ?, year = ?, note = ?, ended_on = ?"
        " WHERE id = ?",
        [*_group_values(changed), changed.id],
    )


def delete_group(db: Any, group_id: GroupId) -> None:
    """Take away a group that was made by mistake, with its members."""
    db.execute("DELETE FROM consent_group WHERE id = ?", [group_id])


def members(db: Any, group_id: GroupId, *, left: bool = False) -> tuple[Member, ...]:
    """Those in a group, by family name; those who have left too with ``left``."""
    more = "" if left else " AND left_on IS NULL"
    sql = f"SELECT * FROM consent_member WHERE group_id = ?{more} ORDER BY sort, id"
    return tuple(member_of(row) for row in rows(db, sql, [group_id]))


def member(db: Any, member_id: MemberId) -> Member:
    """One member. Raises ``AppError`` when it is gone."""
    row = first(db, "SELECT * FROM consent_member WHERE id = ?", [member_id])
    if row is None:
        raise AppError(_("This person is not in the list any more."))
    return member_of(row)


def match(found: Member) -> str:
    """Folded name and birth date, as a consent has it."""
    return match_key(Person(name=found.name, birth_date=found.birth_date))


def insert_member(db: Any, made: Member) -> MemberId:
    """Insert a member of ``made.group_id``; returns its id."""
    assert made.group_id is not None, "a member is in a group"
    cursor = db.execute(
        "INSERT INTO consent_member (group_id, name, sort, birth_date, match_key, left_on, data)"
        " VALUES (?,?,?,?,?,?,?)",
        [made.group_id, *_member_values(made)],
    )
    return MemberId(cursor.lastrowid)


def update_member(db: Any, changed: Member) -> None:
    """Write a member back whole; the group may be another."""
    db.execute(
        "UPDATE consent_member SET group_id = ?, name = ?, sort = ?, birth_date = ?,"
        " match_key = ?, left_on = ?, data = ? WHERE id = ?",
        [changed.group_id, *_member_values(changed), changed.id],
    )


def delete_member(db: Any, member_id: MemberId) -> None:
    """Take away a member who was put in by mistake."""
    db.execute("DELETE FROM consent_member WHERE id = ?", [member_id])


def _group_of(row: Row) -> Group:
    return Group(
        id=GroupId(row["id"]),
        name=row["name"],
        unit=row["unit"],
        year=row["year"],
        note=row["note"],
        ended_on=date.fromisoformat(row["ended_on"]) if row["ended_on"] else None,
        members=row["members"],
    )


def _group_values(made: Group) -> list[object]:
    return [made.name, sort_key(made.name), made.unit, made.year, made.note, _day(made.ended_on)]


def member_of(row: Row) -> Member:
    """A row of ``consent_member`` as a dataclass."""
    read = msgspec.json.decode(row["data"], type=Member)
    return replace(
        read,
        id=MemberId(row["id"]),
        group_id=GroupId(row["group_id"]),
        name=row["name"],
        birth_date=date.fromisoformat(row["birth_date"]) if row["birth_date"] else None,
        left_on=date.fromisoformat(row["left_on"]) if row["left_on"] else None,
    )


def _member_values(made: Member) -> list[object]:
    bare = replace(made, id=None, group_id=None, name="", birth_date=None, left_on=None)
    return [
        made.name,
        sort_key(family_first(made.name)),
        _day(made.birth_date),
        match(made),
        _day(made.left_on),
        msgspec.json.encode(bare).decode(),
    ]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
