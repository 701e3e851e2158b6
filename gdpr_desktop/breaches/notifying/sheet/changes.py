"""What differs between two versions of the sheet, as they were sent."""

from collections.abc import Iterable
from dataclasses import dataclass

Frozen = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a version. ``before`` is what it said last; None where nothing came before.

    ``gone``: it was sent last time, and is not there any more.
    """

    label: str
    value: str
    before: str | None = None
    gone: bool = False
    first: bool = False  # of the first version: everything in it is new, and nothing is marked

    @property
    def new(self) -> bool:
        """Has it come since the last version?"""
        return not self.first and self.before is None and not self.gone

    @property
    def changed(self) -> bool:
        """Did it say something else last time?"""
        return self.before is not None and self.before != self.value and not self.gone


def compared(after: Frozen, before: Frozen | None) -> tuple[Line, ...]:
    """The lines of ``after``, and those of ``before`` that are gone."""
    if before is None:
        return tuple(Line(label=label, value=value, first=True) for label, value in after)
    known = dict(before)
    lines = [Line(label=label, value=value, before=known.get(label)) for label, value in after]
    left = {label for label, _value in after}
    lines += [
        Line(label=label, value=value, before=value, gone=True)
        for label, value in before
        if label not in left
    ]
    return tuple(lines)


def count_changes(lines: Iterable[Line]) -> int:
    """How many lines are new, changed or gone."""
    return sum(line.new or line.changed or line.gone for line in lines)
