"""The steps of a deviation, in the order they are offered."""

from enum import StrEnum

from gdpr_desktop.breaches.deviations.model import Deviation


class Step(StrEnum):
    """Few: the list is for learning, not for forms."""

    BREACH = "breach"  # is it a breach after all?
    FOLLOW_UP = "follow_up"  # who answers for it, the next look, what is done
    CLOSE = "close"


def is_done(found: Deviation, step: Step) -> bool:
    """Has this step been taken? Whether it is a breach is a question, not a duty."""
    return {
        Step.BREACH: True,
        Step.FOLLOW_UP: bool(found.facts.responsible and found.facts.corrective),
        Step.CLOSE: not found.case.open,
    }[step]


def next_step(found: Deviation) -> Step | None:
    """What comes first; None when the case is closed."""
    if not found.case.open:
        return None
    return next(step for step in Step if not is_done(found, step))
