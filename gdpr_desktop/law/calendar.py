"""Norwegian working days, and the arithmetic of periods in days and months.

Public holidays come from the library ``holidays``, Sundays and Saturdays from the calendar:
Regulation 1182/71 art. 2 and 3, domstolloven §§ 148 and 149. Christmas Eve and New Year's Eve are
working days (helligdagsfredloven § 2 does not name them). Years 1950 to 2100.
"""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

_SATURDAY, _SUNDAY = 5, 6


class FreeDay(StrEnum):
    """Why a day is not a working day."""

    NEW_YEARS_DAY = "new_years_day"
    MAUNDY_THURSDAY = "maundy_thursday"
    GOOD_FRIDAY = "good_friday"
    EASTER_SUNDAY = "easter_sunday"
    EASTER_MONDAY = "easter_monday"
    LABOUR_DAY = "labour_day"
    CONSTITUTION_DAY = "constitution_day"
    ASCENSION_DAY = "ascension_day"
    WHIT_SUNDAY = "whit_sunday"
    WHIT_MONDAY = "whit_monday"
    CHRISTMAS_DAY = "christmas_day"
    SECOND_CHRISTMAS_DAY = "second_christmas_day"
    OTHER_HOLIDAY = "other_holiday"  # one the library knows and we do not, made by a later act
    SATURDAY = "saturday"
    SUNDAY = "sunday"


_BY_NAME = {
    "Første nyttårsdag": FreeDay.NEW_YEARS_DAY,
    "Skjærtorsdag": FreeDay.MAUNDY_THURSDAY,
    "Langfredag": FreeDay.GOOD_FRIDAY,
    "Første påskedag": FreeDay.EASTER_SUNDAY,
    "Andre påskedag": FreeDay.EASTER_MONDAY,
    "Arbeidernes dag": FreeDay.LABOUR_DAY,
    "Grunnlovsdag": FreeDay.CONSTITUTION_DAY,
    "Kristi himmelfartsdag": FreeDay.ASCENSION_DAY,
    "Første pinsedag": FreeDay.WHIT_SUNDAY,
    "Andre pinsedag": FreeDay.WHIT_MONDAY,
    "Første juledag": FreeDay.CHRISTMAS_DAY,
    "Andre juledag": FreeDay.SECOND_CHRISTMAS_DAY,
}
_ORDER = {code: place for place, code in enumerate(FreeDay)}


@cache
def _holidays(year: int) -> dict[date, tuple[FreeDay, ...]]:
    """The public holidays of ``year``; two may fall on one date (17 May 2027)."""
    from holidays.countries.norway import Norway  # 100 ms: not before the first deadline

    # "no" names the library's own source strings: without it the names follow the machine's locale.
    found = Norway(years=year, language="no")
    return {
        day: tuple(
            sorted(
                (_BY_NAME.get(name, FreeDay.OTHER_HOLIDAY) for name in found.get_list(day)),
                key=_ORDER.__getitem__,
            )
        )
        for day in found
    }


def holiday_names(day: date) -> tuple[FreeDay, ...]:
    """The public holidays on ``day``: none, one, or two. A mere Sunday has none."""
    return _holidays(day.year).get(day, ())


def why_free(day: date) -> tuple[FreeDay, ...]:
    """Why ``day`` is free: its holidays, else Saturday or Sunday; empty on a working day."""
    if names := holiday_names(day):
        return names
    if day.weekday() == _SATURDAY:
        return (FreeDay.SATURDAY,)
    if day.weekday() == _SUNDAY:
        return (FreeDay.SUNDAY,)
    return ()


def is_working_day(day: date) -> bool:
    """Whether ``day`` is neither Saturday, Sunday nor public holiday."""
    return day.weekday() < _SATURDAY and day not in _holidays(day.year)


def next_working_day(day: date) -> date:
    """``day`` itself if it is a working day, else the first one after it."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def add_working_days(day: date, count: int) -> date:
    """The ``count``-th working day after ``day``, which is not counted; 0 gives ``day``.

    Raises ValueError if ``count`` is negative.
    """
    if count < 0:
        raise ValueError("working days are counted forwards")
    for _step in range(count):
        day = next_working_day(day + timedelta(days=1))
    return day


def working_days_between(start: date, end: date) -> int:
    """How many working days lie after ``start`` up to and including ``end``.

    ``start`` is not counted (1182/71 art. 3(1)). Raises ValueError if ``end`` is before ``start``.
    """
    if end < start:
        raise ValueError("the end lies before the start")
    days = (start + timedelta(days=step) for step in range(1, (end - start).days + 1))
    return sum(is_working_day(day) for day in days)


def add_months(day: date, count: int) -> date:
    """The same date ``count`` months on, or the month's last day where that date is missing.

    1182/71 art. 3(2)(c), domstolloven § 148 second paragraph. Not shifted to a working day.
    """
    years, month = divmod(day.month - 1 + count, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
