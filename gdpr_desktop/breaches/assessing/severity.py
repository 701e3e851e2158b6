"""How severe a breach is by ENISA's method (2013): SE = DPC × EI + CB.

All steps are multiples of a quarter, so the sums are exact. The words of every step are in
``forms/breaches/factors``, read through ``factors``.
"""

from dataclasses import dataclass
from enum import StrEnum

CONTEXTS = (1, 2, 3, 4)
IDENTIFICATIONS = (0.25, 0.5, 0.75, 1.0)
CIRCUMSTANCES = (0.0, 0.25, 0.5)
MALICE = 0.5
MANY = 100  # people; more than that is flagged beside the score
HIGHEST = 6.0


class Band(StrEnum):
    """What the score means for people."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    VERY_HIGH = "very_high"


BAND_STARTS = {Band.LOW: 0.0, Band.MEDIUM: 2.0, Band.HIGH: 3.0, Band.VERY_HIGH: 4.0}


class DataClass(StrEnum):
    """The kind of data, which gives the data processing context (DPC) its base."""

    SIMPLE = "simple"  # name, contact, family, education, profession
    BEHAVIOURAL = "behavioural"  # location, traffic, preferences, habits
    FINANCIAL = "financial"  # income, transactions, cards, social benefits
    SENSITIVE = "sensitive"  # health, politics, sexual life and the like


# The base first; then what raises it, then what lowers it.
CONTEXTS_OF = {
    DataClass.SIMPLE: (1, 2, 3, 4),
    DataClass.BEHAVIOURAL: (2, 3, 4, 1),
    DataClass.FINANCIAL: (3, 4, 2, 1),
    DataClass.SENSITIVE: (4, 3, 2, 1),
}


class Identifier(StrEnum):
    """What people can be recognised by, which says how the ease of it (EI) is judged."""

    NAME = "name"
    NUMBER = "number"  # of identity or passport
    CONTACT = "contact"  # telephone, home address
    EMAIL = "email"
    PICTURE = "picture"
    CODE = "code"  # alias, initials
    SEVERAL = "several"  # or something else: judged as a whole


IDENTIFICATIONS_OF = {
    Identifier.NAME: IDENTIFICATIONS,
    Identifier.NUMBER: (0.25, 0.75, 1.0),
    Identifier.CONTACT: (0.25, 0.5, 1.0),
    Identifier.EMAIL: (0.25, 0.75, 1.0),
    Identifier.PICTURE: IDENTIFICATIONS,
    Identifier.CODE: (0.25, 0.75, 1.0),
    Identifier.SEVERAL: IDENTIFICATIONS,
}


class Loss(StrEnum):
    """The circumstances of the breach (CB) that are added, beside malice."""

    CONFIDENTIALITY = "confidentiality"
    INTEGRITY = "integrity"
    AVAILABILITY = "availability"


class Flag(StrEnum):
    """What ENISA has beside the score, without changing it."""

    MANY = "many"  # more than a hundred people
    UNINTELLIGIBLE = "unintelligible"  # to whoever has the data: encrypted, and the key is safe


@dataclass(frozen=True, slots=True, kw_only=True)
class Severity:
    """A score from 0.25 to 6, and its band."""

    score: float
    band: Band


def severity(
    context: int,
    identification: float,
    confidentiality: float,
    integrity: float,
    availability: float,
    malicious: bool,
) -> Severity:
    """The severity of a breach.

    ``context`` is 1 to 4, ``identification`` 0.25, 0.5, 0.75 or 1, the losses 0, 0.25 or 0.5 each.
    Raises ValueError for another value.
    """
    _require(context, CONTEXTS)
    _require(identification, IDENTIFICATIONS)
    losses = (confidentiality, integrity, availability)
    for loss in losses:
        _require(loss, CIRCUMSTANCES)
    score = context * identification + sum(losses) + (MALICE if malicious else 0.0)
    return Severity(score=score, band=band_of(score))


def band_of(score: float) -> Band:
    """The band of a score; each begins at its number."""
    return max((start, band) for band, start in BAND_STARTS.items() if start <= score)[1]


def flags(people: int | None, *, unintelligible: bool) -> tuple[Flag, ...]:
    """What stands beside the score. ``people``: how many; None where it is not known."""
    many = (Flag.MANY,) if people is not None and people > MANY else ()
    return (*many, Flag.UNINTELLIGIBLE) if unintelligible else many


def _require(value: float, allowed: tuple[float, ...]) -> None:
    if isinstance(value, bool) or value not in allowed:
        raise ValueError(f"{value} is not one of {allowed}")
