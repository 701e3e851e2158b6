"""A computer system. Used by activities, and by the collection tasks of requests."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.register.activities.parts import Answer, Assessment
from gdpr_desktop.register.entries.model import EntryDue, EntryId, EntryKind, Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """``owner`` is a role; ``contact`` an e-mail address; ``country`` where the data lie."""

    KIND: ClassVar[EntryKind] = EntryKind.SYSTEM
    LINKS: ClassVar[Mapping[str, EntryKind]] = {
        "unit_id": EntryKind.UNIT,
        "supplier_id": EntryKind.PROCESSOR,
    }

    ASIDE: ClassVar[frozenset[str]] = frozenset({"assessments", "note", "review_on"})

    name: str
    description: Bilingual = field(default_factory=Bilingual)
    unit_id: EntryId | None = None
    owner: str = ""
    contact: str = ""
    supplier: str = ""
    supplier_id: EntryId | None = None  # when the supplier is a processor in the record
    place: str = ""  # «eige driftssenter», «sky»
    country: str = "NO"
    logging: Answer = Answer.UNKNOWN
    encryption: Answer = Answer.UNKNOWN
    backup: Answer = Answer.UNKNOWN
    access_control: Answer = Answer.UNKNOWN
    measures: Bilingual = field(default_factory=Bilingual)
    in_use_from: date | None = None
    in_use_until: date | None = None
    changed_on: date | None = None  # bought, replaced or changed so that risks may be others
    risk_assessed_on: date | None = None
    review_on: date | None = None
    assessments: tuple[Assessment, ...] = ()  # built-in privacy, art. 25
    note: str = ""

    @property
    def title(self) -> str:
        """The name in lists."""
        return self.name

    @property
    def risk_is_open(self) -> bool:
        """Was it taken into use or changed since its risks were assessed, or were they never?"""
        assessed = self.risk_assessed_on
        return assessed is None or (self.changed_on is not None and self.changed_on > assessed)

    def findings(self) -> tuple[Finding, ...]:
        """What is not known of it: see ``findings.py``."""
        from gdpr_desktop.register.systems.findings import system_findings

        return system_findings(self)

    def dues(self) -> tuple[EntryDue, ...]:
        """The risk assessment, the review, the end."""
        from gdpr_desktop.register.systems.findings import system_dues

        return system_dues(self)

    def words(self) -> tuple[str, ...]:
        """What a search finds it by."""
        return (
            self.name,
            self.description.nn,
            self.description.nb,
            self.owner,
            self.supplier,
            self.place,
            self.note,
        )
