"""The fields of an activity as cells: how each is shown, and how it is read back.

``show`` and ``read`` belong together: what ``show`` gives, ``read`` leaves as it was. A cell does
not show everything of what stands behind it; the rest is kept for every line that is still there
(``lines.paired``). Internal fields are those that art. 30 does not ask for.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Any

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.dates import DateError, parse_date, short_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import Answer, InformationWay, Subject
from gdpr_desktop.register.entries.model import EntryId, EntryKind
from gdpr_desktop.register.entries.words import kind_words
from gdpr_desktop.register.exchange import words
from gdpr_desktop.register.exchange.lines import (
    items_of,
    lines_of,
    marked,
    paired,
    reworded,
    tidy,
    unmarked,
)
from gdpr_desktop.register.exchange.model import Snapshot
from gdpr_desktop.register.exchange.reader import Reader

Show = Callable[[Activity, Snapshot, Language], str]
Read = Callable[[Activity, str, Reader], Activity]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A column of the sheet. ``synonyms``: header words in records made elsewhere, folded and
    compared by their beginnings; ``foreign`` fields are only read, never written."""

    key: str
    header: str  # N_
    read: Read
    show: Show
    width: int = 24
    internal: bool = True
    foreign: bool = False
    synonyms: tuple[str, ...] = field(default_factory=tuple)


def show_text(key: str, activity: Activity, _snapshot: Snapshot, language: Language) -> str:
    """The words as they stand."""
    value: Bilingual | str = _get(activity, key)
    return value.in_(language) if isinstance(value, Bilingual) else value


def _read_text(key: str, activity: Activity, text: str, reader: Reader) -> Activity:
    before: Bilingual | str = _get(activity, key)
    if isinstance(before, str):
        joined = clean_text(text) if key == "note" else clean_line(text)
        return _put(activity, key, before if tidy(before) == tidy(text) else joined)
    return _put(activity, key, reader.reworded(before, clean_text(text)))


def _get(activity: Activity, key: str) -> Any:
    outer, _dot, inner = key.partition(".")
    value = getattr(activity, outer)
    return getattr(value, inner) if inner else value


def _put(activity: Activity, key: str, value: Any) -> Activity:
    outer, _dot, inner = key.partition(".")
    if inner:
        value = replace(getattr(activity, outer), **{inner: value})
    return changed(activity, outer, value)


def changed(activity: Activity, key: str, value: Any) -> Activity:
    """``activity`` with another value in the field ``key``."""
    changes: dict[str, Any] = {key: value}
    return replace(activity, **changes)


def read_name(activity: Activity, text: str, reader: Reader) -> Activity:
    """The name, on one line."""
    return replace(activity, name=reader.reworded(activity.name, clean_line(text)))


def _show_date(key: str, activity: Activity, _snapshot: Snapshot, _language: Language) -> str:
    day: date | None = _get(activity, key)
    return short_date(day) if day else ""


def _read_date(key: str, activity: Activity, text: str, reader: Reader) -> Activity:
    if not text.strip():
        return _put(activity, key, None)
    try:
        return _put(activity, key, parse_date(text.strip(), today=reader.snapshot.day))
    except DateError as error:
        reader.unread(text, error.text)
        return activity


def _show_answer(key: str, activity: Activity, _snapshot: Snapshot, language: Language) -> str:
    answer: Answer = _get(activity, key)
    return words.said(words.ANSWERS, answer, language) if answer else ""


def _read_answer(key: str, activity: Activity, text: str, reader: Reader) -> Activity:
    answer = Answer.UNKNOWN if not text.strip() else words.read(words.ANSWERS, text)
    if answer is None and not reader.strict:
        first = words.folded(text).replace(",", " ").replace(".", " ").split()[0]
        answer = words.read(words.ANSWERS, first)
        if answer is not None:
            reader.keep(text)
    if answer is None:
        reader.unread(text, _("«{text}» is neither yes nor no.").format(text=text[:40]))
        return activity
    return _put(activity, key, answer)


def _show_links(key: str, activity: Activity, snapshot: Snapshot, language: Language) -> str:
    ids = getattr(activity, key)
    ids = ids if isinstance(ids, tuple) else (ids,)
    return "\n".join(name for one in ids if (name := snapshot.name(one, language)))


def _read_links(
    key: str, kind: EntryKind, activity: Activity, text: str, reader: Reader
) -> Activity:
    names = lines_of(text) if reader.strict else items_of(text)
    found: list[EntryId] = []
    for name in names:
        other = reader.snapshot.named(kind, name)
        if other is None:
            reader.unread(name, _unknown(kind, name))
        else:
            found.append(other)
    if reader.failed:
        return activity
    ids = tuple(dict.fromkeys(found))
    before = getattr(activity, key)
    if isinstance(before, tuple):
        return changed(activity, key, ids if reader.strict else _joined(before, ids))
    if len(ids) > 1:
        reader.unread(text, _("There is room for one only."))
        return activity
    return changed(activity, key, ids[0] if ids else None)


