"""To whom the letter that asks again goes: who must answer now decides, not who answered then."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gdpr_desktop.consents.codes import Giver, Relation
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.consents.groups.model import Member
from gdpr_desktop.consents.renewal.dates import used_purposes
from gdpr_desktop.consents.renewal.model import Why
from gdpr_desktop.consents.validity import required
from gdpr_desktop.core.text import _
from gdpr_desktop.law.ages import age_on
from gdpr_desktop.law.rules import rules_on

ADULT, CHILD = "consent_renewal", "consent_renewal_child"
_PARENTS = (Giver.PARENT, Giver.PARENTS)


class Reader(StrEnum):
    """Who reads a letter."""

    SELF = "self"  # of age, or of an age that is not known
    CHILD = "child"  # in words for children
    OTHER = "other"  # parents, a guardian, child welfare

    @property
    def template(self) -> str:
        """The letter."""
        return CHILD if self is Reader.CHILD else ADULT


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """One letter. ``name`` empty: the parents or guardians, whose names are not known."""

    consent: Consent
    why: Why
    reader: Reader
    name: str = ""
    address: tuple[str, ...] = ()


def addressees(
    form: Form, consent: Consent, why: Why, on: date, member: Member | None = None
) -> tuple[Addressee, ...]:
    """The letters about one consent."""
    givers = _givers(form, consent, on)
    found = []
    if Giver.SELF in givers:
        found.append(_own(consent, why, on))
    if why is not Why.OUTGROWN and any(one in givers for one in _PARENTS):
        found += _others(consent, why, member)
    return tuple(found)


def _givers(form: Form, consent: Consent, on: date) -> set[Giver]:
    version = form.version(consent.version)
    purposes = [
        version.content.purpose(key) if version is not None else None
        for key in used_purposes(consent, form)
    ]
    return {
        giver
        for one in purposes
        if one is not None
        for giver in required(consent, one, on, form.youth_rules)
    }


def _own(consent: Consent, why: Why, on: date) -> Addressee:
    guardian = next(
        (one.name for one in consent.standing() if one.relation is Relation.GUARDIAN), ""
    )
    born = consent.subject.birth_date
    child = born is not None and age_on(born, on) < rules_on(on).ages.adult
    if guardian and not child:
        return Addressee(consent=consent, why=why, reader=Reader.OTHER, name=guardian)
    reader = Reader.CHILD if child else Reader.SELF
    return Addressee(consent=consent, why=why, reader=reader, name=consent.subject.name)


def _others(consent: Consent, why: Why, member: Member | None) -> list[Addressee]:
    """Each parent that is known by name, once; child welfare where it answers for the child."""
    if consent.care_order:
        name = _("The child welfare service")
        return [Addressee(consent=consent, why=why, reader=Reader.OTHER, name=name)]
    known: dict[str, tuple[str, tuple[str, ...]]] = {}
    for guardian in member.guardians if member is not None else ():
        lines = () if consent.subject.protected else _lines(guardian.address)
        known.setdefault(guardian.name.casefold(), (guardian.name, lines))
    if not known:
        wanted = (Relation.PARENT, Relation.GUARDIAN)
        for one in consent.standing():
            if one.relation in wanted and one.name:
                known.setdefault(one.name.casefold(), (one.name, ()))
    people: Iterable[tuple[str, tuple[str, ...]]] = known.values() or [("", ())]
    return [
        Addressee(consent=consent, why=why, reader=Reader.OTHER, name=name, address=lines)
        for name, lines in people
    ]


def _lines(address: str) -> tuple[str, ...]:
    parts = address.replace(",", "\n").splitlines()
    return tuple(one.strip() for one in parts if one.strip())
