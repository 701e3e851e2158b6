"""The words of an assessment: whole, in both written forms, as the tables have them."""

import tomllib
from typing import Any

import pytest

from gdpr_desktop.breaches.assessing import factors
from gdpr_desktop.breaches.assessing.advice import Factor, Reason, Risk, Weight
from gdpr_desktop.breaches.assessing.severity import (
    CIRCUMSTANCES,
    CONTEXTS_OF,
    IDENTIFICATIONS_OF,
    Band,
    Flag,
    Loss,
)
from gdpr_desktop.breaches.assessing.words import reason_words, risk_words
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import form


def keys(tree: dict[str, Any], above: str = "") -> set[str]:
    """The dotted names of all words."""
    found = set()
    for key, value in tree.items():
        name = f"{above}.{key}"
        found |= keys(value, name) if isinstance(value, dict) else {name}
    return found


def test_both_languages_have_the_same_words() -> None:
    nynorsk, bokmal = (
        keys(tomllib.loads(form("breaches").joinpath(f"factors.{one}.toml").read_text("utf-8")))
        for one in ("nn", "nb")
    )
    assert nynorsk == bokmal


def test_the_tables_on_file_are_those_of_the_rules() -> None:
    tree = factors.structure()
    assert tree["factors"] == list(Factor)
    assert tree["weights"] == list(Weight)
    assert tree["bands"] == list(Band)
    assert tree["flags"] == list(Flag)
    assert tree["classes"] == {one.value: list(steps) for one, steps in CONTEXTS_OF.items()}
    assert {one: len(steps) for one, steps in tree["identifiers"].items()} == {
        one.value: len(steps) for one, steps in IDENTIFICATIONS_OF.items()
    }


@pytest.mark.parametrize("language", Language)
def test_every_choice_has_a_sentence_of_its_own(language: Language) -> None:
    sentences = [
        *(factors.factor_words(one, language).text for one in Factor),
        *(
            factors.context_words(one, step, language)
            for one, steps in CONTEXTS_OF.items()
            for step in steps
        ),
        *(
            factors.ease_words(one, step, language)
            for one, steps in IDENTIFICATIONS_OF.items()
            for step in steps
        ),
        *(
            factors.circumstance_words(one, step, language)
            for one in Loss
            for step in CIRCUMSTANCES
        ),
        *(factors.malice_words(one, language) for one in (False, True)),
        *(factors.band_words(one, language).text for one in Band),
    ]
    assert all(one.endswith(".") for one in sentences)
    assert len(set(sentences)) == len(sentences)
    assert all(factors.flag_words(one, language) for one in Flag)


@pytest.mark.parametrize("language", Language)
def test_every_reason_has_words(language: Language) -> None:
    reasons = [reason_words(one, language) for one in Reason]
    assert len({*reasons, *(risk_words(one, language) for one in Risk)}) == len(Reason) + len(Risk)
