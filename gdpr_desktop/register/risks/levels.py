"""How high a risk is: likelihood times consequence for the person, on a scale of five by five."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from gdpr_desktop.register.risks.model import Risk, RiskAssessment

STEPS = (1, 2, 3, 4, 5)


class Level(StrEnum):
    """A colour on the map, with its word."""

    NONE = ""  # not set
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class DpiaReason(StrEnum):
    """Why an assessment of art. 35 should be considered."""

    HIGH_LEFT = "high_left"  # high even after the measures: art. 36 may follow
    HIGH_BEFORE = "high_before"  # high unless something is done


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """From which product a risk is medium and high."""

    medium_from: int = 5
    high_from: int = 12

    def level(self, likelihood: int, consequence: int) -> Level:
        """The level of one cell; NONE while either is not set (0)."""
        product = likelihood * consequence
        if not product:
            return Level.NONE
        if product >= self.high_from:
            return Level.HIGH
        return Level.MEDIUM if product >= self.medium_from else Level.LOW


USUAL = Scale()
_RANK = {level: rank for rank, level in enumerate(Level)}


def is_set(risk: Risk) -> bool:
    """Are likelihood and consequence given?"""
    return bool(risk.likelihood and risk.consequence)


def is_set_after(risk: Risk) -> bool:
    """Are likelihood and consequence after the measures given?"""
    return bool(risk.likelihood_after and risk.consequence_after)


def before(risk: Risk, scale: Scale = USUAL) -> Level:
    """The level as things are without the measures."""
    return scale.level(risk.likelihood, risk.consequence)


def after(risk: Risk, scale: Scale = USUAL) -> Level:
    """The level with the measures; NONE while nobody has judged it."""
    return scale.level(risk.likelihood_after, risk.consequence_after)


def left(risk: Risk, scale: Scale = USUAL) -> Level:
    """The level to reckon with: nothing has become better until somebody has judged it."""
    return after(risk, scale) or before(risk, scale)


def highest(levels: Iterable[Level]) -> Level:
    """The gravest of them."""
    return max(levels, key=_RANK.__getitem__, default=Level.NONE)


def highest_before(assessment: RiskAssessment, scale: Scale = USUAL) -> Level:
    """The gravest risk without the measures."""
    return highest(before(risk, scale) for risk in assessment.risks)


def highest_left(assessment: RiskAssessment, scale: Scale = USUAL) -> Level:
    """The gravest risk with the measures."""
    return highest(left(risk, scale) for risk in assessment.risks)


def needs_dpia_hint(assessment: RiskAssessment, scale: Scale = USUAL) -> DpiaReason | None:
    """Should an assessment of art. 35 be considered? Handbook 2.4: the outcome decides."""
    if highest_left(assessment, scale) is Level.HIGH:
        return DpiaReason.HIGH_LEFT
    if highest_before(assessment, scale) is Level.HIGH:
        return DpiaReason.HIGH_BEFORE
    return None
