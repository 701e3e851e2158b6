"""What a group and a member must be like, and who is the same person."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from gdpr_desktop.consents.codes import Relation
from gdpr_desktop.consents.groups.model import Group, Guardian, Member
from gdpr_desktop.consents.numbers_in_names import has_number, number_problems, number_words
from gdpr_desktop.core.dates import short_date
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.names import clean_line, clean_text, fold_short
from gdpr_desktop.core.text import _

MOST_PARENTS = 4  # who have parental responsibility: two, but for what courts have decided
_EARLIEST = 1900
_YEAR = re.compile(r"([0-9]{4})\s?[/–-]\s?([0-9]{4}|[0-9]{2})")
_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]{2,}")
_TURNS = 8  # August: when a school year begins


def school_year(day: date) -> str:
    """The school year that ``day`` is in: «2026/2027»."""
    first = day.year if day.month >= _TURNS else day.year - 1
    return f"{first}/{first + 1}"


def next_year(year: str, today: date) -> str:
    """The school year after ``year``, or after this one where none is told."""
    found = _YEAR.fullmatch(year)
    first = int(found[1]) if found else int(school_year(today)[:4])
    return f"{first + 1}/{first + 2}"


def as_year(text: str) -> str | None:
    """``2026-27`` as ``2026/2027``; None for what is no school year."""
    text = clean_line(text)
    if not text:
        return ""
    found = _YEAR.fullmatch(text)
    if found is None:
        return None
    first = int(found[1])
    last = int(found[2]) + (first // 100 * 100 if len(found[2]) == 2 else 0)
    return f"{first}/{last}" if last == first + 1 else None


def is_email(text: str) -> bool:
    """Can something be sent there?"""
    return _EMAIL.fullmatch(text) is not None


def tidy_group(group: Group) -> Group:
    """Blanks cut, the school year as it is written."""
    return replace(
        group,
        name=clean_line(group.name),
        unit=clean_line(group.unit),
        year=as_year(group.year) or clean_line(group.year),
        note=clean_text(group.note),
    )


def group_problems(group: Group, others: Iterable[Group]) -> list[FieldProblem]:
    """What hinders that the group is kept; ``others`` are those in use."""
    found = number_problems(name=group.name, unit=group.unit)
    if not group.name:
        found.append(FieldProblem(field="name", text=_("Give the group a name.")))
    elif any(
        one.id != group.id
        and fold_short(one.name) == fold_short(group.name)
        and (fold_short(one.unit), one.year) == (fold_short(group.unit), group.year)
        for one in others
    ):
        text = _("There is a group with this name already, in the same unit and school year.")
        found.append(FieldProblem(field="name", text=text))
    if as_year(group.year) is None:
        text = _("Write the school year like 2026/2027, or leave it empty.")
        found.append(FieldProblem(field="year", text=text))
    return found


def tidy_member(member: Member) -> Member:
    """Blanks cut. Of who has a protected address no address is kept, not even the guardians'."""
    kept = (
        Guardian(
            name=clean_line(one.name),
            relation=one.relation or Relation.PARENT,
            email=clean_line(one.email),
            address="" if member.protected else clean_text(one.address),
        )
        for one in member.guardians
    )
    return replace(
        member,
        name=clean_line(member.name),
        guardians=tuple(one for one in kept if one != Guardian(name="")),
        note=clean_text(member.note),
    )


def member_problems(member: Member, others: Iterable[Member], today: date) -> list[FieldProblem]:
    """What hinders that the member is kept; ``others`` are those in the group."""
    found = number_problems(name=member.name)
    if not member.name:
        found.append(FieldProblem(field="name", text=_("Write the name.")))
    elif same := same_as(member, others):
        found.append(FieldProblem(field="name", text=twice_words(same)))
    if member.birth_date is not None and not member.birth_date.year >= _EARLIEST:
        found.append(FieldProblem(field="birth_date", text=_("Check the year.")))
    elif member.birth_date is not None and member.birth_date > today:
        text = _("Nobody is born on a day that has not come.")
        found.append(FieldProblem(field="birth_date", text=text))
    if member.parents is not None and not 0 <= member.parents <= MOST_PARENTS:
        text = _("Between 0 and {most}.").format(most=MOST_PARENTS)
        found.append(FieldProblem(field="parents", text=text))
    return found + _guardian_problems(member.guardians)


def _guardian_problems(guardians: Iterable[Guardian]) -> list[FieldProblem]:
    found, names = [], set()
    for one in guardians:
        text = ""
        if not one.name:
            text = _("Each guardian must have a name.")
        elif has_number(one.name):
            text = number_words()
        elif fold_short(one.name) in names:
            text = _("{name} stands there twice.").format(name=one.name)
        elif one.email and not is_email(one.email):
            text = _("«{text}» is not an e-mail address.").format(text=one.email)
        if text:
            found.append(FieldProblem(field="guardians", text=text))
        names.add(fold_short(one.name))
    return found[:1]


def twice_words(same: Member) -> str:
    """That somebody is in the list already, and what to do."""
    if same.birth_date is None:
        text = _("{name} is in the list already. Is it another person, give both birth dates.")
        return text.format(name=same.name)
    return _("{name} is in the list already.").format(name=same.name)


def same_as(member: Member, others: Iterable[Member]) -> Member | None:
    """Who in ``others`` is this person, as far as name and birth date tell."""
    name = plain_name(member.name)
    return next(
        (
            one
            for one in others
            if (one.id is None or one.id != member.id)
            and plain_name(one.name) == name
            and (
                one.birth_date == member.birth_date
                or one.birth_date is None
                or member.birth_date is None
            )
        ),
        None,
    )


def almost(member: Member, others: Iterable[Member]) -> Member | None:
    """Who in ``others`` has the name, and a birth date that may be the same, written wrong."""
    name, born = plain_name(member.name), member.birth_date
    return next(
        (
            one
            for one in others
            if (one.id is None or one.id != member.id)
            and plain_name(one.name) == name
            and born is not None
            and one.birth_date is not None
            and may_be_slip(born, one.birth_date)
        ),
        None,
    )


def may_be_slip(one: date, other: date) -> bool:
    """Are day and month swapped, or is one digit another?"""
    if (one.year, one.month, one.day) == (other.year, other.day, other.month):
        return one != other
    digits = zip(one.isoformat(), other.isoformat(), strict=True)
    return sum(a != b for a, b in digits) == 1


def almost_words(same: Member) -> str:
    """That it may be the same child."""
    assert same.birth_date is not None
    text = _("{name}, born {day}, is in the list too. Is it the same child, with a slip in a date?")
    return text.format(name=same.name, day=short_date(same.birth_date))


def plain_name(name: str) -> str:
    """Folded, the words in alphabetical order: «Berg, Kari» is «Kari Berg»."""
    letters = "".join(sign if sign.isalnum() else " " for sign in fold_short(name))
    return " ".join(sorted(letters.split()))
