"""How an own wording differs from the original, line by line."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

AROUND = 2  # lines shown that are the same, before and after a difference


class LineKind(StrEnum):
    """Where a line stands."""

    SAME = "same"
    GONE = "gone"  # in the original only
    ADDED = "added"  # in the own wording only
    SKIPPED = "skipped"  # lines that are the same, left out


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffLine:
    """One line. ``count``: how many lines a ``SKIPPED`` stands for."""

    kind: LineKind
    text: str = ""
    count: int = 0


def differences(original: str, own: str) -> tuple[DiffLine, ...]:
    """Every difference with a little around it; empty when the two are alike."""
    if original == own:
        return ()
    before, after = original.splitlines(), own.splitlines()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return tuple(_lines(matcher, before, after))


def _lines(
    matcher: "SequenceMatcher[str]", before: list[str], after: list[str]
) -> Iterator[DiffLine]:
    codes = matcher.get_opcodes()
    for tag, start, end, own_start, own_end in codes:
        if tag == "equal":
            first, last = start == 0, end == len(before)
            yield from _same(before[start:end], keep_head=not first, keep_tail=not last)
            continue
        yield from (DiffLine(kind=LineKind.GONE, text=line) for line in before[start:end])
        yield from (DiffLine(kind=LineKind.ADDED, text=line) for line in after[own_start:own_end])


def _same(lines: list[str], *, keep_head: bool, keep_tail: bool) -> Iterator[DiffLine]:
    head = AROUND if keep_head else 0
    tail = AROUND if keep_tail else 0
    if len(lines) <= head + tail + 1:
        yield from (DiffLine(kind=LineKind.SAME, text=line) for line in lines)
        return
    yield from (DiffLine(kind=LineKind.SAME, text=line) for line in lines[:head])
    yield DiffLine(kind=LineKind.SKIPPED, count=len(lines) - head - tail)
    end = lines[len(lines) - tail :]
    yield from (DiffLine(kind=LineKind.SAME, text=line) for line in end)
