"""Find numbers and addresses of persons in free text, to warn before it is sent or filed.

Every group in a pattern has a bounded length and no two neighbours share a character, so the time
grows with the length of the text and with nothing else.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from gdpr_desktop.law.identifiers.numbers import (
    NumberKind,
    dated_kind,
    is_account,
    is_organisation,
    passes_check,
    plain,
)


class Kind(StrEnum):
    """What was found."""

    NATIONAL_ID = "national_id"
    D_NUMBER = "d_number"
    ACCOUNT = "account"
    ORGANISATION = "organisation"
    PHONE = "phone"
    EMAIL = "email"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """``text[start:end]`` is a ``kind``.

    ``certain``: nothing else is likely. ``synthetic``: made for tests, belongs to nobody.
    ``mistyped``: looks like one, but its check digits are wrong; never certain.
    """

    kind: Kind
    start: int
    end: int
    certain: bool
    synthetic: bool = False
    mistyped: bool = False


_GAP = r"[ \t\u00a0\u2007\u2009\u202f]"
_LINK = r"[ \t\u00a0\u2007\u2009\u202f.-]"
_ELEVEN = re.compile(
    r"(?<![0-9])(?:"
    r"(?P<whole>[0-9]{11})"
    rf"|(?P<split>[0-9]{{6}}(?:{_GAP}{{1,2}}|{_GAP}?[-\u2010\u2011\u2013]{_GAP}?)[0-9]{{5}})"
    rf"|(?P<account>[0-9]{{4}}{_LINK}[0-9]{{2}}{_LINK}[0-9]{{5}})"
    rf"|(?P<spread>[0-9]{{6}}{_GAP}[0-9]{{3}}{_GAP}[0-9]{{2}}"
    rf"|[0-9]{{2}}{_LINK}[0-9]{{2}}{_LINK}[0-9]{{2}}{_LINK}[0-9]{{3}}(?:{_LINK}?[0-9]{{2}}))"
    r")(?![0-9])"
)
_IBAN = re.compile(
    rf"(?<![0-9A-Za-z])NO([0-9]{{2}}){_GAP}?([0-9]{{4}}{_GAP}?[0-9]{{4}}{_GAP}?[0-9]{{3}})(?![0-9])"
)
_NINE = re.compile(
    rf"(?<![0-9])(?P<prefix>(?<![A-Za-z])NO{_GAP}?)?"
    rf"(?P<number>[0-9]{{9}}|[0-9]{{3}}{_GAP}[0-9]{{3}}{_GAP}[0-9]{{3}})"
    rf"(?![0-9])(?P<suffix>{_GAP}?MVA\b)?"
)
_PHONE = re.compile(
    rf"(?<![0-9])(?P<prefix>(?:\+|00)47{_GAP}?)?(?P<number>"
    rf"[2-9][0-9]{_GAP}[0-9]{{2}}{_GAP}[0-9]{{2}}{_GAP}[0-9]{{2}}"
    rf"|[2-9][0-9]{{2}}{_GAP}[0-9]{{2}}{_GAP}[0-9]{{3}}|[2-9][0-9]{{7}})(?![0-9])"
)
_EMAIL = re.compile(
    r"(?<![\w.%+-])[.%+-]{0,64}"  # a run is tried from its beginning only
    r"(?P<address>\w[\w.%+-]{0,63}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24})"
)

# Where eight digits or more stand near each other; only there, with room for «NO» before and «MVA»
# after, is it worth looking closer. The room is too short to cut a number that follows in two.
_DIGITS = re.compile(r"[0-9][0-9 \t\u00a0\u2007\u2009\u202f.\u2010\u2011\u2013-]{6,}[0-9]")
_ROOM = 5

_CONTEXT_LENGTH = 32  # characters before a number that may say what it is
_CONTEXT = re.compile(
    r"(?P<account>konto(?!r)|\bkto\b|\biban\b)"
    r"|(?P<identity>f\.?nr|fødsels?n|fødsel|født|fødd|person(?:nr|nummer)|d-?nr|d-?nummer)"
    r"|(?P<organisation>org\.? ?nr|org\.? ?nummer|organisasjon|orgnr|foretak|føretak)"
    r"|(?P<phone>tlf|telefon|mobil|\bmob\b|\bringe?\b|\bsms\b)",
    re.IGNORECASE,
)


Windows = Sequence[tuple[int, int]]  # places in the text: first, and one past the last


def find(text: str) -> list[Finding]:
    """All numbers and e-mail addresses in ``text``, in order, none overlapping another."""
    windows = [(max(0, m.start() - _ROOM), m.end() + _ROOM) for m in _DIGITS.finditer(text)]
    candidates = chain(
        _ibans(text, windows),
        _eleven_digits(text, windows),
        _emails(text),
        _organisations(text, windows),
        _phones(text, windows),
    )
    return _without_overlaps(candidates, len(text))


_ALONE = re.compile(r"([0-9]{6})[ \u00a0-]?([0-9]{5})")


def find_secret(text: str) -> list[tuple[int, int]]:
    """Where ``find`` finds identity and account numbers, and nothing else: cheap for tables.

    Nothing that is left out here would take a place from these.
    """
    if alone := _ALONE.fullmatch(text):  # in its cell: nothing around it says what it is
        number = alone[1] + alone[2]
        told = dated_kind(number) is not None or is_account(number)
        return [(0, len(text))] if told else []
    windows = [(max(0, m.start() - _ROOM), m.end() + _ROOM) for m in _DIGITS.finditer(text)]
    candidates = chain(_ibans(text, windows), _eleven_digits(text, windows))
    return [(one.start, one.end) for one in _without_overlaps(candidates, len(text))]


def _without_overlaps(candidates: Iterable[Finding], length: int) -> list[Finding]:
    """The candidates in order of place; where two overlap, the earlier candidate stays."""
    found: list[Finding] = []
    taken = bytearray(length)
    for finding in candidates:
        if not any(taken[finding.start : finding.end]):
            taken[finding.start : finding.end] = b"\x01" * (finding.end - finding.start)
            found.append(finding)
    return sorted(found, key=lambda finding: finding.start)


def _context(text: str, start: int, after: int = 0) -> str:
    """The kind named by the nearest word before ``start``, or an empty string.

    Words before ``after``, the end of the number before this one, are about that one.
    """
    nearest = ""
    for word in _CONTEXT.finditer(text, max(after, start - _CONTEXT_LENGTH), start):
        nearest = word.lastgroup or ""
    return nearest


def _matches(pattern: re.Pattern[str], text: str, windows: Windows) -> Iterator[re.Match[str]]:
    return chain.from_iterable(pattern.finditer(text, start, end) for start, end in windows)


def _ibans(text: str, windows: Windows) -> Iterator[Finding]:
    for match in _matches(_IBAN, text, windows):
        account = plain(match[2])
        # NO is 2324 in ISO 13616's letters-to-digits.
        if is_account(account) and int(f"{account}2324{match[1]}") % 97 == 1:
            yield Finding(kind=Kind.ACCOUNT, start=match.start(), end=match.end(), certain=True)


def _eleven_digits(text: str, windows: Windows) -> Iterator[Finding]:
    last = 0
    for position, end in windows:
        while match := _ELEVEN.search(text, position, end):
            finding = _judge_eleven(match, _context(text, match.start(), last))
            # A rejected match may hide the beginning of a real one.
            position = match.end() if finding else match.start() + 1
            if finding:
                last = match.end()
                yield finding


def _judge_eleven(match: re.Match[str], context: str) -> Finding | None:
    number = plain(match[0]).replace(".", "")
    shape = match.lastgroup
    kind = dated_kind(number)
    valid = kind is not None and passes_check(number)
    mistyped_id = kind is not None and not valid and shape != "account"
    if is_account(number) and not (mistyped_id and context == "identity"):
        # Every valid identity number is a valid account: context and shape decide.
        account_like = context == "account" or (shape == "account" and context != "identity")
        if account_like or not valid:
            certain = context == "account" or (shape == "account" and not valid)
            return _finding(match, Kind.ACCOUNT, certain=certain)
    if kind is not None and valid:
        told = context == "identity" or shape == "split" or passes_check(number, only_1964=True)
        return _identity(match, kind, certain=told)
    if context == "account":
        return _finding(match, Kind.ACCOUNT, certain=False, mistyped=True)
    if kind is not None and mistyped_id and (shape != "spread" or context == "identity"):
        return _identity(match, kind, certain=False, mistyped=True)
    return None


def _identity(
    match: re.Match[str], kind: NumberKind, *, certain: bool, mistyped: bool = False
) -> Finding:
    d_number = kind in (NumberKind.D_NUMBER, NumberKind.SYNTHETIC_D_NUMBER)
    return Finding(
        kind=Kind.D_NUMBER if d_number else Kind.NATIONAL_ID,
        start=match.start(),
        end=match.end(),
        certain=certain,
        synthetic=kind in (NumberKind.SYNTHETIC, NumberKind.SYNTHETIC_D_NUMBER),
        mistyped=mistyped,
    )


def _finding(match: re.Match[str], kind: Kind, *, certain: bool, mistyped: bool = False) -> Finding:
    return Finding(
        kind=kind, start=match.start(), end=match.end(), certain=certain, mistyped=mistyped
    )


def _emails(text: str) -> Iterator[Finding]:
    matches = _EMAIL.finditer(text) if "@" in text else ()
    for match in matches:
        start, end = match.span("address")
        yield Finding(kind=Kind.EMAIL, start=start, end=end, certain=True)


def _organisations(text: str, windows: Windows) -> Iterator[Finding]:
    for match in _matches(_NINE, text, windows):
        if is_organisation(match["number"]):
            named = bool(match["prefix"] or match["suffix"])
            yield Finding(
                kind=Kind.ORGANISATION,
                start=match.start("number"),
                end=match.end("number"),
                certain=named or _context(text, match.start()) == "organisation",
                synthetic=match["number"][0] in "23",
            )


def _phones(text: str, windows: Windows) -> Iterator[Finding]:
    for match in _matches(_PHONE, text, windows):
        named = bool(match["prefix"]) or _context(text, match.start()) == "phone"
        grouped = not match["number"].isdigit()
        # Eight digits in a row are as often a date or a case number: only mobiles are suspected.
        if named or grouped or match["number"][0] in "49":
            yield _finding(match, Kind.PHONE, certain=named)
