"""Words as patterns that find both foldings in text as it was written.

To fold every text in the register would take a minute; a pattern that knows the letters reads it
as it stands: «bjoern» and «bjorn» both find «Bjørn», and «aasen» finds «Åsen».
"""

import re
from functools import cache

from gdpr_desktop.core.names import fold_long, fold_short

# much text is kept as JSON, where a new line is a backslash and an n
_BEGINS = r"(?:(?<![^\W_])|(?<=\\n))"
_LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))


@cache
def _written() -> dict[str, str]:
    """For each folded letter, or pair of them, the letters that are folded to it."""
    found: dict[str, set[str]] = {}
    for code in _LATIN:
        letter = chr(code)
        for folded in (fold_short(letter), fold_long(letter)):
            if folded and folded != letter:
                found.setdefault(folded, set()).add(letter)
    return {folded: "".join(sorted(letters)) for folded, letters in found.items()}


def _letters(folded: str) -> str:
    written = _written()
    parts = []
    at = 0
    while at < len(folded):
        pair = folded[at : at + 2]
        if len(pair) == 2 and pair in written:
            one, two = _letter(pair[0]), _letter(pair[1])
            parts.append(f"(?:{one}{two}|[{written[pair]}])")
            at += 2
        else:
            parts.append(_letter(folded[at]))
            at += 1
    return "".join(parts)


def _letter(letter: str) -> str:
    also = _written().get(letter, "")
    return f"[{re.escape(letter)}{also}]" if also else re.escape(letter)


def loosely(typed: str) -> str:
    """A pattern for ``typed`` in either folding, also inside a word."""
    ways = dict.fromkeys(_letters(folded) for folded in (fold_short(typed), fold_long(typed)))
    return "|".join(ways)


def word(typed: str) -> str:
    """A pattern for words that begin with ``typed``, in either folding."""
    return f"{_BEGINS}(?:{loosely(typed)})"


def digits(number: str) -> str:
    """A pattern for ``number`` whatever stands between its digits."""
    return r"[ .\-]?".join(number)


def exactly(text: str) -> str:
    """A pattern for ``text`` by itself: not the middle of something longer."""
    return rf"{_BEGINS}{re.escape(text)}(?![^\W_])"


def compiled(pattern: str) -> re.Pattern[str]:
    """Case makes no difference."""
    return re.compile(pattern, re.IGNORECASE)
