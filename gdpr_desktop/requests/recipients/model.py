"""Recipients of data that were corrected, erased or restricted: art. 19 and 17(2), handbook 6.4."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MOST = 5_000  # recipients of one part


class Telling(StrEnum):
    """Where one recipient stands. The last two need a reason."""

    OPEN = "open"
    TOLD = "told"
    IMPOSSIBLE = "impossible"
    DISPROPORTIONATE = "disproportionate"


REASONED = frozenset({Telling.IMPOSSIBLE, Telling.DISPROPORTIONATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """One who got the data: what, when (as it is known), and whether they have been told."""

    name: str
    contact: str = ""  # e-mail or postal address
    what: str = ""
    given: str = ""
    telling: Telling = Telling.OPEN
    told_on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipients:
    """All who got the data of a part. ``nobody``: it has been found out that no one did.

    ``published``: the data were made public; ``steps`` says what was done so that links and
    copies go too (art. 17(2)).
    """

    rows: tuple[Recipient, ...] = ()
    nobody: bool = False
    published: bool = False
    steps: str = ""

    @property
    def open(self) -> int:
        """How many still have to be told."""
        return sum(one.telling is Telling.OPEN for one in self.rows)


def told_names(recipients: Recipients) -> tuple[str, ...]:
    """The names of those who have been told, each once."""
    told = (one.name for one in recipients.rows if one.telling is Telling.TOLD)
    return tuple(dict.fromkeys(told))


def merged(before: Iterable[Recipient], names: Iterable[str]) -> tuple[Recipient, ...]:
    """``before`` with those of ``names`` that are not there yet."""
    kept = tuple(before)
    known = {one.name.casefold() for one in kept}
    fresh = dict.fromkeys(name for name in names if name.casefold() not in known)
    return (*kept, *(Recipient(name=name) for name in fresh))
