"""The topics and the checklists from ``forms``, in both languages; read when first asked for.

The structure stands once (``topics.toml``, ``checklists/ID.toml``), the words in a file to each
language, joined by the id.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import fold_short, search_words
from gdpr_desktop.core.paths import form
from gdpr_desktop.core.text import current_language
from gdpr_desktop.guidance.model import (
    About,
    Checklist,
    ChecklistPoint,
    PointKind,
    References,
    Theme,
    Topic,
)

CHECKLISTS = ("lawful_basis", "unstructured", "privacy_statement")  # in the order of the handbook
_WORD = re.compile(r"\w+")


def themes(language: Language | None = None) -> tuple[Theme, ...]:
    """The groups of topics, in the order in which they are shown."""
    language = language or current_language()
    titles = _words("handbook", "topics", language)["themes"]
    order = _data("handbook", "topics.toml")["themes"]
    return tuple(Theme(id=theme, title=titles[theme]) for theme in order)


def topics(language: Language | None = None) -> tuple[Topic, ...]:
    """All topics, those of a theme together."""
    return tuple(_topics(language or current_language()).values())


def topic(topic_id: str, language: Language | None = None) -> Topic:
    """One topic. Raises ``KeyError``."""
    return _topics(language or current_language())[topic_id]


def topics_for(place: str, language: Language | None = None) -> tuple[Topic, ...]:
    """What is worth knowing at a place of the program, like ``activity.basis``."""
    return tuple(found for found in topics(language) if place in found.places)


def search(words: str, language: Language | None = None) -> tuple[Topic, ...]:
    """The topics where every word begins a word of title, keywords or text.

    Those whose title has most of the words come first. No words: all topics.
    """
    language = language or current_language()
    wanted = _WORD.findall(fold_short(words))
    if not wanted:
        return topics(language)
    found = []
    for topic_id, (title, rest) in _index(language).items():
        in_title = sum(_begins(word, title) for word in wanted)
        if all(_begins(word, title) or _begins(word, rest) for word in wanted):
            found.append((-in_title, topic_id))
    found.sort(key=_first)  # a stable sort keeps the order of the handbook
    return tuple(topic(topic_id, language) for _rank, topic_id in found)


def checklists(language: Language | None = None) -> tuple[Checklist, ...]:
    """All checklists."""
    return tuple(checklist(name, language) for name in CHECKLISTS)


def checklist(name: str, language: Language | None = None) -> Checklist:
    """One checklist. Raises ``FileNotFoundError`` for one of a later version."""
    return _checklist(name, language or current_language())


def _first(pair: tuple[int, str]) -> int:
    return pair[0]


def _begins(word: str, text: str) -> bool:
    return f" {word}" in text


@cache
def _data(folder: str, name: str) -> dict[str, Any]:
    return tomllib.loads((form(folder) / name).read_text(encoding="utf-8"))


def _words(folder: str, name: str, language: Language) -> dict[str, Any]:
    return _data(folder, f"{name}.{language.value}.toml")


def _references(place: Mapping[str, Any], language: Language) -> References:
    laws = _words("handbook", "laws", language)
    named = tuple(_law(law, laws) for law in place.get("laws", ()))
    return References(
        handbook=tuple(place.get("handbook", ())),
        articles=tuple(place.get("articles", ())),
        laws=named,
    )


def _law(law: str, names: Mapping[str, str]) -> str:
    """``personal_data_act § 16`` with the law's own name."""
    name, _blank, section = law.partition(" ")
    return f"{names[name]} {section}".strip()


@cache
def _topics(language: Language) -> dict[str, Topic]:
    structure = _data("handbook", "topics.toml")
    words = _words("handbook", "topics", language)["topics"]
    order = {theme: index for index, theme in enumerate(structure["themes"])}
    made = (
        Topic(
            id=topic_id,
            theme=place["theme"],
            title=words[topic_id]["title"],
            text=words[topic_id]["text"].strip(),
            keywords=tuple(words[topic_id].get("keywords", ())),
            references=_references(place, language),
            places=tuple(place.get("places", ())),
            related=tuple(place.get("related", ())),
        )
        for topic_id, place in structure["topics"].items()
    )
    in_order = sorted(made, key=lambda one: order[one.theme])
    return {one.id: one for one in in_order}


@cache
def _index(language: Language) -> dict[str, tuple[str, str]]:
    """Title, and keywords with text, folded and with a blank before each word."""
    return {
        one.id: (_folded(one.title), _folded(" ".join((*one.keywords, one.text))))
        for one in topics(language)
    }


def _folded(text: str) -> str:
    return " " + search_words(" ".join(_WORD.findall(text)))


@cache
def _checklist(name: str, language: Language) -> Checklist:
    structure = _data("checklists", f"{name}.toml")
    words = _words("checklists", name, language)
    points = tuple(
        ChecklistPoint(
            id=place["id"],
            number=number,
            kind=PointKind(place["kind"]),
            text=words["points"][place["id"]]["text"],
            help=words["points"][place["id"]]["help"],
            references=_references(place, language),
        )
        for number, place in enumerate(structure["points"], 1)
    )
    return Checklist(
        id=name,
        about=About(structure["about"]),
        title=words["title"],
        intro=words["intro"],
        points=points,
        references=_references(structure, language),
    )
