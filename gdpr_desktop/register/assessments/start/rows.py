"""The small tables of the start: lines of tab-separated cells, read and written."""

from collections.abc import Iterable
from dataclasses import dataclass

from gdpr_desktop.register.activities.parts import Sensitivity

_MOST = 9_999  # months


@dataclass(frozen=True, slots=True, kw_only=True)
class DataRow:
    """A category of data; ``months`` None: not said, or not ``readable``."""

    text: str
    sensitivity: Sensitivity = Sensitivity.ORDINARY
    months: int | None = None
    readable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectRow:
    """A category of people."""

    text: str
    vulnerable: bool = False


def lines_of(rows: Iterable[tuple[str, ...]]) -> str:
    """Rows as one text."""
    return "\n".join("\t".join(row) for row in rows)


def cells_of(text: str) -> tuple[tuple[str, ...], ...]:
    """What ``lines_of`` was given."""
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line.strip())


def data_rows(text: str) -> tuple[DataRow, ...]:
    """The categories of data. Months that are no number count as not said."""
    found = []
    for row in cells_of(text):
        name, sensitivity, months = (*row, "", "", "")[:3]
        found.append(
            DataRow(
                text=name,
                sensitivity=Sensitivity(sensitivity) if sensitivity else Sensitivity.ORDINARY,
                months=int(months) if months.isdecimal() and int(months) else None,
                readable=not months or (months.isdecimal() and 0 < int(months) <= _MOST),
            )
        )
    return tuple(one for one in found if one.text)


def subject_rows(text: str) -> tuple[SubjectRow, ...]:
    """The categories of people."""
    found = []
    for row in cells_of(text):
        name, vulnerable = (*row, "", "")[:2]
        found.append(SubjectRow(text=name, vulnerable=vulnerable == "yes"))
    return tuple(one for one in found if one.text)
