"""Categories of data, how long they are kept, whom they come from and go to, as lines in a cell."""

import re
from dataclasses import replace
from functools import partial
from typing import Any

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import (
    Answer,
    DataCategory,
    Party,
    Retention,
    Sensitivity,
    Transfer,
    TransferGround,
)
from gdpr_desktop.register.countries import country_code
from gdpr_desktop.register.exchange import words
from gdpr_desktop.register.exchange.lines import items_of, lines_of, marked, paired, unmarked
from gdpr_desktop.register.exchange.model import Snapshot
from gdpr_desktop.register.exchange.reader import Reader
from gdpr_desktop.register.exchange.retention_text import read_retention, retention_words

_MARKS = {
    "subject": N_("the person"),
    "confidential": N_("under a duty of confidentiality"),
    "released": N_("released by the person"),
    "public": N_("publicly accessible"),
}
_SUPPORT = N_("in support only")
_NO_TRANSFER = re.compile(
    r"(?i)^(?:nei|no|ingen|nope|ikkje|ikke|n/a|-|–)(?:\s+(?:relevant|overføring\w*|aktuelt))?\W*$"
)


def _lines(text: str, reader: Reader) -> list[str]:
    return lines_of(text) if reader.strict else items_of(text)


def _mark_problem(mark: str) -> str:
    return _("«{mark}» in the brackets is not a word that the program knows.").format(
        mark=mark[:40]
    )


def _category(one: DataCategory, language: Language) -> str:
    plain = one.sensitivity is Sensitivity.ORDINARY
    mark = "" if plain else words.said(words.SENSITIVITY, one.sensitivity, language)
    return marked(one.text.in_(language), (mark,))


def show_data(activity: Activity, _snapshot: Snapshot, language: Language) -> str:
    """A line to each category; how sensitive it is in brackets."""
    return "\n".join(_category(one, language) for one in activity.data)


def read_data(activity: Activity, text: str, reader: Reader) -> Activity:
    """A line to each; how long it is kept, and about whom it is, stays."""
    shown = partial(_category, language=reader.language)
    made = []
    for line, before in paired(activity.data, shown, _lines(text, reader)):
        if before is not None and shown(before) == line:
            made.append(before)
            continue
        old = before or DataCategory(text=Bilingual())
        said, marks = unmarked(line) if reader.strict else (line, ())
        sensitivity = Sensitivity.ORDINARY if reader.strict else old.sensitivity
        for mark in marks:
            code = words.read(words.SENSITIVITY, mark)
            if code is None:
                reader.unread(line, _mark_problem(mark))
            else:
                sensitivity = code
        made.append(replace(old, text=reader.reworded(old.text, said), sensitivity=sensitivity))
    return replace(activity, data=tuple(made))


def read_special_data(activity: Activity, text: str, reader: Reader) -> Activity:
    """Categories from a column that holds those of art. 9 only."""
    if _NO_TRANSFER.match(text.strip()):
        return activity
    known = {words.folded(one.text.in_(reader.language)) for one in activity.data}
    more = tuple(
        DataCategory(text=reader.reworded(Bilingual(), one), sensitivity=Sensitivity.SPECIAL)
        for one in items_of(text)
        if words.folded(one) not in known
    )
    special = {words.folded(one) for one in items_of(text)}
    data = tuple(
        replace(one, sensitivity=Sensitivity.SPECIAL)
        if words.folded(one.text.in_(reader.language)) in special
        else one
        for one in activity.data
    )
    return replace(activity, data=(*data, *more))


def show_retention(activity: Activity, _snapshot: Snapshot, language: Language) -> str:
    """«category: period» to a line, for the categories where a period is given."""
    return "\n".join(
        f"{_name(one, language)}: {retention_words(one.retention, language)}"
        for one in activity.data
        if one.retention is not None
    )


def _name(one: DataCategory, language: Language) -> str:
    return " ".join(one.text.in_(language).split())


def read_retention_lines(activity: Activity, text: str, reader: Reader) -> Activity:
    """«category: period», or a period alone: then for all."""
    names = [words.folded(_name(one, reader.language)) for one in activity.data]
    periods: list[Retention | None] = [None] * len(names)
    lines = lines_of(text)
    if not reader.strict and len(lines) > 1 and not any(_place(one, names) for one in lines):
        lines = [" ".join(lines)]
    for line in lines:
        found = _place(line, names)
        places, said = ([found[0]], found[1]) if found else (range(len(names)), line)
        if not names or (found is None and reader.strict and ":" in line.partition(";")[0]):
            problem = _("«{text}» belongs to no category of data.")
            reader.unread(line, problem.format(text=line[:60]))
            continue
        for place in places:
            before = activity.data[place].retention
            same = before is not None and retention_words(before, reader.language) == said
            periods[place] = before if same else _changed_period(said, before, reader)
    data = tuple(
        replace(one, retention=period if reader.strict else period or one.retention)
        for one, period in zip(activity.data, periods, strict=True)
    )
    return replace(activity, data=data)


