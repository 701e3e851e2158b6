"""A file that belongs to a case. Its content is read only when it is asked for."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """``key`` is the same in every copy of the case. ``size`` in bytes, ``sha256`` of the content.

    ``about`` says what it is attached to, in the feature's own words; empty for the whole case.
    ``added_at`` is in UTC.
    """

    key: str
    name: str
    media_type: str
    size: int
    sha256: str
    about: str = ""
    added_at: datetime
    added_by: str
