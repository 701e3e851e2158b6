"""What a cell of somebody's list says: a name, a day, a yes; and what must not stay in it."""

import re
from collections.abc import Sequence
from datetime import date

from gdpr_desktop.core.dates import DateError, parse_date
from gdpr_desktop.core.names import clean_line, fold_short
from gdpr_desktop.law.identifiers import find_secret

EARLIEST = 1900
_LOOKED_AT = 40  # rows, for a heading
_LONGEST_HEADING = 60  # characters
_ELEVEN = re.compile(r"[0-9]{6}[ .\-\u00a0]?[0-9]{5}|[0-9]{4}[ .]?[0-9]{2}[ .]?[0-9]{5}")
_HEADING = re.compile(
    r"(f\W?nr|fodselsn|foedselsn|personn(?!a)|d\W?n(umme)?r|pnr|ssn|identitetsn|national identity"
    r"|identity n|norsk id|id\W?nummer|kontonummer|bankkonto)"
)
_SPOILT = re.compile(  # also what a spreadsheet shows for a formula that failed
    "\ufffd|Ã[\u0080-\u00bf]|[^\\W\\d_]\\?[^\\W\\d_]|#N/A|#I/T|#[A-ZÅ]{3,}[!?]|#DIV/0!"
)
_WITH_YEAR = re.compile(r"[0-9]+\D+[0-9]+\D+[0-9]{2,4}\.?|[0-9]{6}|[0-9]{8}|.*[a-zæøå].*[0-9]{4}")
_BETWEEN = re.compile(r"\s*[;\n/|]\s*|\s+(?:og|&)\s+", re.IGNORECASE)
_YES = frozenset("ja j yes y x 1 sann true samtykke samtykker samtykkjer ok ✓ ✔ ☑ ☒".split())
_NO = frozenset("nei n no 0 usann false - – — ☐ ikkje ikke nekter nektar".split())


def number_columns(rows: Sequence[Sequence[str]]) -> set[int]:
    """The columns whose heading says that they hold identity or account numbers."""
    return {
        column
        for row in rows[:_LOOKED_AT]
        for column, text in enumerate(row)
        if text and len(text) < _LONGEST_HEADING and _HEADING.match(fold_short(text))
    }


def without_numbers(text: str) -> str:
    """``text`` without identity and account numbers."""
    if len(text) < 10 or not (_ELEVEN.search(text) or (len(text) == 10 and text.isdigit())):
        return text
    if len(text) == 10 and text.isdigit():  # a spreadsheet has taken the zero in front
        return "" if find_secret(f"0{text}") else text
    for start, end in reversed(find_secret(text)):
        text = text[:start] + text[end:]
    return " ".join(text.split(" "))


def is_spoilt(text: str) -> bool:
    """Were letters lost on the way, or is it a formula that failed?"""
    return _SPOILT.search(text) is not None


def turned(name: str) -> str:
    """``Berg, Kari`` as ``Kari Berg``."""
    whole = clean_line(name)
    last, comma, first = whole.partition(",")
    if comma and first.strip() and "," not in first:
        return f"{first.strip()} {last.strip()}"
    return whole


def names_of(text: str) -> tuple[str, ...]:
    """The people that a cell names: «Kari og Ola Berg» are Kari Berg and Ola Berg."""
    names = [turned(one) for one in _BETWEEN.split(text) if one.strip()]
    if not names:
        return ()
    last = names[-1].split()
    family = last[-1] if len(last) > 1 else ""
    return tuple(f"{one} {family}".strip() if " " not in one else one for one in names)


def day_of(text: str, today: date, *, ahead: bool = False) -> date | None:
    """The day, of Norwegian and international ways to write one; None for what is none.

    A day after ``today`` is none unless ``ahead``; a day without its year never is one. Raises
    ``DateError`` when something stands there that is no day.
    """
    text = clean_line(text).removesuffix(" 00:00:00").casefold()
    if not text:
        return None
    if not text[0].isdigit() or not _WITH_YEAR.fullmatch(text):
        raise DateError(text)
    day = parse_date(text, today=today, past=not ahead)
    if day.year < EARLIEST or (day > today and not ahead):
        raise DateError(text)
    return day


def answer_of(text: str) -> bool | None:
    """Yes or no; None for what is neither, and for nothing."""
    said = fold_short(clean_line(text)).strip(" .!")
    return True if said in _YES else False if said in _NO or text.strip() in _NO else None
