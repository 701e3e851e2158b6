"""The steps of a breach in the order of the handbook (chapter 10), and what comes first."""

from enum import StrEnum

from gdpr_desktop.breaches.codes import PeopleException, PeopleTelling, TellingState
from gdpr_desktop.breaches.model import Breach


class Step(StrEnum):
    """In the order they are offered."""

    FIRST_HOUR = "first_hour"  # stop it, find out, tell the officer
    FACTS = "facts"  # how it went, and why
    SCOPE = "scope"  # whose and which data
    ASSESSMENT = "assessment"
    ADVICE = "advice"
    DECISION = "decision"
    NOTIFY = "notify"
    TELL = "tell"
    FOLLOW_UP = "follow_up"  # what the authority still waits for
    MEASURES = "measures"
    LESSONS = "lessons"
    FILE = "file"
    CLOSE = "close"


def next_step(found: Breach) -> Step | None:
    """What the routine wants now; None when the case is closed."""
    if not found.case.open:
        return None
    return next(step for step in Step if not is_done(found, step))


def is_done(found: Breach, step: Step) -> bool:
    """Has this step been taken, or is it not needed?"""
    return {
        Step.FIRST_HOUR: found.first_hour_done,
        Step.FACTS: found.course is not None,
        Step.SCOPE: found.scope is not None,
        Step.ASSESSMENT: bool(found.versions),
        Step.ADVICE: found.advice is not None,
        Step.DECISION: found.decision is not None,
        Step.NOTIFY: _notified(found),
        Step.TELL: _told(found),
        Step.FOLLOW_UP: _notified(found) and not must_follow_up(found),
        Step.MEASURES: found.measures_settled and all(one.done for one in found.measures),
        Step.LESSONS: found.lessons is not None,
        Step.FILE: bool(found.case.archive_number),
        Step.CLOSE: not found.case.open,
    }[step]


def needs_notification(found: Breach) -> bool:
    """Is it decided that the authority is told?"""
    return found.decision is not None and found.decision.authority


def needs_telling(found: Breach) -> bool:
    """Is it decided that people are told, or has the authority ordered it (art. 34(4))?

    A public notice in the place of single letters is telling too (art. 34(3)(c)).
    """
    if any(one.orders_telling for one in found.authority_letters):
        return True
    decision = found.decision
    if decision is None:
        return False
    if decision.people is not PeopleTelling.NOT:
        return True
    exempted = decision.exempted
    return exempted is not None and exempted.exception is PeopleException.DISPROPORTIONATE


def must_follow_up(found: Breach) -> bool:
    """Does the authority wait for more: what was missing, or what it has demanded?"""
    if any(not one.done for one in found.demands):
        return True
    if any(one.closes for one in found.authority_letters):
        return False
    last = found.notifications[-1] if found.notifications else None
    return last is not None and not found.withdrawn and bool(last.missing)


def _notified(found: Breach) -> bool:
    decided_not = found.decision is not None and not found.decision.authority
    return bool(found.notifications) or decided_not


def _told(found: Breach) -> bool:
    if found.decision is None:
        return False
    return not needs_telling(found) or found.told is TellingState.ALL
