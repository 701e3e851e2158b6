"""Two versions beside each other: what each says, with the words that differ marked."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from gdpr_desktop.dpia.advice.reading import Line, lines
from gdpr_desktop.dpia.catalogue.model import Catalogue
from gdpr_desktop.dpia.content import Assessment

_WORD = re.compile(r"\n|[^\S\n]+|[^\W_]+|[\W_]", re.UNICODE)
MOST_WORDS = 3_000  # of the part that differs; beyond, all of it is marked
_MOST_PAIRS = 100_000  # of a word and the same word in the other; beyond, as above


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some words; ``changed``: the other version does not have them here."""

    text: str
    changed: bool = False


@dataclass(frozen=True, kw_only=True)
class Pair:
    """One part in both versions; a side that lacks it has no pieces.

    What differs is looked for when it is asked for: that takes a while.
    """

    key: str
    section: str
    label: str
    before: str
    now: str

    @property
    def changed(self) -> bool:
        """Do they differ?"""
        return self.before != self.now

    @property
    def older(self) -> tuple[Piece, ...]:
        """The older version."""
        return self._marked[0]

    @property
    def newer(self) -> tuple[Piece, ...]:
        """The newer version."""
        return self._marked[1]

    @cached_property
    def _marked(self) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        return marked(self.before, self.now)


def compared(older: Assessment, newer: Assessment, catalogue: Catalogue) -> tuple[Pair, ...]:
    """All parts that either has, in the order of the newer; what is gone stands in its section."""
    olds = {one.key: one for one in lines(older, catalogue)}
    news = {one.key: one for one in lines(newer, catalogue)}
    return tuple(_pair(key, olds.get(key), news.get(key)) for key in _order(olds, news))


def changed_labels(pairs: Iterable[Pair]) -> tuple[str, ...]:
    """What the parts that differ are called."""
    return tuple(one.label for one in pairs if one.changed)


def _order(olds: dict[str, Line], news: dict[str, Line]) -> list[str]:
    """Each key once; one that is gone comes after what it stood behind."""
    found = list(news)
    before = ""
    for key in olds:
        if key not in news:
            place = found.index(before) + 1 if before else 0
            found.insert(place, key)
        before = key
    return found


def _pair(key: str, older: Line | None, newer: Line | None) -> Pair:
    one = newer or older
    assert one is not None, "either has it"
    return Pair(
        key=key,
        section=one.section,
        label=one.label,
        before=older.text if older else "",
        now=newer.text if newer else "",
    )


def marked(before: str, now: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both texts in pieces, with what the other lacks marked, word by word."""
    if before == now:
        same = (Piece(text=now),) if now else ()
        return same, same
    olds, news = _WORD.findall(before), _WORD.findall(now)
    head = _common(olds, news)
    tail = _common(olds[head:][::-1], news[head:][::-1])
    old, new = olds[head : len(olds) - tail], news[head : len(news) - tail]
    first, last = "".join(olds[:head]), "".join(olds[len(olds) - tail :])
    left, right = _middle(old, new)
    return _around(first, left, last), _around(first, right, last)


def _middle(old: list[str], new: list[str]) -> tuple[list[Piece], list[Piece]]:
    if len(old) > MOST_WORDS or len(new) > MOST_WORDS or _pairs(old, new) > _MOST_PAIRS:
        return [Piece(text="".join(old), changed=True)], [Piece(text="".join(new), changed=True)]
    left, right = [], []
    matcher = SequenceMatcher(str.isspace, old, new, autojunk=False)
    for what, one, two, three, four in matcher.get_opcodes():
        changed = what != "equal"
        left.append(Piece(text="".join(old[one:two]), changed=changed))
        right.append(Piece(text="".join(new[three:four]), changed=changed))
    return left, right


def _pairs(old: list[str], new: list[str]) -> int:
    """How often a word meets itself: a text of few words takes long to compare."""
    olds, news = Counter(old), Counter(new)
    return sum(count * news[word] for word, count in olds.items() if not word.isspace())


def _around(first: str, middle: list[Piece], last: str) -> tuple[Piece, ...]:
    pieces = (Piece(text=first), *middle, Piece(text=last))
    return tuple(one for one in pieces if one.text)


def _common(olds: list[str], news: list[str]) -> int:
    """How many words both begin with."""
    count = 0
    for one, other in zip(olds, news, strict=False):
        if one != other:
            break
        count += 1
    return count
