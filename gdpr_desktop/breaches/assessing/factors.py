"""The words of an assessment: factors, choices and bands, from ``forms/breaches/factors``.

The structure stands in ``factors.toml``, the words in one file for each written form.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from gdpr_desktop.breaches.assessing.advice import Factor, Weight
from gdpr_desktop.breaches.assessing.severity import (
    CIRCUMSTANCES,
    IDENTIFICATIONS,
    Band,
    DataClass,
    Flag,
    Identifier,
    Loss,
)
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import form
from gdpr_desktop.core.text import current_language

_EASE = ("negligible", "limited", "significant", "maximum")  # as IDENTIFICATIONS
_STEPS = ("none", "half", "full")  # as CIRCUMSTANCES


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """A few words, and a sentence that explains them."""

    title: str
    text: str


def factor_words(factor: Factor, language: Language | None = None) -> Titled:
    """The question of a factor, and what makes it worse."""
    one = _words(language)["factors"][factor.value]
    return Titled(title=one["title"], text=one["worse"])


def weight_words(weight: Weight, language: Language | None = None) -> str:
    """«Lite», «Noko» or «Mykje»."""
    return _text(language, "weights", weight.value)


def heading(name: str, language: Language | None = None) -> str:
    """A heading by its id in the file. Raises ``KeyError``."""
    return _text(language, "headings", name)


def class_words(data: DataClass, language: Language | None = None) -> Titled:
    """A kind of data, and what belongs to it."""
    one = _words(language)["classes"][data.value]
    return Titled(title=one["title"], text=one["text"])


def context_words(data: DataClass, context: int, language: Language | None = None) -> str:
    """What data of a kind say about people, where the context is so high."""
    return _text(language, "classes", data.value, "levels", str(context))


def identifier_words(identifier: Identifier, language: Language | None = None) -> str:
    """What people are recognised by."""
    return _text(language, "identifiers", identifier.value, "title")


def ease_words(
    identifier: Identifier, identification: float, language: Language | None = None
) -> str:
    """How easily they are."""
    level = _EASE[IDENTIFICATIONS.index(identification)]
    return _text(language, "identifiers", identifier.value, "levels", level)


def loss_words(loss: Loss, language: Language | None = None) -> str:
    """The question of a loss: of secrecy, of correctness, of access."""
    return _text(language, "losses", loss.value, "title")


def circumstance_words(loss: Loss, value: float, language: Language | None = None) -> str:
    """How great a loss is."""
    step = _STEPS[CIRCUMSTANCES.index(value)]
    return _text(language, "losses", loss.value, step)


def malice_words(malicious: bool, language: Language | None = None) -> str:
    """Was it done on purpose?"""
    return _text(language, "malice", "yes" if malicious else "no")


def intent_words(language: Language | None = None) -> str:
    """That it was done on purpose, beside what else happened."""
    return _text(language, "malice", "done")


def band_words(band: Band, language: Language | None = None) -> Titled:
    """A band of severity, and what it means for people."""
    one = _words(language)["bands"][band.value]
    return Titled(title=one["title"], text=one["text"])


def part_words(name: str, language: Language | None = None) -> str:
    """A part of the sum: ``context``, ``identification``, ``circumstances`` or ``sum``."""
    return _text(language, "parts", name)


def flag_words(flag: Flag, language: Language | None = None) -> str:
    """What stands beside the score."""
    return _text(language, "flags", flag.value)


def structure() -> dict[str, Any]:
    """What the words belong to, as the file has it."""
    return _tree("factors.toml")


def _text(language: Language | None, *keys: str) -> str:
    found: Any = _words(language)
    for key in keys:
        found = found[key]
    return str(found)


def _words(language: Language | None) -> dict[str, Any]:
    return _tree(f"factors.{(language or current_language()).value}.toml")


@cache
def _tree(name: str) -> dict[str, Any]:
    return tomllib.loads(form("breaches").joinpath(name).read_text(encoding="utf-8"))
