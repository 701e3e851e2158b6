from datetime import date, timedelta

import pytest

from gdpr_desktop.law.calendar import (
    FreeDay,
    add_months,
    add_working_days,
    holiday_names,
    is_working_day,
    next_working_day,
    why_free,
    working_days_between,
)

NAMES = (
    "new_years_day maundy_thursday good_friday easter_sunday easter_monday labour_day "
    "constitution_day ascension_day whit_sunday whit_monday christmas_day second_christmas_day"
).split()
HOLIDAYS = """
    2024 01-01 03-28 03-29 03-31 04-01 05-01 05-17 05-09 05-19 05-20 12-25 12-26
    2025 01-01 04-17 04-18 04-20 04-21 05-01 05-17 05-29 06-08 06-09 12-25 12-26
    2026 01-01 04-02 04-03 04-05 04-06 05-01 05-17 05-14 05-24 05-25 12-25 12-26
    2027 01-01 03-25 03-26 03-28 03-29 05-01 05-17 05-06 05-16 05-17 12-25 12-26
    2028 01-01 04-13 04-14 04-16 04-17 05-01 05-17 05-25 06-04 06-05 12-25 12-26
    2029 01-01 03-29 03-30 04-01 04-02 05-01 05-17 05-10 05-20 05-21 12-25 12-26
    2030 01-01 04-18 04-19 04-21 04-22 05-01 05-17 05-30 06-09 06-10 12-25 12-26
"""
WORKING_DAYS = [
    ("2026-04-01", True),  # Wed before Skjærtorsdag: yes
    ("2026-04-02", False),  # Skjærtorsdag
    ("2026-04-04", False),  # påskeaften = Saturday
    ("2026-04-07", True),  # Tue after Easter
    ("2026-05-01", False),  # 1. mai
    ("2026-05-14", False),  # Kristi himmelfartsdag
    ("2026-05-15", True),  # inneklemt Friday: ordinary working day
    ("2026-05-17", False),  # 17. mai on Sunday (no substitute Monday in Norway)
    ("2026-05-18", True),  # Monday after 17. mai on Sunday: working
    ("2026-05-25", False),  # 2. pinsedag
    ("2026-12-24", True),  # julaften
    ("2026-12-25", False),  # 1. juledag
    ("2026-12-26", False),  # 2. juledag (Sat)
    ("2026-12-28", True),  # Mon: no substitute day
    ("2026-12-31", True),  # nyttårsaften
    ("2027-01-01", False),  # 1. nyttårsdag
    ("2027-05-17", False),  # 17. mai + 2. pinsedag
    ("2026-02-06", True),  # Samefolkets dag
    ("2026-05-08", True),  # frigjøringsdag
    ("2025-06-08", False),  # 1. pinsedag
    ("2025-06-09", False),  # 2. pinsedag
    ("2028-06-05", False),  # 2. pinsedag
]


@pytest.mark.parametrize("line", HOLIDAYS.strip().splitlines())
def test_public_holidays_of_a_year(line):
    year, *days = line.split()
    expected: dict[date, set[str]] = {}
    for name, day in zip(NAMES, days, strict=True):
        expected.setdefault(date.fromisoformat(f"{year}-{day}"), set()).add(name)
    first = date(int(year), 1, 1)
    every_day = [first + timedelta(days=n) for n in range(366)]
    found = {day: set(holiday_names(day)) for day in every_day if day.year == first.year}
    assert {day: names for day, names in found.items() if names} == expected


@pytest.mark.parametrize(("day", "working"), WORKING_DAYS)
def test_working_days(day, working):
    assert is_working_day(date.fromisoformat(day)) is working


def test_two_holidays_on_one_date_are_both_named():
    day = date(2027, 5, 17)
    assert holiday_names(day) == (FreeDay.CONSTITUTION_DAY, FreeDay.WHIT_MONDAY)
    assert next_working_day(day) == date(2027, 5, 18)


def test_a_mere_sunday_is_no_holiday_but_free():
    assert holiday_names(date(2026, 3, 1)) == ()
    assert why_free(date(2026, 3, 1)) == (FreeDay.SUNDAY,)


def test_a_holiday_on_a_saturday_goes_by_the_holiday():
    assert why_free(date(2025, 5, 17)) == (FreeDay.CONSTITUTION_DAY,)


def test_holidays_have_the_same_codes_whatever_language_the_machine_speaks(monkeypatch):
    from gdpr_desktop.law import calendar

    calendar._holidays.cache_clear()
    for variable in ("LANGUAGE", "LC_ALL", "LANG"):
        monkeypatch.setenv(variable, "uk")
    assert holiday_names(date(2026, 4, 3)) == (FreeDay.GOOD_FRIDAY,)


def test_every_holiday_of_this_century_is_known_by_name():
    days = [date(2000, 1, 1) + timedelta(days=n) for n in range(365 * 99)]
    assert not [day for day in days if FreeDay.OTHER_HOLIDAY in holiday_names(day)]


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-02-28", 1, "2026-03-28"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2026-03-31", 0, "2026-03-31"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-01-15", -13, "2024-12-15"),
    ],
)
def test_a_month_ends_on_the_same_date_or_the_last_one(start, months, end):
    assert add_months(date.fromisoformat(start), months) == date.fromisoformat(end)


def test_working_days_do_not_count_the_first_day():
    thursday, wednesday = date(2026, 4, 2), date(2026, 4, 8)  # Easter between them
    assert working_days_between(thursday, wednesday) == 2
    assert working_days_between(wednesday, wednesday) == 0
    assert add_working_days(thursday, 2) == wednesday
    assert add_working_days(thursday, 0) == thursday


def test_working_days_run_forwards_only():
    with pytest.raises(ValueError, match="before the start"):
        working_days_between(date(2026, 4, 2), date(2026, 4, 1))
    with pytest.raises(ValueError, match="forwards"):
        add_working_days(date(2026, 4, 2), -1)
