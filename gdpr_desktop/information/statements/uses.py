"""Every use of personal data a statement tells of, whichever way it is known, seen alike."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.information.statements.model import PrivacyStatement
from gdpr_desktop.information.statements.parts import CookieNeed, Log, Part
from gdpr_desktop.information.statements.words import both, part_name
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import Answer, DataCategory, Law, Provision, Purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """What is said of one use. ``based``: each purpose has a basis, with the law it needs."""

    name: Bilingual
    purpose: bool = False
    bases: frozenset[Basis] = frozenset()
    consents: tuple[Bilingual, ...] = ()  # the purposes by consent, where others are not
    based: bool = False
    interest: bool = False  # named, where there is one
    data: bool = False
    from_others: bool = False
    from_person: bool = True
    recipients: bool = False
    retention: bool = False
    provision: bool = False  # said whether the data must be given
    automated: bool = False
    explained: bool = False  # the logic and what follows
    secured: bool = False
    activity: bool = False  # an entry of the record


def uses(statement: PrivacyStatement, activities: Iterable[Activity]) -> tuple[Use, ...]:
    """The activities, the topics, the logs, and the cookies as one."""
    return tuple(_all(statement, activities))


def _all(statement: PrivacyStatement, activities: Iterable[Activity]) -> Iterator[Use]:
    for activity in activities:
        yield _of_activity(activity)
    for part in statement.parts:
        if part.processes:
            yield _of_part(part, provision=bool(statement.provision))
    for log in statement.logs:
        yield _of_log(log)
    if statement.cookies:
        yield _of_cookies(statement)


def _of_activity(activity: Activity) -> Use:
    others = [party for party in activity.sources if not party.subject]
    automated = activity.automated
    said = automated is not None and bool(automated.logic and automated.consequences)
    security = activity.security
    return Use(
        name=activity.name,
        purpose=bool(activity.purposes) and all(one.text for one in activity.purposes),
        bases=activity.bases,
        consents=_consents(activity),
        based=bool(activity.purposes) and all(map(_purpose_based, activity.purposes)),
        interest=all(map(_interest_named, activity.purposes)),
        data=bool(activity.data),
        from_others=bool(others),
        from_person=not activity.sources or len(others) < len(activity.sources),
        recipients=bool(activity.recipients or activity.processors),
        retention=bool(activity.retention_reason)
        or (bool(activity.data) and all(map(_kept_for, activity.data))),
        provision=activity.provision is not Provision.UNKNOWN,
        automated=automated is not None or Answer.YES in (activity.automatic, activity.profiling),
        explained=said,
        secured=bool(security.physical or security.technical or security.organisational),
        activity=True,
    )


def _consents(activity: Activity) -> tuple[Bilingual, ...]:
    """Empty when the whole activity rests on consent, or nothing of it does."""
    found = tuple(one.text for one in activity.purposes if _by_consent(one))
    return found if len(found) < len(activity.purposes) else ()


def _by_consent(purpose: Purpose) -> bool:
    return any(one.basis is Basis.CONSENT for one in purpose.bases)


def _of_part(part: Part, *, provision: bool) -> Use:
    return Use(
        name=part_name(part),
        purpose=bool(part.purpose),
        bases=frozenset({part.basis}) if part.basis else frozenset(),
        based=_based(part.basis, part.laws),
        interest=bool(part.interest),
        data=bool(part.data),
        from_others=bool(part.sources),
        recipients=bool(part.recipients or part.provider),
        retention=bool(part.retention),
        # what rests on consent is given freely by its nature
        provision=provision or part.basis is Basis.CONSENT or bool(part.sources),
    )


def _of_log(log: Log) -> Use:
    return Use(
        name=log.what,
        purpose=bool(log.purpose),
        bases=frozenset({log.basis}) if log.basis else frozenset(),
        based=_based(log.basis, log.laws),
        interest=bool(log.purpose),
        data=bool(log.contents),
        from_person=False,  # made by machines
        recipients=bool(log.access or log.where),
        retention=bool(log.retention),
        provision=True,
    )


def _of_cookies(statement: PrivacyStatement) -> Use:
    cookies = statement.cookies
    asked = any(one.need is CookieNeed.CONSENT for one in cookies)
    return Use(
        name=both("place", "cookies"),
        purpose=all(one.purpose for one in cookies),
        bases=frozenset({Basis.CONSENT}) if asked else frozenset(),
        based=all(one.need is not CookieNeed.UNKNOWN for one in cookies),
        data=True,
        from_person=False,
        recipients=True,
        retention=all(one.duration for one in cookies),
        provision=True,
    )


def _based(basis: Basis | None, laws: tuple[Law, ...]) -> bool:
    return basis is not None and (any(laws) or not basis.needs_national_law)


def _purpose_based(purpose: Purpose) -> bool:
    return bool(purpose.bases) and all(_based(one.basis, one.laws) for one in purpose.bases)


def _interest_named(purpose: Purpose) -> bool:
    return all(
        bool(one.interest) for one in purpose.bases if one.basis is Basis.LEGITIMATE_INTERESTS
    )


def _kept_for(category: DataCategory) -> bool:
    kept = category.retention
    return kept is not None and (kept.months is not None or kept.permanent or bool(kept.criteria))
