"""Is a consent valid, and may a purpose be used? Rules of art. 4(11), 7 and 8, handbook 3.7."""

from dataclasses import dataclass
from datetime import date

from gdpr_desktop.consents.codes import Giver, How, Matter, Reason, Relation, Verdict
from gdpr_desktop.consents.content import FormContent, Purpose
from gdpr_desktop.consents.forms.model import Form, Version
from gdpr_desktop.consents.given.model import Consent, Statement
from gdpr_desktop.consents.givers import required_givers

_IN_PARENTS_PLACE = (Relation.GUARDIAN, Relation.CHILD_WELFARE)


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


def validity(consent: Consent, form: Form, on: date) -> Validity:
    """What a consent is worth on the day ``on``."""
    version = form.version(consent.version)
    if version is None:
        return Validity(valid=False, reasons=(Reason.NO_VERSION,))
    answers = {one.key: allowed(consent, form, one.key, on) for one in version.content.purposes}
    usable = tuple(key for key, one in answers.items() if one.verdict is Verdict.YES)
    given = [key for key in answers if _said_yes(consent, key)]
    faults: set[Reason] = {
        reason for key in given for reason in answers[key].reasons if reason is not Reason.WITHDRAWN
    }
    if not given:
        faults.add(Reason.REFUSED if consent.statements else Reason.NONE)
    elif not usable and not faults:
        faults.add(Reason.WITHDRAWN)
    if not version.content.purposes:
        faults.add(Reason.NO_PURPOSE)
    reasons = tuple(one for one in Reason if one in faults)
    return Validity(valid=bool(usable) and not reasons, reasons=reasons, purposes=usable)


def allowed(consent: Consent, form: Form, purpose: str, on: date) -> Answer:
    """May the purpose be used on the day ``on``, by this consent?"""
    version = form.version(consent.version)
    if version is None:
        return Answer(verdict=Verdict.NO, reasons=(Reason.NO_VERSION,))
    asked = version.content.purpose(purpose)
    if asked is None:
        return Answer(verdict=Verdict.NO, reasons=(Reason.UNANSWERED,))
    found = {
        *form_faults(version.content, asked),
        *_consent_faults(consent, asked, on),
        *_statement_faults(consent, version, asked, on),
    }
    reasons = tuple(one for one in Reason if one in found)
    return Answer(verdict=Verdict.NO if reasons else Verdict.YES, reasons=reasons)


def form_faults(content: FormContent, purpose: Purpose) -> tuple[Reason, ...]:
    """What makes every answer on the form worthless."""
    found = []
    if not content.withdraw_how:
        found.append(Reason.NO_WITHDRAWAL)
    if purpose.explicit and not content.explicit:
        found.append(Reason.NOT_EXPLICIT)
    return tuple(found)


def _consent_faults(consent: Consent, purpose: Purpose, on: date) -> list[Reason]:
    found = []
    if consent.withdrawn(purpose.key):
        found.append(Reason.WITHDRAWN)
    if consent.pending is not None:
        found.append(Reason.PENDING)
    if consent.valid_until is not None and consent.valid_until < on:
        found.append(Reason.EXPIRED)
    if consent.valid_from is not None and consent.valid_from > on:
        found.append(Reason.FUTURE)
    return found


def _statement_faults(
    consent: Consent, version: Version, purpose: Purpose, on: date
) -> list[Reason]:
    standing = consent.standing()
    # of what was taken back and given again, the new answers; else all that was said
    said_yes = list(consent.yes_to(purpose.key)) or [
        one for one in standing if purpose.key in one.yes
    ]
    said_no = [one for one in standing if purpose.key in one.no]
    if not said_yes:
        return [Reason.REFUSED if said_no else Reason.UNANSWERED if standing else Reason.NONE]
    found: list[Reason] = [Reason.DISAGREE] if said_no else []
    for one in said_yes:
        found += _faults_of(one, version, on)
    return found + _giver_faults(consent, purpose, said_yes, on)


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
    consent: Consent, purpose: Purpose, said_yes: list[Statement], on: date
) -> list[Reason]:
    """Who had to answer is judged by the age on the day of the answer, and again by today's."""
    born, days = consent.subject.birth_date, [one.given_on for one in said_yes if one.given_on]
    if born is not None and any(born > day for day in (*days, on)):
        return [Reason.WRONG_GIVER]
    then = max(days, default=on)
    if _enough(consent, required(consent, purpose, then), said_yes):
        outgrown = not _enough(consent, required(consent, purpose, on), said_yes)
        return [Reason.OUTGROWN] if outgrown else []
    wanted = required(consent, purpose, then)
    alone = all(one.relation is Relation.SELF for one in said_yes)
    wrong = (Giver.SELF not in wanted) if alone else not _counts(wanted, said_yes)
    return [Reason.WRONG_GIVER if wrong else Reason.MISSING_GIVER]


def required(consent: Consent, purpose: Purpose, on: date) -> tuple[Giver, ...]:
    """Who must say yes to a purpose of this consent."""
    return required_givers(consent.subject.birth_date, purpose.matter, purpose.special, on)


def _counts(wanted: tuple[Giver, ...], said_yes: list[Statement]) -> bool:
    """Is there an answer of somebody of the right kind, if not of all of them?"""
    relations = {one.relation for one in said_yes}
    by_parents = Giver.PARENT in wanted or Giver.PARENTS in wanted
    others = {Relation.PARENT, *_IN_PARENTS_PLACE}
    return (Giver.SELF in wanted and bool(relations & {Relation.SELF, Relation.GUARDIAN})) or (
        by_parents and bool(relations & others)
    )


def _enough(consent: Consent, wanted: tuple[Giver, ...], said_yes: list[Statement]) -> bool:
    """Have all who must answer said yes?"""
    relations = [one.relation for one in said_yes]
    parents = len({one.name.casefold() for one in said_yes if one.relation is Relation.PARENT})
    stand_in = Relation.CHILD_WELFARE in relations or (
        Relation.GUARDIAN in relations and not consent.care_order
    )
    if consent.care_order:
        parents = 0  # child welfare answers in their place
    needed = 2 if consent.parents is None else max(consent.parents, 1)
    return all(
        {
            Giver.SELF: Relation.SELF in relations or Relation.GUARDIAN in relations,
            Giver.PARENT: parents >= 1 or stand_in,
            Giver.PARENTS: parents >= needed or stand_in,
        }[one]
        for one in wanted
    )


def _said_yes(consent: Consent, purpose: str) -> bool:
    return any(purpose in one.yes for one in consent.standing())


def needs_birth_date(content: FormContent) -> bool:
    """Must the birth date be known for this form, since a child may be too young to answer?"""
    return any(one.matter is not Matter.COUNSELLING for one in content.purposes)
