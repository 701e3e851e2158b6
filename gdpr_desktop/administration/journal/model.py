"""What an entry of the journal is, and what entries can be asked for."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from gdpr_desktop.core.ids import CaseId, UserId


class What(StrEnum):
    """The kinds of thing that the journal tells of."""

    OPENED = "opened"  # cases that were looked at
    CHANGES = "changes"  # deeds on cases
    RECORD = "record"  # of processing
    SETTINGS = "settings"  # of the register, templates too
    USERS = "users"  # users and keys
    SECURITY = "security"  # unlocking, backups, searches, exports, and what was found wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry. Of one that is ``missing`` only the number is known."""

    seq: int
    at: datetime | None = None
    user: str = ""
    case_id: CaseId | None = None
    case_number: str = ""
    deed: str = ""
    detail: Mapping[str, Any]
    missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalFilter:
    """What is shown; None: all. The dates are Norwegian, both included."""

    user: UserId | int | None = None
    case_id: CaseId | int | None = None
    what: What | None = None
    since: dt.date | None = None
    until: dt.date | None = None

    @property
    def everything(self) -> bool:
        """Is nothing left out?"""
        chosen = (self.user, self.case_id, self.what, self.since, self.until)
        return all(value is None for value in chosen)
