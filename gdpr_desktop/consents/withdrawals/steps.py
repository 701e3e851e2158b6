"""The steps of a withdrawal (art. 7(3), handbook 3.7), and what comes first."""

from enum import StrEnum

from gdpr_desktop.consents.withdrawals.model import Withdrawal


class Step(StrEnum):
    """In the order they are offered."""

    SETTLE = "settle"  # a request has come: is it about this consent?
    STOP = "stop"  # place by place
    CONFIRM = "confirm"  # the person is told that it is done
    FILE = "file"
    CLOSE = "close"


def next_step(found: Withdrawal) -> Step | None:
    """What the routine wants now; None when the case is closed."""
    if not found.case.open:
        return None
    return next(step for step in Step if not is_done(found, step))


def is_done(found: Withdrawal, step: Step) -> bool:
    """Has this step been taken, or is it not needed?"""
    return {
        Step.SETTLE: not found.waits,
        Step.STOP: not found.waits and found.settled and all(one.done for one in found.stops),
        Step.CONFIRM: found.confirmed is not None,
        Step.FILE: bool(found.case.archive_number),
        Step.CLOSE: not found.case.open,
    }[step]


def shown(found: Withdrawal, step: Step) -> bool:
    """Does the page show the step? The first one is only for what came with a request."""
    return step is not Step.SETTLE or found.waits or found.registered.request is not None
