"""An address list from elsewhere. Identity numbers in it are gone before anything is shown.

A column of identity numbers is emptied whole, by its heading or by what stands in it; a number in
another cell is cut out of it.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from gdpr_desktop.breaches.many.model import AddressFile, AddressSheet
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.names import clean, fold_short
from gdpr_desktop.core.text import _
from gdpr_desktop.law.identifiers import find_secret
from gdpr_desktop.tables.model import Limits, Row, Sheet
from gdpr_desktop.tables.text_files import file_bytes, read_csv

WORKBOOKS = (".xlsx", ".xlsm")
SUFFIXES = (*WORKBOOKS, ".csv", ".txt", ".tsv")
LIMITS = Limits(rows=60_000, columns=100, cells=3_000_000)
LONGEST_CELL = 500  # characters; what is longer is no part of an address
_LOOKED_AT = 40  # rows, for a heading
_ELEVEN = re.compile(r"[0-9]{6}[ .\-\u00a0]?[0-9]{5}|[0-9]{4}[ .]?[0-9]{2}[ .]?[0-9]{5}")
_HEADING = re.compile(
    r"(f\W?nr|fodselsn|foedselsn|personn|d\W?n(umme)?r|pnr|ssn|identitetsn|national identity"
    r"|identity n|norsk id|id\W?nummer|kontonummer|bankkonto)"
)


def read_addresses(path: Path) -> AddressFile:
    """The tables of the file. Raises ``AppError`` for what cannot be read, or holds nothing."""
    suffix = path.suffix.casefold()
    if suffix not in SUFFIXES:
        raise AppError(
            _("{name} is not a file that holds tables.").format(name=path.name),
            hint=_("Save the list as .xlsx or .csv, and choose that file."),
        )
    sheets, doubt = _workbook(path) if suffix in WORKBOOKS else _text_file(path)
    kept = tuple(one for one in map(_without_numbers, sheets) if one.rows)
    if not kept:
        raise AppError(
            _("There is nothing in {name}.").format(name=path.name), hint=_("Choose another file.")
        )
    return AddressFile(name=path.name, sheets=kept, doubt=doubt)


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


def _without_numbers(sheet: Sheet) -> AddressSheet:
    rows = [tuple(map(_tidy, row)) for row in sheet.rows]
    while rows and not any(rows[-1]):
        rows.pop()
    dropped = _headed(rows)
    cleared, hits = [], dict.fromkeys(range(len(rows[0]) if rows else 0), 0)
    for row in rows:
        cells = list(row)
        for column, text in enumerate(row):
            if column in dropped:
                cells[column] = ""
            elif (said := without_numbers(text)) != text:
                cells[column] = said
                hits[column] += 1
        cleared.append(tuple(cells))
    more = {column for column, count in hits.items() if count > len(rows) // 4}
    return AddressSheet(
        title=sheet.name,
        rows=tuple(cleared),
        hidden=sheet.hidden,
        hidden_rows=sheet.hidden_rows,
        merged=bool(sheet.merged),
        dropped=tuple(sorted(dropped | more)),
        cut=sum(count for column, count in hits.items() if column not in more),
    )


def _tidy(text: str) -> str:
    return clean(text[:LONGEST_CELL]) if text else ""


def _headed(rows: Sequence[Row]) -> set[int]:
    """The columns whose heading says what nobody needs in a letter."""
    return {
        column
        for row in rows[:_LOOKED_AT]
        for column, text in enumerate(row)
        if text and len(text) < 60 and _HEADING.match(fold_short(text))
    }


def without_numbers(text: str) -> str:
    """``text`` without identity and account numbers."""
    if len(text) < 10 or not (_ELEVEN.search(text) or (len(text) == 10 and text.isdigit())):
        return text
    if len(text) == 10 and text.isdigit():  # a spreadsheet has taken the zero in front
        return "" if find_secret(f"0{text}") else text
    for start, end in reversed(find_secret(text)):
        text = text[:start] + text[end:]
    return " ".join(text.split(" "))
