"""What the law asks for, from the six factors of the handbook and the severity beside them.

Advice, never a decision (art. 33, 34; handbook 10.3 and 10.5). In four steps:

1. The factors, and the facts that make them graver. In doubt, the authority is told.
2. What makes a risk unlikely: nobody could read the data, nobody did, or the one who did is to be
   trusted. It helps only where we still have the data, unaltered, and never against a protected
   address that may have been seen. What is said must hold together: a severity that counts on
   strangers, or somebody who did it on purpose, is no one to be trusted.
3. ENISA's number may raise what the handbook gives, never soften it.
4. What takes the duty to tell people away (art. 34(3)); the duty to notify stays.
"""

from dataclasses import dataclass
from enum import StrEnum

from gdpr_desktop.breaches.assessing.severity import Band, DataClass, Identifier, Severity, severity
from gdpr_desktop.breaches.codes import PeopleException, Protection, Seen


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
    IN_DOUBT = "in_doubt"  # not all six factors were considered
    ON_PURPOSE = "on_purpose"
    VULNERABLE = "vulnerable"  # children are, too
    SPECIAL = "special"
    IDENTITY_NUMBERS = "identity_numbers"
    PROTECTED_ADDRESS = "protected_address"
    UNINTELLIGIBLE = "unintelligible"
    NOBODY_SAW = "nobody_saw"
    TRUSTED_RECIPIENT = "trusted_recipient"
    LOST_OR_ALTERED = "lost_or_altered"  # so secrecy kept is not enough
    SEVERITY_RAISES = "severity_raises"
    SEVERITY_LOWER = "severity_lower"  # ENISA is lower: it softens nothing
    UNREAD = "unread"  # high, but people need not be told: nobody can have read the data
    EXEMPTED = "exempted"
    PUBLIC_NOTICE = "public_notice"  # in the place of single letters, art. 34(3)(c)
    POSTPONED = "postponed"  # the duty stays, for later


@dataclass(frozen=True, slots=True, kw_only=True)
class Considered:
    """How one factor was seen, and why."""

    factor: Factor
    weight: Weight
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeverityChoices:
    """The four choices of ENISA: see ``severity`` for the numbers.

    ``data`` and ``identifier`` say what ``context`` and ``identification`` were chosen from; None
    where only the number is known.
    """

    context: int
    identification: float
    confidentiality: float = 0.0
    integrity: float = 0.0
    availability: float = 0.0
    malicious: bool = False
    data: DataClass | None = None
    identifier: Identifier | None = None

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

    ``factors``: the six of the handbook, in any order; one that is missing is in doubt.
    ``enisa``: the four choices of the severity, which may raise the advice.
    ``special``: data of art. 9 or 10. ``identity_numbers``, ``protected_address``: are they in it?
    ``children``, ``vulnerable``: whom it is about.
    ``seen``: who has, or may have, seen the data. ``protection``: could they be read?
    ``altered``: data were changed, or may have been (integrity).
    ``available``: we still have the data, or a copy of them, without anyone suffering from it.
    ``number``: of people; None where it is not known. ENISA flags it, and it changes no answer.
    ``exception``: one of art. 34(3) that is claimed and proved; it takes the duty to tell people
    away, never the duty to notify.
    ``consequences``: what it may lead to, in words. ``note``: the assessment as a whole.
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
    altered: bool = False
    available: bool = True
    number: int | None = None
    exception: PeopleException | None = None
    consequences: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """The three answers, the risk they rest on, and the reasons.

    ``document``: keep it in the log, art. 33(5): always. ``authority``: notify it, art. 33(1).
    ``people``: tell each of them, art. 34(1); never without ``authority``.
    """

    document: bool
    authority: bool
    people: bool
    reasons: tuple[Reason, ...]
    risk: Risk


def advise(assessment: Assessment) -> Advice:
    """What the law asks for, by the handbook and by the severity: the stricter of the two."""
    by_handbook, reasons = _by_handbook(assessment)
    by_severity = _RISK_OF[assessment.enisa.severity().band]
    risk = max(by_handbook, by_severity, key=_ORDER.index)
    if by_severity is not by_handbook:
        raised = risk is by_severity
        reasons.append(Reason.SEVERITY_RAISES if raised else Reason.SEVERITY_LOWER)
    people = risk is Risk.HIGH
    if people:
        released = _released(assessment)
        reasons += released
        people = not set(released) & _FREEING
    return Advice(
        document=True,
        authority=risk is not Risk.UNLIKELY,
        people=people,
        reasons=(Reason.ALWAYS_DOCUMENT, *reasons),
        risk=risk,
    )


def stricter(one: Advice, other: Advice) -> bool:
    """Does ``one`` ask for more than ``other``?"""
    return _grade(one) > _grade(other)


def _grade(advice: Advice) -> tuple[int, bool]:
    return _ORDER.index(advice.risk), advice.people


_RISK_OF = {
    Band.LOW: Risk.UNLIKELY,
    Band.MEDIUM: Risk.RISK,
    Band.HIGH: Risk.HIGH,
    Band.VERY_HIGH: Risk.HIGH,
}
_RELEASES = frozenset(
    (PeopleException.PROTECTED, PeopleException.NO_LONGER, PeopleException.DISPROPORTIONATE)
)
_FREEING = frozenset((Reason.UNREAD, Reason.EXEMPTED))
_UNKNOWN_RECIPIENTS = 0.5  # of ENISA's confidentiality
_MANY_GRAVE = 3  # factors that speak much for risk, and make it high together


