"""What each column of a list is, proposed from its heading, for the person to change.

What a column may become is a ``use``: text, or a member of a room's own ``StrEnum``.
"""

from collections.abc import Callable
from dataclasses import dataclass

from gdpr_desktop.tables.lists import ListFile, ListSheet
from gdpr_desktop.tables.model import Row

UseOf = Callable[[str], str]  # of a heading; empty where it says nothing that is known

_LOOKED_AT = 40  # rows
_LONGEST = 90  # characters of a heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """The row of the headings, from 0 (-1: there are none), and the use of each column."""

    header: int
    uses: tuple[str, ...]

    def twice(self) -> str:
        """A use that two columns have: one of them would not be read."""
        return next((use for use in self.uses if use and self.uses.count(use) > 1), "")


def propose(file: ListFile, use_of: UseOf) -> tuple[int, Mapping]:
    """The sheet with the most columns that are known, and its mapping."""
    found = [mapping_of(sheet, use_of) for sheet in file.sheets]
    best = max(
        range(len(found)),
        key=lambda at: (
            not file.sheets[at].hidden,
            sum(map(bool, found[at].uses)),
            len(file.sheets[at].rows),
        ),
    )
    return best, found[best]


def mapping_of(sheet: ListSheet, use_of: UseOf, header: int | None = None) -> Mapping:
    """A proposal for a sheet, and for one row of headings where that is known."""
    row = _header_row(sheet, use_of) if header is None else header
    texts: Row = sheet.rows[row] if 0 <= row < len(sheet.rows) else ()
    uses = list(_uses(texts, use_of)) or [""] * len(sheet.rows[0])
    for column in sheet.dropped:
        uses[column] = ""
    return Mapping(header=row, uses=tuple(uses))


def _header_row(sheet: ListSheet, use_of: UseOf) -> int:
    known = [sum(map(bool, _uses(row, use_of))) for row in sheet.rows[:_LOOKED_AT]]
    most = max(known, default=0)
    return known.index(most) if most else -1


def _uses(headings: Row, use_of: UseOf) -> tuple[str, ...]:
    found: list[str] = []
    for text in headings:
        use = use_of(text) if text and len(text) < _LONGEST else ""
        found.append("" if use in found else use)
    return tuple(found)
