"""What cannot both be true in one notification (tests on the form, T13): codes, not words."""

from enum import StrEnum

from gdpr_desktop.breaches.assessing.advice import Risk, advise
from gdpr_desktop.breaches.codes import Known, PeopleException, PeopleTelling, Protection
from gdpr_desktop.breaches.model import Breach, Count


class Contradiction(StrEnum):
    """Each must be put right before the sheet is sent."""

    HIGH_RISK_NOT_TOLD = "high_risk_not_told"  # 89 a with 97 d
    EXCEPTION_NOT_PROVED = "exception_not_proved"  # 97 e needs 100 and 101
    PROTECTED_BUT_READABLE = "protected_but_readable"  # 100 a needs 57 a
    MUST_TELL_WITHOUT_RISK = "must_tell_without_risk"
    TELL_BUT_NOT_NOTIFY = "tell_but_not_notify"  # never the people without the authority
    PEOPLE_NUMBER = "people_number"  # 67 a, b need 68
    RECORDS_NUMBER = "records_number"  # 72 a, b need 73


def contradictions(found: Breach) -> tuple[Contradiction, ...]:
    """What does not go together, in the order of the form."""
    return (*_numbers(found), *_decided(found))


def exception_of(found: Breach) -> PeopleException | None:
    """The exception that lets people untold (97 e); the plain «no high risk» is none (97 d)."""
    decision = found.decision
    if decision is None or decision.people is not PeopleTelling.NOT or decision.exempted is None:
        return None
    named = decision.exempted.exception
    return None if named is PeopleException.NO_HIGH_RISK else named


def _numbers(found: Breach) -> tuple[Contradiction, ...]:
    scope = found.scope
    if scope is None:
        return ()
    lacking = []
    if _lacks_number(scope.people_count):
        lacking.append(Contradiction.PEOPLE_NUMBER)
    if _lacks_number(scope.records_count):
        lacking.append(Contradiction.RECORDS_NUMBER)
    return tuple(lacking)


def _lacks_number(count: Count) -> bool:
    return count.known is not Known.UNKNOWN and (count.number is None or count.number < 1)


def _decided(found: Breach) -> tuple[Contradiction, ...]:
    decision, assessment = found.decision, found.assessment
    if decision is None:
        return ()
    said = []
    risk = advise(assessment).risk if assessment is not None else None
    exception = exception_of(found)
    if decision.people is PeopleTelling.NOT and exception is None and risk is Risk.HIGH:
        said.append(Contradiction.HIGH_RISK_NOT_TOLD)
    if exception is not None and decision.exempted and not decision.exempted.proof.strip():
        said.append(Contradiction.EXCEPTION_NOT_PROVED)
    readable = found.scope is None or found.scope.protection is not Protection.INTACT
    if exception is PeopleException.PROTECTED and readable:
        said.append(Contradiction.PROTECTED_BUT_READABLE)
    if decision.people is PeopleTelling.MUST:
        if risk is Risk.UNLIKELY:
            said.append(Contradiction.MUST_TELL_WITHOUT_RISK)
        if not decision.authority:
            said.append(Contradiction.TELL_BUT_NOT_NOTIFY)
    return tuple(said)
