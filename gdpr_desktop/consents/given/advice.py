"""What a consent is worth while it is typed: who must answer, who is missing, what is wrong."""

from dataclasses import dataclass
from datetime import date

from gdpr_desktop.consents.ages import Alone, Hearing, alone_on, hearing
from gdpr_desktop.consents.codes import Audience, Giver, Reason
from gdpr_desktop.consents.content import FormContent, Purpose
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.given.model import Consent, Subject
from gdpr_desktop.consents.validity import (
    Lacking,
    age_matters,
    missing_givers,
    required,
    validity,
)
from gdpr_desktop.law.ages import age_on
from gdpr_desktop.law.rules import rules_on

# told by who is missing, or by the answers themselves
_TOLD = frozenset({Reason.MISSING_GIVER, Reason.NONE, Reason.REFUSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """``usable`` are the purposes that may be used; ``given`` those somebody said yes to."""

    required: tuple[Giver, ...] = ()
    lacking: tuple[Lacking, ...] = ()
    reasons: tuple[Reason, ...] = ()
    given: tuple[str, ...] = ()
    usable: tuple[str, ...] = ()
    hearing: Hearing | None = None  # is the child asked too, where others answer for it?


def advice(consent: Consent, form: Form, on: date) -> Advice:
    """What the consent is worth on the day ``on``, and what it still needs."""
    version = form.version(consent.version)
    if version is None:
        return Advice()
    found = validity(consent, form, on)
    standing = consent.standing()
    asked, chosen = version.content.purposes, form.youth_rules
    given = tuple(one for one in asked if any(one.key in said.yes for said in standing))
    about = [one for one in given or asked if _known_age(consent, version.content, one, on)]
    lacking = [
        part for one in about if one in given for part in missing_givers(consent, one, on, chosen)
    ]
    wanted = [giver for one in about for giver in required(consent, one, on, chosen)]
    others = bool(wanted) and Giver.SELF not in wanted
    return Advice(
        required=_strictest(wanted),
        lacking=_most(lacking),
        reasons=tuple(one for one in found.reasons if one not in _TOLD),
        given=tuple(one.key for one in given),
        usable=found.purposes,
        hearing=hearing(consent.subject.birth_date, on) if others else None,
    )


def may_be_child(subject: Subject, form: Form, on: date) -> bool:
    """Is the person under age, or may be: who answers for them is to be asked?"""
    born = subject.birth_date
    if born is None:
        return form.draft.audience is Audience.CHILDREN
    return born > on or age_on(born, on) < rules_on(on).ages.adult


def by_maturity(form: Form, on: date) -> bool:
    """Has the municipality chosen that young people answer alone when they are mature?"""
    return alone_on(form.youth_rules, on) is Alone.MATURE


def _known_age(consent: Consent, content: FormContent, purpose: Purpose, on: date) -> bool:
    born = consent.subject.birth_date
    return born <= on if born is not None else not age_matters(content, purpose)


def _strictest(wanted: list[Giver]) -> tuple[Giver, ...]:
    """One parent is among all of them."""
    found = set(wanted)
    if Giver.PARENTS in found:
        found.discard(Giver.PARENT)
    return tuple(one for one in Giver if one in found)


def _most(lacking: list[Lacking]) -> tuple[Lacking, ...]:
    """Of each, the most that any purpose lacks."""
    most = {
        group: max(parts, key=_count)
        for group in (True, False)
        if (parts := [one for one in lacking if (one.giver is Giver.SELF) is group])
    }
    return tuple(most.values())


def _count(one: Lacking) -> int:
    return one.count
