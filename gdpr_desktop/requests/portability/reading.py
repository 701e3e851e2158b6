"""A file from a system or a department, read as tables of text. Nothing in it is trusted.

Cells stay as they were given: dates as ISO 8601, numbers as they stand, formulas as the value that
was kept with them. What is larger than the limits is refused before it is unpacked.
"""

from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.portability.json_files import read_json
from gdpr_desktop.requests.portability.model import (
    LONGEST_NAME,
    MOST_BYTES,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Found,
    Row,
)
from gdpr_desktop.tables.text_files import file_bytes, read_csv

SUFFIXES = (".csv", ".txt", ".tsv", ".xlsx", ".json")


def read_file(path: Path) -> tuple[Found, ...]:
    """The tables of the file, blank rows left out. Raises ``AppError`` for what cannot be read."""
    suffix = path.suffix.casefold()
    if suffix not in SUFFIXES:
        raise AppError(
            _("{name} is not a file that holds tables.").format(name=path.name),
            hint=_("Ask for the data as .csv, .xlsx or .json. A PDF cannot be used (article 20)."),
        )
    if suffix == ".xlsx":
        found = _read_book(path)
    else:
        read = read_json if suffix == ".json" else _read_csv
        found = read(path, file_bytes(path, MOST_BYTES, _("Ask for the data in several files.")))
    tables = tuple(tidied(path.name, one) for one in found)
    kept = tuple(one for one in tables if len(one.rows) > one.named)
    if not kept:
        raise AppError(
            _("There is nothing in {name}.").format(name=path.name), hint=_("Choose another file.")
        )
    return kept


def _read_csv(path: Path, data: bytes) -> tuple[Found, ...]:
    read = read_csv(path, data, MOST_ROWS)
    return (Found(rows=read.rows, doubt=read.doubt),)


def _read_book(path: Path) -> tuple[Found, ...]:
    from gdpr_desktop.tables.workbook import read_book

    book = read_book(path, text=exact, keep_formulas=True)
    return tuple(
        Found(
            title=sheet.name if len(book.sheets) > 1 else "",
            rows=sheet.rows,
            formulas=frozenset(column for _row, column in sheet.formulas),
        )
        for sheet in book.sheets
    )


def exact(value: object) -> str:
    """A cell of a spreadsheet as a program wants it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).replace("_x000D_\n", "\n")


def tidied(name: str, found: Found) -> Found:
    """Without blank rows, and without blank columns at the right.

    ``name`` is the file's, empty for what was pasted. Raises ``AppError`` for what is too large.
    """
    rows = [row for row in found.rows if any(cell.strip() for cell in row)]
    width = max((_width(row) for row in rows), default=0)
    _refuse_large(name, len(rows), width)
    return Found(
        title=found.title,
        rows=tuple((*row[:width], *[""] * (width - len(row))) for row in rows),
        named=found.named,
        formulas=found.formulas,
        doubt=found.doubt,
    )


def _width(row: Row) -> int:
    return next((at for at in range(len(row), 0, -1) if row[at - 1].strip()), 0)


def _refuse_large(name: str, rows: int, width: int) -> None:
    if rows <= MOST_ROWS + 1 and width <= MOST_COLUMNS and rows * width <= MOST_CELLS:
        return
    text = _("{name} has more than 100 000 rows, 200 columns or a million cells.")
    raise AppError(
        text.format(name=name or _("The table")), hint=_("Ask for the data in several files.")
    )


def names_of(first: Sequence[str]) -> tuple[str, ...]:
    """Names for the columns that are neither blank nor doubled."""
    names: list[str] = []
    for number, cell in enumerate(first, 1):
        name = clean_line(cell)[:LONGEST_NAME] or _("Column {number}").format(number=number)
        again = 2
        while name in names:
            name = f"{clean_line(cell)[: LONGEST_NAME - 8] or number} ({again})"
            again += 1
        names.append(name)
    return tuple(names)


def split(found: Found, *, named: bool) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """The names of the columns and the rows; ``named``: the first row has the names."""
    if found.named or named:
        return names_of(found.rows[0]), found.rows[1:]
    return names_of([""] * len(found.rows[0])), found.rows
