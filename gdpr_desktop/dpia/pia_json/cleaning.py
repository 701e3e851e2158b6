"""Values out of a file that may hold anything, made into what a register can keep."""

import re
from datetime import UTC, date, datetime
from typing import Any

from gdpr_desktop.core.clock import local_date
from gdpr_desktop.core.names import clean_line

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*]+')
LONGEST_NAME = 120  # characters of a file's name


def text_of(value: Any) -> str:
    """A text, without what cannot be kept: halves of characters, control characters."""
    if isinstance(value, str):
        whole = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return _CONTROL.sub("", whole.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(value, bool) or value is None:
        return ""
    return str(value) if isinstance(value, (int, float)) else ""


def line_of(value: Any) -> str:
    """A text in one line."""
    return " ".join(text_of(value).split())


def number_of(value: Any) -> int | None:
    """A whole number, also written as text or with a fraction of nothing; else None."""
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 10**15 else None
    if isinstance(value, str):
        stripped = value.strip()
        return int(stripped) if stripped.isascii() and re.fullmatch(r"\d{1,15}", stripped) else None
    return value if isinstance(value, int) and abs(value) < 10**15 else None


def truth_of(value: Any) -> bool | None:
    """True, false or not answered, from booleans and from 0 and 1."""
    if isinstance(value, bool):
        return value
    number = number_of(value)
    return bool(number) if number in (0, 1) else None


def moment_of(value: Any) -> datetime | None:
    """An instant in ISO 8601, in UTC; None for anything else."""
    if not isinstance(value, str):
        return None
    try:
        found = datetime.fromisoformat(value.strip())
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def day_of(value: Any) -> date | None:
    """The day in Norway of an instant in ISO 8601; None for anything else."""
    moment = moment_of(value)
    try:
        return local_date(moment) if moment is not None else None
    except OverflowError:
        return None


def clean_name(name: str) -> str:
    """A file's name that every system takes."""
    plain = clean_line(text_of(name))
    plain = _NOT_IN_NAMES.sub("-", plain).strip(". ")
    stem, dot, suffix = plain.rpartition(".")
    if dot and len(suffix) <= 10:
        return f"{stem[: LONGEST_NAME - len(suffix) - 1]}.{suffix}"
    return plain[:LONGEST_NAME] or "-"
