"""A privacy statement: what it says beside the record, from which activities it is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.information.statements.parts import (
    Contact,
    Cookie,
    Log,
    OwnText,
    Part,
    Responsible,
    StatementKind,
)
from gdpr_desktop.register.entries.contents import add_content
from gdpr_desktop.register.entries.model import EntryDue, EntryId, EntryKind, Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyStatement:
    """``controller``, ``officer`` and ``contact`` stand in for the municipality's own.

    Who approved it and when is known from the entry, unless ``approved_by`` says otherwise.
    """

    KIND: ClassVar[EntryKind] = EntryKind.STATEMENT
    LINKS: ClassVar[Mapping[str, EntryKind]] = {
        "activities": EntryKind.ACTIVITY,
        "processors": EntryKind.PROCESSOR,
        "systems": EntryKind.SYSTEM,
    }

    name: Bilingual
    kind: StatementKind = StatementKind.WEBSITE
    audience: Bilingual = field(default_factory=Bilingual)
    intro: Bilingual = field(default_factory=Bilingual)
    activities: tuple[EntryId, ...] = ()
    processors: tuple[EntryId, ...] = ()
    systems: tuple[EntryId, ...] = ()
    controller: Contact = field(default_factory=Contact)
    responsible: tuple[Responsible, ...] = ()  # several controllers on one site
    representative: Contact = field(default_factory=Contact)
    officer: Contact = field(default_factory=Contact)
    officer_note: Bilingual = field(default_factory=Bilingual)
    contact: Contact = field(default_factory=Contact)
    record_link: str = ""  # where the record of processing can be read
    parts: tuple[Part, ...] = ()
    cookies: tuple[Cookie, ...] = ()
    cookie_note: Bilingual = field(default_factory=Bilingual)
    cookie_choice: Bilingual = field(default_factory=Bilingual)  # how to change the choice
    logs: tuple[Log, ...] = ()
    log_note: Bilingual = field(default_factory=Bilingual)
    recipients: Bilingual = field(default_factory=Bilingual)
    transfers: Bilingual = field(default_factory=Bilingual)
    erasure: Bilingual = field(default_factory=Bilingual)
    security: Bilingual = field(default_factory=Bilingual)
    rights: Bilingual = field(default_factory=Bilingual)
    provision: Bilingual = field(default_factory=Bilingual)  # must one give the data?
    own_texts: tuple[OwnText, ...] = ()
    short: Bilingual = field(default_factory=Bilingual)
    web: str = ""  # where the statement lies
    approved_by: str = ""
    approved_on: date | None = None
    review_on: date | None = None
    version: str = ""
    version_note: Bilingual = field(default_factory=Bilingual)
    note: str = ""  # internal

    @property
    def title(self) -> str:
        """The name in lists."""
        return self.name.in_(Language.NYNORSK)

    def findings(self) -> tuple[Finding, ...]:
        """What is missing as far as the statement alone can tell: see ``findings.py``."""
        from gdpr_desktop.information.statements.findings import statement_findings

        return statement_findings(self)

    def dues(self) -> tuple[EntryDue, ...]:
        """The review."""
        return (EntryDue(kind="review", due=self.review_on),) if self.review_on else ()

    def words(self) -> tuple[str, ...]:
        """What a search finds it by."""
        parts = [text for part in self.parts for text in (part.heading.nn, part.tool)]
        cookies = [cookie.name for cookie in self.cookies]
        return (self.name.nn, self.name.nb, self.audience.nn, *parts, *cookies, self.note)


add_content(PrivacyStatement)
