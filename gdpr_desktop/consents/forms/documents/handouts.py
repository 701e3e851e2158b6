"""Who gets which form, and whose signature lines stand on it. Worked out, never ticked."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gdpr_desktop.consents.ages import YouthRule
from gdpr_desktop.consents.codes import Audience, Giver, LanguageLevel, Relation
from gdpr_desktop.consents.content import FormContent
from gdpr_desktop.consents.givers import required_givers
from gdpr_desktop.consents.groups.model import Guardian, Member
from gdpr_desktop.core.names import fold_short

# how old the reader of a blank form about a child is taken to be, by whom it is written for
_AGES = {LanguageLevel.ADULT: 5, LanguageLevel.CHILD: 10, LanguageLevel.YOUNG: 15}
_BOTH = 2  # who have parental responsibility, where it is not known how many


class Signer(StrEnum):
    """Whose line it is."""

    SELF = "self"
    ONE_PARENT = "one_parent"  # one of them is enough
    PARENT = "parent"  # the first of all who have parental responsibility
    OTHER_PARENT = "other_parent"  # where there is one more
    GUARDIAN = "guardian"
    CHILD_WELFARE = "child_welfare"
    CHILD = "child"  # need not, but may


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line to sign on; ``name`` is who shall, where it is known."""

    signer: Signer
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """One form on paper: about whom, to whom, and the lines on it. All empty: a blank one."""

    lines: tuple[Line, ...]
    name: str = ""
    birth_date: date | None = None
    reader: str = ""  # one of several guardians who live apart


def blank(content: FormContent, on: date, chosen: tuple[YouthRule, ...] = ()) -> Handout:
    """A form to be filled in by hand; ``chosen`` as in ``required_givers``."""
    return Handout(lines=_lines(content, Member(name=""), givers(content, None, on, chosen), ()))


def handouts(
    content: FormContent, member: Member, on: date, chosen: tuple[YouthRule, ...] = ()
) -> tuple[Handout, ...]:
    """The forms for one person: one to each home, where those who must answer live apart.

    ``chosen`` as in ``required_givers``.
    """
    wanted = givers(content, member.birth_date, on, chosen)
    homes = _homes(member, wanted)
    return tuple(
        Handout(
            name=member.name,
            birth_date=member.birth_date,
            reader=" og ".join(one.name for one in home) if len(homes) > 1 else "",
            lines=_lines(content, member, wanted, home, alone=len(homes) > 1),
        )
        for home in homes
    )


def givers(
    content: FormContent, birth_date: date | None, on: date, chosen: tuple[YouthRule, ...] = ()
) -> frozenset[Giver]:
    """All whose answer some purpose of the form needs."""
    born = birth_date if birth_date is None or birth_date <= on else None
    if born is None and content.audience is Audience.CHILDREN:
        born = date(on.year - _AGES[content.level], 1, 1)
    found: set[Giver] = set()
    for purpose in content.purposes:
        found.update(required_givers(born, purpose.matter, purpose.special, on, chosen=chosen))
    return frozenset(found)


def _homes(member: Member, wanted: frozenset[Giver]) -> tuple[tuple[Guardian, ...], ...]:
    """Those who answer for the child, by address; one home where nobody answers for it."""
    if wanted == {Giver.SELF} or member.care_order:
        return (member.guardians,)
    found: dict[str, tuple[Guardian, ...]] = {}
    for one in member.guardians:
        home = fold_short(" ".join(one.address.split()))
        found[home] = (*found.get(home, ()), one)
    return tuple(found.values()) or ((),)


def _lines(
    content: FormContent,
    member: Member,
    wanted: frozenset[Giver],
    guardians: tuple[Guardian, ...],
    *,
    alone: bool = False,
) -> tuple[Line, ...]:
    """``alone``: others sign on a form of their own."""
    found = [Line(signer=Signer.SELF)] if Giver.SELF in wanted else []
    if member.care_order and wanted != {Giver.SELF}:
        found.append(Line(signer=Signer.CHILD_WELFARE, name=_named(guardians)))
    elif Giver.PARENTS in wanted:
        found += _all_parents(guardians, 1 if alone else member.parents)
    elif Giver.PARENT in wanted:
        one = [_line(one) for one in guardians] if len(guardians) == 1 else []
        found += one or [Line(signer=Signer.ONE_PARENT)]
    else:
        found += [_line(one) for one in guardians if one.relation == Relation.GUARDIAN]
    if content.level is LanguageLevel.CHILD and Giver.SELF not in wanted:
        found.insert(0, Line(signer=Signer.CHILD))
    return tuple(found)


def _all_parents(guardians: tuple[Guardian, ...], parents: int | None) -> list[Line]:
    """A line for each that is known, and for those that must be more."""
    found = [_line(one) for one in guardians]
    if any(one.signer is not Signer.PARENT for one in found):
        return found  # a guardian answers in the parents' place
    more = (_BOTH if parents is None else max(parents, 1)) - len(found)
    signers = (Signer.PARENT, *[Signer.OTHER_PARENT] * more)
    return found + [Line(signer=one) for one in (signers[len(found) > 0 :][: max(more, 0)])]


def _line(guardian: Guardian) -> Line:
    signers = {
        Relation.GUARDIAN.value: Signer.GUARDIAN,
        Relation.CHILD_WELFARE.value: Signer.CHILD_WELFARE,
    }
    return Line(signer=signers.get(guardian.relation, Signer.PARENT), name=guardian.name)


def _named(guardians: tuple[Guardian, ...]) -> str:
    wanted = Relation.CHILD_WELFARE.value
    return next((one.name for one in guardians if one.relation == wanted), "")