def _changed_period(said: str, before: Retention | None, reader: Reader) -> Retention:
    after, old = read_retention(said, before, reader.language), before or Retention()
    reader.compare_forms(old.criteria, after.criteria, said)
    reader.compare_forms(old.counted_from, after.counted_from, said)
    return after


def _place(line: str, names: list[str]) -> tuple[int, str] | None:
    """Which category a line is about, and the rest of the line: the longest name counts."""
    found: tuple[int, int, str] | None = None
    for index in (index for index, sign in enumerate(line) if sign == ":"):
        name = words.folded(line[:index])
        if name in names:
            found = (names.index(name), index, line[index + 1 :].strip())
    return (found[0], found[2]) if found else None


def _party(one: Party, language: Language) -> str:
    marks = (_(mark, language=language) for key, mark in _MARKS.items() if getattr(one, key))
    return marked(one.text.in_(language), marks)


def show_parties(key: str, activity: Activity, _snapshot: Snapshot, language: Language) -> str:
    """A line to each source or recipient; what it is in brackets."""
    return "\n".join(_party(one, language) for one in getattr(activity, key))


def read_parties(key: str, activity: Activity, text: str, reader: Reader) -> Activity:
    """A line to each; by which law confidentiality is lifted stays."""
    shown = partial(_party, language=reader.language)
    made = []
    for line, before in paired(getattr(activity, key), shown, _lines(text, reader)):
        if before is not None and shown(before) == line:
            made.append(before)
            continue
        old = before or Party(text=Bilingual())
        said, marks = unmarked(line) if reader.strict else (line, ())
        flags = dict.fromkeys(_MARKS, False) if reader.strict else {}
        for mark in marks:
            flag = next((one for one, s in _MARKS.items() if words.same_label(s, mark)), None)
            if flag is None:
                reader.unread(line, _mark_problem(mark))
            else:
                flags[flag] = True
        made.append(replace(old, text=reader.reworded(old.text, said), **flags))
    changes: dict[str, Any] = {key: tuple(made)}
    return replace(activity, **changes)


def _transfer(one: Transfer, language: Language) -> str:
    ground = words.said(words.GROUNDS, one.ground, language) if one.ground else ""
    support = _(_SUPPORT, language=language) if one.support else ""
    place = f"{one.country}: {one.recipient}" if one.recipient else one.country
    return marked(place, (ground, support))


def show_transfers(activity: Activity, _snapshot: Snapshot, language: Language) -> str:
    """«US: recipient [ground]» to a line."""
    return "\n".join(_transfer(one, language) for one in activity.transfers)


def read_transfers(activity: Activity, text: str, reader: Reader) -> Activity:
    """A country to a line. «No» in a record from elsewhere is an answer too."""
    if not reader.strict and _NO_TRANSFER.match(text.strip()):
        return replace(activity, outside_eea=Answer.NO)
    shown = partial(_transfer, language=reader.language)
    made = []
    for line, before in paired(activity.transfers, shown, _lines(text, reader)):
        if before is not None and shown(before) == line:
            made.append(before)
            continue
        one = _read_transfer(line, before, reader)
        if one is not None:
            made.append(one)
    answer = Answer.YES if made and not reader.strict else activity.outside_eea
    return replace(activity, transfers=tuple(made), outside_eea=answer)


def _read_transfer(line: str, before: Transfer | None, reader: Reader) -> Transfer | None:
    said, marks = unmarked(line)
    place, _colon, recipient = said.partition(":")
    country = country_code(place)
    if not country:
        problem = _("«{text}» does not begin with a country: write «US: Microsoft».")
        reader.unread(line, problem.format(text=line[:60]))
        return None
    ground, support = TransferGround.NONE, False
    for mark in marks:
        code = words.read(words.GROUNDS, mark)
        if words.same_label(_SUPPORT, mark):
            support = True
        elif code is None:
            reader.unread(line, _mark_problem(mark))
        else:
            ground = code
    old = before or Transfer(country=country)
    return replace(
        old, country=country, recipient=recipient.strip(), ground=ground, support=support
    )
