from collections import Counter
from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest

from gdpr_desktop.law.calendar import is_working_day, next_working_day
from gdpr_desktop.law.deadlines import (
    Deadline,
    DeadlineKind,
    InstantDeadline,
    extended_reply_due,
    notification_due,
    refusal_due,
    reminder_days,
    reply_due,
    suspended_reply_due,
)

# received, raw and due after one month, raw and due after three, chained (wrong), why shifted
MONTHS = """
    M003 2024-01-31 2024-02-29 2024-02-29 2024-04-30 2024-04-30 2024-04-29
    M006 2024-03-01 2024-04-01 2024-04-02 2024-06-01 2024-06-03 same       easter_monday
    M009 2024-04-17 2024-05-17 2024-05-21 2024-07-17 2024-07-17 2024-07-22 constitution_day saturday whit_sunday whit_monday
    M012 2024-11-24 2024-12-24 2024-12-24 2025-02-24 2025-02-24 same
    M015 2024-12-01 2025-01-01 2025-01-02 2025-03-01 2025-03-03 same       new_years_day
    M018 2025-01-29 2025-02-28 2025-02-28 2025-04-29 2025-04-29 2025-04-28
    M021 2025-02-28 2025-03-28 2025-03-28 2025-05-28 2025-05-28 same
    M024 2025-03-18 2025-04-18 2025-04-22 2025-06-18 2025-06-18 2025-06-23 good_friday saturday easter_sunday easter_monday
    M027 2025-04-17 2025-05-17 2025-05-19 2025-07-17 2025-07-17 2025-07-21 constitution_day sunday
    M030 2025-05-09 2025-06-09 2025-06-10 2025-08-09 2025-08-11 same       whit_monday
    M033 2025-10-31 2025-11-30 2025-12-01 2026-01-31 2026-02-02 same       sunday
    M036 2025-11-30 2025-12-30 2025-12-30 2026-02-28 2026-03-02 same
    M039 2026-01-05 2026-02-05 2026-02-05 2026-04-05 2026-04-07 same
    M042 2026-02-02 2026-03-02 2026-03-02 2026-05-02 2026-05-04 same
    M045 2026-03-01 2026-04-01 2026-04-01 2026-06-01 2026-06-01 same
    M048 2026-03-04 2026-04-04 2026-04-07 2026-06-04 2026-06-04 2026-06-08 saturday easter_sunday easter_monday
    M051 2026-03-29 2026-04-29 2026-04-29 2026-06-29 2026-06-29 same
    M054 2026-04-14 2026-05-14 2026-05-15 2026-07-14 2026-07-14 2026-07-15 ascension_day
    M057 2026-04-24 2026-05-24 2026-05-26 2026-07-24 2026-07-24 2026-07-27 whit_sunday whit_monday
    M060 2026-05-24 2026-06-24 2026-06-24 2026-08-24 2026-08-24 same
    M063 2026-06-30 2026-07-30 2026-07-30 2026-09-30 2026-09-30 same
    M066 2026-08-03 2026-09-03 2026-09-03 2026-11-03 2026-11-03 same
    M069 2026-10-25 2026-11-25 2026-11-25 2027-01-25 2027-01-25 same
    M072 2026-11-24 2026-12-24 2026-12-24 2027-02-24 2027-02-24 same
    M075 2026-11-30 2026-12-30 2026-12-30 2027-02-28 2027-03-01 same
    M078 2027-01-29 2027-02-28 2027-03-01 2027-04-29 2027-04-29 2027-05-03 sunday
    M081 2027-02-26 2027-03-26 2027-03-30 2027-05-26 2027-05-26 2027-05-31 good_friday saturday easter_sunday easter_monday
    M084 2027-04-01 2027-05-01 2027-05-03 2027-07-01 2027-07-01 2027-07-05 labour_day sunday
    M087 2027-04-17 2027-05-17 2027-05-18 2027-07-17 2027-07-19 same       constitution_day whit_monday
    M090 2027-11-25 2027-12-25 2027-12-27 2028-02-25 2028-02-25 2028-02-28 christmas_day second_christmas_day
    M093 2028-01-31 2028-02-29 2028-02-29 2028-04-30 2028-05-02 same
    M096 2028-03-13 2028-04-13 2028-04-18 2028-06-13 2028-06-13 2028-06-19 maundy_thursday good_friday saturday easter_sunday easter_monday
    M099 2028-05-05 2028-06-05 2028-06-06 2028-08-05 2028-08-07 same       whit_monday
    M102 2029-01-31 2029-02-28 2029-02-28 2029-04-30 2029-04-30 same
    M105 2029-11-24 2029-12-24 2029-12-24 2030-02-24 2030-02-25 same
    M108 2030-03-18 2030-04-18 2030-04-23 2030-06-18 2030-06-18 2030-06-24 maundy_thursday good_friday saturday easter_sunday easter_monday
    M111 2030-05-10 2030-06-10 2030-06-11 2030-08-10 2030-08-12 same       whit_monday
"""  # noqa: E501
RECEIPTS = [date(2024, 1, 1) + timedelta(days=n) for n in range(2557)]


