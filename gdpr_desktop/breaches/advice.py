"""What the law asks for, from the six factors of the handbook and the severity beside them.

Advice, never a decision: ENISA's number may raise what the handbook gives, never soften it.
"""

from dataclasses import dataclass
from enum import StrEnum

from gdpr_desktop.breaches.codes import PeopleException, Protection, Seen
from gdpr_desktop.breaches.severity import Band, Severity, severity


class Weight(StrEnum):
    """How much a factor speaks for risk."""

    LITTLE = "little"
    SOME = "some"
    MUCH = "much"


class Factor(StrEnum):
    """The six of handbook chapter 10 and 10.3."""

    KIND = "kind"
    EXTENT = "extent"  # what the data are, how much, for how long
    IDENTIFICATION = "identification"
    CONSEQUENCES = "consequences"
    PEOPLE = "people"  # children and others who are vulnerable
    NUMBER = "number"


class Risk(StrEnum):
    """Of the breach, for the rights and freedoms of people."""

    UNLIKELY = "unlikely"  # art. 33(1): unlikely to result in a risk
    RISK = "risk"
    HIGH = "high"  # art. 34(1): likely to result in a high risk


_ORDER = (Risk.UNLIKELY, Risk.RISK, Risk.HIGH)


class Reason(StrEnum):
    """Why the advice is what it is; words are made at the edge."""

    ALWAYS_DOCUMENT = "always_document"  # art. 33(5)
    FACTORS_LITTLE = "factors_little"
    FACTORS_SOME = "factors_some"
    FACTORS_MUCH = "factors_much"
    SERIOUS_CONSEQUENCES = "serious_consequences"
    VULNERABLE = "vulnerable"
    SPECIAL = "special"
    IDENTITY_NUMBERS = "identity_numbers"
    PROTECTED_ADDRESS = "protected_address"
    UNINTELLIGIBLE = "unintelligible"
    NOBODY_SAW = "nobody_saw"
    TRUSTED_RECIPIENT = "trusted_recipient"
    SEVERITY_RAISES = "severity_raises"
    SEVERITY_LOWER = "severity_lower"  # ENISA is lower: it softens nothing
    IN_DOUBT = "in_doubt"
    EXEMPTED = "exempted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Considered:
    """How one factor was seen, and why."""

    factor: Factor
    weight: Weight
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeverityChoices:
    """The four choices of ENISA: see ``severity`` for the numbers."""

    context: int
    identification: float
    confidentiality: float = 0.0
    integrity: float = 0.0
    availability: float = 0.0
    malicious: bool = False

    def severity(self) -> Severity:
        """Worked out."""
        return severity(
            self.context,
            self.identification,
            self.confidentiality,
            self.integrity,
            self.availability,
            self.malicious,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What is assessed. The facts are those of the scope when it was made, kept with it.

    ``exception`` is one of art. 34(3) that is claimed and proved; it takes the duty to tell people
    away, never the duty to notify.
    """

    factors: tuple[Considered, ...]
    enisa: SeverityChoices
    special: bool = False
    identity_numbers: bool = False
    protected_address: bool = False
    children: bool = False
    vulnerable: bool = False
    seen: Seen = Seen.UNKNOWN
    protection: Protection = Protection.UNKNOWN
    available: bool = True  # we still have the data, or a copy of them
    exception: PeopleException | None = None
    consequences: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """The three answers, the risk they rest on, and the reasons."""

    document: bool
    authority: bool
    people: bool
    reasons: tuple[Reason, ...]
    risk: Risk


def advise(assessment: Assessment) -> Advice:
    """What the law asks for, by the handbook and by the severity: the stricter of the two."""
    found, reasons = _by_handbook(assessment)
    band = assessment.enisa.severity().band
    by_severity = _RISK_OF[band]
    if _ORDER.index(by_severity) > _ORDER.index(found):
        found = by_severity
        reasons.append(Reason.SEVERITY_RAISES)
    elif _ORDER.index(by_severity) < _ORDER.index(found):
        reasons.append(Reason.SEVERITY_LOWER)
    people = found is Risk.HIGH
    if people and assessment.exception in _RELEASES:
        people = False
        reasons.append(Reason.EXEMPTED)
    return Advice(
        document=True,
        authority=found is not Risk.UNLIKELY,
        people=people,
        reasons=(Reason.ALWAYS_DOCUMENT, *reasons),
        risk=found,
    )


_RISK_OF = {
    Band.LOW: Risk.UNLIKELY,
    Band.MEDIUM: Risk.RISK,
    Band.HIGH: Risk.HIGH,
    Band.VERY_HIGH: Risk.HIGH,
}
_RELEASES = frozenset(
    (PeopleException.PROTECTED, PeopleException.NO_LONGER, PeopleException.DISPROPORTIONATE)
)


def _by_handbook(assessment: Assessment) -> tuple[Risk, list[Reason]]:
    """The six factors, and what outweighs them."""
    weights = {one.factor: one.weight for one in assessment.factors}
    much = sum(weight is Weight.MUCH for weight in weights.values())
    some = sum(weight is not Weight.LITTLE for weight in weights.values())
    if much >= 3 or weights.get(Factor.CONSEQUENCES) is Weight.MUCH:
        return Risk.HIGH, [Reason.FACTORS_MUCH]
    if some:
        return Risk.RISK, [Reason.FACTORS_SOME]
    return Risk.UNLIKELY, [Reason.FACTORS_LITTLE]
