"""The figures, and the list of requests, as .xlsx files."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.letters.sheet import Value, Writer, new_book, saved
from gdpr_desktop.requests.figures.tables import Table

_WIDE, _NARROW = 40, 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What stands over the cells."""

    title: str
    municipality: str
    about: tuple[str, ...]  # lines: which requests, as of when
    language: Language


def figures_book(heading: Heading, tables: Iterable[Table]) -> bytes:
    """A sheet for each table."""
    book = new_book(heading.title, heading.municipality, heading.language)
    for table in tables:
        sheet = book.create_sheet(table.title[:31])
        writer = Writer(sheet)
        widths = [_WIDE] + [_NARROW] * (len(table.headers) - 1)
        top = (table.title, heading.municipality, *heading.about)
        writer.page(top, widths, table.headers, table.rows)
    return saved(book)


def list_book(
    heading: Heading, headers: Sequence[str], widths: Sequence[int], rows: Sequence[Sequence[Value]]
) -> bytes:
    """One sheet with a line for each request."""
    book = new_book(heading.title, heading.municipality, heading.language)
    writer = Writer(book.create_sheet(_("Requests")))
    top = (heading.title, heading.municipality, *heading.about)
    writer.page(top, widths, headers, rows)
    return saved(book)
