"""A note of disagreement, handbook 6.2: what it concerns, in whose words, and where it is laid."""

from dataclasses import dataclass
from datetime import date

from gdpr_desktop.requests.model import Part, Result, Right
from gdpr_desktop.requests.rights import result_of

# the rights whose answer may leave the person and the municipality at odds about what is stored
RIGHTS = frozenset(
    {Right.RECTIFICATION, Right.ERASURE, Right.RESTRICTION, Right.OBJECTION, Right.CORRECTION}
)
_AGREED = frozenset({Result.GRANTED, Result.NOTHING_HELD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A system that the note shall lie in, and when it was laid there."""

    system: str
    laid_on: date | None = None
    laid_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """The view of the person, kept with the data that it is about."""

    about: str  # which data
    view: str  # in the person's own words
    ours: str = ""  # the municipality's, in short
    places: tuple[Place, ...] = ()
    written_on: date

    @property
    def laid(self) -> bool:
        """Does it lie everywhere it shall?"""
        return all(one.laid_on is not None for one in self.places)

    @property
    def left(self) -> tuple[str, ...]:
        """The systems where it does not lie yet."""
        return tuple(one.system for one in self.places if one.laid_on is None)


def may_disagree(part: Part) -> bool:
    """Has the part come to something that the person may not agree with?"""
    if part.right not in RIGHTS:
        return False
    result = result_of(part)
    return result is not None and result not in _AGREED
