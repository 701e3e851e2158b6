"""Dates and times read the way Norwegians type them."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdpr_desktop.core.dates import (
    DateError,
    long_date,
    long_instant,
    parse_date,
    parse_time,
    short_date,
    weekday,
)
from gdpr_desktop.core.municipality import Language

TODAY = date(2026, 11, 22)
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3.2.2026", date(2026, 2, 3)),
        ("03.02.26", date(2026, 2, 3)),
        ("3.2.", date(2026, 2, 3)),
        ("3.2", date(2026, 2, 3)),
        ("3/2-26", date(2026, 2, 3)),
        ("3 2 2026", date(2026, 2, 3)),
        ("030226", date(2026, 2, 3)),
        ("03022026", date(2026, 2, 3)),
        ("2026-02-03", date(2026, 2, 3)),
        ("3. februar 2026", date(2026, 2, 3)),
        ("3 FEB", date(2026, 2, 3)),
        ("  1.   mai ", date(2026, 5, 1)),
        ("29.2.2024", date(2024, 2, 29)),
        ("i dag", TODAY),
        ("I GÅR", date(2026, 11, 21)),
        ("i morgon", date(2026, 11, 23)),
        ("i morgen", date(2026, 11, 23)),
        ("+7", date(2026, 11, 29)),
        ("-2v", date(2026, 11, 8)),
        ("+1u", date(2026, 11, 29)),
    ],
)
def test_a_date_is_read_as_people_type_it(typed, day):
    assert parse_date(typed, today=TODAY) == day


@pytest.mark.parametrize(
    "typed",
    ["31.2.", "31.2.2026", "29.2.2025", "0.1.2026", "1.13.2026", "32.1.26", "2026-02-30", "310226"],
)
def test_a_day_that_does_not_exist_is_named(typed):
    with pytest.raises(DateError) as refused:
        parse_date(typed, today=TODAY)
    assert typed in refused.value.text
    assert refused.value.hint


@pytest.mark.parametrize(
    "typed", ["", "abc", "3", "3.februar.26x", "ma 2026", "3. ma", "³.2.2026", "٣.٢.٢٠٢٦", "+1000"]
)
def test_what_is_no_date_is_refused_with_an_example(typed):
    with pytest.raises(DateError) as refused:
        parse_date(typed, today=TODAY)
    assert "3.2.2026" in refused.value.hint


def test_a_long_text_is_not_repeated_whole():
    with pytest.raises(DateError) as refused:
        parse_date("x" * 10_000, today=TODAY)
    assert len(refused.value.text) < 100


@pytest.mark.parametrize(
    ("typed", "year"), [("1.1.45", 2045), ("1.1.46", 1946), ("1.1.00", 2000), ("1.1.26", 2026)]
)
def test_a_year_of_two_digits_is_near_today(typed, year):
    assert parse_date(typed, today=TODAY).year == year


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("24.12.27", date(1927, 12, 24)),
        ("24.12.26", date(1926, 12, 24)),
        ("22.11.26", TODAY),
        ("1.1.09", date(2009, 1, 1)),
    ],
)
def test_a_birth_date_with_a_short_year_is_never_ahead(typed, day):
    assert parse_date(typed, today=TODAY, past=True) == day


@given(DAYS)
def test_what_is_written_can_be_read_again(day):
    assert parse_date(short_date(day), today=TODAY) == day
    assert parse_date(long_date(day), today=TODAY) == day
    assert parse_date(day.isoformat(), today=TODAY) == day


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_refused(text):
    try:
        found = parse_date(text, today=TODAY)
    except DateError:
        return
    assert isinstance(found, date)


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("14:05", time(14, 5)),
        ("14.05", time(14, 5)),
        ("1405", time(14, 5)),
        (" 14 ", time(14)),
        ("0:00", time(0)),
        ("905", time(9, 5)),
    ],
)
def test_a_time_is_read_as_people_type_it(typed, at):
    assert parse_time(typed) == at


@pytest.mark.parametrize("typed", ["24:00", "12:60", "14:5", "kl 14", "", "-1", "14:05:10"])
def test_what_is_no_time_is_refused(typed):
    with pytest.raises(DateError):
        parse_time(typed)


def test_an_instant_is_shown_in_norwegian_time():
    assert (
        long_instant(datetime(2026, 7, 1, 22, 5, tzinfo=UTC))
        == "2. juli 2026 kl.\N{NO-BREAK SPACE}00:05"
    )


def test_weekdays_differ_between_the_two_languages():
    assert weekday(date(2026, 11, 24)) == "tysdag"
    assert weekday(date(2026, 11, 24), Language.BOKMAL) == "tirsdag"


def test_the_hour_that_comes_twice_says_which_of_the_two_it_is():
    twice = [datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1, 2)]
    said = [long_instant(one, Language.NYNORSK).partition("\N{NO-BREAK SPACE}")[2] for one in twice]
    assert said == ["02:30 (sommartid)", "02:30 (normaltid)", "03:30"]
    assert long_instant(twice[0], Language.BOKMAL).endswith("(sommertid)")
