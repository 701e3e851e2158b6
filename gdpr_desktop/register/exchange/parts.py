"""Purposes, bases, categories of data, periods, parties and transfers as lines in a cell."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.law.bases import Condition
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import Law, LawfulBasis, Purpose, SpecialBasis
from gdpr_desktop.register.activities.words import law_words
from gdpr_desktop.register.exchange import words
from gdpr_desktop.register.exchange.law_text import read_grounds, read_laws
from gdpr_desktop.register.exchange.lines import items_of, lines_of, paired, tidy
from gdpr_desktop.register.exchange.model import Snapshot
from gdpr_desktop.register.exchange.reader import Reader
from gdpr_desktop.register.exchange.words import folded

_NUMBERED = re.compile(r"^(\d{1,3}):\s*")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _purpose(one: Purpose, language: Language) -> str:
    return _one_line(one.text.in_(language))


def show_purposes(activity: Activity, _snapshot: Snapshot, language: Language) -> str:
    """A line to each."""
    return "\n".join(_purpose(one, language) for one in activity.purposes)


def read_purposes(activity: Activity, text: str, reader: Reader) -> Activity:
    """A line to each; what is known of a purpose beside its words stays."""
    shown = partial(_purpose, language=reader.language)
    lines = lines_of(text) if reader.strict else items_of(text, commas=False)
    made = tuple(
        _reworded_purpose(before, line, reader)
        for line, before in paired(activity.purposes, shown, lines)
    )
    return replace(activity, purposes=made)


def _reworded_purpose(before: Purpose | None, line: str, reader: Reader) -> Purpose:
    if before is None:
        return Purpose(text=reader.reworded(Bilingual(), line))
    if _purpose(before, reader.language) == line:
        return before
    return replace(before, text=reader.reworded(before.text, line))


def show_bases(activity: Activity, _snapshot: Snapshot, language: Language) -> str:
    """A line to each basis; with several purposes the number of its purpose before it."""
    several = len(activity.purposes) > 1
    return "\n".join(
        f"{number}: {_basis(basis, language)}" if several else _basis(basis, language)
        for number, purpose in enumerate(activity.purposes, 1)
        for basis in purpose.bases
    )


def _basis(basis: LawfulBasis, language: Language) -> str:
    laws = (law_words(law, language) for law in basis.laws)
    return _one_line("; ".join([words.basis_code(basis.basis), *laws]))


def read_bases(activity: Activity, text: str, reader: Reader) -> Activity:
    """Bases with their laws, each for its purpose, or for all when no number is given."""
    if reader.strict:
        return _read_numbered(activity, text, reader)
    found = read_grounds(text, reader.language)
    if not found.bases or found.rest or not activity.purposes:
        reader.unread(text, _problem(found.rest if found.bases else text, activity))
    activity = _with_conditions(activity, found.conditions, found.laws)
    laws = found.laws
    bases = tuple(
        LawfulBasis(basis=basis, laws=laws if basis.needs_national_law else ())
        for basis in found.bases
    )
    purposes = tuple(
        replace(one, bases=_merged(one.bases, bases, reader.language)) for one in activity.purposes
    )
    return replace(activity, purposes=purposes)


def _problem(rest: str, activity: Activity) -> str:
    if not activity.purposes:
        return _("There is no purpose that this basis could be for.")
    return _("«{text}» could not be read as a lawful basis.").format(text=_one_line(rest)[:60])


def _with_conditions(
    activity: Activity, conditions: Iterable[Condition], laws: tuple[Law, ...]
) -> Activity:
    known = {one.condition for one in activity.special}
    more = tuple(
        SpecialBasis(condition=one, laws=laws if one.needs_national_law else ())
        for one in conditions
        if one not in known
    )
    return replace(activity, special=(*activity.special, *more))


def _merged(
    old: tuple[LawfulBasis, ...], new: tuple[LawfulBasis, ...], language: Language
) -> tuple[LawfulBasis, ...]:
    """``new`` with what was known of the same bases before."""
    known = {one.basis: one for one in old}
    return tuple(
        replace(known[one.basis], laws=_same_laws(known[one.basis].laws, one.laws, language))
        if one.basis in known
        else one
        for one in new
    )


def _same_laws(old: tuple[Law, ...], new: tuple[Law, ...], language: Language) -> tuple[Law, ...]:
    known = {folded(law_words(law, language)): law for law in old}
    return tuple(known.get(folded(law_words(law, language)), law) for law in new)


def _read_numbered(activity: Activity, text: str, reader: Reader) -> Activity:
    groups: list[list[LawfulBasis]] = [[] for _one in activity.purposes]
    for line in tidy(text).split("\n") if text.strip() else ():
        number = _NUMBERED.match(line)
        found = _grounds_line(line[number.end() :] if number else line, activity, reader)
        if found is None:
            continue
        places = [int(number[1]) - 1] if number else range(len(groups))
        for place in places:
            if not 0 <= place < len(groups):
                reader.unread(
                    line, _("There is no purpose number {number}.").format(number=place + 1)
                )
            else:
                groups[place] += found
        if not groups:
            reader.unread(line, _problem(line, activity))
    purposes = tuple(
        replace(one, bases=_merged(one.bases, tuple(new), reader.language))
        for one, new in zip(activity.purposes, groups, strict=True)
    )
    return replace(activity, purposes=purposes)


def _grounds_line(line: str, activity: Activity, reader: Reader) -> list[LawfulBasis] | None:
    """The bases on one line; a line that stands as it was shown is not read anew."""
    for purpose in activity.purposes:
        for basis in purpose.bases:
            if _basis(basis, reader.language) == line:
                return [basis]
    found = read_grounds(line, reader.language)
    if not found.bases or found.rest or found.conditions:
        reader.unread(line, _problem(found.rest or line, activity))
        return None
    return [LawfulBasis(basis=one, laws=found.laws) for one in found.bases]


def read_national_laws(activity: Activity, text: str, reader: Reader) -> Activity:
    """Provisions from a column of their own go to the bases that need one."""
    laws, rest = read_laws(text, reader.language)
    takers = [
        basis for one in activity.purposes for basis in one.bases if basis.basis.needs_national_law
    ]
    if rest or not laws or not takers:
        reader.unread(
            text,
            _("«{text}» could not be joined to a lawful basis.").format(
                text=_one_line(rest or text)[:60]
            ),
        )
    purposes = tuple(
        replace(
            one,
            bases=tuple(
                replace(basis, laws=_same_laws(basis.laws, laws, reader.language))
                if basis.basis.needs_national_law and laws
                else basis
                for basis in one.bases
            ),
        )
        for one in activity.purposes
    )
    return replace(activity, purposes=purposes)


def show_special(activity: Activity, _snapshot: Snapshot, language: Language) -> str:
    """The conditions of art. 9(2), each with its laws."""
    return "\n".join(_special(one, language) for one in activity.special)


def _special(one: SpecialBasis, language: Language) -> str:
    laws = (law_words(law, language) for law in one.laws)
    return _one_line("; ".join([words.basis_code(one.condition), *laws]))


def read_special(activity: Activity, text: str, reader: Reader) -> Activity:
    """Conditions of art. 9(2), by their letters."""
    known = {one.condition: one for one in activity.special}
    made: list[SpecialBasis] = []
    for line in tidy(text).split("\n") if text.strip() else ():
        same = next((o for o in activity.special if _special(o, reader.language) == line), None)
        found = read_grounds(line, reader.language)
        if same is not None:
            made.append(same)
        elif not found.conditions or found.rest:
            problem = _("«{text}» could not be read as a condition of article 9.")
            reader.unread(line, problem.format(text=_one_line(line)[:60]))
        for one in found.conditions if same is None else ():
            old = known.get(one, SpecialBasis(condition=one))
            made.append(replace(old, laws=_same_laws(old.laws, found.laws, reader.language)))
    return replace(activity, special=tuple(made))


def show_criminal(activity: Activity, _snapshot: Snapshot, language: Language) -> str:
    """The provisions for data of art. 10."""
    return "\n".join(law_words(law, language) for law in activity.criminal)


def read_criminal(activity: Activity, text: str, reader: Reader) -> Activity:
    """A provision to a line."""
    return replace(activity, criminal=read_law_lines(activity.criminal, text, reader))


def read_law_lines(old: Sequence[Law], text: str, reader: Reader) -> tuple[Law, ...]:
    """A provision to a line; lines that stand as they were are not read anew."""
    made: list[Law] = []
    for line in lines_of(text):
        same = next((law for law in old if law_words(law, reader.language) == line), None)
        laws, rest = read_laws(line, reader.language)
        if same is not None:
            made.append(same)
            continue
        if rest or not laws:
            problem = _("«{text}» could not be read as a provision.")
            reader.unread(line, problem.format(text=_one_line(rest or line)[:60]))
        made += laws
    return tuple(made)
