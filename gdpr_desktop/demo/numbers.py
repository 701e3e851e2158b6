"""Identity numbers that belong to nobody: month + 80, as the authorities' own test data have."""

from datetime import date
from itertools import product

from gdpr_desktop.law import identifiers

_CENTURY_TOLD = date(2031, 12, 31)  # the last day on which a number tells the century


def synthetic_number(born: date, serial: int) -> str:
    """A valid synthetic identity number of somebody ``born`` 1900–2031; ``serial`` varies it."""
    series = range(500, 900) if born.year >= 2000 else range(100, 500)
    first = f"{born.day:02d}{born.month + 80:02d}{born.year % 100:02d}"
    numbers = (
        f"{first}{series[(serial + step) % len(series)]}{check}"
        for step, check in product(range(len(series)), (f"{n:02d}" for n in range(100)))
    )
    return next(
        number for number in numbers if identifiers.birth_date(number, _CENTURY_TOLD) == born
    )
