"""Norwegian numbers of persons, accounts and organisations: are they real, and what do they tell?

Numbers are text, never integers: they may begin with 0. Only the digits 0-9 count. Sources:
Skatteetaten's rules for identity numbers from 2032 and their test file, Brønnøysundregistrene.
"""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

_BLANKS = " \t\u00a0\u2007\u2009\u202f"
_HYPHENS = "-\u2010\u2011\u2013"
_LOOSE = str.maketrans("", "", _BLANKS + _HYPHENS)
_ACCOUNT_LOOSE = str.maketrans("", "", _BLANKS + _HYPHENS + ".")
_ELEVEN = re.compile(r"[0-9]{11}")
_ORGANISATION = re.compile(r"(?:NO)?([0-9]{9})(?:MVA)?")

_FIRST_CHECK = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND_CHECK = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)  # of identity numbers and of accounts
_ORGANISATION_CHECK = (3, 2, 7, 6, 5, 4, 3, 2, 1)

CENTURY_KNOWN_UNTIL = date(2032, 1, 1)  # from then on the individual digits tell nothing


class NumberKind(StrEnum):
    """How the date part of an identity number is made."""

    ORDINARY = "ordinary"
    D_NUMBER = "d_number"  # day + 40
    HELP_NUMBER = "help_number"  # month + 40: given in hospitals
    SYNTHETIC = "synthetic"  # month + 80 (Tenor), or + 65 (health network): belongs to nobody
    SYNTHETIC_D_NUMBER = "synthetic_d_number"


def plain(text: str) -> str:
    """``text`` without blanks and hyphens: ``130972 48022`` becomes ``13097248022``."""
    return text.translate(_LOOSE)


def _remainder(digits: str, weights: Sequence[int]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False)) % 11


def dated_kind(number: str) -> NumberKind | None:
    """The kind of the eleven digits ``number`` if its date exists, whatever its check digits."""
    if not _ELEVEN.fullmatch(number):
        return None
    day, month, year = int(number[:2]), int(number[2:4]), int(number[4:6])
    d_number = 41 <= day <= 71
    day -= 40 if d_number else 0
    offset = next((by for by in (0, 40, 65, 80) if 1 <= month - by <= 12), None)
    # The century is open, so 29 February exists in every year that 4 divides, 00 among them.
    if offset is None or not 1 <= day <= monthrange(2000 + year, month - offset)[1]:
        return None
    if offset in (65, 80):
        return NumberKind.SYNTHETIC_D_NUMBER if d_number else NumberKind.SYNTHETIC
    if d_number:
        return NumberKind.D_NUMBER
    return NumberKind.HELP_NUMBER if offset else NumberKind.ORDINARY


def passes_check(number: str, *, only_1964: bool = False) -> bool:
    """Whether the check digits of eleven digits fit.

    From 2032 the first one may leave a remainder of 0 to 3; by the rule of 1964 only 0.
    """
    first = _remainder(number, _FIRST_CHECK)
    return first <= (0 if only_1964 else 3) and _remainder(number, _SECOND_CHECK) == 0


def identity_kind(text: str) -> NumberKind | None:
    """The kind of identity number that ``text`` is, or None. Blanks and hyphens are skipped."""
    number = plain(text)
    kind = dated_kind(number)
    return kind if kind and passes_check(number) else None


def is_national_id(text: str, *, only_1964: bool = False) -> bool:
    """Whether ``text`` is a fødselsnummer or D-nummer, by the rule that holds from 2032.

    Help numbers and synthetic numbers are among them. ``only_1964`` is the older, stricter rule.
    """
    number = plain(text)
    return dated_kind(number) is not None and passes_check(number, only_1964=only_1964)


def is_account(text: str) -> bool:
    """Whether ``text`` is a bank account. Every fødselsnummer passes too: only context tells."""
    number = text.translate(_ACCOUNT_LOOSE)
    if not _ELEVEN.fullmatch(number) or number == "0" * 11:
        return False
    return _remainder(number, _SECOND_CHECK) == 0


def is_organisation(text: str) -> bool:
    """Whether ``text`` is an organisation number, ``NO`` and ``MVA`` around it allowed."""
    found = _ORGANISATION.fullmatch(plain(text).upper())
    if found is None or found[1] == "0" * 9:
        return False
    return _remainder(found[1], _ORGANISATION_CHECK) == 0


def birth_date(text: str, today: date) -> date | None:
    """The birth date in an identity number by the rule of 1964, or None if it cannot be known.

    Not of D-numbers and help numbers, whose series do not tell the century, not of numbers that
    only the rule of 2032 accepts, of none from 2032 on, and never a date after ``today``.
    """
    number = plain(text)
    readable = dated_kind(number) in (NumberKind.ORDINARY, NumberKind.SYNTHETIC)
    if not readable or not passes_check(number, only_1964=True) or today >= CENTURY_KNOWN_UNTIL:
        return None
    day, month, year = int(number[:2]), int(number[2:4]), int(number[4:6])
    century = _century(year, int(number[6:9]))
    if century is None:
        return None
    month -= next(by for by in (0, 65, 80) if 1 <= month - by <= 12)
    try:
        born = date(century + year, month, day)
    except ValueError:  # 29 February 1900
        return None
    return born if born <= today else None


def _century(year: int, individual: int) -> int | None:
    if individual < 500:
        return 1900
    if year <= 39:
        return 2000
    if individual < 750 and year >= 54:
        return 1800
    return 1900 if individual >= 900 else None


def mask(text: str) -> str:
    """An identity number as it may be shown: ``130972*****``. Other text becomes stars only."""
    number = plain(text)
    return f"{number[:6]}*****" if _ELEVEN.fullmatch(number) else "*" * len(number)
