"""Whose answer is needed: worked out from age, what it is about, and how sensitive it is.

Handbook 3.7 and 3.8, art. 8, personopplysningslova § 5, barnelova §§ 30–33, vergemålslova § 9,
pasient- og brukarrettslova § 4-3. The ages are dated rules; see ``law/rules.toml``. What the
municipality itself may choose is in ``ages``.
"""

from collections.abc import Iterable
from datetime import date

from gdpr_desktop.consents.ages import Alone, YouthRule, alone_on
from gdpr_desktop.consents.codes import FormKind, Giver, Matter
from gdpr_desktop.law.ages import age_on
from gdpr_desktop.law.rules import AgeRules, rules_on

_OF_FORM = {
    FormKind.BASIS: Matter.ORDINARY,
    FormKind.CONFIDENTIALITY: Matter.CONFIDENTIALITY,
    FormKind.PICTURE: Matter.PICTURE,
}
_IMPORTANT = (Matter.PICTURE, Matter.CONFIDENTIALITY, Matter.HEALTH_RESEARCH)


def required_givers(
    birth_date: date | None,
    kind: Matter | FormKind,
    sensitive: bool,
    on: date,
    *,
    chosen: Iterable[YouthRule] = (),
    mature: bool = False,
) -> tuple[Giver, ...]:
    """All who must say yes on the day ``on``; ``kind`` is what the purpose is about.

    ``chosen``: what the municipality has settled about young people; ``mature``: somebody who is
    named has judged that the young one can choose alone. Without a birth date the person counts
    as an adult. Raises ValueError when born after ``on``.
    """
    matter = _OF_FORM[kind] if isinstance(kind, FormKind) else kind
    ages = rules_on(on).ages
    if birth_date is None:
        return (Giver.SELF,)
    age = age_on(birth_date, on)
    youth = ages.organisational_consent
    if alone_on(chosen, on) is Alone.MATURE:
        youth = max(ages.maturity, youth) if mature else ages.adult
    if age >= ages.adult or age >= _alone(matter, ages, youth, sensitive=sensitive):
        return (Giver.SELF,)
    return _with_parents(matter, age, ages, sensitive=sensitive)


def _alone(matter: Matter, ages: AgeRules, youth: int, *, sensitive: bool) -> int:
    """The age from which the child answers alone; ``youth`` is that of ordinary matters."""
    if matter is Matter.COUNSELLING:
        return 0
    if matter is Matter.HEALTH:
        return ages.health
    if matter is Matter.ASSOCIATION:
        return ages.association
    if matter is Matter.HEALTH_RESEARCH:
        return ages.health_research
    if sensitive:
        return ages.special_categories
    if matter is Matter.CONTEST:
        return 0
    if matter is Matter.ONLINE_SERVICE:
        return ages.information_society
    return youth


def _with_parents(
    matter: Matter, age: int, ages: AgeRules, *, sensitive: bool
) -> tuple[Giver, ...]:
    """Important matters take all who have parental responsibility; a youth answers beside them."""
    important = sensitive or matter in _IMPORTANT
    parents = Giver.PARENTS if important else Giver.PARENT
    return (Giver.SELF, parents) if age >= ages.organisational_consent else (parents,)
