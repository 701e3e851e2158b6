"""How wide the columns of a table must be, so that no word is broken over two lines."""

import re
from collections.abc import Iterable, Sequence

_WHOLE = 9070  # twentieths of a point, as wide as a page of a letter
_LETTER = 220  # the height of one
_AROUND = 260  # the margins of a cell
_WIDEST = 0.45  # of the whole: what is longer than that is broken all the same
_BOLD = 1.08
_NARROW, _BROAD = frozenset("fijlrtI.,:;!'|()[]/ "), frozenset("mwMWæœÆ@%&")
_BREAKS = re.compile(r"[\s–-]+")  # where a line may end
_NEAR = 4  # letters: how much shorter a word may be, and be as wide


def fitted(
    shares: Sequence[int], header: Sequence[str], rows: Iterable[Sequence[str]]
) -> tuple[int, ...]:
    """``shares`` changed as little as lets the longest word of each column stand on one line.

    As they are where every word does, so empty ones stay empty.
    """
    wished = tuple(shares) or (1,) * len(header)
    widths = [_WHOLE * share / sum(wished) for share in wished]
    needed = [
        min(max(_widest(head) * _BOLD, *map(_widest, cells)) + _AROUND, _WHOLE * _WIDEST)
        for head, *cells in zip(header, *rows, strict=True)
    ]
    if all(width >= need for width, need in zip(widths, needed, strict=True)):
        return tuple(shares)
    lacking = sum(max(need - width, 0) for width, need in zip(widths, needed, strict=True))
    spare = [max(width - need, 0) for width, need in zip(widths, needed, strict=True)]
    given = min(lacking / sum(spare), 1) if any(spare) else 0
    return tuple(
        round(max(width, need) - given * more)
        for width, need, more in zip(widths, needed, spare, strict=True)
    )


def _widest(text: str) -> float:
    """About as wide as its widest word, in the letters of a table."""
    words = _BREAKS.split(text)
    longest = max(map(len, words))
    return max(map(_width, {word for word in words if len(word) > longest - _NEAR}))


def _width(word: str) -> float:
    ems = sum(
        0.37 if one in _NARROW else 0.95 if one in _BROAD else 0.72 if one.isupper() else 0.62
        for one in word
    )
    return ems * _LETTER
