"""What the register remembers of a work file that was sent, and what a work file is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from gdpr_desktop.dpia.content import Assessment

ORIGIN = "work_file_origin"  # the setting that an ``Origin`` is kept under, in the file
SETTINGS = "dpia"  # settings that begin like this go with the file: scale, own questions …


@dataclass(frozen=True, slots=True, kw_only=True)
class SentFile:
    """A work file that was made. ``key`` is how the file begins; times are UTC.

    ``password`` is kept so that it can be told once more, and need not be typed when the file
    comes back; until that is taken in, or the case is closed. ``taken_in``: SHA-256 of the files
    taken in from it, the last one last; ``link``: where the journal of that file ended, number
    and MAC.
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
    link: tuple[int, str] | None = None
    password: str = field(default="", repr=False)

    @property
    def is_out(self) -> bool:
        """Is it waited for?"""
        return self.taken_in_at is None and self.cancelled_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a work file comes from, as it says itself. ``register`` tells registers apart."""

    register: str
    municipality: str
    case_number: str
    sent_by: str
    sent_at: datetime
    recipient: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A work file that came back, as it was read: ``base`` is what stood in it when it was sent.

    ``link`` is where its journal ends. ``contents`` are the files that were attached in it, by key.
    """

    sha256: str
    sent: SentFile
    known: bool  # does the register remember that it was sent?
    base: Assessment
    theirs: Assessment
    link: tuple[int, str] | None = None
    contents: Mapping[str, bytes] = field(default_factory=dict, repr=False)
