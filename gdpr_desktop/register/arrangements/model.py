"""An arrangement between joint controllers, or a cooperation between municipalities (art. 26)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import ClassVar

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.register.activities.parts import Answer
from gdpr_desktop.register.entries.model import EntryDue, EntryKind, Finding

DUTIES = ("information", "requests", "breaches", "processors", "security", "contact")


class CooperationForm(StrEnum):
    """How it is organised."""

    JOINT = "joint"  # joint controllers
    HOST = "host"  # vertskommune: the host may be controller alone
    COMPANY = "company"  # interkommunalt selskap
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Who does what: ``duty`` is a code (information, access, breaches, agreements …)."""

    duty: str
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """``essence`` is what people are told of it, ``published`` where."""

    KIND: ClassVar[EntryKind] = EntryKind.ARRANGEMENT
    LINKS: ClassVar[Mapping[str, EntryKind]] = {}

    name: Bilingual
    form: CooperationForm = CooperationForm.JOINT
    partners: tuple[str, ...] = ()
    contact_point: str = ""
    duties: tuple[Duty, ...] = ()
    agreed_on: date | None = None
    runs_out: date | None = None
    essence: Bilingual = field(default_factory=Bilingual)
    published: str = ""
    written: Answer = Answer.UNKNOWN
    archive_number: str = ""
    note: str = ""

    @property
    def title(self) -> str:
        """The name in lists."""
        return self.name.in_(Language.NYNORSK)

    def findings(self) -> tuple[Finding, ...]:
        """What is missing: see ``findings.py``."""
        from gdpr_desktop.register.arrangements.findings import arrangement_findings

        return arrangement_findings(self)

    def dues(self) -> tuple[EntryDue, ...]:
        """Its end, and the time to make a new one."""
        from gdpr_desktop.register.arrangements.findings import arrangement_dues

        return arrangement_dues(self)

    def who(self, duty: str) -> str:
        """Who does it; empty when it is not said."""
        return next((one.who for one in self.duties if one.duty == duty), "")

    def words(self) -> tuple[str, ...]:
        """What a search finds it by."""
        return (self.name.nn, self.name.nb, *self.partners, self.essence.nn)
