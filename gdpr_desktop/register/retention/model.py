"""The yearly confirmation that what should be erased has been: one round for one unit."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from gdpr_desktop.register.entries.model import EntryDue, EntryId, EntryKind, Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """One category of one activity: what was asked, and what the manager answered.

    ``answer``: "", done, nothing_due, not_done; ``condition`` is why it may be erased: need_over,
    consent_withdrawn, media_replaced.
    """

    activity_id: EntryId
    data: str
    rule: str
    answer: str = ""
    condition: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRound:
    """Asked of one responsible role in one year; ``sent_on`` the form, ``answered_on`` back."""

    KIND: ClassVar[EntryKind] = EntryKind.RETENTION_ROUND
    LINKS: ClassVar[Mapping[str, EntryKind]] = {
        "unit_id": EntryKind.UNIT,
        "activity_ids": EntryKind.ACTIVITY,
    }

    name: str
    year: int
    responsible: str
    unit_id: EntryId | None = None
    activity_ids: tuple[EntryId, ...] = ()
    due: date | None = None
    sent_on: date | None = None
    answered_on: date | None = None
    answered_by: str = ""
    items: tuple[Confirmation, ...] = ()
    note: str = ""

    @property
    def title(self) -> str:
        """The name in lists."""
        return self.name

    def findings(self) -> tuple[Finding, ...]:
        """Nothing that the law forbids."""
        return ()

    def dues(self) -> tuple[EntryDue, ...]:
        """The answer, until it has come."""
        if self.due is None or self.answered_on is not None:
            return ()
        return (EntryDue(kind="confirmation", due=self.due),)

    def words(self) -> tuple[str, ...]:
        """What a search finds it by."""
        return (self.name, self.responsible)
