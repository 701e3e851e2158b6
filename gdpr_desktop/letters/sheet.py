"""An .xlsx file, written row by row. What is typed stays text: nothing of it becomes a formula."""

import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from gdpr_desktop.core.clock import OSLO
from gdpr_desktop.core.municipality import Language

LONGEST = 32_000  # characters in a cell; Excel takes 32 767
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_FORMULA = ("=", "+", "-", "@", "\t")
_SHADE = "DCE6F1"
_CUT = " …"
_LINE, _TALLEST = 15, 409  # points
_A3, _A4 = 8, 9  # as the format numbers sizes of paper

_NUMBER, _DAY, _INSTANT = "0", "dd.mm.yyyy", "dd.mm.yyyy hh:mm"
Value = str | int | date | None  # of a cell: a number, a day and an instant can be counted with


def new_book(title: str, municipality: str, language: Language) -> Any:
    """A workbook without sheets that says what it is and in which language.

    Rows are written as they come: kept as objects they make the garbage collector stop the window.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.title = ", ".join(part for part in (title, municipality) if part)
    book.properties.creator = municipality
    book.properties.language = f"{language.value}-NO"
    return book


def saved(book: Any) -> bytes:
    """The file."""
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


class Writer:
    """Writes text into the cells of one sheet."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._looks: dict[tuple[bool, bool, str, bool, str], Any] = {}
        self._widths: tuple[int, ...] = ()
        self._row = 0

    def set_up(self, row: int, widths: Sequence[int], count: int, *, stays: int = 1) -> None:
        """Before anything is written: a header at ``row`` with ``count`` rows under it.

        The header and the first ``stays`` columns stay in sight; a filter; how it is printed.
        """
        from openpyxl.utils import get_column_letter

        sheet = self._sheet
        self._widths = tuple(widths)
        for column, width in enumerate(widths, 1):
            sheet.column_dimensions[get_column_letter(column)].width = width
        sheet.freeze_panes = f"{get_column_letter(stays + 1)}{row + 1}"
        sheet.auto_filter.ref = f"A{row}:{get_column_letter(len(widths))}{row + count}"
        sheet.print_title_rows = f"{row}:{row}"
        sheet.page_setup.orientation = "landscape"
        wide = len(widths) > 10
        sheet.page_setup.paperSize = _A3 if wide else _A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.oddFooter.center.text = "&P / &N"

    def page(
        self,
        top: Sequence[str],
        widths: Sequence[int],
        headers: Sequence[str],
        rows: Sequence[Sequence[Value]],
        *,
        stays: int = 1,
    ) -> None:
        """A whole sheet: the lines of ``top``, what it is in bold, and the table under them."""
        self.set_up(len(top) + 2, widths, len(rows), stays=stays)
        for number, text in enumerate(top):
            self.line([text], bold=number == 0, wrap=False)
        self.line([])
        self.table(headers, rows)

    def table(self, headers: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
        """The header and the rows."""
        self._make_room(headers)
        self.line(headers, bold=True, shade=_SHADE)
        for cells in rows:
            self._make_room(cells)
            self.line(cells)

    def _make_room(self, values: Sequence[Value]) -> None:
        """Not every program finds the height of a row by itself."""
        lines = max(
            sum(len(line) // max(width - 2, 1) + 1 for line in text.split("\n"))
            for text, width in zip(map(_as_shown, values), self._widths, strict=True)
        )
        height = min(lines * _LINE, _TALLEST)
        self._sheet.row_dimensions[self._row + 1].height = height

    def line(
        self, values: Sequence[Value], *, bold: bool = False, wrap: bool = True, shade: str = ""
    ) -> None:
        """The next row: each text as text, whatever it begins with."""
        self._row += 1
        self._sheet.append([self._cell(one, bold, wrap, shade) for one in values])

    def _cell(self, value: Value, bold: bool, wrap: bool, shade: str) -> Any:
        from openpyxl.cell import WriteOnlyCell

        if isinstance(value, str):
            said = safe(value)
            cell = WriteOnlyCell(self._sheet, said or None)
            if said:
                cell.data_type = "s"  # openpyxl takes what begins with «=» for a formula
            look = (bold, wrap, shade, said.startswith(_FORMULA), "@")
        elif isinstance(value, datetime):
            local = value.astimezone(OSLO).replace(tzinfo=None)  # a cell has no time zone
            cell = WriteOnlyCell(self._sheet, local)
            look = (bold, wrap, shade, False, _INSTANT)
        else:
            cell = WriteOnlyCell(self._sheet, value)
            look = (bold, wrap, shade, False, _DAY if isinstance(value, date) else _NUMBER)
        if look not in self._looks:
            self._looks[look] = _dressed(cell, *look)
        cell._style = self._looks[look]  # making each look anew is what takes time
        return cell


def _as_shown(value: Value) -> str:
    return value.strftime("%d.%m.%Y %H:%M") if isinstance(value, datetime) else str(value)


def safe(text: str) -> str:
    """What a cell can hold of ``text``."""
    said = _REFUSED.sub("", text.replace("\r\n", "\n"))
    return said if len(said) <= LONGEST else said[: LONGEST - len(_CUT)] + _CUT


def _dressed(cell: Any, bold: bool, wrap: bool, shade: str, quoted: bool, numbers: str) -> Any:
    from openpyxl.styles import Alignment, Font, PatternFill

    cell.number_format = numbers
    cell.alignment = Alignment(wrap_text=wrap, vertical="top")
    cell.font = Font(name="Calibri", size=11, bold=bold)
    if shade:
        cell.fill = PatternFill("solid", fgColor=shade)
    cell.quotePrefix = quoted
    return cell._style