def _joined(before: tuple[EntryId, ...], ids: tuple[EntryId, ...]) -> tuple[EntryId, ...]:
    return tuple(dict.fromkeys((*before, *ids)))


def _unknown(kind: EntryKind, name: str) -> str:
    text = _("The record has no entry of the kind «{kind}» that is called «{name}».")
    return text.format(kind=kind_words(kind), name=name[:60])


_VULNERABLE = N_("vulnerable")


def _subject(one: Subject, language: Language) -> str:
    return marked(one.text.in_(language), [_(_VULNERABLE, language=language)] * one.vulnerable)


def show_subjects(activity: Activity, _snapshot: Snapshot, language: Language) -> str:
    """A line to each category of people."""
    return "\n".join(_subject(one, language) for one in activity.subjects)


def read_subjects(activity: Activity, text: str, reader: Reader) -> Activity:
    """A line to each; «[vulnerable]» after those who are."""
    made = []
    lines = lines_of(text) if reader.strict else items_of(text)
    shown = partial(_subject, language=reader.language)
    for line, before in paired(activity.subjects, shown, lines):
        if before is not None and shown(before) == line:
            made.append(before)
            continue
        said, marks = unmarked(line) if reader.strict else (line, ())
        for mark in marks:
            if not words.same_label(_VULNERABLE, mark):
                reader.unread(line, _unknown_mark(mark))
        old = before or Subject(text=Bilingual())
        vulnerable = bool(marks) if reader.strict else old.vulnerable
        made.append(replace(old, text=reader.reworded(old.text, said), vulnerable=vulnerable))
    return _renamed_subjects(activity, tuple(made))


def _renamed_subjects(activity: Activity, subjects: tuple[Subject, ...]) -> Activity:
    """Categories of data that name their subjects follow what these are now called."""
    if len(subjects) == len(activity.subjects):
        pairs = zip(activity.subjects, subjects, strict=True)
        new = {_subject_key(one.text): _subject_key(other.text) for one, other in pairs}
    else:
        new = {}
    known = {_subject_key(one.text) for one in subjects}
    data = tuple(
        replace(
            one,
            subjects=tuple(name for old in one.subjects if (name := new.get(old, old)) in known),
        )
        for one in activity.data
    )
    return replace(activity, subjects=subjects, data=data)


def _subject_key(text: Bilingual) -> str:
    return text.in_(Language.NYNORSK)


def _unknown_mark(mark: str) -> str:
    return _("«{mark}» in the brackets is not a word that the program knows.").format(
        mark=mark[:40]
    )


def show_ways(activity: Activity, _snapshot: Snapshot, language: Language) -> str:
    """How people are told, a line to each."""
    return "\n".join(words.said(words.WAYS, way, language) for way in activity.information)


def read_ways(activity: Activity, text: str, reader: Reader) -> Activity:
    """The ways that the program knows; other words are kept beside them."""
    ways: list[InformationWay] = []
    for line in lines_of(text) if reader.strict else items_of(text, commas=False):
        way = words.read(words.WAYS, line)
        if way is not None:
            ways.append(way)
        elif reader.strict:
            reader.unread(line, _("«{text}» is not a way to tell people.").format(text=line[:40]))
        else:
            noted = reworded(activity.information_note, line, reader.language)
            activity = replace(activity, information_note=noted)
    return replace(activity, information=tuple(dict.fromkeys(ways)))


def show_provision(activity: Activity, _snapshot: Snapshot, language: Language) -> str:
    """Must they give the data?"""
    if not activity.provision:
        return ""
    return words.said(words.PROVISIONS, activity.provision, language)


def read_provision(activity: Activity, text: str, reader: Reader) -> Activity:
    """One of the answers."""
    found = words.read(words.PROVISIONS, text) if text.strip() else activity.provision.UNKNOWN
    if found is None:
        reader.unread(text, _("«{text}» is not one of the answers.").format(text=text[:40]))
        return activity
    return replace(activity, provision=found)


def text_field(
    key: str, header: str, *synonyms: str, width: int = 24, internal: bool = True
) -> Field:
    """A field of plain words; ``key`` may reach one level in."""
    show, read = partial(show_text, key), partial(_read_text, key)
    return Field(
        key=key,
        header=header,
        show=show,
        read=read,
        width=width,
        internal=internal,
        synonyms=synonyms,
    )


def date_field(key: str, header: str, *synonyms: str) -> Field:
    """A field with a day."""
    show, read = partial(_show_date, key), partial(_read_date, key)
    return Field(key=key, header=header, show=show, read=read, width=14, synonyms=synonyms)


def answer_field(key: str, header: str, *synonyms: str) -> Field:
    """A field with yes or no."""
    show, read = partial(_show_answer, key), partial(_read_answer, key)
    return Field(key=key, header=header, show=show, read=read, width=14, synonyms=synonyms)


def links_field(key: str, kind: EntryKind, header: str, *synonyms: str) -> Field:
    """A field with names of other entries of the record."""
    show, read = partial(_show_links, key), partial(_read_links, key, kind)
    return Field(key=key, header=header, show=show, read=read, synonyms=synonyms)
