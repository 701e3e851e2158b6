"""A group and its members. Frozen values."""

from dataclasses import dataclass
from datetime import date

from gdpr_desktop.core.ids import GroupId, MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class Guardian:
    """Who answers for a child. ``relation`` is a ``codes.Relation`` value."""

    name: str
    relation: str = "parent"
    email: str = ""
    address: str = ""  # where it is another than the child's: a form goes to each


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One in the list. ``parents``: how many have parental responsibility; None: not known."""

    name: str
    id: MemberId | None = None
    group_id: GroupId | None = None
    birth_date: date | None = None
    guardians: tuple[Guardian, ...] = ()
    parents: int | None = None
    care_order: bool = False
    protected: bool = False
    left_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """``year`` is a school year, «2026/2027», or empty. An ended group is kept for its proof."""

    name: str
    id: GroupId | None = None
    unit: str = ""
    year: str = ""
    note: str = ""
    ended_on: date | None = None
    members: int = 0  # how many are in it now
