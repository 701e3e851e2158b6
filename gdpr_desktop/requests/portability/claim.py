"""What a claim of portability comes to, and the package that answers it. Kept with the part."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from gdpr_desktop.law.portability import Limit
from gdpr_desktop.requests.model import Considered


class Outcome(StrEnum):
    """What the person takes along."""

    DELIVERED = "delivered"
    PART = "part"
    REFUSED = "refused"
    NOTHING_HELD = "nothing_held"

    @property
    def gives(self) -> bool:
        """Does anything go along?"""
        return self in (Outcome.DELIVERED, Outcome.PART)


class Transfer(StrEnum):
    """Straight to another controller, art. 20(2)."""

    NOT_ASKED = "not_asked"
    SENT = "sent"
    NOT_POSSIBLE = "not_possible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Direct:
    """The wish that another controller gets the data: who, how, or why it cannot be done."""

    state: Transfer = Transfer.NOT_ASKED
    receiver: str = ""
    how: str = ""
    why_not: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Data that do not go along: by which rule, which data, and why. The person reads it."""

    limit: Limit
    what: str = ""
    explanation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What the claim comes to, and on what."""

    outcome: Outcome
    considered: tuple[Considered, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    direct: Direct = field(default_factory=Direct)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedTable:
    """A table in the package: its title, and how many records."""

    title: str
    records: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The zip file that was made. ``kept``: its data are still in the register."""

    file_name: str
    sha256: str
    made_on: date
    tables: tuple[PackedTable, ...]
    kept: bool = True
