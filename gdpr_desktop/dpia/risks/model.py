"""How high a risk is: consequence for the person against likelihood, by a scale.

The Regulation counts nothing: levels are a local convention (handbook 2.4), and the reasons are
what is read. Nothing is better after the measures until somebody has judged it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from gdpr_desktop.dpia.content import Assessment, Estimate, Scenario


class Level(StrEnum):
    """A colour on the map, with its word."""

    NONE = ""  # not set
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How many steps, and from which product of the two a risk is medium and high."""

    steps: int = 5
    medium_from: int = 5
    high_from: int = 12


FIVE = Scale()
FOUR = Scale(steps=4, medium_from=4, high_from=8)
_RANK = {level: rank for rank, level in enumerate(Level)}


def scale_of(steps: int) -> Scale:
    """The usual scale with so many steps."""
    return FOUR if steps == FOUR.steps else FIVE


def scale_in(content: Assessment) -> Scale:
    """The scale that an assessment is judged by: the municipality's own, or the usual one."""
    own = content.own_scale
    if own is None or own.steps != content.scale:
        return scale_of(content.scale)
    return Scale(steps=own.steps, medium_from=own.medium_from, high_from=own.high_from)


def risk_level(consequence: int, likelihood: int, scale: Scale = FIVE) -> Level:
    """The level of one cell; NONE while either is not set (0). ValueError outside the scale."""
    for value in (consequence, likelihood):
        if not 0 <= value <= scale.steps:
            raise ValueError(f"a step of this scale is 1–{scale.steps}, not {value}")
    product = consequence * likelihood
    if not product:
        return Level.NONE
    if product >= scale.high_from:
        return Level.HIGH
    return Level.MEDIUM if product >= scale.medium_from else Level.LOW


def level_of(estimate: Estimate, scale: Scale = FIVE) -> Level:
    """The level of an estimate; a step that another scale had counts as the nearest of this."""
    return risk_level(*steps_of(estimate, scale), scale)


def steps_of(estimate: Estimate, scale: Scale = FIVE) -> tuple[int, int]:
    """Consequence and likelihood as steps of the scale, 0 where not set."""
    given = (estimate.consequence, estimate.likelihood)
    consequence, likelihood = (min(max(one, 0), scale.steps) for one in given)
    return consequence, likelihood


def left(scenario: Scenario, scale: Scale = FIVE) -> Level:
    """What to reckon with: as before until it has been judged anew with the measures."""
    return level_of(scenario.after, scale) or level_of(scenario.before, scale)


def highest(levels: Iterable[Level]) -> Level:
    """The gravest of them."""
    return max(levels, key=_RANK.__getitem__, default=Level.NONE)


def highest_left(content: Assessment) -> Level:
    """The gravest risk that is left: HIGH means prior consultation, art. 36(1)."""
    scale = scale_in(content)
    return highest(left(one, scale) for one in content.scenarios)
