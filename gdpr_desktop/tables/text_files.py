"""Tables in text: the encoding and the delimiter are found out, since nobody states them."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _
from gdpr_desktop.tables.model import Row, TextTable

DELIMITERS = ";,\t|"
_LOOKED_AT = 200  # rows
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# what stands for a letter that was lost, and UTF-8 that was once read as another encoding
_SPOILT = re.compile("\ufffd|Ã[\u0080-\u00bf…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
_GUESSES = ("utf-8", "cp1252")  # Excel's own in Norway is the second


def file_bytes(path: Path, most: int, hint: str) -> bytes:
    """The whole file. Raises ``AppError`` for more than ``most`` bytes, with what to do."""
    try:
        if not path.is_file():
            raise OSError  # a folder or a pipe: to read it could wait for ever
        if path.stat().st_size > most:
            text = _("{name} is larger than {limit} MB.")
            raise AppError(text.format(name=path.name, limit=most // 2**20), hint=hint)
        return path.read_bytes()
    except OSError:
        raise AppError(
            _("{name} cannot be opened.").format(name=path.name),
            hint=_("Check that it is there, and close it if it is open in Excel."),
        ) from None


def decoded(data: bytes, name: str) -> tuple[str, str]:
    """The text of a file called ``name``, and what makes it doubtful that it was read rightly.

    Raises ``AppError`` for what is no text.
    """
    marked = next((encoding for bom, encoding in _BOMS if data.startswith(bom)), None)
    for encoding in (marked,) if marked else _GUESSES:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, _doubt(text, guessed=encoding == _GUESSES[-1])
    raise AppError(
        _("{name} is not a text file.").format(name=name),
        hint=_("Save it as CSV with the encoding UTF-8, or as .xlsx."),
    )


def _doubt(text: str, *, guessed: bool) -> str:
    if _SPOILT.search(text):
        return _("Some letters are spoilt, such as «Ã¸» for «ø». Have the file exported anew.")
    if guessed:
        return _("The file does not say how letters are written. It was read as Windows-1252.")
    return ""


def read_csv(path: Path, data: bytes, most: int) -> TextTable:
    """The table of the file: one row more than the ``most`` below a header, so that what is too
    much is seen."""
    text, doubt = decoded(data, path.name)
    first, _end, rest = text.partition("\n")
    if first[:4].casefold() == "sep=" and len(first.strip()) == 5:  # Excel's own hint
        delimiter, text = first[4], rest
    else:
        delimiter = delimiter_of(text)
    try:
        # a quotation mark that is never closed would put the rows after it into one cell
        rows = tuple(map(tuple, islice(_reader(text, delimiter, strict=True), most + 2)))
    except csv.Error:
        raise AppError(
            _("{name} cannot be read as a table.").format(name=path.name),
            hint=_("Open it in a spreadsheet, and save it as .xlsx."),
        ) from None
    return TextTable(rows=rows, doubt=doubt)


def delimiter_of(text: str) -> str:
    """The sign that splits the rows most evenly; «;» where there is only one column."""
    return max(DELIMITERS, key=lambda sign: _evenness(text, sign))


def _evenness(text: str, sign: str) -> tuple[float, int]:
    """The share of rows that have as many cells as most have, and that number."""
    try:
        widths = [len(row) for row in islice(_reader(text, sign), _LOOKED_AT) if row]
    except csv.Error:
        return 0.0, 0
    usual = max(set(widths), key=lambda width: (widths.count(width), width), default=0)
    return (widths.count(usual) / len(widths), usual) if usual > 1 else (0.0, usual)


def _reader(text: str, delimiter: str, *, strict: bool = False) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)


def as_rows(text: str, most: int) -> tuple[Row, ...]:
    """Rows that were copied in a spreadsheet, ``most`` and a header.

    Raises ``AppError`` when there are none.
    """
    try:
        rows = tuple(tuple(row) for row in islice(_reader(text, "\t"), most + 2) if any(row))
    except csv.Error:
        rows = ()
    if not rows:
        raise AppError(
            _("There are no rows to paste."), hint=_("Copy them in the spreadsheet first.")
        )
    return rows
