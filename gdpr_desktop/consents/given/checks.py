"""What may be registered, and what must be asked about first. Codes; words are in ``words.py``."""

from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum

from gdpr_desktop.casework.checks import (
    TEXT_LENGTH,
    line_lengths,
    problem,
    required,
    text_length,
)
from gdpr_desktop.consents.ages import YouthRule
from gdpr_desktop.consents.codes import Giver, How, Relation
from gdpr_desktop.consents.content import FormContent
from gdpr_desktop.consents.forms.model import Form, Version
from gdpr_desktop.consents.given.model import Consent, Statement, Subject, Withdrawn, folded
from gdpr_desktop.consents.givers import required_givers
from gdpr_desktop.consents.lasting import valid_until
from gdpr_desktop.consents.numbers_in_names import number_problems
from gdpr_desktop.consents.validity import needs_birth_date
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.names import clean_line, fold_short
from gdpr_desktop.core.text import _
from gdpr_desktop.law.ages import age_on
from gdpr_desktop.law.rules import rules_on

OLDEST = 120  # years
_SLIP = 0.75  # how alike two family names are that may be one, written twice


class Doubt(StrEnum):
    """What can be registered as it is, when somebody has looked at it."""

    UNDATED = "undated"
    BEFORE_VERSION = "before_version"
    NO_BIRTH_DATE = "no_birth_date"
    TOO_YOUNG = "too_young"  # a child's own answer that does not count
    PARENT_OF_ADULT = "parent_of_adult"
    LIKE_CHILD = "like_child"  # a parent with the name of the child
    SAME_PARENT = "same_parent"  # two names that may be one person's
    ANSWERED = "answered"  # this giver has answered before
    OLDER = "older"  # than what the giver has answered already: it changes nothing
    NO_NOTE = "no_note"  # by word of mouth, and nothing about how
    NO_CAPACITY = "no_capacity"
    NO_CARE_ORDER = "no_care_order"
    NAMELESS = "nameless"
    WITHDRAWN = "withdrawn"  # put right to a day from which on it was taken back