@pytest.mark.parametrize("line", MONTHS.strip().splitlines(), ids=lambda line: line.split()[0])
def test_one_month_and_three_months_from_receipt(line):
    _id, *columns = line.split()
    dates, chained, reasons = columns[:5], columns[5], columns[6:]
    received, raw, due, raw_long, due_long = map(date.fromisoformat, dates)
    first, longest = reply_due(received), extended_reply_due(received)
    assert (first.raw, first.due) == (raw, due)
    assert [shift.reason for shift in first.shifts] == reasons
    assert (longest.raw, longest.due) == (raw_long, due_long)
    if chained != "same":
        assert longest.due != date.fromisoformat(chained)


def test_a_deadline_says_how_it_was_reached():
    deadline = reply_due(date(2026, 1, 31))
    assert (deadline.kind, deadline.event) == (DeadlineKind.REPLY, date(2026, 1, 31))
    assert deadline.period == (1, "months")
    assert deadline.shifts == (
        (date(2026, 2, 28), "saturday"),
        (date(2026, 3, 1), "sunday"),
    )


def test_two_holidays_on_one_day_are_both_given_as_reason():
    assert reply_due(date(2027, 4, 17)).shifts == (
        (date(2027, 5, 17), "constitution_day"),
        (date(2027, 5, 17), "whit_monday"),
    )


def test_the_time_from_receipt_to_deadline_over_seven_years():
    spans = {received: (reply_due(received).due - received).days for received in RECEIPTS}
    assert Counter(spans.values()) == {
        28: 101, 29: 65, 30: 625, 31: 1177, 32: 343, 33: 225, 34: 13, 35: 4, 36: 4
    }  # fmt: skip
    assert [received.isoformat() for received, days in spans.items() if days == 36] == [
        "2025-03-17",
        "2026-03-02",
        "2028-03-13",
        "2030-03-18",
    ]


def test_a_deadline_never_ends_on_a_free_day():
    assert all(is_working_day(reply_due(received).due) for received in RECEIPTS)
    assert all(is_working_day(extended_reply_due(received).due) for received in RECEIPTS)


def test_a_later_receipt_never_has_an_earlier_deadline():
    dues = [reply_due(received).due for received in RECEIPTS]
    assert dues == sorted(dues)


def test_the_last_three_days_of_january_share_a_deadline_in_a_common_year():
    assert {reply_due(date(2026, 1, day)).due for day in (29, 30, 31)} == {date(2026, 3, 2)}


def test_a_month_is_not_thirty_days():
    differing = [
        received
        for received in RECEIPTS
        if reply_due(received).due != next_working_day(received + timedelta(days=30))
    ]
    assert len(differing) == 1194


def test_the_extension_is_not_chained_to_the_first_deadline():
    from gdpr_desktop.law.calendar import add_months

    chained = [
        received
        for received in RECEIPTS
        if next_working_day(add_months(reply_due(received).due, 2))
        != extended_reply_due(received).due
    ]
    assert len(chained) == 709


def test_receipt_on_a_sunday_counts_from_that_day():
    assert reply_due(date(2026, 4, 5)).due == date(2026, 5, 5)


def test_a_refusal_has_one_month():
    refusal = refusal_due(date(2026, 6, 15))
    assert (refusal.kind, refusal.due) == (DeadlineKind.REFUSAL, date(2026, 7, 15))


def test_an_instant_counts_as_its_date_in_norway():
    assert reply_due(datetime(2026, 2, 1, 23, 30, tzinfo=UTC)) == reply_due(date(2026, 2, 2))


@pytest.mark.parametrize(
    "call",
    [
        reply_due,
        extended_reply_due,
        lambda when: suspended_reply_due(date(2026, 2, 2), when, None),
    ],
)
def test_an_instant_without_a_time_zone_is_refused(call):
    with pytest.raises(ValueError, match="time zone"):
        call(datetime(2026, 2, 3, 12))  # noqa: DTZ001


def test_reminders_come_seven_and_three_days_before():
    deadline = reply_due(date(2026, 3, 4))
    assert reminder_days(deadline) == (date(2026, 3, 31), date(2026, 4, 4))


def test_a_deadline_survives_json():
    plain = suspended_reply_due(date(2026, 1, 31), date(2026, 2, 2), date(2026, 2, 9))
    hours = notification_due(datetime(2026, 11, 24, 11, tzinfo=UTC))
    assert msgspec.json.decode(msgspec.json.encode(plain), type=Deadline) == plain
    assert msgspec.json.decode(msgspec.json.encode(hours), type=InstantDeadline) == hours
