"""What becomes of each row: new, changed, as before; and who is not in the list any more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from gdpr_desktop.consents.codes import Relation
from gdpr_desktop.consents.groups.importing.headings import Use
from gdpr_desktop.consents.groups.importing.reading import read_member, weak_points
from gdpr_desktop.consents.groups.model import Guardian, Member
from gdpr_desktop.consents.groups.rules import (
    almost,
    almost_words,
    may_be_slip,
    plain_name,
    tidy_member,
)
from gdpr_desktop.core.dates import short_date
from gdpr_desktop.core.names import clean_line, fold_short
from gdpr_desktop.core.text import _
from gdpr_desktop.tables.cells import answer_of
from gdpr_desktop.tables.preview import Fault, Line, Tone


class Fate(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    GONE = "gone"  # is in the group and not in the list


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """What a line brings: ``read`` as it stands in the row, ``member`` as it will be kept.

    ``before`` is the member that it changes, or who is gone.
    """

    fate: Fate
    read: Member
    member: Member
    before: Member | None = None


class ListJudge:
    """Reads the rows beside those who are in the group now.

    Where the list has several classes, and one is called like the group, only that one counts.
    """

    def __init__(self, today: date, there: Sequence[Member] = (), group: str = "") -> None:
        self._today, self._there = today, tuple(there)
        self._group = fold_short(clean_line(group))

    def one(self, row: int, cells: Mapping[str, str]) -> Line:
        """A row by itself."""
        member, faults = read_member(cells, self._today)
        value = Coming(fate=Fate.NEW, read=member, member=member)
        return Line(row=row, cells=cells, faults=faults, value=value)

    def together(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        """The same child twice, what is new in the group, and who has left it."""
        chosen = {_coming(one).member.id: one.taken for one in lines if not one.row}
        in_file = [one.alone() for one in lines if one.row]
        elsewhere = self._of_other_classes(in_file)
        read = _with_twins([one for one in in_file if one.row not in elsewhere])
        matches = _matched([_coming(one).read for one in read], self._there)
        judged = {
            line.row: self._judged(line, None if line.stops else matches.get(at))
            for at, line in enumerate(read)
        }
        found = [judged.get(one.row) or _of_another_class(one) for one in in_file]
        taken = {one.id for one in matches.values()}
        gone = [one for one in self._there if one.id not in taken]
        many = len(gone) * 2 > len(self._there)
        return (*found, *(_gone(one, chosen.get(one.id), many=many) for one in gone))

    def _of_other_classes(self, lines: Sequence[Line]) -> frozenset[int]:
        """The rows of classes that are not called like the group, where one is."""
        classes = {one.row: fold_short(clean_line(one.cells.get(Use.CLASS, ""))) for one in lines}
        if not self._group or self._group not in classes.values():
            return frozenset()
        return frozenset(row for row, name in classes.items() if name not in ("", self._group))

    def _judged(self, line: Line, before: Member | None) -> Line:
        read = _coming(line).read
        weak = tuple(
            Fault(use="", text=text, joint=True) for text in weak_points(read, self._today)
        )
        if before is None and (same := almost(read, self._there)):
            weak = (*weak, Fault(use="", text=almost_words(same), joint=True))
        line = replace(line, faults=(*line.faults, *weak))
        if not line.goes_in:
            coming = Coming(fate=Fate.NEW, read=read, member=read)
            return replace(line, value=coming, said="", tone=Tone.QUIET)
        if before is None:
            coming = Coming(fate=Fate.NEW, read=read, member=tidy_member(read))
            return replace(line, value=coming, said=_("New."), tone=Tone.GOOD)
        after = merged(before, read, line.cells)
        if after == before:
            coming = Coming(fate=Fate.SAME, read=read, member=before, before=before)
            return replace(line, value=coming, said=_("As before."), tone=Tone.QUIET)
        coming = Coming(fate=Fate.CHANGED, read=read, member=after, before=before)
        said = _("Changed: {what}.").format(what=", ".join(differences(before, after)))
        return replace(line, value=coming, said=said, tone=Tone.PLAIN)


def _coming(line: Line) -> Coming:
    found = line.value
    assert isinstance(found, Coming)
    return found


def _of_another_class(line: Line) -> Line:
    text = _("Is in another class: {name}.").format(name=line.cells.get(Use.CLASS, ""))
    fault = Fault(use="", text=text, leaves_out=True, joint=True)
    return replace(line, faults=(*line.faults, fault), said="", tone=Tone.QUIET)


def _gone(member: Member, taken: bool | None, *, many: bool) -> Line:
    """Somebody in the group whom the list does not name. ``many``: they are most of the group."""
    doubt = _("Not in the list, like more than half of the group. Is it the right list?")
    born = short_date(member.birth_date) if member.birth_date else ""
    return Line(
        row=0,
        cells={Use.NAME: member.name, Use.LAST_NAME: member.name, Use.BORN: born},
        said="" if many else _("Not in the list: is noted as having left."),
        tone=Tone.WARNING,
        value=Coming(fate=Fate.GONE, read=member, member=member, before=member),
        taken=taken,
        faults=(Fault(use="", text=doubt, leaves_out=True, joint=True),) if many else (),
    )


def _with_twins(lines: list[Line]) -> list[Line]:
    """Those marked who have the name and the birth date of somebody before them."""
    seen: dict[str, list[tuple[date | None, int]]] = {}
    found = []
    for line in lines:
        read = _coming(line).read
        if line.stops:  # it says nothing for certain before it is put right
            found.append(line)
            continue
        before = seen.setdefault(plain_name(read.name), [])
        same = next(
            (
                one
                for one in before
                if one[0] == read.birth_date or None in (one[0], read.birth_date)
            ),
            None,
        )
        if same is not None:
            certain = same[0] is not None and read.birth_date is not None
            text = (
                _("The same child as in row {row}.")
                if certain
                else _("The same name as in row {row}, and a birth date is missing.")
            )
            fault = Fault(use="", text=text.format(row=same[1]), leaves_out=True, joint=True)
            line = replace(line, faults=(*line.faults, fault))
        slip = _slip(read.birth_date, before)
        if slip:
            text = _("The same name as in row {row}, and almost the same birth date.")
            fault = Fault(use="", text=text.format(row=slip), joint=True)
            line = replace(line, faults=(*line.faults, fault))
        before.append((read.birth_date, line.row))
        found.append(line)
    return found


def _slip(born: date | None, before: list[tuple[date | None, int]]) -> int:
    """The row of the same name whose birth date may be the same, written wrong; 0: none."""
    rows = (row for day, row in before if day and born and may_be_slip(born, day))
    return next(rows, 0)


def _matched(read: Sequence[Member], there: Sequence[Member]) -> dict[int, Member]:
    """Who in the group each row is: by name and birth date, then by what only one pair shares."""
    found: dict[int, Member] = {}
    left = list(there)

    def take(at: int, member: Member) -> None:
        found[at] = member
        left.remove(member)

    exact = {(plain_name(one.name), one.birth_date): one for one in there}
    for at, one in enumerate(read):
        same = exact.get((plain_name(one.name), one.birth_date))
        if same in left and same is not None:
            take(at, same)
    for alike in (_same_name, _longer_name):
        for at, one in enumerate(read):
            if at in found:
                continue
            candidates = [member for member in left if alike(one, member)]
            rivals = [
                other
                for number, other in enumerate(read)
                if number not in found and candidates and alike(other, candidates[0])
            ]
            if len(candidates) == 1 and len(rivals) == 1:
                take(at, candidates[0])
    return found


def _same_name(one: Member, other: Member) -> bool:
    return bool(one.name) and plain_name(one.name) == plain_name(other.name)


def _longer_name(one: Member, other: Member) -> bool:
    """«Nora Testdal» and «Nora Marie Testdal», born on the same day."""
    names, others = set(plain_name(one.name).split()), set(plain_name(other.name).split())
    shared = len(names & others) >= 2 and (names <= others or others <= names)
    return shared and one.birth_date is not None and one.birth_date == other.birth_date


def merged(before: Member, read: Member, cells: Mapping[str, str]) -> Member:
    """The member with what the row says; what it is silent about stays.

    A care order and a protected address are only taken away by a clear no.
    """
    return tidy_member(
        replace(
            before,
            name=read.name,
            birth_date=read.birth_date or before.birth_date,
            guardians=_guardians(before, read, cells),
            parents=read.parents if read.parents is not None else before.parents,
            care_order=_kept(before.care_order, read.care_order, cells.get(Use.CARE_ORDER, "")),
            protected=_kept(before.protected, read.protected, cells.get(Use.PROTECTED, "")),
        )
    )


def _kept(before: bool, now: bool, text: str) -> bool:
    return now or (before and answer_of(text) is not False)


def _guardians(before: Member, read: Member, cells: Mapping[str, str]) -> tuple[Guardian, ...]:
    """The list knows the parents; others than parents were put in by hand, and stay."""
    if not read.guardians:
        return before.guardians
    known = {plain_name(one.name): one for one in before.guardians}
    now = []
    for number, one in enumerate(read.guardians, 1):
        old = known.pop(plain_name(one.name), one)
        told = cells.get(f"relation_{min(number, 2)}", "")
        now.append(
            replace(
                one,
                relation=one.relation if told else old.relation,
                email=one.email or old.email,
                address=one.address or old.address,
            )
        )
    others = (one for one in known.values() if one.relation != Relation.PARENT)
    return (*now, *others)


def differences(before: Member, after: Member) -> tuple[str, ...]:
    """What is another in ``after``."""
    told = (
        (_("name"), before.name != after.name),
        (_("birth date"), before.birth_date != after.birth_date),
        (_("guardians"), before.guardians != after.guardians),
        (_("parental responsibility"), before.parents != after.parents),
        (_("care order"), before.care_order != after.care_order),
        (_("protected address"), before.protected != after.protected),
    )
    return tuple(words for words, differs in told if differs)
