"""What an assessment takes from the case, suggests from it, and does to what rests on it."""

from dataclasses import replace

from gdpr_desktop.breaches.assessing.advice import Assessment, Factor, Weight, advise, stricter
from gdpr_desktop.breaches.assessing.severity import (
    IDENTIFICATIONS,
    MANY,
    DataClass,
    Flag,
    Identifier,
    Loss,
    flags,
)
from gdpr_desktop.breaches.codes import (
    BreachKind,
    DataCategory,
    Known,
    Origin,
    Protection,
    Seen,
)
from gdpr_desktop.breaches.model import Breach, Course, Scope


def with_scope(assessment: Assessment, scope: Scope | None) -> Assessment:
    """``assessment`` with the facts as they stand now; without a scope all is in doubt."""
    enisa = assessment.enisa
    facts = scope or Scope()
    counted = facts.people_count.known is not Known.UNKNOWN
    return replace(
        assessment,
        special=facts.special,
        identity_numbers=facts.identity_numbers,
        protected_address=facts.protected_address,
        children=facts.children,
        vulnerable=facts.vulnerable,
        seen=facts.seen if scope else Seen.UNKNOWN,
        protection=facts.protection if scope else Protection.UNKNOWN,
        altered=BreachKind.INTEGRITY in facts.kinds or enisa.integrity > 0,
        available=enisa.availability == 0,
        number=facts.people_count.number if counted else None,
    )


def flags_of(assessment: Assessment) -> tuple[Flag, ...]:
    """What stands beside the score."""
    unintelligible = assessment.protection is Protection.INTACT
    return flags(assessment.number, unintelligible=unintelligible)


def is_stricter(found: Breach, assessment: Assessment) -> bool:
    """Does ``assessment`` ask for more than the one that holds?"""
    before = found.assessment
    return before is not None and stricter(advise(assessment), advise(before))


def is_outdated(found: Breach) -> bool:
    """Have the facts changed since the assessment was made?"""
    made = found.assessment
    return made is not None and with_scope(made, found.scope) != made


_FEW = 10  # people; up to a hundred is some


def suggested_weights(scope: Scope | None) -> dict[Factor, Weight]:
    """What the facts say of the factors by themselves; the rest must be judged."""
    if scope is None:
        return {}
    found = {}
    if scope.children or scope.vulnerable or scope.protected_address:
        found[Factor.PEOPLE] = Weight.MUCH
    if scope.special:
        found[Factor.EXTENT] = Weight.MUCH
    number = scope.people_count.number
    if number is not None and scope.people_count.known is not Known.UNKNOWN:
        few = Weight.LITTLE if number <= _FEW else Weight.SOME
        found[Factor.NUMBER] = Weight.MUCH if number > MANY else few
    return found


def suggested_class(scope: Scope | None) -> DataClass | None:
    """The gravest kind among the data; None where nothing is noted."""
    if scope is None or not scope.data:
        return None
    data = set(scope.data)
    if scope.special or data & {DataCategory.CHILD_WELFARE, DataCategory.SOCIAL_WELFARE}:
        return DataClass.SENSITIVE
    if data & {DataCategory.FINANCES, DataCategory.ACCOUNT}:
        return DataClass.FINANCIAL
    return DataClass.BEHAVIOURAL if DataCategory.LOCATION in data else DataClass.SIMPLE


def suggested_ease(scope: Scope | None) -> tuple[Identifier, float] | None:
    """Whom nobody can read about, nobody recognises; else it must be judged."""
    if scope is None or scope.protection is not Protection.INTACT:
        return None
    return Identifier.SEVERAL, min(IDENTIFICATIONS)


def suggested_losses(scope: Scope | None) -> dict[Loss, float]:
    """What the facts say of the losses; a loss that is not noted is none."""
    if scope is None:
        return {}
    exposed = {Seen.KNOWN: 0.25, Seen.UNKNOWN: 0.5}.get(scope.seen, 0.0)
    kinds = scope.kinds
    found = {Loss.CONFIDENTIALITY: exposed if BreachKind.CONFIDENTIALITY in kinds else 0.0}
    if BreachKind.INTEGRITY not in kinds:
        found[Loss.INTEGRITY] = 0.0
    if BreachKind.AVAILABILITY not in kinds:
        found[Loss.AVAILABILITY] = 0.0
    return found


def suggested_malice(course: Course | None) -> bool | None:
    """Was it done on purpose? None where it is not known."""
    if course is None or course.origin is Origin.UNKNOWN:
        return None
    return course.origin.intent
