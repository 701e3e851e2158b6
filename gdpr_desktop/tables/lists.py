"""Somebody's list in a workbook or a text file. Identity numbers go before anything is shown.

A column of numbers is emptied whole, by its heading or by what stands in it; a number in another
cell is cut out of it. Where birth dates are wanted, each is taken from its number first.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gdpr_desktop.core.dates import short_date
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.names import clean
from gdpr_desktop.core.text import _
from gdpr_desktop.law.identifiers import birth_date
from gdpr_desktop.tables.cells import number_columns, without_numbers
from gdpr_desktop.tables.model import Limits, Row, Sheet
from gdpr_desktop.tables.text_files import file_bytes, read_csv

WORKBOOKS = (".xlsx", ".xlsm")
SUFFIXES = (*WORKBOOKS, ".csv", ".txt", ".tsv")
LIMITS = Limits(rows=60_000, columns=100, cells=3_000_000)
LONGEST_CELL = 500  # characters; what is longer is no part of a list
_FEW, _DATE = 6, 8  # digits: fewer than a date has, and as many as one may have


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSheet:
    """A table of the file. ``rows`` begin with row 1 of the sheet and hold no identity numbers.

    ``dropped`` are the columns that were numbers, from 0, ``dated`` those that became birth dates;
    ``cut`` is how many other cells had a number; ``merged``: do cells stand for several?
    """

    title: str
    rows: tuple[Row, ...]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()  # from 0
    merged: bool = False
    dropped: tuple[int, ...] = ()
    dated: tuple[int, ...] = ()
    cut: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFile:
    """A file that was read. ``doubt`` says why its letters may be other ones than were meant."""

    name: str
    sheets: tuple[ListSheet, ...]
    doubt: str = ""


def read_list(path: Path, *, births_until: date | None = None) -> ListFile:
    """The tables of the file. Raises ``AppError`` for what cannot be read, or holds nothing.

    With ``births_until`` (today) a column of identity numbers becomes one of birth dates.
    """
    suffix = path.suffix.casefold()
    if suffix not in SUFFIXES:
        raise AppError(
            _("{name} is not a file that holds tables.").format(name=path.name),
            hint=_("Save the list as .xlsx or .csv, and choose that file."),
        )
    sheets, doubt = _workbook(path) if suffix in WORKBOOKS else _text_file(path)
    kept = tuple(one for one in (_cleared(sheet, births_until) for sheet in sheets) if one.rows)
    if not kept:
        raise AppError(
            _("There is nothing in {name}.").format(name=path.name), hint=_("Choose another file.")
        )
    return ListFile(name=path.name, sheets=kept, doubt=doubt)


def _workbook(path: Path) -> tuple[tuple[Sheet, ...], str]:
    from gdpr_desktop.tables.workbook import read_book

    return read_book(path, limits=LIMITS).sheets, ""


def _text_file(path: Path) -> tuple[tuple[Sheet, ...], str]:
    hint = _("Keep only the rows and columns that are needed.")
    read = read_csv(path, file_bytes(path, LIMITS.size, hint), LIMITS.rows)
    width = max(map(len, read.rows), default=0)
    if len(read.rows) > LIMITS.rows or width > LIMITS.columns:
        text = _("{name} has more than {rows} rows or {columns} columns.")
        most = f"{LIMITS.rows:,}".replace(",", "\N{NO-BREAK SPACE}")
        said = text.format(name=path.name, rows=most, columns=LIMITS.columns)
        raise AppError(said, hint=hint)
    rows = tuple((*row, *[""] * (width - len(row))) for row in read.rows)
    return (Sheet(name="", rows=rows),), read.doubt


def _cleared(sheet: Sheet, births_until: date | None) -> ListSheet:
    rows = [tuple(map(_tidy, row)) for row in sheet.rows]
    while rows and not any(rows[-1]):
        rows.pop()
    headed = number_columns(rows)
    numbers = dict.fromkeys(range(len(rows[0]) if rows else 0), 0)
    births = dict.fromkeys(numbers, 0)
    cleared = []
    for row in rows:
        cells = list(row)
        for column, text in enumerate(row):
            said = _kept(text, births_until, headed=column in headed)
            if said != text:
                cells[column] = said
                numbers[column] += 1
                births[column] += bool(said)
        cleared.append(tuple(cells))
    many = {column for column, count in numbers.items() if count > len(rows) // 4}
    dated = {one for one in headed | many if births_until is not None and births[one]}
    dropped = {one for one in headed | many if numbers[one]} - dated
    return ListSheet(
        title=sheet.name,
        rows=tuple(cleared),
        hidden=sheet.hidden,
        hidden_rows=sheet.hidden_rows,
        merged=bool(sheet.merged),
        dropped=tuple(sorted(dropped)),
        dated=tuple(sorted(dated)),
        cut=sum(count for column, count in numbers.items() if column not in dropped | dated),
    )


def _kept(text: str, births_until: date | None, *, headed: bool) -> str:
    """What stays of a cell. ``headed``: the heading says that numbers stand here."""
    if not text or births_until is None:
        return "" if headed else without_numbers(text)
    digits = sum(sign.isdigit() for sign in text)
    if digits < _FEW:
        return text
    if digits in (10, 11) and (born := birth_date(text.zfill(11), births_until)):
        return short_date(born)
    if headed and digits > _DATE:  # mistyped, or one that does not tell the century
        return ""
    return without_numbers(text)


def _tidy(text: str) -> str:
    return clean(text[:LONGEST_CELL]) if text else ""
