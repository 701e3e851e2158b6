"""The steps of a form in the order of the handbook (3.7, 3.8), and what comes first."""

from datetime import date, timedelta
from enum import StrEnum

from gdpr_desktop.casework.model import Task
from gdpr_desktop.consents.checking.basis import is_settled
from gdpr_desktop.consents.checking.points import check_form
from gdpr_desktop.consents.forms.model import Form

_FAR_OFF = timedelta(days=60)  # before the follow-up is due


class Step(StrEnum):
    """In the order they are offered."""

    BASIS = "basis"  # is consent the right basis at all?
    CONTENT = "content"  # what the form says
    CHECK = "check"  # the sixteen points
    APPROVAL = "approval"
    USE = "use"  # print it, hand it out
    REVIEW = "review"  # yearly, and what ends by itself
    FILE = "file"
    CLOSE = "close"  # out of use


def next_step(found: Form) -> Step | None:
    """What the routine wants now; None when the form is out of use."""
    if not found.case.open:
        return None
    return next((step for step in _OFFERED if not is_done(found, step)), Step.REVIEW)


_OFFERED = (Step.BASIS, Step.CONTENT, Step.CHECK, Step.APPROVAL, Step.USE)


def awaits_answers(found: Form, today: date) -> bool:
    """Is the form just in use: nothing waits, and the follow-up is far off?"""
    if next_step(found) is not Step.REVIEW or any(not one.done for one in found.tasks):
        return False
    return found.case.due is not None and found.case.due - today > _FAR_OFF


def first_task(found: Form) -> Task | None:
    """The task that the form's date is about; None where it is the yearly follow-up's."""
    waiting = (one for one in found.tasks if not one.done and one.due is not None)
    return next((one for one in waiting if one.due == found.case.due), None)


def is_done(found: Form, step: Step) -> bool:
    """Has this step been taken?"""
    return {
        Step.BASIS: found.approved or is_settled(found.draft.kind, found.basis),
        Step.CONTENT: bool(found.draft.purposes),
        Step.CHECK: found.approved or bool(found.draft.purposes and passes(found)),
        Step.APPROVAL: found.approved,
        Step.USE: found.latest is not None and found.latest.used_on is not None,
        Step.REVIEW: bool(found.reviews) and all(one.done for one in found.tasks),
        Step.FILE: bool(found.case.archive_number),
        Step.CLOSE: not found.case.open,
    }[step]


def passes(found: Form) -> bool:
    """Does nothing hinder that the draft is approved?"""
    return not any(one.blocks for one in check_form(found))
