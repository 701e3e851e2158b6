"""The rows and columns of the list of groups."""

from dataclasses import replace
from typing import TYPE_CHECKING

from gdpr_desktop.consents.groups.lists import GroupQuery, Sort, found
from gdpr_desktop.consents.groups.model import Group
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.list_model import Column, Count

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


class GroupSource:
    """Pages of groups."""

    def __init__(self, vault: "Vault") -> None:
        self._vault = vault
        self.query = GroupQuery()
        self._rows: tuple[Group, ...] = ()

    def count(self) -> Count:
        self._rows = found(self._vault, self.query)
        return Count(len(self._rows))

    def page(self, offset: int, limit: int) -> tuple[Group, ...]:
        return self._rows[offset : offset + limit]

    def sort(self, key: str, descending: bool) -> None:
        self.query = replace(self.query, sort=key, descending=descending)
        self._rows = found(self._vault, self.query)

    def line(self, group_id: int) -> int | None:
        """Where a group stands in the list."""
        return next((at for at, one in enumerate(self._rows) if one.id == group_id), None)


def _name(group: Group) -> str:
    return group.name


def _unit(group: Group) -> str:
    return group.unit or "–"


def _year(group: Group) -> str:
    return group.year or "–"


def _members(group: Group) -> str:
    return str(group.members)


def columns() -> tuple[Column, ...]:
    """Name, unit, school year, how many."""
    return (
        Column(header=_("Group"), text=_name, sort_key=Sort.NAME, width=150),
        Column(header=_("Unit"), text=_unit, sort_key=Sort.UNIT, width=160, optional=True),
        Column(
            header=_("School year"),
            text=_year,
            sort_key=Sort.YEAR,
            width=110,
            optional=True,
            named=True,
        ),
        Column(
            header=_("People"), text=_members, sort_key=Sort.MEMBERS, align_right=True, width=90
        ),
    )
