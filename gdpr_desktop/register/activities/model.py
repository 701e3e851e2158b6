"""A processing activity of art. 30(1), with what the handbook asks beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.register.activities.parts import (
    Answer,
    Assessment,
    Automated,
    DataCategory,
    Dpia,
    InformationWay,
    Law,
    Party,
    Provision,
    Purpose,
    Security,
    Sensitivity,
    SpecialBasis,
    Step,
    Subject,
    Transfer,
    Unstructured,
)
from gdpr_desktop.register.entries.model import EntryDue, EntryId, EntryKind, Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """Everything known of one activity. ``responsible`` is a role («rektor»), never a person."""

    KIND: ClassVar[EntryKind] = EntryKind.ACTIVITY
    LINKS: ClassVar[Mapping[str, EntryKind]] = {
        "unit_id": EntryKind.UNIT,
        "systems": EntryKind.SYSTEM,
        "processors": EntryKind.PROCESSOR,
        "arrangements": EntryKind.ARRANGEMENT,
    }

    ASIDE: ClassVar[frozenset[str]] = frozenset(
        {"assessments", "steps", "note", "review_on", "library_checked"}
    )

    name: Bilingual
    number: str = ""
    unit_id: EntryId | None = None
    responsible: str = ""
    description: Bilingual = field(default_factory=Bilingual)
    purposes: tuple[Purpose, ...] = ()
    special: tuple[SpecialBasis, ...] = ()
    criminal: tuple[Law, ...] = ()  # art. 10
    subjects: tuple[Subject, ...] = ()
    data: tuple[DataCategory, ...] = ()
    national_id_reason: str = ""  # why an identity number is needed, personopplysningslova § 12
    retention_reason: str = ""  # why no period can be given
    sources: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    outside_eea: Answer = Answer.UNKNOWN  # can anyone outside the EEA see the data, support too?
    security: Security = field(default_factory=Security)
    systems: tuple[EntryId, ...] = ()
    processors: tuple[EntryId, ...] = ()
    arrangements: tuple[EntryId, ...] = ()
    profiling: Answer = Answer.UNKNOWN
    automatic: Answer = Answer.UNKNOWN  # are decisions of art. 22 made? How: ``automated``
    automated: Automated | None = None
    dpia: Dpia = field(default_factory=Dpia)
    risk_assessed_on: date | None = None
    information: tuple[InformationWay, ...] = ()
    information_note: Bilingual = field(default_factory=Bilingual)
    provision: Provision = Provision.UNKNOWN
    provision_note: Bilingual = field(default_factory=Bilingual)  # by what law, what follows
    unstructured: Unstructured = field(default_factory=Unstructured)
    starts: date | None = None
    ends: date | None = None
    review_on: date | None = None
    assessments: tuple[Assessment, ...] = ()
    steps: tuple[Step, ...] = ()
    from_library: str = ""  # the id of the starting point it was made from
    library_checked: bool = False  # the starting point has been gone through
    note: str = ""  # internal

    @property
    def title(self) -> str:
        """The name in lists."""
        return self.name.in_(Language.NYNORSK)

    @property
    def bases(self) -> frozenset[Basis]:
        """All lawful bases of its purposes."""
        return frozenset(basis.basis for purpose in self.purposes for basis in purpose.bases)

    @property
    def has_special(self) -> bool:
        """Are there data of art. 9?"""
        return any(one.sensitivity is Sensitivity.SPECIAL for one in self.data)

    @property
    def has_criminal(self) -> bool:
        """Are there data of art. 10?"""
        return any(one.sensitivity is Sensitivity.CRIMINAL for one in self.data)

    def findings(self) -> tuple[Finding, ...]:
        """What is missing or unlawful: see ``findings.py``."""
        from gdpr_desktop.register.activities.findings import findings

        return findings(self)

    def dues(self) -> tuple[EntryDue, ...]:
        """The review and the steps that are not done."""
        found = [
            EntryDue(kind="step", due=step.due, title=step.text)
            for step in self.steps
            if step.due is not None and step.done_on is None
        ]
        if self.review_on is not None:
            found.append(EntryDue(kind="review", due=self.review_on))
        return tuple(found)

    def words(self) -> tuple[str, ...]:
        """What a search finds it by."""
        texts = [self.name, self.description]
        for part in (self.purposes, self.subjects, self.data, self.sources, self.recipients):
            texts += [one.text for one in part]
        both = [words for text in texts for words in dict.fromkeys((text.nn, text.nb))]
        return (*both, self.number, self.responsible, self.note)
