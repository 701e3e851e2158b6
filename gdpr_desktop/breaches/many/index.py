"""Which number is whose: a workbook beside the letters, made only when it is asked for."""

from gdpr_desktop.breaches.many.letters import Batch
from gdpr_desktop.core.text import N_
from gdpr_desktop.correspondence.many_files import index_book


def book_of(batch: Batch) -> bytes:
    """A line to each letter: the number of its file, the name and the address."""
    rows = ((one.name, ", ".join(one.address.lines())) for one in batch.people)
    return index_book(batch.language, (N_("Name"), N_("Address")), (40, 60), rows)
