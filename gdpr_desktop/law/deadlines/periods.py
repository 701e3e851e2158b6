"""The other deadlines in days, weeks and months, and when to remind of any of them."""

from datetime import date, timedelta

from gdpr_desktop.law.deadlines.counting import in_days, in_months, in_weeks, norwegian_day
from gdpr_desktop.law.deadlines.model import Deadline, DeadlineCode, DeadlineKind
from gdpr_desktop.law.rules import rules_on


def information_due(obtained: date) -> Deadline:
    """One month from obtaining data elsewhere to inform: art. 14(3)(a), handbook 4.3."""
    obtained = norwegian_day(obtained)
    return in_months(DeadlineKind.INFORMATION, obtained, rules_on(obtained).information_months)


def consultation_due(received: date) -> Deadline:
    """Eight weeks for the authority to answer a prior consultation: art. 36(2)."""
    received = norwegian_day(received)
    return in_weeks(DeadlineKind.CONSULTATION, received, rules_on(received).consultation_weeks)


def extended_consultation_due(received: date) -> Deadline:
    """Fourteen weeks in all, when the authority extends: art. 36(2)."""
    received = norwegian_day(received)
    rules = rules_on(received)
    weeks = rules.consultation_weeks + rules.consultation_extension_weeks
    codes = (DeadlineCode.EXTENDED,)
    return in_weeks(DeadlineKind.EXTENDED_CONSULTATION, received, weeks, codes=codes)


def consultation_notice_due(received: date) -> Deadline:
    """One month for the authority to say that it extends: art. 36(2)."""
    received = norwegian_day(received)
    months = rules_on(received).consultation_notice_months
    return in_months(DeadlineKind.CONSULTATION_NOTICE, received, months)


def appeal_due(reached: date) -> Deadline:
    """Three weeks from when a decision reached the party to appeal.

    Forvaltningsloven 1967 § 29, 2025 § 63. For administrative decisions, not for refusals of
    rights under the Regulation: those go to Datatilsynet, without a fixed time.
    """
    reached = norwegian_day(reached)
    return in_weeks(DeadlineKind.APPEAL, reached, rules_on(reached).appeal_weeks)


def rectification_target(received: date) -> Deadline:
    """Three days from receipt to put data right: an internal target, not the law's month.

    From source 004 (the routine on deficient data). The day of receipt is not counted, weekends
    and holidays are; a last day that is free moves to the next working day, and there are always
    two working days (1182/71 art. 3): received on a Friday, it ends on Tuesday.
    """
    received = norwegian_day(received)
    days = rules_on(received).rectification_days
    return in_days(DeadlineKind.RECTIFICATION_TARGET, received, days)


def correction_target(discovered: date) -> Deadline:
    """Three days from when we found the error ourselves, counted like ``rectification_target``."""
    discovered = norwegian_day(discovered)
    days = rules_on(discovered).rectification_days
    return in_days(DeadlineKind.CORRECTION_TARGET, discovered, days)


def reminder_days(deadline: Deadline) -> tuple[date, ...]:
    """The days to remind of ``deadline``, earliest first; not moved to working days."""
    due = deadline.due_day
    days = rules_on(norwegian_day(deadline.event)).reminder_days
    return tuple(sorted(due - timedelta(days=count) for count in days))
