"""The steps of a single disclosure, in order, and what must come before which."""

from enum import StrEnum

from gdpr_desktop.register.single_disclosures.model import Outcome, SingleDisclosure


class Step(StrEnum):
    """In the order they are offered."""

    OFFICER = "officer"  # told within 24 hours
    IN_WRITING = "in_writing"
    ASSESSMENT = "assessment"
    ADVICE = "advice"
    DECISION = "decision"
    ANSWER = "answer"
    INFORMING = "informing"
    FILE = "file"
    CLOSE = "close"


class Missing(StrEnum):
    """Why something cannot be done yet."""

    NOT_WRITTEN = "not_written"
    NO_GROUND = "no_ground"
    NOT_SIGNED = "not_signed"
    NO_LAW = "no_law"
    NOT_LIFTED = "not_lifted"
    NO_ASSESSMENT = "no_assessment"
    NO_DECISION = "no_decision"
    NOT_ANSWERED = "not_answered"
    NOT_SETTLED_INFORMING = "not_settled_informing"


def is_done(found: SingleDisclosure, step: Step) -> bool:
    """Has this step been taken, or is it not needed?"""
    return {
        Step.OFFICER: found.officer_told_at is not None,
        Step.IN_WRITING: found.is_written,
        Step.ASSESSMENT: found.assessment is not None,
        Step.ADVICE: found.advice is not None,
        Step.DECISION: found.decision is not None,
        Step.ANSWER: found.dispatch is not None,
        Step.INFORMING: found.informing is not None,
        Step.FILE: bool(found.case.archive_number),
        Step.CLOSE: not found.case.open,
    }[step]


def next_step(found: SingleDisclosure) -> Step | None:
    """What the routine wants now; None when the case is closed."""
    if not found.case.open:
        return None
    return next(step for step in Step if not is_done(found, step))


def missing_before_giving(found: SingleDisclosure) -> tuple[Missing, ...]:
    """What stands against giving anything away. A refusal needs none of it."""
    missing = []
    if not found.is_written:
        missing.append(Missing.NOT_WRITTEN)
    if not (found.ground or found.court_order):
        missing.append(Missing.NO_GROUND)
    if not found.signed:
        missing.append(Missing.NOT_SIGNED)
    if found.assessment is None:
        missing.append(Missing.NO_ASSESSMENT)
    else:
        if not found.assessment.law:
            missing.append(Missing.NO_LAW)
        if not found.assessment.lifted:
            missing.append(Missing.NOT_LIFTED)
    return tuple(missing)


def missing_before_answering(found: SingleDisclosure) -> tuple[Missing, ...]:
    """The answer needs a decision, and one that still may stand."""
    if found.decision is None:
        return (Missing.NO_DECISION,)
    refused = found.decision.outcome is Outcome.REFUSED
    return () if refused else missing_before_giving(found)


def missing_before_closing(found: SingleDisclosure) -> tuple[Missing, ...]:
    """An answered case; the person told, or why not."""
    missing = []
    if found.dispatch is None:
        missing.append(Missing.NOT_ANSWERED)
    if found.informing is None:
        missing.append(Missing.NOT_SETTLED_INFORMING)
    return tuple(missing)
