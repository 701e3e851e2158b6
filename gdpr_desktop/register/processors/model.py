"""Processors with their agreements (art. 28), and the municipality as processor (art. 30(2))."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import ClassVar

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.register.activities.parts import Answer, Transfer
from gdpr_desktop.register.entries.model import EntryDue, EntryId, EntryKind, Finding

CLAUSES = tuple("abcdefgh")  # art. 28(3)
FRAME = ("subject_matter", "duration", "nature_purpose", "data", "subjects", "obligations")


class Authorisation(StrEnum):
    """How the use of sub-processors is allowed, art. 28(2)."""

    UNKNOWN = ""
    SPECIFIC = "specific"  # each one is asked about
    GENERAL = "general"  # they are told of, and can be objected to
    NONE = "none"  # none may be used


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
    frame it has, ``warns``: the processor tells at once of an unlawful instruction. What is
    ``over`` is kept for the history and no longer looked at."""

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
    answer_by: date | None = None  # and when the answer was wanted
    authorisation: Authorisation = Authorisation.UNKNOWN  # of sub-processors, 28(2)
    over: bool = False
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
    asked_on: date | None = None  # for an agreement, where there is none
    answer_by: date | None = None
    note: str = ""

    @property
    def title(self) -> str:
        """The name in lists."""
        return self.name

    @property
    def current(self) -> tuple[Agreement, ...]:
        """The agreements that are not over."""
        return tuple(one for one in self.agreements if not one.over)

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
        return (
            self.name,
            self.organisation_number,
            self.contact,
            self.service.nn,
            self.service.nb,
            *subs,
        )


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
        """The agreement's end, its audits, an answer that is waited for."""
        from gdpr_desktop.register.processors.findings import agreement_dues

        return agreement_dues(self.agreement)

    def words(self) -> tuple[str, ...]:
        """What a search finds it by."""
        return (self.name.nn, self.name.nb, self.controller, self.categories.nn)
