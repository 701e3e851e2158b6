"""What a write changed, told to those who show it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """Kinds of thing that can change."""

    CASE = "case"
    SETTINGS = "settings"
    USER = "user"
    TEMPLATE = "template"
    ENTRY = "entry"  # of the record of processing
    CHECKLIST = "checklist"
    CONSENT = "consent"
    GROUP = "group"  # of people who are asked for consent
    PICTURE = "picture"  # an answer about the use of one


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """How a deed is taken back: ``verb`` is itself a deed, and may be refused (``AppError``)."""

    words: str  # «the answer to the task»
    verb: Callable[[Any], "Change"]  # takes the vault
    told: str = ""  # the notice of a deed of which «Saved: …» cannot be said: a removal


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Kinds and ids touched by one committed unit of work."""

    kinds: frozenset[Kind]
    ids: tuple[int, ...] = ()
    undo: Undo | None = field(default=None, compare=False)  # where the law allows it

    @property
    def id(self) -> int:
        """The first id: the case just registered, for one."""
        return self.ids[0]
