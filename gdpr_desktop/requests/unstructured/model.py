"""What departments found outside the systems, and what becomes of it: handbook 9 and 9.1."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

MOST = 500  # departments, or finds, of one task


class Kind(StrEnum):
    """Where data lie that are in no system."""

    EMAIL = "email"
    FILES = "files"
    PAPER = "paper"
    PHONE = "phone"
    RECORDING = "recording"
    OTHER = "other"


class Fate(StrEnum):
    """What shall become of a find."""

    MOVE = "move"
    DELETE = "delete"
    STAY = "stay"


@dataclass(frozen=True, slots=True, kw_only=True)
class Department:
    """One that is asked. The last two are the checklist's own questions, ``None``: not answered."""

    name: str
    answered_on: date | None = None
    answered_by: str = ""
    knows_access: bool | None = None
    knows_erasure: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """Something that was found. ``system`` is where it moves to, ``need`` why it must stay."""

    department: str = ""
    kind: Kind | None = None
    what: str = ""
    where: str = ""
    access: str = ""
    fate: Fate | None = None
    system: str = ""
    need: str = ""
    done_on: date | None = None

    @property
    def undone(self) -> bool:
        """Has it still to be moved or deleted, or is it not settled what becomes of it?"""
        return self.fate is not Fate.STAY and self.done_on is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unstructured:
    """All that one collection task has brought in."""

    departments: tuple[Department, ...] = ()
    finds: tuple[Find, ...] = ()

    @property
    def answered(self) -> bool:
        """Was somebody asked, and have all answered?"""
        return bool(self.departments) and all(one.answered_on for one in self.departments)

    @property
    def undone(self) -> tuple[Find, ...]:
        """What has still to be moved or deleted."""
        return tuple(one for one in self.finds if one.undone)

    @property
    def to_delete(self) -> tuple[Find, ...]:
        """What shall be deleted and is not yet."""
        return tuple(one for one in self.undone if one.fate is Fate.DELETE)


def asked_too(before: Unstructured, names: Iterable[str]) -> Unstructured:
    """``before`` with those of ``names`` that are not asked yet."""
    known = {one.name.casefold() for one in before.departments}
    fresh: dict[str, str] = {}
    for name in names:
        if name.casefold() not in known:
            fresh.setdefault(name.casefold(), name)
    added = tuple(Department(name=name) for name in fresh.values())
    return replace(before, departments=(*before.departments, *added))


def with_answer(before: Unstructured, answer: Department, finds: Iterable[Find]) -> Unstructured:
    """``before`` with what a department answered, in place of what it answered before."""
    key = answer.name.casefold()
    asked = asked_too(before, (answer.name,)).departments
    others = (one for one in before.finds if one.department.casefold() != key)
    own = (replace(one, department=answer.name) for one in finds)
    return Unstructured(
        departments=tuple(answer if one.name.casefold() == key else one for one in asked),
        finds=(*others, *own),
    )
