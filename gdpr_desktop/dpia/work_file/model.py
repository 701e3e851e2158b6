"""What the register remembers of a work file that was sent, and what a work file is."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SentFile:
    """A work file that was made. ``key`` is written in the file too; times are UTC.

    ``taken_in``: SHA-256 of the files that have been taken in from it, the last one last.
    """

    key: str
    number: int
    file_name: str
    recipient: str
    sent_at: datetime
    sent_by: str
    taken_in: tuple[str, ...] = ()
    taken_in_at: datetime | None = None
    cancelled_at: datetime | None = None