# where in a form each stands
FIELDS = {
    Doubt.UNDATED: "given_on",
    Doubt.BEFORE_VERSION: "given_on",
    Doubt.NO_BIRTH_DATE: "birth_date",
    Doubt.TOO_YOUNG: "relation",
    Doubt.PARENT_OF_ADULT: "relation",
    Doubt.LIKE_CHILD: "giver",
    Doubt.SAME_PARENT: "giver",
    Doubt.ANSWERED: "giver",
    Doubt.OLDER: "given_on",
    Doubt.NO_NOTE: "oral_note",
    Doubt.NO_CAPACITY: "capacity_by",
    Doubt.NO_CARE_ORDER: "care_order",
    Doubt.NAMELESS: "giver",
    Doubt.WITHDRAWN: "given_on",
}
# what does not make the answer worthless, but is most often a slip
HARMLESS = frozenset(
    {Doubt.LIKE_CHILD, Doubt.SAME_PARENT, Doubt.ANSWERED, Doubt.OLDER, Doubt.WITHDRAWN}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One doubt. ``day`` and ``name`` are what it is about, for the sentence."""

    doubt: Doubt
    day: date | None = None
    name: str = ""

    @property
    def field(self) -> str:
        """The field it is shown at."""
        return FIELDS[self.doubt]


def subject_problems(subject: Subject, today: date) -> list[FieldProblem]:
    """Whom it is about."""
    found = required("name", subject.name, _("Write the name."))
    found += line_lengths(name=subject.name) + number_problems(name=subject.name)
    born = subject.birth_date
    if born is not None and born > today:
        found.append(problem("birth_date", _("This day has not come yet.")))
    elif born is not None and age_on(born, today) > OLDEST:
        found.append(problem("birth_date", _("That is more than 120 years ago.")))
    return found


def statement_problems(
    statement: Statement, version: Version | None, today: date
) -> list[FieldProblem]:
    """What can never be registered."""
    if version is None:
        text = _("The form is not approved, so nobody can have answered it.")
        return [problem("version", text)]
    found = line_lengths(
        giver=statement.name,
        capacity_by=statement.capacity_by,
        archive_number=statement.proof.archive_number,
    )
    found += number_problems(giver=statement.name)
    for field, text in (("oral_note", statement.note), ("told", statement.told)):
        found += text_length(field, text, TEXT_LENGTH)
    if statement.given_on is not None and statement.given_on > today:
        found.append(problem("given_on", _("This day has not come yet.")))
    keys = {one.key for one in version.content.purposes}
    answered = (*statement.yes, *statement.no)
    if not answered:
        found.append(problem("purposes", _("Answer yes or no to one purpose at least.")))
    elif not keys.issuperset(answered) or len(set(answered)) < len(answered):
        found.append(problem("purposes", _("Answer each purpose once.")))
    return found


def doubts(consent: Consent, statement: Statement, form: Form) -> tuple[Found, ...]:
    """What is to be looked at once more. ``consent`` is as it stands without ``statement``."""
    version = form.version(consent.version)
    if version is None:
        return ()
    found = [
        *_of_the_day(statement, version),
        *_of_the_age(consent, statement, version.content, form.youth_rules),
        *_of_the_giver(consent, statement, version.content),
    ]
    if statement.how is How.ORAL and not statement.note.strip():
        found.append(Found(doubt=Doubt.NO_NOTE))
    if statement.relation is Relation.GUARDIAN and not statement.capacity_by.strip():
        found.append(Found(doubt=Doubt.NO_CAPACITY))
    if statement.relation is Relation.CHILD_WELFARE and not consent.care_order:
        found.append(Found(doubt=Doubt.NO_CARE_ORDER))
    return tuple(found)


def _of_the_day(statement: Statement, version: Version) -> list[Found]:
    if statement.given_on is None:
        return [Found(doubt=Doubt.UNDATED)]
    if statement.given_on < version.approved_on:
        return [Found(doubt=Doubt.BEFORE_VERSION, day=version.approved_on)]
    return []


def _of_the_age(
    consent: Consent, statement: Statement, content: FormContent, chosen: tuple[YouthRule, ...]
) -> list[Found]:
    born, day = consent.subject.birth_date, statement.given_on
    if born is None:
        return [Found(doubt=Doubt.NO_BIRTH_DATE)] if needs_birth_date(content) else []
    if day is None or day < born:
        return []
    alone = statement.relation is Relation.SELF
    if alone and any(
        Giver.SELF
        not in required_givers(
            born,
            one.matter,
            one.special,
            day,
            chosen=chosen,
            mature=bool(statement.capacity_by.strip()),
        )
        for one in content.purposes
        if one.key in statement.yes
    ):
        return [Found(doubt=Doubt.TOO_YOUNG)]
    if statement.relation is Relation.PARENT and age_on(born, day) >= rules_on(day).ages.adult:
        return [Found(doubt=Doubt.PARENT_OF_ADULT)]
    return []


def _of_the_giver(consent: Consent, statement: Statement, content: FormContent) -> list[Found]:
    name, found = folded(statement.name), []
    if statement.relation is not Relation.SELF and not name and not statement.which:
        found.append(Found(doubt=Doubt.NAMELESS))
    if statement.relation is Relation.PARENT and name:
        if name == folded(consent.subject.name):
            found.append(Found(doubt=Doubt.LIKE_CHILD))
        others = (one for one in consent.standing() if one.relation is Relation.PARENT)
        alike = next((one for one in others if _may_be_one(one, statement)), None)
        if alike is not None:
            found.append(Found(doubt=Doubt.SAME_PARENT, name=alike.name))
    before = next((one for one in consent.standing() if one.giver == statement.giver), None)
    if before is not None:
        day = before.given_on
        older = day is not None and statement.given_on is not None and statement.given_on < day
        if older or not _is_next(statement, before, content, consent.valid_until):
            found.append(Found(doubt=Doubt.OLDER if older else Doubt.ANSWERED, day=day))
    return found


def _is_next(
    statement: Statement, before: Statement, content: FormContent, told: date | None
) -> bool:
    """Has the earlier answer ended, or does this one renew it: was it to be expected?"""
    day, end = statement.given_on, valid_until(content, before.given_on, before.renews)
    if day is None or before.given_on is None:
        return False
    if any(one is not None and one < day for one in (end, told)):
        return True
    until = valid_until(content, day, statement.renews)
    return statement.renews is not None and end is not None and until is not None and end < until


def _may_be_one(one: Statement, other: Statement) -> bool:
    """«Kari Testdal», «Kari B. Testdal», «Kari Test-Dal», «Kari Tesdal»: hardly two people."""
    if one.giver == other.giver or not one.name.strip():
        return False
    words, others = set(folded(one.name).split()), set(folded(other.name).split())
    return words < others or others < words or _alike(one.name, other.name)


def _alike(name: str, other: str) -> bool:
    """The same given name, and the rest but for a slip."""
    first, _space, rest = fold_short(clean_line(name)).replace("-", "").partition(" ")
    given, _space, more = fold_short(clean_line(other)).replace("-", "").partition(" ")
    return first == given and SequenceMatcher(None, rest, more).ratio() >= _SLIP


def given_again(before: Consent, after: Consent) -> tuple[Found, ...]:
    """Would a correction let what was taken back count as given again?

    So it is where an answer gets a day that is not before the withdrawal, or another giver.
    """
    days = [
        by.withdrawn_on
        for by in before.withdrawals
        if any(before.withdrawn(key) and not after.withdrawn(key) for key in by.purposes)
        or any(_moved_past(one, by, before) for one in after.statements)
    ]
    return (Found(doubt=Doubt.WITHDRAWN, day=max(days)),) if days else ()


def _moved_past(statement: Statement, by: Withdrawn, before: Consent) -> bool:
    day = statement.given_on
    if day is None or day < by.withdrawn_on or not set(by.purposes) & set(statement.yes):
        return False
    return not any(
        one.giver == statement.giver and one.given_on == day for one in before.statements
    )
