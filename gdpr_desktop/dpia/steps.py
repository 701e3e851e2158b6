"""The steps of an assessment in the order of handbook 11, and what comes first."""

from datetime import date, timedelta
from enum import StrEnum

from gdpr_desktop.dpia.advice.rules import consulted, is_asked, wants_consultation
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.codes import Follow, State

_FAR_OFF = timedelta(days=60)  # before a no is looked at again


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


def rests(found: Dpia, today: date) -> bool:
    """Was it decided that none is needed, and is the day to look at it again far off?"""
    if not found.case.open or found.state not in (State.NOT_NEEDED, State.COVERED):
        return False
    again = found.need.look_again_by if found.need else None
    return again is not None and again - today > _FAR_OFF


def waits_for_consultation(found: Dpia) -> bool:
    """Must Datatilsynet be asked first, or has it been asked and not answered?"""
    if is_asked(found):
        return True
    return wants_consultation(found) and not consulted(found) and not _ends_here(found)


def _ends_here(found: Dpia) -> bool:
    """Is the advice not to go ahead, and is nothing else decided?

    Then there is nothing to ask Datatilsynet about, unless that was decided too.
    """
    decided = found.decision
    if found.opinion is None or found.opinion.go_ahead is not False:
        return False
    return decided is None or (decided.follow is Follow.FOLLOW and decided.consult is not True)


def is_sent(found: Dpia) -> bool:
    """Has it been sent, and is nobody writing?"""
    return found.latest is not None and not found.writable


def lacks(found: Dpia, step: Step) -> int:
    """How much is missing in what is written, or in the risks: also a draft may be sent."""
    if step not in (Step.WRITING, Step.RISKS):
        return 0
    from gdpr_desktop.dpia.advice.missing import missing
    from gdpr_desktop.dpia.catalogue.loading import builtin
    from gdpr_desktop.dpia.catalogue.model import RISKS

    risks = step is Step.RISKS
    return sum((one.section == RISKS) is risks for one in missing(builtin(), found.content))


def is_done(found: Dpia, step: Step) -> bool:
    """Has this step been taken?"""
    return {
        Step.NEED: found.need is not None,
        Step.WRITING: is_sent(found) and not lacks(found, Step.WRITING),
        Step.RISKS: is_sent(found) and not lacks(found, Step.RISKS),
        Step.OPINION: found.opinion is not None and found.opinion.given_on is not None,
        Step.CONSULTATION: consulted(found),
        Step.APPROVAL: found.approval is not None and found.approval.approved,
        Step.REVIEW: bool(found.reviews) and all(one.done for one in found.tasks),
        Step.FILE: bool(found.case.archive_number),
        Step.CLOSE: not found.case.open,
    }[step]
