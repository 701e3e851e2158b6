"""A workbook from elsewhere, read as text. Nothing in it is trusted.

Sizes are looked at before anything is unpacked. Formulas are taken as the value that was kept
with them, links to other files are left out, and macros are never looked at.
"""

import io
import re
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from gdpr_desktop.core.dates import short_date
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _
from gdpr_desktop.tables.model import Book, Limits, Sheet

_LIMITS = Limits()
_MARKUP = (b"<!DOCTYPE", b"<!ENTITY", b"\x00")  # what no spreadsheet writes; NUL: not UTF-8
_BEFORE = b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"  # what XML may begin with: blanks, its encoding
_CELL = re.compile(rb"<(?:[\w.-]+:)?(?:c|row|si|col)[\s/>]")
_FORMULA = re.compile(rb"<(?:[\w.-]+:)?f[\s/>]")
# openpyxl makes, or asks for, every cell of these, however they are written
_AREA = re.compile(
    rb"<(?:[\w.-]+:)?(?:mergeCell|hyperlink)\s[^<]*?\bref\s*=\s*[\"']\s*"
    rb"(?:\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})"
    rb"|([A-Z]{1,3}[0-9]{1,7}\s*[\"'])|)",
    re.IGNORECASE,
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# what openpyxl raises for files that are not as they should be; it has no error of its own
_BROKEN = (
    AttributeError,
    EOFError,
    IndexError,
    KeyError,
    NotImplementedError,
    OSError,
    ParseError,
    RuntimeError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)


def read_book(
    path: Path,
    *,
    text: Callable[[object], str] | None = None,
    keep_formulas: bool = False,
    limits: Limits = _LIMITS,
) -> Book:
    """All sheets of an .xlsx file. Raises ``AppError`` for what cannot be read.

    ``text`` says what a value reads like (``text_of`` else); with ``keep_formulas`` a formula
    whose value was not kept stands there as its own text.
    """
    data = _file(path, limits)  # once: what is looked at is what is read
    has_formulas = _check_members(path, data, limits)
    values = _load(path, data, data_only=True)
    formulas = _load(path, data, data_only=False) if has_formulas else None
    try:
        sheets = tuple(
            _sheet(
                one,
                formulas[one.title] if formulas else None,
                text=text or text_of,
                keep_formulas=keep_formulas,
                limits=limits,
            )
            for one in values.worksheets
        )
    except _BROKEN as error:
        raise _unreadable(path) from error
    if not sheets:
        raise _unreadable(path)
    return Book(name=path.name, sheets=sheets)


def _file(path: Path, limits: Limits) -> bytes:
    try:
        if not path.is_file():
            raise OSError  # a folder or a pipe: to read it could wait for ever
        with path.open("rb") as file:
            data = file.read(min(path.stat().st_size, limits.size) + 1)
    except OSError:
        raise AppError(
            _("{name} cannot be opened.").format(name=path.name),
            hint=_("Check that it is there, and close it if it is open in Excel."),
        ) from None
    if data.startswith(_OLE):
        raise AppError(
            _("{name} is encrypted, or an old .xls file.").format(name=path.name),
            hint=_("Save it as .xlsx without a password first."),
        )
    if len(data) > limits.size:
        raise AppError(
            _("{name} is larger than {limit} MB.").format(
                name=path.name, limit=limits.size // 2**20
            ),
            hint=_("Keep only the sheet that is needed."),
        )
    if not data.startswith(b"PK"):
        raise AppError(
            _("{name} is not an .xlsx workbook.").format(name=path.name),
            hint=_("Open it in Excel or LibreOffice, and save it as .xlsx."),
        )
    return data


def _check_members(path: Path, data: bytes, limits: Limits) -> bool:
    """Refuses what would fill the memory; are there formulas in it?"""
    has_formulas = False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > 5_000 or sum(one.file_size for one in members) > limits.unpacked:
                raise _too_much(path)
            names = {one.filename for one in members}
            if "[Content_Types].xml" not in names or "xl/workbook.xml" not in names:
                raise _unreadable(path)
            for one in members:
                text = _unpacked(data, one)
                if _is_markup(one.filename, text):
                    if any(mark in text for mark in _MARKUP):
                        raise _unreadable(path)
                    has_formulas |= _FORMULA.search(text) is not None
                    if _makes_more_than(limits.cells, text):
                        raise _too_much(path)
    except (OSError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error) as error:
        raise _unreadable(path) from error
    return has_formulas


def _is_markup(name: str, content: bytes) -> bool:
    """May openpyxl read it as XML? It goes by what the workbook refers to, not by the name."""
    return name.endswith((".xml", ".rels")) or content[:64].lstrip(_BEFORE).startswith(b"<")


def _unpacked(data: bytes, member: zipfile.ZipInfo) -> bytes:
    """A member, which ends where its size says: ``zipfile`` unpacks 2 GB before it looks."""
    start = member.header_offset
    names = data[start + 26 : start + 30]  # how long the name and what follows it are
    start += 30 + int.from_bytes(names[:2], "little") + int.from_bytes(names[2:], "little")
    packed = data[start : start + member.compress_size]
    if member.compress_type == zipfile.ZIP_STORED:
        whole, text = True, packed
    elif member.compress_type == zipfile.ZIP_DEFLATED:
        unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
        text = unpacking.decompress(packed, member.file_size + 1)
        whole = unpacking.eof
    else:
        raise NotImplementedError
    if not whole or len(text) != member.file_size:
        raise zipfile.BadZipFile
    return text


def _makes_more_than(most: int, text: bytes) -> bool:
    """Would openpyxl make more cells and rows of ``text`` than the memory and the wait allow?"""
    cells = 0
    for count in _counted(text):
        cells += count
        if cells > most:
            return True
    return False


def _counted(text: bytes) -> Iterator[int]:
    for _hit in _CELL.finditer(text):
        yield 1
    for area in _AREA.finditer(text):
        if area[1] is None:
            yield 1 if area[5] else sys.maxsize  # one cell, or nothing that a spreadsheet writes
            continue
        columns = abs(_column(area[3]) - _column(area[1])) + 1
        yield columns * (abs(int(area[4]) - int(area[2])) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _load(path: Path, data: bytes, *, data_only: bool) -> Any:
    import warnings

    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl leaves out: pictures, validation
            return load_workbook(io.BytesIO(data), data_only=data_only, keep_links=False)
    except _BROKEN as error:
        raise _unreadable(path) from error


def _values(sheet: Any) -> dict[tuple[int, int], Any]:
    # asking openpyxl for rows makes every cell in between; a format may reach a million rows down
    return {place: cell.value for place, cell in sheet._cells.items() if cell.value is not None}


def _sheet(
    found: Any,
    formulas: Any | None,
    *,
    text: Callable[[object], str],
    keep_formulas: bool,
    limits: Limits,
) -> Sheet:
    cells = _values(found)
    if keep_formulas and formulas:
        cells = {at: one for at, one in _values(formulas).items() if isinstance(one, str)} | cells
    last_row = max((row for row, _column in cells), default=0)
    width = max((column for _row, column in cells), default=0)
    if last_row > limits.rows or width > limits.columns:
        raise _too_large(found.title, limits)
    rows = [[""] * width for _row in range(last_row)]
    for (row, column), value in cells.items():
        rows[row - 1][column - 1] = text(value)
    return Sheet(
        name=found.title,
        rows=tuple(map(tuple, rows)),
        hidden=found.sheet_state != "visible",
        hidden_rows=frozenset(
            number - 1 for number, one in found.row_dimensions.items() if one.hidden
        ),
        merged=tuple(
            (one.min_row - 1, one.max_row - 1, one.min_col - 1, one.max_col - 1)
            for one in found.merged_cells.ranges
        ),
        formulas=frozenset(
            (row - 1, column - 1)
            for (row, column), cell in (formulas._cells.items() if formulas else ())
            if cell.data_type == "f"
        ),
    )


def text_of(value: object) -> str:
    """What a cell says."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime):
        return short_date(value.date())
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("_x000D_", "\n")


def _too_large(sheet: str, limits: Limits) -> AppError:
    text = _("The sheet «{name}» has more than {rows} rows or {columns} columns.")
    rows = f"{limits.rows:,}".replace(",", "\N{NO-BREAK SPACE}")
    return AppError(
        text.format(name=sheet, rows=rows, columns=limits.columns),
        hint=_("Keep only the rows and columns that are needed."),
    )


def _unreadable(path: Path) -> AppError:
    return AppError(
        _("{name} is damaged, or not a workbook.").format(name=path.name),
        hint=_("Open it in Excel or LibreOffice, and save it anew as .xlsx."),
    )


def _too_much(path: Path) -> AppError:
    return AppError(
        _("{name} holds more than the program will unpack.").format(name=path.name),
        hint=_("Keep only the sheet that is needed."),
    )
