"""A row of a school's list as a member, and what is wrong in which cell."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from gdpr_desktop.consents.codes import Relation
from gdpr_desktop.consents.groups.importing.headings import Use
from gdpr_desktop.consents.groups.model import Guardian, Member
from gdpr_desktop.consents.groups.rules import MOST_PARENTS, is_email, plain_name
from gdpr_desktop.consents.numbers_in_names import has_number, number_words
from gdpr_desktop.consents.relations import relation_of
from gdpr_desktop.core.dates import DateError
from gdpr_desktop.core.names import clean_line, fold_short
from gdpr_desktop.core.text import _
from gdpr_desktop.tables.cells import answer_of, day_of, is_spoilt, names_of, turned
from gdpr_desktop.tables.preview import Fault

_OPEN = frozenset("nei no n 0 ugradert ugradera open apen vanlig vanleg ingen ikkje ikke".split())
_CHILD = 18


def read_member(cells: Mapping[str, str], today: date) -> tuple[Member, tuple[Fault, ...]]:
    """The member that the row tells of."""
    faults: list[Fault] = []
    protected = _marked(cells.get(Use.PROTECTED, ""))
    member = Member(
        name=_name(cells, Use.NAME, Use.FIRST_NAME, Use.LAST_NAME),
        birth_date=_born(cells, today, faults),
        guardians=_guardians(cells, faults, protected=protected),
        parents=_parents(cells, faults),
        care_order=_marked(cells.get(Use.CARE_ORDER, "")),
        protected=protected,
    )
    if not member.name:
        use = Use.NAME if Use.NAME in cells else Use.LAST_NAME
        faults.append(Fault(use=use, text=_("The name is missing."), stops=True))
    if any(has_number(one) for one in (member.name, *(each.name for each in member.guardians))):
        faults.append(Fault(use="", text=number_words(), stops=True))
    faults += [
        Fault(use=use, text=_("Some letters are spoilt."), stops=True)
        for use, text in cells.items()
        if is_spoilt(text)
    ]
    return member, tuple(faults)


def weak_points(member: Member, today: date) -> tuple[str, ...]:
    """What hinders nothing, but should be known: without it the program asks for two parents."""
    found = []
    if member.birth_date is None:
        found.append(_("The birth date is missing: who must answer cannot be said."))
    child = member.birth_date is not None and (today - member.birth_date).days < _CHILD * 365
    if child and not member.guardians and not member.care_order:
        found.append(_("No guardian is named."))
    return tuple(found)


def _name(cells: Mapping[str, str], whole: Use, first: Use, last: Use) -> str:
    parts = clean_line(f"{cells.get(first, '')} {cells.get(last, '')}")
    return turned(cells.get(whole, "")) or parts


def _born(cells: Mapping[str, str], today: date, faults: list[Fault]) -> date | None:
    text = cells.get(Use.BORN, "")
    try:
        return day_of(text, today)
    except DateError:
        said = _("«{text}» is not a birth date. Write it like 3.2.2019.")
        faults.append(Fault(use=Use.BORN, text=said.format(text=text[:20]), stops=True))
        return None


def _parents(cells: Mapping[str, str], faults: list[Fault]) -> int | None:
    text = clean_line(cells.get(Use.PARENTS, ""))
    if not text:
        return None
    if text.isascii() and text.isdigit() and int(text) <= MOST_PARENTS:
        return int(text)
    said = _("Write how many have parental responsibility, as a number.")
    faults.append(Fault(use=Use.PARENTS, text=said, stops=True))
    return None


def _marked(text: str) -> bool:
    """Anything but a no is a yes: a secret address must never slip through."""
    said = fold_short(clean_line(text)).strip(" .-/")
    return bool(said) and said not in _OPEN and answer_of(text) is not False


def _guardians(
    cells: Mapping[str, str], faults: list[Fault], *, protected: bool
) -> tuple[Guardian, ...]:
    found: list[Guardian] = []
    for number in (1, 2):
        found += _guardian(cells, number, faults)
    if protected:
        found = [replace(one, address="") for one in found]
    unique: dict[str, Guardian] = {}
    for one in found:
        unique.setdefault(plain_name(one.name), one)
    return tuple(unique.values())


def _guardian(cells: Mapping[str, str], number: int, faults: list[Fault]) -> list[Guardian]:
    def use(part: str) -> Use:
        return Use(f"{part}_{number}")

    names = list(names_of(cells.get(use("guardian"), "")))
    if not names:
        parts = clean_line(f"{cells.get(use('first_name'), '')} {cells.get(use('last_name'), '')}")
        names = [parts] if parts else []
    relation = _relation(cells, use("relation"), faults)
    emails = [one for one in re.split(r"[;,\s]+", cells.get(use("email"), "")) if one]
    for one in emails:
        if not is_email(one):
            said = _("«{text}» is not an e-mail address.").format(text=one[:40])
            faults.append(Fault(use=use("email"), text=said, stops=True))
    address = clean_line(cells.get(use("address"), ""))
    if not names and (emails or address):
        text = _("The name of the guardian is missing.")
        faults.append(Fault(use=use("guardian"), text=text))
    return [
        Guardian(
            name=name,
            relation=relation,
            email=emails[at] if at < len(emails) else "",
            address=address,
        )
        for at, name in enumerate(names)
    ]


def _relation(cells: Mapping[str, str], use: Use, faults: list[Fault]) -> str:
    """Whom we do not know the relation of is no parent: nobody else may answer in their place."""
    text = clean_line(cells.get(use, ""))
    if not text:
        return Relation.PARENT.value
    known = relation_of(text)
    if known in (None, Relation.SELF):
        said = _(
            "«{text}» has no parental responsibility by that alone. Write parent, guardian or"
            " child welfare, or leave the guardian out."
        )
        faults.append(Fault(use=use, text=said.format(text=text[:30]), stops=True))
    return (known or Relation.PARENT).value
