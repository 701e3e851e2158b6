"""Disclosures that are made as a routine. Single ones are cases: see ``single_disclosures``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.register.activities.parts import Law
from gdpr_desktop.register.entries.model import EntryDue, EntryId, EntryKind, Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineDisclosure:
    """Data that regularly go to somebody who answers for them afterwards."""

    KIND: ClassVar[EntryKind] = EntryKind.ROUTINE_DISCLOSURE
    LINKS: ClassVar[Mapping[str, EntryKind]] = {"activities": EntryKind.ACTIVITY}

    name: Bilingual
    recipient: str = ""
    recipient_purpose: Bilingual = field(default_factory=Bilingual)
    activities: tuple[EntryId, ...] = ()
    data: Bilingual = field(default_factory=Bilingual)
    basis: tuple[Law, ...] = ()
    confidential: bool = False
    lifted_by: Law = field(default_factory=Law)
    released: bool = False
    how: str = ""  # the channel, and how it is kept from others
    often: str = ""
    responsible: str = ""
    starts: date | None = None
    ends: date | None = None
    review_on: date | None = None
    archive_number: str = ""
    note: str = ""
    from_library: str = ""  # the id of the starting point it was made from
    library_checked: bool = False  # the starting point has been gone through

    @property
    def title(self) -> str:
        """The name in lists."""
        return self.name.in_(Language.NYNORSK)

    def findings(self) -> tuple[Finding, ...]:
        """What is missing or unlawful: see ``findings.py``."""
        from gdpr_desktop.register.disclosures.findings import findings

        return findings(self)

    def dues(self) -> tuple[EntryDue, ...]:
        """The review."""
        return (EntryDue(kind="review", due=self.review_on),) if self.review_on else ()

    def words(self) -> tuple[str, ...]:
        """What a search finds it by."""
        return (self.name.nn, self.name.nb, self.recipient, self.data.nn)
