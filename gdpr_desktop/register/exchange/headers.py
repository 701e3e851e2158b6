"""Which row is the header, and which column is which field: proposed, for the person to change."""

from collections.abc import Sequence

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.register.exchange.columns import FIELDS
from gdpr_desktop.register.exchange.editing import (
    NUMBER,
    NUMBER_KEY,
    EditedSheet,
    edited_sheet,
)
from gdpr_desktop.register.exchange.model import ColumnPlan
from gdpr_desktop.register.exchange.words import folded
from gdpr_desktop.tables.model import Book, Sheet

_LOOKED_AT = 40  # rows
_LEAST = 3  # texts in a header


def propose(book: Book, edited: EditedSheet | None, language: Language) -> ColumnPlan:
    """The sheet, its header row, and the fields of its columns."""
    if edited is not None:
        sheet = edited_sheet(book)
        index = book.sheets.index(sheet)
        row = _edited_header(sheet, edited)
        if row is not None:
            keys = _edited_keys(sheet.rows[row], edited)
            return ColumnPlan(sheet=index, header=row, keys=keys, language=edited.language)
    best = max(range(len(book.sheets)), key=lambda number: _worth(book.sheets[number]))
    return plan_of(book, best, language)


def plan_of(book: Book, sheet: int, language: Language, header: int | None = None) -> ColumnPlan:
    """A proposal for one sheet, and for one header row when that is known."""
    found = book.sheets[sheet]
    row = header_row(found) if header is None else header
    texts = found.rows[row] if row < len(found.rows) else ()
    return ColumnPlan(sheet=sheet, header=row, keys=keys_of(texts), language=language)


def header_row(sheet: Sheet) -> int:
    """The row, from 0, with the most words that we know; else the first with three texts."""
    rows = [
        number
        for number, row in enumerate(sheet.rows[:_LOOKED_AT])
        if sum(bool(text.strip()) for text in row) >= _LEAST
    ]
    if not rows:
        return 0
    return max(rows, key=lambda number: (_recognised(sheet.rows[number]), -number))


def _recognised(row: Sequence[str]) -> int:
    return sum(bool(key) for key in keys_of(row))


def _worth(sheet: Sheet) -> tuple[bool, int, int]:
    if not sheet.rows:
        return False, 0, 0
    return not sheet.hidden, _recognised(sheet.rows[header_row(sheet)]), len(sheet.rows)


def keys_of(headers: Sequence[str]) -> tuple[str, ...]:
    """A field for each header, each field once; the nearest words win."""
    wishes = sorted(
        (
            (-weight, column, key)
            for column, text in enumerate(headers)
            for key, weight in _weights(text)
        ),
    )
    found: dict[int, str] = {}
    for _weight, column, key in wishes:
        if column not in found and key not in found.values():
            found[column] = key
    return tuple(found.get(column, "") for column in range(len(headers)))


def _weights(header: str) -> list[tuple[str, int]]:
    """How well each field fits the words over a column: by how much of them is known."""
    text = folded(header.partition("(")[0]) or folded(header)
    found = []
    for one in FIELDS if text and len(text) <= 120 else ():
        own = {folded(_(one.header, language=language)) for language in Language}
        if text in own | {folded(one.header)}:
            found.append((one.key, 1_000))
            continue
        weight = max((_weight(text, folded(word)) for word in one.synonyms), default=0)
        if weight:
            found.append((one.key, weight))
    return found


def _weight(text: str, word: str) -> int:
    if text == word:
        return 500 + len(word)
    if text.startswith(word):
        return 200 + len(word)
    return len(word) if len(word) > 3 and f" {word}" in f" {text}" else 0


def _edited_header(sheet: Sheet, edited: EditedSheet) -> int | None:
    known = {folded(text) for text in edited.headers}
    hits = [sum(folded(text) in known for text in row) for row in sheet.rows[:_LOOKED_AT]]
    most = max(hits, default=0)
    return hits.index(most) if most else None


def _edited_keys(row: Sequence[str], edited: EditedSheet) -> tuple[str, ...]:
    known = {folded(text): key for text, key in edited.headers.items()}
    number = {folded(_(NUMBER, language=language)) for language in Language} | {folded(NUMBER)}
    found: list[str] = []
    for text in row:
        key = NUMBER_KEY if folded(text) in number else known.get(folded(text), "")
        found.append(key if key not in found else "")
    return tuple(found)
