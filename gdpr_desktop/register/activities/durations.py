"""Periods as people type them: «10 år», «18 månader»."""

import re

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _

_TYPED = re.compile(r"([0-9]{1,4})\s*([a-zæøå]+)\.?(?:\s+(?:og\s+)?([0-9]{1,3})\s*([a-zæøå]+)\.?)?")
_YEARS = ("år", "year", "years", "y")
_MONTHS = ("månad", "månader", "måned", "måneder", "mnd", "md", "month", "months", "m")


class DurationError(AppError):
    """What was typed is not a period."""


def read_months(text: str) -> int:
    """How many months «10 år», «18 mnd.» or «1 år og 6 månader» are. Raises ``DurationError``."""
    found = _TYPED.fullmatch(" ".join(text.casefold().split()))
    if found is not None:
        count, unit, more, smaller = found.groups()
        first = _months(int(count), unit)
        rest = _months(int(more), smaller) if more else 0
        if first is not None and rest is not None:
            return first + rest
    raise DurationError(
        _("«{text}» is not a period.").format(text=text.strip()[:40]),
        hint=_("Type it like «10 år» or «6 månader»."),
    )


def _months(count: int, unit: str) -> int | None:
    if unit in _YEARS:
        return count * 12
    return count if unit in _MONTHS else None
