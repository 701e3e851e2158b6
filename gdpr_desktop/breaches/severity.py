"""How severe a breach is by ENISA's method (2013): SE = DPC × EI + CB.

All steps are multiples of a quarter, so the sums are exact.
"""

from dataclasses import dataclass
from enum import StrEnum

CONTEXTS = (1, 2, 3, 4)
IDENTIFICATIONS = (0.25, 0.5, 0.75, 1.0)
CIRCUMSTANCES = (0.0, 0.25, 0.5)
MALICE = 0.5


class Band(StrEnum):
    """What the score means for people."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    VERY_HIGH = "very_high"


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
    if score >= 4:
        return Band.VERY_HIGH
    if score >= 3:
        return Band.HIGH
    return Band.MEDIUM if score >= 2 else Band.LOW


def _require(value: float, allowed: tuple[float, ...]) -> None:
    if isinstance(value, bool) or value not in allowed:
        raise ValueError(f"{value} is not one of {allowed}")
