"""Advice to people by the kind of data, and the words a letter has for data and consequences.

All from ``forms/breaches/advice.toml`` (what holds for what) and ``advice.nn.toml`` /
``advice.nb.toml`` (the words), in the language of the letter, to an adult or to a child.
"""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from gdpr_desktop.breaches.codes import BreachKind, Consequence, DataCategory, Protection, Seen
from gdpr_desktop.breaches.model import Scope
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import form


class Reader(StrEnum):
    """Whom the words are for; also the key of the words."""

    ADULT = "adult"
    CHILD = "child"


@dataclass(frozen=True, slots=True, kw_only=True)
class Advised:
    """Advice on one matter: what it is about, and what one can do."""

    topic: str
    about: str
    points: tuple[str, ...]


def protective_advice(scope: Scope, language: Language, reader: Reader) -> tuple[Advised, ...]:
    """What people can do themselves, of the data concerned and no others; most urgent first.

    Of data that nobody has seen, or can read, there is nothing to guard against; a protected
    address is never taken for safe. Of a protected address it is
    never said that it is one.
    """
    words = _words(language)["topics"]
    return tuple(
        Advised(
            topic=topic,
            about=words[topic]["about"][reader.value],
            points=tuple(words[topic][reader.value]),
        )
        for topic, holds in _topics().items()
        if _concerns(holds, scope)
    )


def data_words(scope: Scope, language: Language, reader: Reader) -> tuple[str, ...]:
    """The kinds of data, never the data themselves.

    What was typed of other data stands as it was typed.
    """
    words = _words(language)["data"]
    found = [words[one.value][reader.value] for one in DataCategory if one in scope.data]
    if DataCategory.OTHER in scope.data and scope.data_text:
        found[-1] = scope.data_text
    return tuple(dict.fromkeys(found))


def effect_words(scope: Scope, language: Language, reader: Reader) -> tuple[str, ...]:
    """What the breach may lead to, a sentence each; what was typed besides is not here."""
    words = _words(language)["effects"]
    chosen = [one for one in Consequence if one in scope.consequences]
    return tuple(words[one.value][reader.value] for one in chosen if one.value in words)


def people_words(scope: Scope, language: Language) -> str:
    """Whom it hit, as «a, b og c»; the same joint in both languages."""
    words = _words(language)["people"]
    found = [words[one.value] for one in scope.people]
    if len(found) < 2:
        return "".join(found)
    last = ", og " if any(" og " in one for one in found) else " og "  # «og» inside one of them
    return f"{', '.join(found[:-1])}{last}{found[-1]}"


def everybody_words(language: Language) -> str:
    """Whom a public notice is addressed to."""
    text: str = _words(language)["everybody"]["to"]
    return text


def when_words(kind: str, language: Language, start: str, end: str) -> str:
    """«mellom 2. mars 2026 og 4. mars 2026»; empty where nothing is known."""
    text: str = _words(language)["when"].get(kind, "")
    return text.format(start=start, end=end)


def _concerns(holds: dict[str, Any], scope: Scope) -> bool:
    if "kind" in holds:
        return BreachKind(holds["kind"]) in scope.kinds
    opened = BreachKind.CONFIDENTIALITY in scope.kinds or not scope.kinds
    locked = scope.protection is Protection.INTACT and not scope.protected_address
    if not opened or scope.seen is Seen.NOBODY or locked:
        return False
    return any(DataCategory(one) in scope.data for one in holds["categories"])


@cache
def _topics() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = _read("advice.toml")["topics"]
    return found


@cache
def _words(language: Language) -> dict[str, Any]:
    return _read(f"advice.{language.value}.toml")


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(form("breaches").joinpath(name).read_text(encoding="utf-8"))
