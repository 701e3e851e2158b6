"""The clocks of a request: which deadline governs now, and what was done in time (art. 12(3))."""

from dataclasses import dataclass
from datetime import date, time

from gdpr_desktop.core.clock import local_date
from gdpr_desktop.law import deadlines
from gdpr_desktop.law.deadlines import Deadline, ExtensionVerdict
from gdpr_desktop.requests.model import (
    SECURE_CHANNELS,
    IdentityMethod,
    IdentityState,
    Part,
    Request,
    Right,
)
from gdpr_desktop.requests.rights import asked, claimed
from gdpr_desktop.requests.rights.access import answer_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension:
    """A question that may stop the clock: when it was asked, and when the answer came."""

    asked: date
    answered: date | None


def suspensions(request: Request) -> tuple[Suspension, ...]:
    """Questions asked about identity and about what is wanted.

    A person who had logged in was already known, so asking again stops nothing (EDPB §73).
    """
    found = []
    identity = request.identity
    if identity.asked_on and request.channel not in SECURE_CHANNELS:
        answered = identity.settled_on if identity.state is not IdentityState.ASKED else None
        found.append(Suspension(asked=identity.asked_on, answered=answered))
    if request.specification:
        asked, answered = request.specification.asked_on, request.specification.answered_on
        found.append(Suspension(asked=asked, answered=answered))
    return tuple(found)


def first_due(request: Request) -> Deadline:
    """The due date without extension.

    Each suspension gives its own date, by the stricter way of counting. Of several the latest
    date counts, and they are not added up: a second question must not take back what the first
    one gave, nor make an answer late after the event.
    """
    received = request.case.received
    if not asked(request):
        return deadlines.correction_target(received)
    plain = deadlines.reply_due(received)
    suspended = [
        deadlines.suspended_reply_due(received, s.asked, s.answered) for s in suspensions(request)
    ]
    return max(suspended, key=lambda deadline: deadline.due) if suspended else plain


def notice_due(request: Request) -> date:
    """The last day to send a notice of extension: inside the first month from receipt.

    Only where the clock stood still beyond that month does the suspended date take its place.
    """
    plain = deadlines.reply_due(request.case.received).due
    late = [s for s in suspensions(request) if s.answered is not None and s.answered > plain]
    return first_due(request).due if late else plain


def extension_verdict(request: Request) -> ExtensionVerdict | None:
    """Does the extension hold? None when there is none."""
    extension = request.extension
    if extension is None:
        return None
    return deadlines.judge_extension(
        request.case.received,
        extension.notice_sent,
        reasons=bool(extension.explanation.strip()),
        ground=extension.ground,
        first_due=notice_due(request),
    )


def reply_deadline(request: Request) -> Deadline:
    """The deadline that governs: the first, or the extended one when the extension holds.

    An extension never gives more than three months from receipt, whatever stood still meanwhile;
    and it never shortens what a suspension has given.
    """
    verdict = extension_verdict(request)
    if verdict is None or not verdict.valid:
        return first_due(request)
    received = request.case.received
    plain = deadlines.extended_reply_due(received)
    suspended = [
        deadlines.suspended_reply_due(received, s.asked, s.answered, extended=True)
        for s in suspensions(request)
    ]
    return max(suspended, key=lambda deadline: deadline.due) if suspended else plain


def first_deed(request: Request) -> date | None:
    """The earliest day on which something was done in the case, by what is noted."""
    r = request
    days: list[date | None] = [
        r.receipt.confirmed_on if r.receipt else None,
        r.identity.asked_on,
        # the login is the request itself, and its day follows the receipt
        r.identity.settled_on if r.identity.method is not IdentityMethod.SECURE_CHANNEL else None,
        r.specification.asked_on if r.specification else None,
        r.extension.notice_sent if r.extension else None,
    ]
    days += [day for part in r.parts for day in _deeds_of(part)]
    days += [day for task in r.tasks for day in (task.asked_on, task.done_on)]
    return min((day for day in days if day is not None), default=None)


def _deeds_of(part: Part) -> tuple[date | None, ...]:
    answer = answer_of(part) if part.right is Right.ACCESS else None
    return (
        part.assessed_on,
        part.advice.given_on if part.advice else None,
        part.decision.decided_on if part.decision else None,
        part.dispatch.sent_on if part.dispatch else None,
        local_date(answer.oral.at) if answer and answer.oral else None,
        part.refusal.guided_on if part.refusal else None,
        part.refusal.fee.warned_on if part.refusal and part.refusal.fee else None,
        *(one.done_on for one in part.measures),
    )


def answered_on(request: Request) -> date | None:
    """The day that stops the clock: all is sent, or told that identity is not established.

    Parts may be answered at different times; the clock runs until the last of them.
    """
    if request.answered:
        return max(part.dispatch.sent_on for part in request.parts if part.dispatch)
    if request.identity.state is IdentityState.NOT_ESTABLISHED:
        return request.identity.settled_on
    return None


def answered_late(request: Request) -> bool:
    """Was the answer later than its deadline?"""
    day = answered_on(request)
    return day is not None and day > reply_deadline(request).due


def extension_open(request: Request, today: date) -> bool:
    """Can the deadline still be extended? Once, with a notice inside the first period."""
    return (
        request.case.open
        and asked(request)
        and claimed(request)
        and request.extension is None
        and answered_on(request) is None
        and today <= notice_due(request)
    )


def officer_told_due(request: Request) -> date:
    """The day the officer shall know by: 24 hours from receipt, or from noon that day."""
    at = deadlines.oslo_instant(request.case.received, request.received_time or time(12))
    return deadlines.officer_told_due(at).due_day
