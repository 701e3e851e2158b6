"""What an assessment takes from the case, and what a new one does to the advice and decision."""

from dataclasses import replace

from gdpr_desktop.breaches.advice import Assessment, advise, stricter
from gdpr_desktop.breaches.codes import BreachKind, Known, Protection, Seen
from gdpr_desktop.breaches.model import Breach, Scope
from gdpr_desktop.breaches.severity import Flag, flags


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
