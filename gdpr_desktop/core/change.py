"""What a write changed, told to those who show it."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Kinds of thing that can change."""

    CASE = "case"
    SETTINGS = "settings"
    USER = "user"
    TEMPLATE = "template"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Kinds and ids touched by one committed unit of work."""

    kinds: frozenset[Kind]
    ids: tuple[int, ...] = ()

    @property
    def id(self) -> int:
        """The first id: the case just registered, for one."""
        return self.ids[0]
