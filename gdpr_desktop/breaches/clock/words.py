"""The clock of 72 hours in words: how long is left, when it ends, how it went."""

from datetime import datetime, timedelta

from gdpr_desktop.breaches.clock.model import ClockState, ClockTone, Stop
from gdpr_desktop.casework.deadline_words import remaining_hours
from gdpr_desktop.core.clock import OSLO
from gdpr_desktop.core.dates import clock_time, long_date, weekday
from gdpr_desktop.core.text import N_, _, ngettext

TIMELINE = {"breach_aware": (N_("When we were aware of it was changed"), "clock")}
HOUR = timedelta(hours=1)
_MOST_HOURS = 99  # said; after that days
_STOPPED = {
    Stop.NOTIFIED: N_("Notified"),
    Stop.NOT_NEEDED: N_("Not to be notified"),
    Stop.CLOSED: N_("Closed"),
}


def moment_words(at: datetime, now: datetime) -> str:
    """«måndag 23. november kl. 09:00»; with the year where it is another than now."""
    local = at.astimezone(OSLO)
    day = long_date(local.date())
    if local.year == now.astimezone(OSLO).year:
        day = day.rpartition(" ")[0]
    text = _("{weekday} {date} at {time}")
    return text.format(weekday=weekday(local.date()), date=day, time=clock_time(local))


def left_words(state: ClockState) -> str:
    """For a list: «31 hours left», «2 hours past the limit», «Notified», «Notified late»."""
    if state.stop is not None:
        return stop_words(state.stop, late=state.late)
    if state.set_back:
        return _("Check the clock of the machine")
    if not state.late:
        return remaining_hours(state.due, state.due - state.left)
    hours, days = -state.left // HOUR, -state.left // timedelta(days=1)
    if hours == 0:
        return _("less than an hour past the limit")
    if hours > _MOST_HOURS:
        text = ngettext("{count} day past the limit", "{count} days past the limit", days)
        return text.format(count=days)
    text = ngettext("{count} hour past the limit", "{count} hours past the limit", hours)
    return text.format(count=hours)


def stop_words(stop: Stop, *, late: bool) -> str:
    """How the clock stopped."""
    return _("Notified too late") if stop is Stop.NOTIFIED and late else _(_STOPPED[stop])


def state_words(state: ClockState, now: datetime) -> str:
    """The whole of it in a sentence."""
    if state.set_back and state.stop is None:
        return set_back_words()
    if state.stop is Stop.NOTIFIED and state.took is not None:
        return _took_words(state.took, state.left)
    if state.stop is Stop.NOT_NEEDED:
        return _("It was decided that the authority need not be notified.")
    if state.stop is Stop.CLOSED:
        return _("The case was closed without notifying the authority.")
    when = moment_words(state.due, now)
    if state.late:
        return _(
            "{left}: the authority was to be notified by {when}. Do it now and say why."
        ).format(left=_first_up(left_words(state)), when=when)
    return _("{left}: notify the authority by {when}.").format(
        left=_first_up(left_words(state)), when=when
    )


def limit_words(state: ClockState, now: datetime) -> str:
    """In short, beside a ring that says how long is left."""
    text = _("The limit was {when}") if state.late else _("The limit is {when}")
    return text.format(when=moment_words(state.due, now))


def _took_words(took: timedelta, left: timedelta) -> str:
    after = _hours(took)
    if left >= timedelta(0):
        return _("Notified after {hours}, in time.").format(hours=after)
    text = _("Notified after {hours}, {late} too late.")
    return text.format(hours=after, late=_hours(-left))


def _hours(span: timedelta) -> str:
    hours = span // HOUR
    if hours == 0:
        return _("less than an hour")
    return ngettext("{count} hour", "{count} hours", hours).format(count=hours)


def set_back_words() -> str:
    """The machine's clock cannot be right."""
    return _(
        "The clock of this machine shows a time before we became aware of the breach. Check the "
        "date and the time of the machine."
    )


def hour_not_counted_words(state: ClockState, now: datetime) -> str:
    """For information: how the rules on time limits may be read."""
    text = _(
        "Where the hour in which we became aware is not counted, it ends {when}. Do not plan for "
        "that: it is only so that you know."
    )
    return text.format(when=moment_words(state.hour_not_counted, now))


def short_words(state: ClockState) -> str:
    """For a row: «31 h to go», «2 h over»."""
    if state.stop is not None or state.set_back:
        return left_words(state)
    return " ".join(ring_words(state))


def ring_words(state: ClockState) -> tuple[str, str]:
    """What stands inside the ring: «31 t» and «att»."""
    if state.stop is Stop.NOT_NEEDED:
        return "–", _("not needed")
    if state.stop is Stop.CLOSED:
        return "–", _("closed")
    if state.took is not None:
        late = state.late
        return (_short(-state.left), _("too late")) if late else (_short(state.took), _("notified"))
    if state.set_back:
        return "?", _("wrong clock")
    if state.tone is ClockTone.PASSED:
        return _short(-state.left), _("over")
    whole = -(-state.left // HOUR) * HOUR  # as in the words: an hour begun counts as left
    return _short(whole if state.left >= HOUR else state.left), _("to go")


def _short(span: timedelta) -> str:
    hours = span // HOUR
    if hours > _MOST_HOURS:
        return _("{count} d").format(count=span.days)
    if hours == 0:
        return _("{count} min").format(count=span // timedelta(minutes=1))
    return _("{count} h").format(count=hours)


def _first_up(words: str) -> str:
    return words[:1].upper() + words[1:]
