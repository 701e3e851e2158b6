from datetime import UTC, date, datetime, time, timedelta

import pytest

from gdpr_desktop.core.clock import OSLO
from gdpr_desktop.law.deadlines import (
    comes_twice,
    notification_due,
    notified_in_time,
    officer_told_due,
    oslo_instant,
)

# aware, 72 hours later, from the next full hour, and 96 hours: the proposal not yet adopted
NOTIFICATIONS = """
    H01 2026-11-24T12:00+01 2026-11-27T12:00+01 2026-11-27T13:00+01 2026-11-28T12:00+01
    H02 2026-11-20T09:00+01 2026-11-23T09:00+01 2026-11-23T10:00+01 2026-11-24T09:00+01
    H03 2026-11-19T13:00+01 2026-11-22T13:00+01 2026-11-22T14:00+01 2026-11-23T13:00+01
    H04 2026-11-20T19:00+01 2026-11-23T19:00+01 2026-11-23T20:00+01 2026-11-24T19:00+01
    H05 2020-08-05T09:00+02 2020-08-08T09:00+02 2020-08-08T10:00+02 2020-08-09T09:00+02
    H06 2021-06-09T15:00+02 2021-06-12T15:00+02 2021-06-12T16:00+02 2021-06-13T15:00+02
    H07 2021-08-09T10:00+02 2021-08-12T10:00+02 2021-08-12T11:00+02 2021-08-13T10:00+02
    H08 2021-07-19T12:00+02 2021-07-22T12:00+02 2021-07-22T13:00+02 2021-07-23T12:00+02
    H09 2026-04-02T08:15+02 2026-04-05T08:15+02 2026-04-05T09:00+02 2026-04-06T08:15+02
    H10 2026-03-27T10:30+01 2026-03-30T11:30+02 2026-03-30T12:00+02 2026-03-31T11:30+02
    H11 2026-03-28T02:30+01 2026-03-31T03:30+02 2026-03-31T04:00+02 2026-04-01T03:30+02
    H12 2026-03-29T03:10+02 2026-04-01T03:10+02 2026-04-01T04:00+02 2026-04-02T03:10+02
    H13 2026-10-23T16:00+02 2026-10-26T15:00+01 2026-10-26T16:00+01 2026-10-27T15:00+01
    H14 2026-10-24T02:30+02 2026-10-27T01:30+01 2026-10-27T02:00+01 2026-10-28T01:30+01
"""


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}:00")


@pytest.mark.parametrize(
    "line", NOTIFICATIONS.strip().splitlines(), ids=lambda line: line.split()[0]
)
def test_seventy_two_real_hours(line):
    _id, aware, due, later, omnibus = line.split()
    deadline = notification_due(at(aware))
    assert deadline.due == deadline.raw == at(due)
    assert deadline.due.astimezone(OSLO).isoformat()[:16] == due[:16]
    assert deadline.hour_not_counted == at(later)
    assert deadline.due + timedelta(hours=24) == at(omnibus)


def test_a_deadline_in_hours_is_in_utc_and_never_shifted():
    deadline = notification_due(at("2026-11-19T13:00+01"))
    assert deadline.due.tzinfo is UTC
    assert deadline.due_day == date(2026, 11, 22)  # a Sunday
    assert deadline.shifts == ()


def test_awareness_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        notification_due(datetime(2026, 11, 20, 9))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("minute", "in_time"), [("08:59", True), ("09:00", True), ("09:01", False)]
)
def test_the_last_minute_is_included(minute, in_time):
    notified = at(f"2026-11-23T{minute}+01")
    assert notified_in_time(at("2026-11-20T09:00+01"), notified) is in_time


def test_monday_is_too_late_for_what_was_known_on_wednesday():
    assert not notified_in_time(at("2020-08-05T09:00+02"), at("2020-08-10T09:00+02"))


@pytest.mark.parametrize(("fold", "due"), [(0, "2026-10-28T01:30+01"), (1, "2026-10-28T02:30+01")])
def test_the_hour_that_comes_twice_is_chosen_by_its_pass(fold, due):
    aware = oslo_instant(date(2026, 10, 25), time(2, 30), fold)
    assert notification_due(aware).due == at(due)


def test_the_hour_that_is_left_out_is_refused():
    with pytest.raises(ValueError, match="no such time"):
        oslo_instant(date(2026, 3, 29), time(2, 30))


def test_an_ordinary_time_is_the_instant_in_norway():
    assert oslo_instant(date(2026, 7, 1), time(12)) == datetime(2026, 7, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "clock", "twice"),
    [
        ("2026-10-25", "02:30", True),
        ("2026-10-25", "03:00", False),
        ("2026-10-24", "02:30", False),
        ("2026-03-29", "02:30", False),
    ],
)
def test_only_the_hour_put_back_comes_twice(day, clock, twice):
    assert comes_twice(date.fromisoformat(day), time.fromisoformat(clock)) is twice


def test_the_officer_is_told_within_a_day():
    assert officer_told_due(at("2026-03-28T12:00+01")).due == at("2026-03-29T13:00+02")
