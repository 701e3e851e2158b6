"""The list of groups: narrowed, sorted, paged."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from gdpr_desktop.consents.groups import store
from gdpr_desktop.consents.groups.model import Group
from gdpr_desktop.core.ids import GroupId
from gdpr_desktop.core.names import search_words, sort_key

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


class Sort(StrEnum):
    """What the list can be sorted by."""

    NAME = "name"
    UNIT = "unit"
    YEAR = "year"
    MEMBERS = "members"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupQuery:
    """``ended``: only those that have ended, else only those in use."""

    text: str = ""
    ended: bool = False
    sort: str = Sort.NAME
    descending: bool = False


def found(vault: "Vault", query: GroupQuery) -> tuple[Group, ...]:
    """The groups of the query that the actor may see. A municipality has some hundred."""
    words = search_words(query.text).split()
    all_ = store.groups(vault.db, vault.actor, ended=query.ended)
    kept = [
        one
        for one in all_
        if (one.ended_on is not None) == query.ended
        and all(word in search_words(f"{one.name} {one.unit} {one.year}") for word in words)
    ]
    kept.sort(key=lambda one: _key(one, query.sort), reverse=query.descending)
    return tuple(kept)


def _key(group: Group, sort: str) -> tuple[Any, ...]:
    by_name = (sort_key(group.name), group.id)
    first: Any = {
        Sort.UNIT: sort_key(group.unit),
        Sort.YEAR: group.year,
        Sort.MEMBERS: group.members,
    }.get(Sort(sort), "")
    return (first, *by_name)


def choices(vault: "Vault", *, but: GroupId | None = None) -> tuple[tuple[GroupId, str], ...]:
    """The groups in use to choose one from, with the unit and the year that tell them apart."""
    return tuple(
        (one.id, ", ".join(part for part in (one.name, one.unit, one.year) if part))
        for one in store.groups(vault.db, vault.actor)
        if one.id is not None and one.id != but
    )
