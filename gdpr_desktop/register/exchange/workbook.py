"""The record as an .xlsx file. Everything is text: nothing that is typed becomes a formula."""

from collections.abc import Sequence
from typing import Any

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.letters.sheet import Writer, new_book, saved
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


def record_book(snapshot: Snapshot, order: Order) -> bytes:
    """The two sheets of art. 30(1) and 30(2)."""
    language = order.language
    book = new_book(
        _("Record of processing activities", language=language),
        snapshot.municipality.name,
        language,
    )
    sheets = (
        (_("Controller", language=language), snapshot.activities, CONTROLLER),
        (_("Processor", language=language), snapshot.assignments, PROCESSOR),
    )
    for title, entries, columns in sheets:
        sheet = book.create_sheet(title)
        chosen = chosen_entries(entries, order)
        _fill(sheet, chosen, chosen_columns(columns, order, chosen), snapshot, language)
    return saved(book)


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
