"""Which number is whose: a workbook beside the letters, made only when it is asked for."""

from gdpr_desktop.breaches.many.letters import Batch
from gdpr_desktop.casework.exports.manifest import INDEX
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.letters.sheet import Writer, new_book, saved

NAME = INDEX
_HEADERS = (N_("File"), N_("Name"), N_("Address"))


def index_book(batch: Batch) -> bytes:
    """A line to each letter: the number of its file, the name and the address."""
    language = batch.language
    title = _("The letters", language=language)
    book = new_book(title, "", language)
    sheet = book.create_sheet(title)
    writer = Writer(sheet)
    writer.set_up(1, (10, 40, 60), len(batch.people))
    headers = [_(text, language=language) for text in _HEADERS]
    rows = (
        (f"{number:04d}", one.name, ", ".join(one.address.lines()))
        for number, one in enumerate(batch.people, 1)
    )
    writer.table(headers, rows)
    return saved(book)
