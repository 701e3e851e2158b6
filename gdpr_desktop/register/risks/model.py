"""A risk assessment of an activity or a system, seen from the person's side (handbook 2.4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from gdpr_desktop.register.entries.model import EntryDue, EntryId, EntryKind, Finding


class Occasion(StrEnum):
    """Why it was made."""

    NEW = "new"
    BOUGHT = "bought"
    CHANGED = "changed"
    DEVELOPED = "developed"
    REGULAR = "regular"


class Harm(StrEnum):
    """What suffers."""

    CONFIDENTIALITY = "confidentiality"
    INTEGRITY = "integrity"
    AVAILABILITY = "availability"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Something that lowers a risk."""

    text: str
    owner: str = ""
    due: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """What could happen. Likelihood and consequence for the person are 1–5, 0 when not set."""

    text: str
    cause: str = ""
    kinds: tuple[str, ...] = ()  # of ``Harm``
    likelihood: int = 0
    consequence: int = 0
    likelihood_after: int = 0
    consequence_after: int = 0
    measures: tuple[Measure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskAssessment:
    """``occasion`` is an ``Occasion``; ``accepted`` says who bears the risk that is left, and
    why."""

    KIND: ClassVar[EntryKind] = EntryKind.RISK_ASSESSMENT
    LINKS: ClassVar[Mapping[str, EntryKind]] = {
        "activities": EntryKind.ACTIVITY,
        "systems": EntryKind.SYSTEM,
    }

    name: str
    activities: tuple[EntryId, ...] = ()
    systems: tuple[EntryId, ...] = ()
    made_on: date | None = None
    method: str = ""
    made_by: str = ""
    occasion: str = "regular"
    risks: tuple[Risk, ...] = ()
    conclusion: str = ""
    review_on: date | None = None
    archive_number: str = ""
    accepted: str = ""

    @property
    def title(self) -> str:
        """The name in lists."""
        return self.name

    def findings(self) -> tuple[Finding, ...]:
        """What is missing: see ``findings.py``."""
        from gdpr_desktop.register.risks.findings import findings

        return findings(self)

    def dues(self) -> tuple[EntryDue, ...]:
        """Measures that are not done, and the review."""
        found = [
            EntryDue(kind="measure", due=one.due, title=one.text)
            for risk in self.risks
            for one in risk.measures
            if one.due is not None and one.done_on is None
        ]
        if self.review_on is not None:
            found.append(EntryDue(kind="review", due=self.review_on))
        return tuple(found)

    def words(self) -> tuple[str, ...]:
        """What a search finds it by."""
        return (self.name, self.method, *(risk.text for risk in self.risks))
