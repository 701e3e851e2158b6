"""Processors with their agreements (art. 28), and the municipality as processor (art. 30(2))."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.register.activities.parts import Answer, Transfer
from gdpr_desktop.register.entries.model import EntryDue, EntryId, EntryKind, Finding

CLAUSES = tuple("abcdefgh")  # art. 28(3)
FRAME = ("subject_matter", "duration", "nature_purpose", "data", "subjects", "obligations")


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """A check of the processor, art. 28(3)(h): planned, and when done with what result."""

    planned: date | None = None
    done_on: date | None = None
    result: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubProcessor:
    """Somebody the processor uses. ``country`` is where the data can be seen from."""

    name: str
    country: str = "NO"
    service: str = ""
    approved_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A processor agreement. ``clauses`` are the letters of 28(3) it has, ``frame`` what of the
    frame it has, ``warns``: the processor tells at once of an unlawful instruction."""

    name: str = ""
    signed_on: date | None = None
    runs_out: date | None = None
    clauses: tuple[str, ...] = ()
    frame: tuple[str, ...] = ()
    warns: Answer = Answer.UNKNOWN
    in_writing: Answer = Answer.UNKNOWN  # art. 28(9)
    may_notify: Answer = Answer.UNKNOWN  # may the processor notify a breach for us?
    answers_requests: str = ""  # who answers the data subjects
    sub_processors: tuple[SubProcessor, ...] = ()
    audits: tuple[Audit, ...] = ()
    archive_number: str = ""
    asked_on: date | None = None  # the letter asking for what is missing
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Processor:
    """``country`` is where it is established; transfers as in an activity."""

    KIND: ClassVar[EntryKind] = EntryKind.PROCESSOR
    LINKS: ClassVar[Mapping[str, EntryKind]] = {"sub_processor_ids": EntryKind.PROCESSOR}

    name: str
    organisation_number: str = ""
    address: str = ""
    contact: str = ""
    email: str = ""
    country: str = "NO"
    service: Bilingual = field(default_factory=Bilingual)
    sub_processor_ids: tuple[EntryId, ...] = ()  # those that are in the record themselves
    agreements: tuple[Agreement, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    outside_eea: Answer = Answer.UNKNOWN
    note: str = ""

    @property
    def title(self) -> str:
        """The name in lists."""
        return self.name

    def findings(self) -> tuple[Finding, ...]:
        """What is missing: see ``findings.py``."""
        from gdpr_desktop.register.processors.findings import processor_findings

        return processor_findings(self)

    def dues(self) -> tuple[EntryDue, ...]:
        """Agreements that run out, audits that are planned."""
        from gdpr_desktop.register.processors.findings import processor_dues

        return processor_dues(self)

    def words(self) -> tuple[str, ...]:
        """What a search finds it by."""
        subs = [sub.name for one in self.agreements for sub in one.sub_processors]
        return (self.name, self.organisation_number, self.contact, self.service.nn, *subs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """The municipality processes for somebody else: art. 30(2)."""

    KIND: ClassVar[EntryKind] = EntryKind.ASSIGNMENT
    LINKS: ClassVar[Mapping[str, EntryKind]] = {
        "unit_id": EntryKind.UNIT,
        "systems": EntryKind.SYSTEM,
        "sub_processors": EntryKind.PROCESSOR,
    }

    name: Bilingual
    controller: str = ""  # on whose behalf, with contact
    controller_contact: str = ""
    controller_officer: str = ""
    categories: Bilingual = field(default_factory=Bilingual)  # of processing
    unit_id: EntryId | None = None
    responsible: str = ""
    systems: tuple[EntryId, ...] = ()
    sub_processors: tuple[EntryId, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    outside_eea: Answer = Answer.UNKNOWN
    security: Bilingual = field(default_factory=Bilingual)
    agreement: Agreement = field(default_factory=Agreement)
    note: str = ""

    @property
    def title(self) -> str:
        """The name in lists."""
        return self.name.in_(Language.NYNORSK)

    def findings(self) -> tuple[Finding, ...]:
        """What is missing: see ``findings.py``."""
        from gdpr_desktop.register.processors.findings import assignment_findings

        return assignment_findings(self)

    def dues(self) -> tuple[EntryDue, ...]:
        """The agreement's end."""
        if self.agreement.runs_out is None:
            return ()
        return (EntryDue(kind="agreement_ends", due=self.agreement.runs_out),)

    def words(self) -> tuple[str, ...]:
        """What a search finds it by."""
        return (self.name.nn, self.name.nb, self.controller, self.categories.nn)
