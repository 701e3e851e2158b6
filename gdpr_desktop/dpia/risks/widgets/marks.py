"""An assessment as the risk map wants it."""

from functools import partial

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.dpia.content import Assessment, Estimate
from gdpr_desktop.dpia.risks.model import Level, Scale, risk_level, scale_in, steps_of
from gdpr_desktop.dpia.words import words
from gdpr_desktop.ui.risk_drawing import Cell, Grid, Mark

TONES = {Level.NONE: "muted", Level.LOW: "ok", Level.MEDIUM: "warning", Level.HIGH: "danger"}


def grid_of(content: Assessment, language: Language | None = None) -> Grid:
    """The cells by the scale of the assessment."""
    scale = scale_in(content)
    return Grid(
        steps=scale.steps,
        tone=partial(_tone, scale),
        level=partial(_level, scale, language),
    )


def marks_of(content: Assessment) -> tuple[Mark, ...]:
    """The risks, numbered as in the list."""
    scale = scale_in(content)
    return tuple(
        Mark(
            text=f"{number}. {one.title}",
            before=cell_of(one.before, scale),
            after=cell_of(one.after, scale),
        )
        for number, one in enumerate(content.scenarios, 1)
    )


def cell_of(estimate: Estimate, scale: Scale) -> Cell | None:
    """Where an estimate stands; None while it is not complete."""
    consequence, likelihood = steps_of(estimate, scale)
    return (likelihood, consequence) if consequence and likelihood else None


def _tone(scale: Scale, cell: Cell) -> str:
    return TONES[risk_level(cell[1], cell[0], scale)]


def _level(scale: Scale, language: Language | None, cell: Cell) -> str:
    return words(risk_level(cell[1], cell[0], scale), language).lower()