def _by_handbook(assessment: Assessment) -> tuple[Risk, list[Reason]]:
    """The six factors with the facts, and what outweighs them."""
    risk, reasons = _by_factors(assessment)
    for raised, reason in _by_facts(assessment):
        risk = max(risk, raised, key=_ORDER.index)
        reasons.append(reason)
    eased = _eased(assessment)
    if not eased:
        return risk, reasons
    if not data_kept(assessment):
        return risk, [*reasons, Reason.LOST_OR_ALTERED]
    if _address_seen(assessment):
        return risk, reasons
    return Risk.UNLIKELY, eased


def _by_factors(assessment: Assessment) -> tuple[Risk, list[Reason]]:
    weights = _weights(assessment)
    grave = sum(weight is Weight.MUCH for weight in weights.values())
    if weights.get(Factor.CONSEQUENCES) is Weight.MUCH:
        return Risk.HIGH, [Reason.SERIOUS_CONSEQUENCES]
    if grave >= _MANY_GRAVE:
        return Risk.HIGH, [Reason.FACTORS_MUCH]
    if any(weight is not Weight.LITTLE for weight in weights.values()):
        return Risk.RISK, [Reason.FACTORS_SOME]
    if len(weights) < len(Factor):
        return Risk.RISK, [Reason.IN_DOUBT]
    return Risk.UNLIKELY, [Reason.FACTORS_LITTLE]


def _weights(assessment: Assessment) -> dict[Factor, Weight]:
    """The factors; what is known of people and data makes theirs grave."""
    order = tuple(Weight)
    weights: dict[Factor, Weight] = {}
    for one in assessment.factors:
        before = weights.get(one.factor, Weight.LITTLE)
        weights[one.factor] = max(before, one.weight, key=order.index)
    if assessment.special:
        weights[Factor.EXTENT] = Weight.MUCH
    if assessment.children or assessment.vulnerable:
        weights[Factor.PEOPLE] = Weight.MUCH
    return weights


def _by_facts(assessment: Assessment) -> list[tuple[Risk, Reason]]:
    """What the facts raise the risk to, whatever the factors say."""
    strangers = Risk.HIGH if assessment.seen is Seen.UNKNOWN else Risk.RISK
    found = []
    if assessment.special:
        found.append((strangers, Reason.SPECIAL))
    if assessment.identity_numbers:
        found.append((strangers, Reason.IDENTITY_NUMBERS))
    if assessment.protected_address:
        seen = _address_seen(assessment)
        found.append((Risk.HIGH if seen else Risk.RISK, Reason.PROTECTED_ADDRESS))
    if assessment.children or assessment.vulnerable:
        grave = assessment.special and assessment.seen in (Seen.KNOWN, Seen.UNKNOWN)
        found.append((Risk.HIGH if grave else Risk.RISK, Reason.VULNERABLE))
    if assessment.enisa.malicious and not unread(assessment):
        found.append((Risk.RISK, Reason.ON_PURPOSE))
    return found


def _eased(assessment: Assessment) -> list[Reason]:
    """What speaks for that nobody misuses the data."""
    found = [Reason.UNINTELLIGIBLE] if assessment.protection is Protection.INTACT else []
    if _nobody_saw(assessment):
        found.append(Reason.NOBODY_SAW)
    if assessment.seen is Seen.TRUSTED and not _strangers(assessment):
        found.append(Reason.TRUSTED_RECIPIENT)
    return found


def unread(assessment: Assessment) -> bool:
    """Is it certain that no one can have read the data?"""
    return assessment.protection is Protection.INTACT or _nobody_saw(assessment)


def _nobody_saw(assessment: Assessment) -> bool:
    """Does the log say so, and the severity count on nobody?"""
    return assessment.seen is Seen.NOBODY and not assessment.enisa.confidentiality


def _strangers(assessment: Assessment) -> bool:
    """Does the severity count on unknown recipients, or on somebody who meant harm?"""
    enisa = assessment.enisa
    return enisa.malicious or enisa.confidentiality >= _UNKNOWN_RECIPIENTS


def data_kept(assessment: Assessment) -> bool:
    """Do we have the data as they were? Otherwise people may suffer though nobody read them."""
    enisa = assessment.enisa
    lost = enisa.integrity or enisa.availability
    return assessment.available and not assessment.altered and not lost


def _address_seen(assessment: Assessment) -> bool:
    """May somebody have seen a protected address? Only a log can say that nobody did."""
    return assessment.protected_address and assessment.seen is not Seen.NOBODY


def _released(assessment: Assessment) -> list[Reason]:
    """What speaks against telling each person, though the risk is high."""
    exception = assessment.exception
    found = []
    kept = data_kept(assessment)
    if unread(assessment) and kept and not _address_seen(assessment):
        found.append(Reason.UNREAD)
    if exception is PeopleException.POSTPONED:
        found.append(Reason.POSTPONED)
    broken = not kept or assessment.protection is not Protection.INTACT
    holds = not (exception is PeopleException.PROTECTED and broken)
    if exception in _RELEASES and holds and not _address_seen(assessment):
        found.append(Reason.EXEMPTED)
        if exception is PeopleException.DISPROPORTIONATE:
            found.append(Reason.PUBLIC_NOTICE)
    return found
