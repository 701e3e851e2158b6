"""The sheet «for editing»: a column to each field, and a hidden sheet that knows what is what.

The hidden sheet names the fields of the columns, the activity behind each number with the time it
was made (numbers of two registers may be the same), its revision, and a mark of every cell: so it
is seen which cells somebody has changed, and which fields the record has changed meanwhile.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.letters.sheet import LONGEST, Writer, new_book, safe, saved
from gdpr_desktop.register.entries.model import Entry, EntryId
from gdpr_desktop.register.exchange.columns import EDITED
from gdpr_desktop.register.exchange.lines import digest
from gdpr_desktop.register.exchange.model import Order, Snapshot
from gdpr_desktop.register.exchange.record import chosen_entries
from gdpr_desktop.tables.model import Book, Sheet

DATA_SHEET = "Data"
FORMAT = "personvernpulten-protokoll-1"
NUMBER_KEY = "id"
NUMBER = N_("Number in the program")
HEADER_ROW = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the hidden sheet says of one activity. ``marks``: field to mark of its cell."""

    entry_id: EntryId
    made: str
    revision: int
    marks: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedSheet:
    """What the hidden sheet says. ``headers``: header of a column to its field."""

    language: Language
    headers: Mapping[str, str]
    known: Mapping[str, Known]  # by number


def editing_book(snapshot: Snapshot, order: Order) -> bytes:
    """All activities to be edited, and the hidden sheet."""
    language = order.language
    title = _("Record of processing activities", language=language)
    book = new_book(title, snapshot.municipality.name, language)
    sheet = book.create_sheet(_("For editing", language=language))
    entries = chosen_entries(snapshot.activities, order)
    texts = [cells_of(entry, snapshot, language) for entry in entries]
    headers = [_(one.header, language=language) for one in EDITED]
    writer = Writer(sheet)
    widths = [10, *(one.width for one in EDITED)]
    writer.set_up(HEADER_ROW, widths, len(entries), stays=2)
    writer.line([f"{title}, {snapshot.municipality.name}"], bold=True, wrap=False)
    help_ = _(
        "Change what you like, a line to each thing, and import the file again."
        " Leave the first column as it is; a new row has none.",
        language=language,
    )
    writer.line([help_], wrap=False)
    rows = (
        [str(entry.id), *(cells[one.key] for one in EDITED)]
        for entry, cells in zip(entries, texts, strict=True)
    )
    writer.table([_(NUMBER, language=language), *headers], rows)
    _write_hidden(book.create_sheet(DATA_SHEET), entries, texts, (language.value, headers))
    return saved(book)


def _write_hidden(
    sheet: Any,
    entries: Sequence[Entry],
    texts: Sequence[Mapping[str, str]],
    about: tuple[str, Sequence[str]],
) -> None:
    language, headers = about
    told = (
        (
            str(entry.id),
            made(entry),
            str(entry.revision),
            *(digest(text) for text in cells.values()),
        )
        for entry, cells in zip(entries, texts, strict=True)
    )
    heading = (
        (FORMAT, language),
        ("id", "made", "revision", *(one.key for one in EDITED)),
        ("", "", "", *headers),
    )
    writer = Writer(sheet)
    for line in chain(heading, told):
        writer.line(line)
    sheet.sheet_state = "hidden"


def made(entry: Entry) -> str:
    """When the entry was made: with its number it tells entries of two registers apart."""
    return entry.created_at.isoformat()


def cells_of(entry: Entry, snapshot: Snapshot, language: Language) -> dict[str, str]:
    """Field to the text of its cell, as it goes into the file."""
    return {one.key: safe(one.show(entry.content, snapshot, language)) for one in EDITED}


def is_cut(text: str) -> bool:
    """Is there more behind a cell than it could hold?"""
    return len(text) >= LONGEST


def read_hidden(book: Book) -> EditedSheet | None:
    """What the hidden sheet says; None in a workbook that was not made to be edited."""
    sheet = next((one for one in book.sheets if one.name == DATA_SHEET), None)
    if sheet is None or len(sheet.rows) < 3 or len(sheet.rows[0]) < 4:
        return None
    form, language = sheet.rows[0][:2]
    if form != FORMAT or language not in set(Language):
        return None
    keys = sheet.rows[1][3:]
    found = (_known(row, keys) for row in sheet.rows[3:])
    return EditedSheet(
        language=Language(language),
        headers={text: key for text, key in zip(sheet.rows[2][3:], keys, strict=True) if text},
        known={str(one.entry_id): one for one in found if one is not None},
    )


def _known(row: tuple[str, ...], keys: tuple[str, ...]) -> Known | None:
    number, when, revision, *marks = row
    if not number.isdecimal() or not revision.isdecimal():
        return None
    return Known(
        entry_id=EntryId(int(number)),
        made=when,
        revision=int(revision),
        marks=dict(zip(keys, marks, strict=True)),
    )


def edited_sheet(book: Book) -> Sheet:
    """The sheet that people edit: the first that is not hidden."""
    return next((one for one in book.sheets if not one.hidden), book.sheets[0])
