"""What was typed in the one field, told apart: name, birth date, numbers, e-mail."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gdpr_desktop.casework.person_search.patterns import (
    compiled,
    digits,
    exactly,
    loosely,
    word,
)
from gdpr_desktop.core.dates import DateError, long_date, parse_date
from gdpr_desktop.core.names import clean_line

LONGEST = 200  # characters that are looked at
MOST_NAMES = 12  # words of a name
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_CASE_NUMBER = re.compile(r"(?<!\S)[12][0-9]{3}-[0-9]{4,6}(?!\S)")
_ARCHIVE_NUMBER = re.compile(r"(?<!\S)[0-9]{2,4}/[0-9]+(?:-[0-9]+)?(?!\S)")
_IDENTITY = re.compile(r"(?<!\S)[0-9]{6}[ \-]?[0-9]{5}(?!\S)")
_DATE = re.compile(
    r"(?<!\S)(?:[0-9]{1,2}[./\-][0-9]{1,2}[./\-](?:[0-9]{4}|[0-9]{2})"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}\. ?[^\W\d_]{3,9} [0-9]{4})\.?(?!\S)"
)
_PHONE = re.compile(r"(?<!\S)(?:(?:\+|00)[0-9]{1,3} ?)?[0-9](?: ?[0-9]){4,11}(?!\S)")
# a number is not found inside a longer one, but the country may be written before it or not
_COUNTRY = r"(?:(?<![0-9])|(?<=\+47)|(?<=0047))"
_NORWEGIAN = re.compile(r"(?:\+|00)47")


class ClueKind(StrEnum):
    """What somebody can be known by."""

    NAME = "name"
    BIRTH_DATE = "birth_date"
    NATIONAL_ID = "national_id"
    PHONE = "phone"
    EMAIL = "email"
    NUMBER = "number"  # of a case, ours or the archive's


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """One thing to look for. All its patterns must be found in the same text."""

    kind: ClueKind
    text: str  # as typed, tidied; an identity number or a phone without blanks
    patterns: tuple[re.Pattern[str], ...]
    loose: str  # a pattern that finds all of this and more, fast: to pass over what has nothing
    born: date | None = None  # for BIRTH_DATE

    def found_in(self, text: str) -> re.Match[str] | None:
        """Where the first pattern stands, if all of them do."""
        first = self.patterns[0].search(text)
        if first is None or not all(other.search(text) for other in self.patterns[1:]):
            return None
        return first


def clues_in(typed: str, today: date) -> tuple[Clue, ...]:
    """The clues in what was typed; () when there is nothing to look for.

    «Kari Nordmann 3.2.1980 90 00 12 34» is a name, a birth date and a phone.
    """
    left = clean_line(typed[:LONGEST])
    found: list[Clue] = []
    for kind, pattern in (
        (ClueKind.EMAIL, _EMAIL),
        (ClueKind.NUMBER, _CASE_NUMBER),
        (ClueKind.NUMBER, _ARCHIVE_NUMBER),
        (ClueKind.NATIONAL_ID, _IDENTITY),
        (ClueKind.BIRTH_DATE, _DATE),
        (ClueKind.PHONE, _PHONE),
    ):
        for match in list(pattern.finditer(left)):
            clue = _clue(kind, match[0], today)
            if clue is not None:
                found.append(clue)
                left = left.replace(match[0], " ", 1)
    names = [one for one in re.findall(r"[^\W\d_]+", left) if len(one) > 1]
    if names:
        found.insert(0, _name(names[:MOST_NAMES]))
    return tuple(found)


def _name(names: list[str]) -> Clue:
    longest_first = sorted(names, key=len, reverse=True)  # it is the rarest: looked for first
    patterns = tuple(compiled(word(one)) for one in longest_first)
    loose = loosely(longest_first[0])
    return Clue(kind=ClueKind.NAME, text=" ".join(names), patterns=patterns, loose=loose)


def _clue(kind: ClueKind, typed: str, today: date) -> Clue | None:
    if kind is ClueKind.BIRTH_DATE:
        return _birth_date(typed, today)
    if kind in (ClueKind.EMAIL, ClueKind.NUMBER):
        loose = re.escape(typed)
        return Clue(kind=kind, text=typed, patterns=(compiled(exactly(typed)),), loose=loose)
    number = "".join(c for c in _NORWEGIAN.sub("", typed, count=1) if c.isdigit())
    if kind is ClueKind.PHONE and len(number) < 8:
        return None
    loose = digits(number)
    pattern = rf"{_COUNTRY}{loose}(?![0-9])"
    return Clue(kind=kind, text=number, patterns=(compiled(pattern),), loose=loose)


def _birth_date(typed: str, today: date) -> Clue | None:
    try:
        born = parse_date(typed, today=today, past=True)
    except DateError:
        return None
    between = r"[./\- ]{1,2}"
    year = f"(?:{born.year}|{born.year % 100:02d})"
    ways = (
        born.isoformat(),
        f"0?{born.day}{between}0?{born.month}{between}{year}",
        re.escape(long_date(born)),
    )
    pattern = rf"(?<![0-9])(?:{'|'.join(ways)})(?![0-9])"
    return Clue(
        kind=ClueKind.BIRTH_DATE,
        text=born.isoformat(),
        patterns=(compiled(pattern),),
        loose="|".join(ways),
        born=born,
    )
