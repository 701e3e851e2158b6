"""Purposes and what makes them lawful: art. 6, 9 and 10 (handbook chapter 3)."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from gdpr_desktop.law.bases import Basis, Condition
from gdpr_desktop.register.activities.findings.found import error, hint, name_of, warning
from gdpr_desktop.register.activities.parts import Law, LawfulBasis, Purpose, Sensitivity
from gdpr_desktop.register.entries.model import Finding

if TYPE_CHECKING:
    from gdpr_desktop.register.activities.model import Activity

INTERESTS = "interests"  # the kind of ``Assessment`` that weighs them


def rules(activity: "Activity") -> Iterator[Finding]:
    """All findings about purposes, bases and conditions."""
    if not activity.purposes:
        yield error("no_purpose", "30(1)(b)", "purposes")
    for purpose in activity.purposes:
        yield from _purpose(purpose)
    if Basis.LEGITIMATE_INTERESTS in activity.bases and not _weighed(activity):
        yield warning("interests_not_weighed", "6(1)(f)", "purposes")
    yield from _special(activity)
    yield from _criminal(activity)
    yield from _national_id(activity)


def _weighed(activity: "Activity") -> bool:
    return any(one.kind == INTERESTS and one.conclusion.strip() for one in activity.assessments)


def _purpose(purpose: Purpose) -> Iterator[Finding]:
    name = name_of(purpose.text)
    bases = {one.basis for one in purpose.bases}
    if not bases:
        yield error("purpose_without_basis", "6(1)", "purposes", name)
    for basis in purpose.bases:
        yield from _basis(purpose, basis)
    lawful = bool(bases & {Basis.LEGAL_OBLIGATION, Basis.PUBLIC_TASK})
    if lawful and Basis.CONSENT in bases:
        yield error("consent_beside_law", "6(1)", "purposes", name)
    if lawful and Basis.CONTRACT in bases:
        yield error("contract_beside_law", "6(1)", "purposes", name)
    if len(bases) > 1 and not purpose.reason.strip():
        yield warning("several_bases", "6(1)", "purposes", name)


def _basis(purpose: Purpose, basis: LawfulBasis) -> Iterator[Finding]:
    name = name_of(purpose.text)
    if basis.basis.needs_national_law and not any(basis.laws):
        yield warning("law_missing", "6(3)", "purposes", name)
    if basis.basis is Basis.CONTRACT and not basis.contract.strip():
        yield warning("contract_undocumented", "6(1)(b)", "purposes", name)
    if basis.basis is Basis.LEGITIMATE_INTERESTS:
        if purpose.public_task:
            yield error("interests_for_public_task", "6(1)", "purposes", name)
        if not basis.interest:
            yield error("interest_missing", "6(1)(f)", "purposes", name)


def _special(activity: "Activity") -> Iterator[Finding]:
    if activity.has_special and not activity.special:
        yield warning("special_without_condition", "9(2)", "special")
    if activity.has_special and activity.bases == {Basis.CONTRACT}:
        yield error("special_on_contract", "9(2)", "special")
    if activity.special and not activity.has_special:
        yield hint("condition_unused", "9(2)", "special")
    for one in activity.special:
        if one.condition.needs_national_law and not any(one.laws):
            article, act = one.condition.article, _act_alone(one.laws)
            if act:
                yield warning("condition_without_section", article, "special", act)
            else:
                yield warning("condition_without_law", article, "special", article)
    consent = any(one.condition is Condition.EXPLICIT_CONSENT for one in activity.special)
    if consent and activity.bases and Basis.CONSENT not in activity.bases:
        yield hint("explicit_consent_alone", "9(2)(a)", "special")


def _act_alone(laws: Iterable[Law]) -> str:
    """The act that is named without its section."""
    return next((name_of(law.act) for law in laws if law.act), "")


def _criminal(activity: "Activity") -> Iterator[Finding]:
    if activity.has_criminal and not any(activity.criminal):
        act = _act_alone(activity.criminal)
        if act:
            yield error("criminal_without_section", "10", "criminal", act)
        else:
            yield error("criminal_without_law", "10", "criminal")


def _national_id(activity: "Activity") -> Iterator[Finding]:
    numbers = any(one.sensitivity is Sensitivity.NATIONAL_ID for one in activity.data)
    if numbers and not activity.national_id_reason.strip():
        yield hint("national_id_without_need", "", "national_id_reason")
