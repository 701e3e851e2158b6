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


def record_book(snapshot: Snapshot, order: Order) -> bytes:
    """The two sheets of art. 30(1) and 30(2)."""
    language = order.language
    book = new_book(_("Record of processing activities", language=language), snapshot, language)
    sheets = (
        (_("Controller", language=language), snapshot.activities, CONTROLLER),
        (_("Processor", language=language), snapshot.assignments, PROCESSOR),
    )
    for number, (title, entries, columns) in enumerate(sheets):
        sheet = book.active if number == 0 else book.create_sheet()
        sheet.title = title
        chosen = chosen_entries(entries, order)
        _fill(sheet, chosen, chosen_columns(columns, order, chosen), snapshot, language)
    return saved(book)


def new_book(title: str, snapshot: Snapshot, language: Language) -> Any:
    """An empty workbook that says what it is and in which language."""
    from openpyxl import Workbook

    book = Workbook()
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
    writer.put(1, 1, f"{title}: {sheet.title}", bold=True, wrap=False)
    row = 2
    for label, text in head(snapshot, language):
        writer.put(row, 1, label, bold=True)
        writer.put(row, 2, text, wrap=False)
        row += 1
    row += 1
    headers = [
        f"{_(one.header, language=language)} ({one.letter})"
        if one.letter
        else _(one.header, language=language)
        for one in columns
    ]
    rows = ([one.text(entry, snapshot, language) for one in columns] for entry in entries)
    writer.table(row, headers, rows, [one.width for one in columns])


class Writer:
    """Writes text into the cells of one sheet."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._looks: dict[tuple[bool, bool, str, bool], Any] = {}

    def table(
        self, row: int, headers: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]
    ) -> None:
        """A header at ``row`` that stays in sight, the rows, a filter, and how it is printed."""
        from openpyxl.utils import get_column_letter

        sheet = self._sheet
        for column, text in enumerate(headers, 1):
            self.put(row, column, text, bold=True, shade=_SHADE)
        last = row
        for last, cells in enumerate(rows, row + 1):
            for column, text in enumerate(cells, 1):
                self.put(last, column, text)
        for column, width in enumerate(widths, 1):
            sheet.column_dimensions[get_column_letter(column)].width = width
        sheet.freeze_panes = sheet.cell(row + 1, 2)
        sheet.auto_filter.ref = f"A{row}:{get_column_letter(len(headers))}{last}"
        sheet.print_title_rows = f"{row}:{row}"
        sheet.page_setup.orientation = "landscape"
        wide = len(headers) > 10
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A3 if wide else sheet.PAPERSIZE_A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.oddFooter.center.text = "&P / &N"

    def put(
        self,
        row: int,
        column: int,
        text: str,
        *,
        bold: bool = False,
        wrap: bool = True,
        shade: str = "",
    ) -> None:
        """Write ``text`` as text, whatever it begins with."""
        said = safe(text)
        cell = self._sheet.cell(row, column)
        if said:
            cell.value = said
            cell.data_type = "s"  # openpyxl takes what begins with «=» for a formula
        look = (bold, wrap, shade, said.startswith(_FORMULA))
        if look not in self._looks:
            self._looks[look] = _dressed(cell, *look)
        cell._style = self._looks[look]  # making each look anew is what takes time


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
