"""By when Datatilsynet answers, and by when it must have said that it needs longer."""

from datetime import date, timedelta

from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.consultation.model import Consultation
from gdpr_desktop.law.calendar import next_working_day
from gdpr_desktop.law.deadlines import (
    Deadline,
    consultation_due,
    consultation_notice_due,
    extended_consultation_due,
)
from gdpr_desktop.law.deadlines.suspended import suspended_days, suspended_due

ANSWER, NOTICE = "dpia_consultation", "dpia_consultation_notice"  # kinds of deadlines
INFORM = "dpia_consultation_inform"  # while the time stands, since Datatilsynet waits for us
DAYS = 14  # our own target for what it waits for: the law gives no number


def runs(asked: Consultation) -> bool:
    """Has it been sent, and is it neither answered nor withdrawn?"""
    over = asked.answered_on or asked.withdrawn_on
    return asked.sent_on is not None and over is None


def stands(asked: Consultation) -> bool:
    """Does the time stand now, until Datatilsynet has got what it asked for?"""
    return any(one.until is None for one in asked.suspensions)


def days_stood(asked: Consultation) -> int:
    """How many days the time has stood, of the times that are over."""
    return suspended_days((one.since, one.until) for one in asked.suspensions)


def answer_due(asked: Consultation) -> Deadline | None:
    """Eight weeks, or fourteen, from when Datatilsynet had it, and the days that the time stood.

    Until the day of receipt is known it is counted from when it was sent.
    """
    start = asked.received_on or asked.sent_on
    if start is None:
        return None
    usual = extended_consultation_due if asked.extended_on else consultation_due
    return suspended_due(usual(start), ((one.since, one.until) for one in asked.suspensions))


def inform_due(asked: Consultation) -> date | None:
    """By when Datatilsynet should have what it waits for; None while it waits for nothing."""
    since = [one.since for one in asked.suspensions if one.until is None]
    if not since or not runs(asked):
        return None
    return next_working_day(min(since) + timedelta(days=DAYS))


def notice_due(asked: Consultation) -> Deadline | None:
    """One month for Datatilsynet to say that it needs fourteen weeks."""
    start = asked.received_on or asked.sent_on
    return consultation_notice_due(start) if start else None


def notice_came_late(asked: Consultation) -> bool:
    """Was it told of the fourteen weeks after the month?"""
    last = notice_due(asked)
    return bool(asked.extended_on and last and asked.extended_on > last.due)


def wanted(found: Dpia) -> dict[str, date | None]:
    """The deadlines of the case; None for one that does not run now."""
    asked = found.consultation
    if asked is None or not runs(asked):
        return {ANSWER: None, NOTICE: None, INFORM: None}
    if stands(asked):
        return {ANSWER: None, NOTICE: None, INFORM: inform_due(asked)}
    answer, notice = answer_due(asked), notice_due(asked)
    told = asked.extended_on is not None
    return {
        ANSWER: answer.due if answer else None,
        NOTICE: notice.due if notice and not told else None,
        INFORM: None,
    }
