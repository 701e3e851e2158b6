"""Dates the Norwegian way: read as people type them, written out as letters want them."""

import re
from datetime import date, datetime, time, timedelta

from gdpr_desktop.core.clock import OSLO
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _, current_language

_MONTHS = (
    "januar februar mars april mai juni juli august september oktober november desember".split()
)
_WEEKDAYS = {
    Language.NYNORSK: "måndag tysdag onsdag torsdag fredag laurdag søndag".split(),
    Language.BOKMAL: "mandag tirsdag onsdag torsdag fredag lørdag søndag".split(),
}
_SUMMER_TIME = {Language.NYNORSK: "sommartid", Language.BOKMAL: "sommertid"}
_NO_BREAK = "\N{NO-BREAK SPACE}"
_TYPED = re.compile(r"([0-9]{1,2})[./\- ]+([0-9]{1,2})(?:[./\- ]+([0-9]{4}|[0-9]{2}))?\.?")
_COMPACT = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4}|[0-9]{2})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_NAMED = re.compile(r"([0-9]{1,2})\.? +([a-zæøå]+)\.?(?: +([0-9]{4}))?")
_SHIFT = re.compile(r"([+-])([0-9]{1,3})(u|v)?")


class DateError(AppError):
    """What was typed is not a date or a time."""


def parse_date(text: str, *, today: date, past: bool = False) -> date:
    """Read ``3.2.``, ``03.02.26``, ``3. februar``, ``i dag``, ``i går``, ``+7`` or ``-2v``.

    A two-digit year is the one within 80 years back and 19 ahead of ``today``; with ``past``
    (birth dates) the latest one that is not ahead. Raises ``DateError``.
    """
    typed = " ".join(text.casefold().split())
    words = {"i dag": 0, "idag": 0, "i går": -1, "igår": -1, "i morgon": 1, "i morgen": 1}
    if typed in words:
        return today + timedelta(days=words[typed])
    if shift := _SHIFT.fullmatch(typed):
        days = int(shift[2]) * (7 if shift[3] else 1)
        return today + timedelta(days=days if shift[1] == "+" else -days)
    parts = _parts(typed)
    if parts is None:
        raise DateError(
            _("«{text}» is not a date.").format(text=text.strip()[:40]),
            hint=_("Type it like 3.2.2026, 3.2. or «i dag»."),
        )
    day, month, year = parts
    try:
        found = date(_year(year, today, past=past), month, day)
        if past and len(year) == 2 and found > today:
            found = found.replace(year=found.year - 100)
        return found
    except ValueError:
        raise DateError(
            _("«{text}» is not a day in the calendar.").format(text=text.strip()[:40]),
            hint=_("Check the day and the month."),
        ) from None


def _parts(typed: str) -> tuple[int, int, str] | None:
    if found := _ISO.fullmatch(typed):
        return int(found[3]), int(found[2]), found[1]
    if found := _TYPED.fullmatch(typed) or _COMPACT.fullmatch(typed):
        return int(found[1]), int(found[2]), found[3] or ""
    if found := _NAMED.fullmatch(typed):
        months = [i for i, name in enumerate(_MONTHS, 1) if name.startswith(found[2])]
        if len(found[2]) >= 3 and len(months) == 1:
            return int(found[1]), months[0], found[3] or ""
    return None


def _year(typed: str, today: date, *, past: bool) -> int:
    if not typed:
        return today.year
    if len(typed) == 4:
        return int(typed)
    year = today.year // 100 * 100 + int(typed)
    if past:
        return year if year <= today.year else year - 100
    if year > today.year + 19:
        return year - 100
    return year + 100 if year < today.year - 80 else year


def parse_time(text: str) -> time:
    """Read ``14:05``, ``14.05``, ``1405`` or ``14``. Raises ``DateError``."""
    found = re.fullmatch(r"([0-9]{1,2})(?:[.:]?([0-9]{2}))?", text.strip())
    if found and int(found[1]) < 24 and int(found[2] or 0) < 60:
        return time(int(found[1]), int(found[2] or 0))
    raise DateError(
        _("«{text}» is not a time of day.").format(text=text.strip()[:40]),
        hint=_("Type it like 14:05."),
    )


def long_date(day: date, _language: Language | None = None) -> str:
    """``3. februar 2026``: the same in both languages, so the language is not looked at."""
    return f"{day.day}. {_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """``3.2.2026``, for narrow columns and for typing over."""
    return f"{day.day}.{day.month}.{day.year}"


def short_month(day: date) -> str:
    """``feb``: under a bar. The same in both languages."""
    return _MONTHS[day.month - 1][:3]


def weekday(day: date, language: Language | None = None) -> str:
    """``måndag`` or ``mandag``."""
    return _WEEKDAYS[language or current_language()][day.weekday()]


def long_instant(instant: datetime, language: Language | None = None) -> str:
    """An aware instant as Norwegian local time: ``3. februar 2026 kl. 14:05``."""
    local = _in_norway(instant)
    return f"{long_date(local.date())} kl.{_NO_BREAK}{clock_time(local, language)}"


def clock_time(instant: datetime, language: Language | None = None) -> str:
    """``14:05``, and ``02:30 (sommartid)`` or ``(normaltid)`` in the hour that comes twice."""
    local = _in_norway(instant)
    told = f"{local:%H:%M}"
    if local.replace(fold=0).utcoffset() == local.replace(fold=1).utcoffset():
        return told
    summer = _SUMMER_TIME[language or current_language()]
    return f"{told} ({summer if local.dst() else 'normaltid'})"


def _in_norway(instant: datetime) -> datetime:
    try:
        return instant.astimezone(OSLO)
    except OverflowError:  # at either end of what a file can claim
        return instant
