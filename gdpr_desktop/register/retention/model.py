"""The yearly confirmation that what should be erased has been: one round for one unit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from gdpr_desktop.register.entries.model import EntryDue, EntryId, EntryKind, Finding, Severity


class Answer(StrEnum):
    """What the manager says of one category."""

    UNKNOWN = ""
    DONE = "done"
    NOTHING_DUE = "nothing_due"
    NOT_DONE = "not_done"


class Condition(StrEnum):
    """Why data may be erased before a period is over, or without one."""

    NEED_OVER = "need_over"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    MEDIA_REPLACED = "media_replaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """One category of one activity: what was asked, and what the manager answered.

    ``answer`` is an ``Answer``; ``condition`` a ``Condition`` or empty. ``keep``: a law or the
    archives act demands that the data are kept, and no condition lets them be erased.
    """

    activity_id: EntryId
    data: str
    rule: str
    answer: str = ""
    condition: str = ""
    note: str = ""
    keep: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRound:
    """Asked of one responsible role in one year; ``sent_on`` the form, ``answered_on`` back.

    ``follow_up``: when to ask again about what was not done.
    """

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
    follow_up: date | None = None

    @property
    def title(self) -> str:
        """The name in lists."""
        return self.name

    @property
    def not_done(self) -> tuple[Confirmation, ...]:
        """What should have been erased or archived, and was not."""
        return tuple(one for one in self.items if one.answer == Answer.NOT_DONE)

    def findings(self) -> tuple[Finding, ...]:
        """What the answer leaves open, and what must never be erased on a condition."""
        return (*self._kept(), *(self._open() if self.answered_on is not None else ()))

    def _kept(self) -> Iterator[Finding]:
        for one in self.items:
            if one.keep and one.condition:
                yield Finding(code="must_be_kept", severity=Severity.ERROR, about=one.data)

    def _open(self) -> Iterator[Finding]:
        for one in self.items:
            if not one.answer:
                yield Finding(code="no_answer", severity=Severity.WARNING, about=one.data)
            elif one.answer == Answer.NOT_DONE:
                yield Finding(code="not_done", severity=Severity.WARNING, about=one.data)

    def dues(self) -> tuple[EntryDue, ...]:
        """The answer, until it has come; then what was not done."""
        if self.answered_on is None:
            return (EntryDue(kind="confirmation", due=self.due),) if self.due else ()
        if self.not_done and self.follow_up is not None:
            return (EntryDue(kind="not_done", due=self.follow_up),)
        return ()

    def words(self) -> tuple[str, ...]:
        """What a search finds it by."""
        return (self.name, self.responsible, self.answered_by)
