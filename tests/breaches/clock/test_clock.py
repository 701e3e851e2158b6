"""The 72 hours: how they press, how they are said, what a wrong machine clock does."""

from datetime import UTC, date, datetime, timedelta

import pytest

from gdpr_desktop.breaches.clock import words
from gdpr_desktop.breaches.clock.model import ClockTone, Stop, clock_of
from gdpr_desktop.core.text import _

AWARE = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)  # Friday at 09:00 in Norway
DUE = AWARE + timedelta(hours=72)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def running(left: timedelta):
    """The clock with this much left."""
    return clock_of(AWARE, DUE - left, stopped_at=None)


@pytest.mark.parametrize(
    ("left", "tone"),
    [
        (72 * HOUR, ClockTone.CALM),
        (24 * HOUR + MINUTE, ClockTone.CALM),
        (24 * HOUR, ClockTone.AMBER),
        (6 * HOUR + MINUTE, ClockTone.AMBER),
        (6 * HOUR, ClockTone.RED),
        (timedelta(0), ClockTone.RED),
        (-MINUTE, ClockTone.PASSED),
    ],
)
def test_it_presses_more_the_less_is_left(left, tone):
    assert running(left).tone is tone


@pytest.mark.parametrize(("minute", "late"), [("07:59", False), ("08:00", False), ("08:01", True)])
def test_the_last_minute_is_in_time_and_the_next_is_late(minute, late):
    sent = datetime.fromisoformat(f"2026-11-23T{minute}:00+00:00")
    state = clock_of(AWARE, sent + HOUR, stopped_at=sent)
    assert state.late is late
    assert state.tone is ClockTone.STOPPED
    assert state.took == sent - AWARE
    assert (words.left_words(state) == _("Notified too late")) is late


@pytest.mark.parametrize(("gone", "fraction"), [(0, 1.0), (36, 0.5), (72, 0.0), (200, 0.0)])
def test_the_part_that_is_left(gone, fraction):
    assert clock_of(AWARE, AWARE + gone * HOUR, stopped_at=None).fraction == fraction


def test_a_machine_whose_clock_was_set_back_is_told_so():
    now = AWARE - 5 * HOUR
    state = clock_of(AWARE, now, stopped_at=None)
    assert state.set_back
    assert state.fraction == 1.0
    assert words.state_words(state, now) == words.set_back_words()


def test_real_hours_are_counted_over_the_end_of_summer_time():
    aware = datetime(2026, 10, 24, 10, 0, tzinfo=UTC)
    now = aware + HOUR
    state = clock_of(aware, now, stopped_at=None)
    assert words.moment_words(aware, now).endswith("12:00")
    assert words.moment_words(state.due, now).endswith("11:00")
    assert words.moment_words(state.due, now).startswith("tysdag 27. oktober")


def test_the_hour_not_counted_is_information_and_never_the_target():
    state = running(31 * HOUR)
    assert state.hour_not_counted == DUE + HOUR
    said = words.hour_not_counted_words(state, AWARE)
    assert "10:00" in said
    assert "10:00" not in words.state_words(state, AWARE)
    assert "09:00" in words.state_words(state, AWARE)


@pytest.mark.parametrize(
    ("left", "said", "ring"),
    [
        (72 * HOUR - MINUTE / 60, "72 timar att", "72"),
        (31 * HOUR + 59 * MINUTE, "32 timar att", "32"),
        (HOUR, "1 time att", "1"),
        (40 * MINUTE, "mindre enn ein time att", "40"),
    ],
)
def test_what_is_left_in_words(left, said, ring):
    state = running(left)
    assert words.left_words(state) == said
    assert words.ring_words(state)[0].split()[0] == ring


@pytest.mark.parametrize(
    ("over", "ring"), [(2 * HOUR, "2"), (30 * MINUTE, "30"), (100 * HOUR, "4")]
)
def test_what_is_over_counts_in_minutes_hours_and_then_days(over, ring):
    assert words.ring_words(running(-over))[0].split()[0] == ring


def test_a_year_is_said_only_where_it_is_another():
    now = datetime(2026, 12, 31, 12, tzinfo=UTC)
    assert "2027" in words.moment_words(now + 72 * HOUR, now)
    assert "2026" not in words.moment_words(now - 72 * HOUR, now)


@pytest.mark.parametrize("stop", Stop)
def test_however_it_stopped_it_is_never_overdue(stop):
    state = clock_of(AWARE, DUE + HOUR, stopped_at=DUE - HOUR, stop=stop)
    assert state.tone is ClockTone.STOPPED
    assert words.left_words(state) == words.stop_words(stop, late=False)
    assert words.ring_words(state)[1]
    assert str(date(2026, 11, 23).day) not in words.state_words(state, DUE)
