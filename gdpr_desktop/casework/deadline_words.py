"""A deadline in words: how the date was reached, how long is left, how much it presses."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum

from gdpr_desktop.core.dates import long_date, long_instant, weekday
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _, ngettext
from gdpr_desktop.law.calendar import FreeDay
from gdpr_desktop.law.deadlines import (
    Alternative,
    Deadline,
    DeadlineCode,
    DeadlineKind,
    InstantDeadline,
    Period,
    Shift,
    SuspensionModel,
    Unit,
)
from gdpr_desktop.law.rules import rules_on

_EVENTS = {
    DeadlineKind.REPLY: N_("received {when}"),
    DeadlineKind.EXTENDED_REPLY: N_("received {when}"),
    DeadlineKind.SUSPENDED_REPLY: N_("received {when}"),
    DeadlineKind.REFUSAL: N_("received {when}"),
    DeadlineKind.NOTIFICATION: N_("aware {when}"),
    DeadlineKind.INFORMATION: N_("obtained {when}"),
    DeadlineKind.CONSULTATION: N_("received by the authority {when}"),
    DeadlineKind.EXTENDED_CONSULTATION: N_("received by the authority {when}"),
    DeadlineKind.CONSULTATION_NOTICE: N_("received by the authority {when}"),
    DeadlineKind.APPEAL: N_("reached the party {when}"),
    DeadlineKind.OFFICER_TOLD: N_("known {when}"),
    DeadlineKind.RECTIFICATION_TARGET: N_("received {when}"),
    DeadlineKind.CORRECTION_TARGET: N_("discovered {when}"),
}
_FREE_DAYS = {
    FreeDay.NEW_YEARS_DAY: N_("New Year's Day"),
    FreeDay.MAUNDY_THURSDAY: N_("Maundy Thursday"),
    FreeDay.GOOD_FRIDAY: N_("Good Friday"),
    FreeDay.EASTER_SUNDAY: N_("Easter Sunday"),
    FreeDay.EASTER_MONDAY: N_("Easter Monday"),
    FreeDay.LABOUR_DAY: N_("1 May"),
    FreeDay.CONSTITUTION_DAY: N_("17 May"),
    FreeDay.ASCENSION_DAY: N_("Ascension Day"),
    FreeDay.WHIT_SUNDAY: N_("Whit Sunday"),
    FreeDay.WHIT_MONDAY: N_("Whit Monday"),
    FreeDay.CHRISTMAS_DAY: N_("Christmas Day"),
    FreeDay.SECOND_CHRISTMAS_DAY: N_("the second day of Christmas"),
    FreeDay.OTHER_HOLIDAY: N_("a public holiday"),
    FreeDay.SATURDAY: N_("a Saturday"),
    FreeDay.SUNDAY: N_("a Sunday"),
}
_MODELS = {
    SuspensionModel.PAUSE: N_("Pause: {date}"),
    SuspensionModel.RESTART: N_("new start: {date}"),
}


def explain(deadline: Deadline, language: Language | None = None) -> str:
    """How the date was reached, to be read after the date itself or in a tooltip.

    «motteke 31. januar 2026 + 1 månad = 28. februar 2026, ein laurdag → måndag 2. mars 2026»
    """
    if isinstance(deadline, InstantDeadline):
        return _explain_hours(deadline, language)
    if deadline.kind is DeadlineKind.SUSPENDED_REPLY:
        return _explain_suspension(deadline, language)
    return _sum(deadline, language)


def free_day(code: FreeDay, language: Language | None = None) -> str:
    """The name of a holiday, or «a Saturday»."""
    return _(_FREE_DAYS[code], language=language)


def _event(deadline: Deadline, language: Language | None) -> str:
    event = deadline.event
    when = long_instant(event) if isinstance(event, datetime) else long_date(event)
    return _(_EVENTS[deadline.kind], language=language).format(when=when)


def _period(period: Period, language: Language | None) -> str:
    amount = period.amount
    if period.unit is Unit.MONTHS:
        words = ngettext("{count} month", "{count} months", amount, language=language)
    elif period.unit is Unit.WEEKS:
        words = ngettext("{count} week", "{count} weeks", amount, language=language)
    elif period.unit is Unit.DAYS:
        words = ngettext("{count} day", "{count} days", amount, language=language)
    else:
        words = ngettext("{count} hour", "{count} hours", amount, language=language)
    return words.format(count=amount)


def _with_weekday(day: date, language: Language | None) -> str:
    return f"{weekday(day, language)} {long_date(day)}"


def _landing(raw: date, due: date, shifts: tuple[Shift, ...], language: Language | None) -> str:
    """``raw`` and, where it was free, why and where that led."""
    if not shifts:
        return _with_weekday(due, language)
    return _("{raw}, {reasons} → {due}", language=language).format(
        raw=long_date(raw),
        reasons=", ".join(free_day(code, language) for code in _reasons(raw, shifts)),
        due=_with_weekday(due, language),
    )


def _reasons(raw: date, shifts: Iterable[Shift]) -> list[FreeDay]:
    """Why ``raw`` is free, then the holidays after it; the weekend that follows goes unsaid."""
    weekend = (FreeDay.SATURDAY, FreeDay.SUNDAY)
    return [shift.reason for shift in shifts if shift.day == raw or shift.reason not in weekend]


def _sum(deadline: Deadline, language: Language | None) -> str:
    return _("{event} + {period} = {landing}", language=language).format(
        event=_event(deadline, language),
        period=_period(deadline.period, language),
        landing=_prolonged(deadline, language),
    )


def _prolonged(deadline: Deadline, language: Language | None) -> str:
    """Where it landed; and, where it was too short to work in, that it was made longer."""
    if DeadlineCode.TWO_WORKING_DAYS not in deadline.codes:
        return _landing(deadline.raw, deadline.due, deadline.shifts, language)
    reasons = [free_day(code, language) for code in _reasons(deadline.raw, deadline.shifts)]
    reasons.append(_("at least two working days", language=language))
    return _("{raw}, {reasons} → {due}", language=language).format(
        raw=long_date(deadline.raw),
        reasons=", ".join(reasons),
        due=_with_weekday(deadline.due, language),
    )


def _explain_hours(deadline: InstantDeadline, language: Language | None) -> str:
    return _("{event} + {period} = {landing}", language=language).format(
        event=_event(deadline, language),
        period=_period(deadline.period, language),
        landing=f"{weekday(deadline.due_day, language)} {long_instant(deadline.due)}",
    )


def _explain_suspension(deadline: Deadline, language: Language | None) -> str:
    if deadline.asked is None:
        raise ValueError("a suspension without a question")
    parts = []
    if deadline.model is None:
        parts.append(_("{sum}.", language=language).format(sum=_sum(deadline, language)))
    parts.append(_asked(deadline, deadline.asked, language))
    if deadline.alternatives:
        parts.append(_models(deadline.alternatives, language))
        if DeadlineCode.EXTENDED in deadline.codes:
            text = _("The extension gives a later date, which applies.", language=language)
            parts.append(text)
    if DeadlineCode.ASKED_BORDERLINE in deadline.codes:
        text = _(
            "It was not asked at once: the authority may hold that the time ran on.",
            language=language,
        )
        parts.append(text)
    return " ".join(parts)


def _asked(deadline: Deadline, asked: date, language: Language | None) -> str:
    received = long_date(deadline.event)
    if DeadlineCode.ASKED_TOO_LATE in deadline.codes:
        limit = rules_on(deadline.event).prompt_working_days
        text = ngettext(
            "Asked {asked}, more than {count} working day after receipt: the time was not "
            "suspended.",
            "Asked {asked}, more than {count} working days after receipt: the time was not "
            "suspended.",
            limit,
            language=language,
        )
        return text.format(asked=long_date(asked), count=limit)
    if deadline.answered is None:
        text = _(
            "Asked {asked}, no answer yet: this date applies until the answer comes.",
            language=language,
        )
        return text.format(asked=long_date(asked))
    text = _("Received {received}, asked {asked}, answered {answered}.", language=language)
    return text.format(
        received=received, asked=long_date(asked), answered=long_date(deadline.answered)
    )


def _models(alternatives: Iterable[Alternative], language: Language | None) -> str:
    dates = (
        _(_MODELS[one.model], language=language).format(
            date=_landing(one.raw, one.due, one.shifts, language)
        )
        for one in alternatives
    )
    text = _("{dates}; the earliest applies.", language=language)
    return text.format(dates=", ".join(dates))


def remaining(due: date, today: date, language: Language | None = None) -> str:
    """«3 days left», «today» or «2 days over»: calendar days between two dates."""
    days = (due - today).days
    if days == 0:
        return _("today", language=language)
    if days > 0:
        text = ngettext("{count} day left", "{count} days left", days, language=language)
    else:
        text = ngettext("{count} day over", "{count} days over", -days, language=language)
    return text.format(count=abs(days))


def remaining_hours(due: datetime, now: datetime, language: Language | None = None) -> str:
    """«31 hours left» or «2 hours over», both instants aware.

    An hour that has begun counts among those left, and not among those over.
    """
    left = due - now
    hour = timedelta(hours=1)
    hours = abs(left) // hour if left < hour else -(-left // hour)
    if hours == 0:
        if left >= timedelta(0):
            return _("less than an hour left", language=language)
        return _("less than an hour over", language=language)
    if left > timedelta(0):
        text = ngettext("{count} hour left", "{count} hours left", hours, language=language)
    else:
        text = ngettext("{count} hour over", "{count} hours over", hours, language=language)
    return text.format(count=hours)


class Urgency(StrEnum):
    """How much a deadline presses; the limits are those of the reminders."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"  # 3 days or fewer
    WEEK = "week"  # 7 days or fewer
    LATER = "later"
    NONE = "none"  # there is no deadline


def urgency(due: date | None, today: date) -> Urgency:
    """How much a deadline on ``due`` presses on ``today``."""
    if due is None:
        return Urgency.NONE
    days = (due - today).days
    if days < 0:
        return Urgency.OVERDUE
    if days == 0:
        return Urgency.TODAY
    limits = rules_on(today).reminder_days
    if days <= min(limits):
        return Urgency.SOON
    return Urgency.WEEK if days <= max(limits) else Urgency.LATER
