"""The steps of an assessment in the order of handbook 11, and what comes first."""

from enum import StrEnum

from gdpr_desktop.dpia.advice.rules import consulted, is_asked, wants_consultation
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.codes import State


class Step(StrEnum):
    """In the order they are offered."""

    NEED = "need"
    WRITING = "writing"  # the wizard
    RISKS = "risks"
    OPINION = "opinion"  # the officer's advice
    CONSULTATION = "consultation"  # art. 36
    APPROVAL = "approval"  # decision and approval
    REVIEW = "review"  # measures followed up, looked at again
    FILE = "file"
    CLOSE = "close"


_NOW = {
    State.SCREENING: Step.NEED,
    State.NOT_NEEDED: Step.NEED,
    State.COVERED: Step.NEED,
    State.DRAFT: Step.WRITING,
    State.MORE_WORK: Step.WRITING,
    State.SENT_BACK: Step.WRITING,
    State.UNDER_REVIEW: Step.WRITING,
    State.SENT: Step.OPINION,
    State.AT_OFFICER: Step.OPINION,
    State.ADVISED: Step.APPROVAL,
    State.IN_FORCE: Step.REVIEW,
    State.DROPPED: Step.CLOSE,
    State.ENDED: Step.CLOSE,
}


def next_step(found: Dpia) -> Step | None:
    """What the routine wants now; None when the case is closed."""
    if not found.case.open:
        return None
    if found.state is State.ADVISED and waits_for_consultation(found):
        return Step.CONSULTATION
    return _NOW[found.state]


def waits_for_consultation(found: Dpia) -> bool:
    """Must Datatilsynet be asked first, or has it been asked and not answered?"""
    return is_asked(found) or (wants_consultation(found) and not consulted(found))


def is_done(found: Dpia, step: Step) -> bool:
    """Has this step been taken?"""
    return {
        Step.NEED: found.need is not None,
        Step.WRITING: found.latest is not None and not found.writable,
        Step.RISKS: found.latest is not None and not found.writable,
        Step.OPINION: found.opinion is not None and found.opinion.given_on is not None,
        Step.CONSULTATION: consulted(found),
        Step.APPROVAL: found.approval is not None and found.approval.approved,
        Step.REVIEW: bool(found.reviews) and all(one.done for one in found.tasks),
        Step.FILE: bool(found.case.archive_number),
        Step.CLOSE: not found.case.open,
    }[step]
