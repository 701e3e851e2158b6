"""Rules about the facts of a breach: codes and values, never sentences."""

from datetime import timedelta
from enum import StrEnum

from gdpr_desktop.breaches.codes import Known, Reporter
from gdpr_desktop.breaches.model import Breach, Count, Course, Intake

LONG_WAIT = timedelta(hours=24)  # from here on a processor is asked why: art. 33(2)
MANY = 1_000_000  # more people than any municipality has; the number is worth another look
MOST = 999_999_999


class OlderFact(StrEnum):
    """What the assessment rests on, and what is no longer as it was then."""

    SPECIAL = "special"
    IDENTITY_NUMBERS = "identity_numbers"
    PROTECTED_ADDRESS = "protected_address"
    CHILDREN = "children"
    VULNERABLE = "vulnerable"
    SEEN = "seen"
    PROTECTION = "protection"


def older_facts(found: Breach) -> tuple[OlderFact, ...]:
    """What has changed in the scope since it was assessed; none where one of them is not there."""
    then, now = found.assessment, found.scope
    if then is None or now is None:
        return ()
    return tuple(one for one in OlderFact if getattr(then, one.value) != getattr(now, one.value))


def processor_wait(course: Course) -> timedelta | None:
    """How long the processor knew of it before it told us; None while a time is missing."""
    if course.processor_aware is None or course.reported_at is None:
        return None
    return course.reported_at - course.processor_aware


def waited_long(course: Course) -> bool:
    """Did the processor wait longer than «without undue delay» allows without a reason?"""
    wait = processor_wait(course)
    return wait is not None and wait > LONG_WAIT


def told_before_aware(course: Course, intake: Intake, reporter: Reporter) -> bool:
    """Did a processor tell us before we say that we were aware of it? Then the clock began there
    (guidelines 9/2022)."""
    told = course.reported_at
    return reporter is Reporter.PROCESSOR and told is not None and told < intake.aware


def is_improbable(count: Count) -> bool:
    """Is the number so high that it is likely a slip?"""
    return count.known is not Known.UNKNOWN and (count.number or 0) >= MANY
