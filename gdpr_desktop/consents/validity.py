"""Is a consent valid, and may a purpose be used? Rules of art. 4(11), 7 and 8, handbook 3.7.

Where something is not known, the answer is no: never «yes» where it may be «no».
"""

from dataclasses import dataclass, replace
from datetime import date

from gdpr_desktop.consents.ages import YouthRule
from gdpr_desktop.consents.codes import Audience, Giver, How, Matter, Reason, Relation, Verdict
from gdpr_desktop.consents.content import FormContent, Purpose
from gdpr_desktop.consents.forms.model import Form, Version
from gdpr_desktop.consents.given.model import Consent, Statement
from gdpr_desktop.consents.givers import required_givers
from gdpr_desktop.consents.lasting import valid_until
from gdpr_desktop.law.ages import age_on
from gdpr_desktop.law.rules import rules_on

_ALONE = (Giver.SELF,)
_BY_PARENTS = (Giver.PARENT, Giver.PARENTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """``purposes`` may be used; ``reasons`` say what is wrong with the consent as such.

    What was refused or withdrawn purpose by purpose is no fault, and no reason, unless it is all.
    """

    valid: bool
    reasons: tuple[Reason, ...] = ()
    purposes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """May this purpose be used, and if not, why not."""

    verdict: Verdict
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """Who has still to say yes; ``count`` says how many of the parents."""

    giver: Giver
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """One purpose of a consent; ``chosen`` as in ``required_givers``."""

    consent: Consent
    purpose: Purpose
    chosen: tuple[YouthRule, ...] = ()

    def required(self, on: date) -> tuple[Giver, ...]:
        """Who must say yes on the day ``on``."""
        return required(self.consent, self.purpose, on, self.chosen)


def validity(consent: Consent, form: Form, on: date, *, ends: bool = True) -> Validity:
    """What a consent is worth on the day ``on``.

    ``ends`` False: as if nothing ended by its date, for what is kept about it and read later.
    """
    version = form.version(consent.version)
    if version is None:
        return Validity(valid=False, reasons=(Reason.NO_VERSION,))
    answers = {
        one.key: allowed(consent, form, one.key, on, ends=ends) for one in version.content.purposes
    }
    usable = tuple(key for key, one in answers.items() if one.verdict is Verdict.YES)
    given = [key for key in answers if _said_yes(consent, key)]
    faults = {
        reason for key in given for reason in answers[key].reasons if not consent.withdrawn(key)
    }
    if not given:
        faults.add(Reason.REFUSED if consent.statements else Reason.NONE)
    elif not usable and not faults:
        faults.add(Reason.WITHDRAWN)
    if not version.content.purposes:
        faults.add(Reason.NO_PURPOSE)
    reasons = _in_order(faults)
    return Validity(valid=bool(usable) and not reasons, reasons=reasons, purposes=usable)


def allowed(consent: Consent, form: Form, purpose: str, on: date, *, ends: bool = True) -> Answer:
    """May the purpose be used on the day ``on``, by this consent? ``ends`` as in ``validity``."""
    version = form.version(consent.version)
    if version is None:
        return Answer(verdict=Verdict.NO, reasons=(Reason.NO_VERSION,))
    asked = version.content.purpose(purpose)
    if asked is None:
        return Answer(verdict=Verdict.NO, reasons=(Reason.UNANSWERED,))
    found = {
        *form_faults(version.content, asked),
        *_consent_faults(consent, asked, on, ends=ends),
        *_statement_faults(
            _Asked(consent=consent, purpose=asked, chosen=form.youth_rules), version, on, ends=ends
        ),
    }
    reasons = _in_order(found)
    return Answer(verdict=Verdict.NO if reasons else Verdict.YES, reasons=reasons)


def _in_order(found: set[Reason]) -> tuple[Reason, ...]:
    return tuple(one for one in Reason if one in found)


def form_faults(content: FormContent, purpose: Purpose) -> tuple[Reason, ...]:
    """What makes every answer on the form worthless."""
    found = []
    if not content.withdraw_how:
        found.append(Reason.NO_WITHDRAWAL)
    if purpose.explicit and not content.explicit:
        found.append(Reason.NOT_EXPLICIT)
    return tuple(found)


def _consent_faults(consent: Consent, purpose: Purpose, on: date, *, ends: bool) -> list[Reason]:
    found = []
    if consent.withdrawn(purpose.key):
        found.append(Reason.WITHDRAWN)
    if consent.pending is not None:
        found.append(Reason.PENDING)
    if ends and consent.valid_until is not None and consent.valid_until < on:
        found.append(Reason.EXPIRED)
    if consent.valid_from is not None and consent.valid_from > on:
        found.append(Reason.FUTURE)
    return found


def _statement_faults(asked: _Asked, version: Version, on: date, *, ends: bool) -> list[Reason]:
    consent, purpose = asked.consent, asked.purpose
    standing, agreeing = consent.standing(), consent.agreeing(purpose.key)
    said_no = [one for one in standing if purpose.key in one.no]
    if not _said_yes(consent, purpose.key):
        return [Reason.REFUSED if said_no else Reason.UNANSWERED if standing else Reason.NONE]
    disagree = any(_counts_no(asked, one, on) for one in said_no)
    found = [Reason.DISAGREE] if disagree else []
    if not agreeing:
        return found  # withdrawn, which is said elsewhere
    fresh = tuple(one for one in agreeing if not (ends and _ended(one, version.content, on)))
    sound = tuple(one for one in fresh if not _faults_of(one, version, on))
    if sound and not _giver_faults(asked, version, sound, on):
        return found  # what others said beside them was not needed
    for one in agreeing:
        found += _faults_of(one, version, on)
    wrong = _giver_faults(asked, version, agreeing, on)
    if not fresh or (not wrong and _giver_faults(asked, version, fresh, on)):
        found.append(Reason.EXPIRED)
    if disagree or consent.withdrawn(purpose.key):  # which says why somebody is missing
        wrong = [one for one in wrong if one is not Reason.MISSING_GIVER]
    return found + wrong


def _ended(statement: Statement, content: FormContent, on: date) -> bool:
    end = valid_until(content, statement.given_on, statement.renews)
    return end is not None and end < on


def _counts_no(asked: _Asked, said_no: Statement, on: date) -> bool:
    """A no counts, but for that of a parent whose child answers alone by now."""
    if said_no.relation not in (Relation.PARENT, Relation.CHILD_WELFARE):
        return True
    born = asked.consent.subject.birth_date
    return born is None or born > on or asked.required(on) != _ALONE


def _faults_of(statement: Statement, version: Version, on: date) -> list[Reason]:
    found = []
    if statement.given_on is None:
        found.append(Reason.UNDATED)
    elif statement.given_on > on:
        found.append(Reason.FUTURE)
    elif statement.given_on < version.approved_on:
        found.append(Reason.BEFORE_VERSION)
    if statement.how is How.ORAL and not statement.note.strip():
        found.append(Reason.NO_PROOF)
    if statement.relation is Relation.GUARDIAN and not statement.capacity_by.strip():
        found.append(Reason.NO_CAPACITY)
    return found


def _giver_faults(
    asked: _Asked, version: Version, said_yes: tuple[Statement, ...], on: date
) -> list[Reason]:
    """Who had to answer is judged by the age on the day of the answer, and again by today's.

    What the municipality chose later moves no answer from before.
    """
    born = asked.consent.subject.birth_date
    days = [one.given_on for one in said_yes if one.given_on]
    if born is None and age_matters(version.content, asked.purpose):
        return [Reason.BIRTH_DATE]
    if born is not None and any(born > day for day in (*days, on)):
        return [Reason.BIRTH_DATE]
    then = max(days, default=on)
    asked = replace(asked, chosen=tuple(one for one in asked.chosen if one.start <= then))
    if not _lacking(asked, said_yes, then):
        if not _lacking(asked, said_yes, on):
            return []
        alone = asked.required(on) == _ALONE
        return [Reason.OUTGROWN if alone else Reason.OUTGROWN_BESIDE]
    able = any(_stands_for(asked, one, on) for one in said_yes)
    return [Reason.MISSING_GIVER if able else Reason.WRONG_GIVER]


def required(
    consent: Consent, purpose: Purpose, on: date, chosen: tuple[YouthRule, ...] = ()
) -> tuple[Giver, ...]:
    """Who must say yes to a purpose of this consent; ``chosen`` as in ``required_givers``."""
    own = (one for one in consent.standing() if one.relation is Relation.SELF)
    return required_givers(
        consent.subject.birth_date,
        purpose.matter,
        purpose.special,
        on,
        chosen=chosen,
        mature=any(one.capacity_by.strip() for one in own),
    )


def missing_givers(
    consent: Consent, purpose: Purpose, on: date, chosen: tuple[YouthRule, ...] = ()
) -> tuple[Lacking, ...]:
    """Who has still to say yes to a purpose, if it is to be used on the day ``on``."""
    born = consent.subject.birth_date
    if born is not None and born > on:
        return ()
    asked = _Asked(consent=consent, purpose=purpose, chosen=chosen)
    return _lacking(asked, consent.agreeing(purpose.key), on)


def _lacking(asked: _Asked, said_yes: tuple[Statement, ...], on: date) -> tuple[Lacking, ...]:
    """Of those who must answer on the day ``on``, who has not."""
    parts = [(one, _stands_for(asked, one, on)) for one in said_yes]
    of_self = any(Giver.SELF in part for _one, part in parts)
    of_parents = [one for one, part in parts if Giver.PARENTS in part]
    instead = any(one.relation is not Relation.PARENT for one in of_parents)
    found = []
    for wanted in asked.required(on):
        if wanted is Giver.SELF:
            count = 0 if of_self else 1
        else:
            needed = _parents_needed(asked.consent) if wanted is Giver.PARENTS else 1
            count = 0 if instead else max(needed - _people(of_parents), 0)
        if count:
            found.append(Lacking(giver=wanted, count=count))
    return tuple(found)


def _parents_needed(consent: Consent) -> int:
    if consent.care_order:
        return 1  # child welfare, in their place
    return 2 if consent.parents is None else max(consent.parents, 1)


def _people(parents: list[Statement]) -> int:
    """How many they are for certain.

    One whose name was not taken down may be one of the named, unless the named have another place
    on the form.
    """
    named = {one.giver: one.which for one in parents if one.name.strip()}
    nameless = {one.which for one in parents if not one.name.strip()}
    others = {which for which in nameless if which and {0, which}.isdisjoint(named.values())}
    return max(len(named) + len(others), len(nameless))


def _stands_for(asked: _Asked, statement: Statement, on: date) -> tuple[Giver, ...]:
    """Whose answer this one was, by the age of the person on the day it was given."""
    day = statement.given_on or on
    consent, born = asked.consent, asked.consent.subject.birth_date
    if born is not None and born > day:
        return ()
    wanted = asked.required(day)
    parents = any(one in _BY_PARENTS for one in wanted)
    match statement.relation:
        case Relation.SELF:
            return _ALONE if Giver.SELF in wanted else ()
        case Relation.PARENT:
            return _BY_PARENTS if parents and not consent.care_order else ()
        case Relation.CHILD_WELFARE:
            return _BY_PARENTS if parents and consent.care_order else ()
        case Relation.GUARDIAN:
            if parents:
                return () if consent.care_order else _BY_PARENTS
            return _ALONE if _adult(born, day) == _adult(born, on) else ()


def _adult(born: date | None, day: date) -> bool:
    return born is None or (born <= day and age_on(born, day) >= rules_on(day).ages.adult)


def _said_yes(consent: Consent, purpose: str) -> bool:
    return any(purpose in one.yes for one in consent.standing())


def age_matters(content: FormContent, purpose: Purpose) -> bool:
    """Must the birth date be known, since a child may be too young to answer?"""
    alone = purpose.matter is Matter.COUNSELLING or (
        purpose.matter is Matter.CONTEST and not purpose.special
    )
    return content.audience is Audience.CHILDREN and not alone


def needs_birth_date(content: FormContent) -> bool:
    """Must the birth date be known for some purpose of this form?"""
    return any(age_matters(content, one) for one in content.purposes)
