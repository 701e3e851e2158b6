from datetime import date

import pytest

from gdpr_desktop.law.deadlines import (
    appeal_due,
    consultation_due,
    consultation_notice_due,
    correction_target,
    extended_consultation_due,
    information_due,
    rectification_target,
)

# reached the party, raw and last day, why shifted
APPEALS = """
    F01 2026-11-20 2026-12-11 2026-12-11
    F02 2026-11-23 2026-12-14 2026-12-14
    F03 2026-03-12 2026-04-02 2026-04-07 maundy_thursday good_friday saturday easter_sunday easter_monday
    F04 2026-03-13 2026-04-03 2026-04-07 good_friday saturday easter_sunday easter_monday
    F05 2026-04-10 2026-05-01 2026-05-04 labour_day saturday sunday
    F06 2026-04-23 2026-05-14 2026-05-15 ascension_day
    F07 2026-12-04 2026-12-25 2026-12-28 christmas_day second_christmas_day sunday
    F08 2026-12-03 2026-12-24 2026-12-24
    F09 2026-12-10 2026-12-31 2026-12-31
    F10 2026-12-11 2027-01-01 2027-01-04 new_years_day saturday sunday
    F11 2027-04-26 2027-05-17 2027-05-18 constitution_day whit_monday
    F12 2027-03-04 2027-03-25 2027-03-30 maundy_thursday good_friday saturday easter_sunday easter_monday
    F13 2025-04-10 2025-05-01 2025-05-02 labour_day
    F14 2025-05-08 2025-05-29 2025-05-30 ascension_day
    F15 2025-11-27 2025-12-18 2025-12-18
    F16 2028-04-10 2028-05-01 2028-05-02 labour_day
    F17 2028-05-04 2028-05-25 2028-05-26 ascension_day
    F18 2026-05-04 2026-05-25 2026-05-26 whit_monday
    F19 2026-07-03 2026-07-24 2026-07-24
    F20 2029-04-30 2029-05-21 2029-05-22 whit_monday
"""  # noqa: E501
# received by the authority, 8 weeks, notice of extension by, 14 weeks
CONSULTATIONS = """
    Q01 2026-01-05 2026-03-02 2026-02-05 2026-04-13
    Q02 2026-02-05 2026-04-07 2026-03-05 2026-05-15
    Q03 2026-02-06 2026-04-07 2026-03-06 2026-05-15
    Q04 2026-03-19 2026-05-15 2026-04-20 2026-06-25
    Q05 2026-06-29 2026-08-24 2026-07-29 2026-10-05
    Q06 2026-11-02 2026-12-28 2026-12-02 2027-02-08
    Q07 2026-11-06 2027-01-04 2026-12-07 2027-02-12
    Q08 2027-01-28 2027-03-30 2027-03-01 2027-05-07
    Q09 2027-03-11 2027-05-07 2027-04-12 2027-06-17
    Q10 2028-02-17 2028-04-18 2028-03-17 2028-05-26
"""


@pytest.mark.parametrize("line", APPEALS.strip().splitlines(), ids=lambda line: line.split()[0])
def test_three_weeks_to_appeal(line):
    _id, *rest = line.split()
    reached, raw, due = map(date.fromisoformat, rest[:3])
    deadline = appeal_due(reached)
    assert (deadline.raw, deadline.due) == (raw, due)
    assert [shift.reason for shift in deadline.shifts] == rest[3:]


@pytest.mark.parametrize(
    "line", CONSULTATIONS.strip().splitlines(), ids=lambda line: line.split()[0]
)
def test_prior_consultation(line):
    received, first, notice, longest = map(date.fromisoformat, line.split()[1:])
    assert consultation_due(received).due == first
    assert consultation_notice_due(received).due == notice
    assert extended_consultation_due(received).due == longest


def test_information_is_due_a_month_after_the_data_were_obtained():
    assert information_due(date(2026, 1, 31)).due == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-02-02", "2026-02-05"),  # Monday to Thursday
        ("2026-02-04", "2026-02-09"),  # Wednesday: Saturday is free
        ("2026-02-05", "2026-02-09"),  # Thursday: Sunday is free
        ("2026-02-06", "2026-02-10"),  # Friday: Monday alone would be one working day
        ("2026-02-07", "2026-02-10"),  # Saturday
        ("2026-04-01", "2026-04-08"),  # the day before Easter
        ("2026-12-23", "2026-12-28"),  # Christmas Eve is a working day
    ],
)
def test_three_days_to_put_data_right_hold_two_working_days(received, due):
    deadline = rectification_target(date.fromisoformat(received))
    assert deadline.due == date.fromisoformat(due)
    assert correction_target(deadline.event).due == deadline.due
