"""The record as an .xlsx file. Everything is text: nothing that is typed becomes a formula."""

import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.register.entries.model import Entry
from gdpr_desktop.register.exchange.model import Order, Snapshot
from gdpr_desktop.register.exchange.record import (
    CONTROLLER,
    PROCESSOR,
    RecordColumn,
    chosen_columns,
    chosen_entries,
    head,
)

LONGEST = 32_000  # characters in a cell; Excel takes 32 767
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_FORMULA = ("=", "+", "-", "@", "\t")
_SHADE = "DCE6F1"
_CUT = " …"
_LINE, _TALLEST = 15, 409  # points
_A3, _A4 = 8, 9  # as the format numbers sizes of paper


def record_book(snapshot: Snapshot, order: Order) -> bytes:
    """The two sheets of art. 30(1) and 30(2)."""
    language = order.language
    book = new_book(_("Record of processing activities", language=language), snapshot, language)
    sheets = (
        (_("Controller", language=language), snapshot.activities, CONTROLLER),
        (_("Processor", language=language), snapshot.assignments, PROCESSOR),
    )
    for title, entries, columns in sheets:
        sheet = book.create_sheet(title)
        chosen = chosen_entries(entries, order)
        _fill(sheet, chosen, chosen_columns(columns, order, chosen), snapshot, language)
    return saved(book)


def new_book(title: str, snapshot: Snapshot, language: Language) -> Any:
    """A workbook without sheets that says what it is and in which language.

    Rows are written as they come: kept as objects they make the garbage collector stop the window.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.title = f"{title}, {snapshot.municipality.name}"
    book.properties.creator = snapshot.municipality.name
    book.properties.language = f"{language.value}-NO"
    return book


def saved(book: Any) -> bytes:
    """The file."""
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _fill(
    sheet: Any,
    entries: Sequence[Entry],
    columns: Sequence[RecordColumn],
    snapshot: Snapshot,
    language: Language,
) -> None:
    title = _("Record of processing activities", language=language)
    writer = Writer(sheet)
    top = head(snapshot, language)
    widths = [one.width for one in columns]
    writer.set_up(len(top) + 3, widths, len(entries))
    writer.line([f"{title}: {sheet.title}"], bold=True, wrap=False)
    for label, text in top:
        writer.line([label, text], wrap=False)
    writer.line([])
    headers = [
        f"{_(one.header, language=language)} ({one.letter})"
        if one.letter
        else _(one.header, language=language)
        for one in columns
    ]
    rows = ([one.text(entry, snapshot, language) for one in columns] for entry in entries)
    writer.table(headers, rows)


class Writer:
    """Writes text into the cells of one sheet."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._looks: dict[tuple[bool, bool, str, bool], Any] = {}
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

    def table(self, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """The header and the rows."""
        self._make_room(headers)
        self.line(headers, bold=True, shade=_SHADE)
        for cells in rows:
            self._make_room(cells)
            self.line(cells)

    def _make_room(self, texts: Sequence[str]) -> None:
        """Not every program finds the height of a row by itself."""
        lines = max(
            sum(len(line) // max(width - 2, 1) + 1 for line in text.split("\n"))
            for text, width in zip(texts, self._widths, strict=True)
        )
        height = min(lines * _LINE, _TALLEST)
        self._sheet.row_dimensions[self._row + 1].height = height

    def line(
        self, texts: Sequence[str], *, bold: bool = False, wrap: bool = True, shade: str = ""
    ) -> None:
        """The next row: each text as text, whatever it begins with."""
        self._row += 1
        self._sheet.append([self._cell(text, bold, wrap, shade) for text in texts])

    def _cell(self, text: str, bold: bool, wrap: bool, shade: str) -> Any:
        from openpyxl.cell import WriteOnlyCell

        said = safe(text)
        cell = WriteOnlyCell(self._sheet, said or None)
        if said:
            cell.data_type = "s"  # openpyxl takes what begins with «=» for a formula
        look = (bold, wrap, shade, said.startswith(_FORMULA))
        if look not in self._looks:
            self._looks[look] = _dressed(cell, *look)
        cell._style = self._looks[look]  # making each look anew is what takes time
        return cell


def safe(text: str) -> str:
    """What a cell can hold of ``text``."""
    said = _REFUSED.sub("", text.replace("\r\n", "\n"))
    return said if len(said) <= LONGEST else said[: LONGEST - len(_CUT)] + _CUT


def _dressed(cell: Any, bold: bool, wrap: bool, shade: str, quoted: bool) -> Any:
    from openpyxl.styles import Alignment, Font, PatternFill

    cell.number_format = "@"
    cell.alignment = Alignment(wrap_text=wrap, vertical="top")
    cell.font = Font(name="Calibri", size=11, bold=bold)
    if shade:
        cell.fill = PatternFill("solid", fgColor=shade)
    cell.quotePrefix = quoted
    return cell._style
