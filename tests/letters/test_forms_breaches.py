"""The texts of a breach and the list of the first hour: one structure, two languages."""

import re
import tomllib
from typing import Any

import pytest

from gdpr_desktop.breaches.codes import Incident
from gdpr_desktop.breaches.steps import Step
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import form

every_language = pytest.mark.parametrize("language", Language)


def _read(folder: str, name: str) -> dict[str, Any]:
    return tomllib.loads((form(folder) / name).read_text(encoding="utf-8"))


def _sentences(text: str) -> list[str]:
    return [one for one in re.split(r"[.!?:](?=\s|$)", text.replace("nr.", "nr")) if one.strip()]


@every_language
def test_every_step_and_note_has_words(language: Language) -> None:
    structure = _read("guidance", "breaches.toml")
    words = _read("guidance", f"breaches.{language}.toml")
    assert list(structure["steps"]) == [step.value for step in Step]
    assert {kind: list(words[kind]) for kind in words} == {
        kind: list(structure[kind]) for kind in structure
    }


@every_language
def test_every_step_has_a_title_a_short_button_and_two_to_five_sentences_of_why(
    language: Language,
) -> None:
    for name, words in _read("guidance", f"breaches.{language}.toml")["steps"].items():
        assert set(words) == {"title", "action", "why"}, name
        assert len(words["action"]) <= 32, name
        assert 2 <= len(_sentences(words["why"])) <= 5, name


@every_language
def test_texts_name_only_chapters_and_articles_of_the_structure(language: Language) -> None:
    structure = _read("guidance", "breaches.toml")
    words = _read("guidance", f"breaches.{language}.toml")
    for kind, key in (("steps", "why"), ("notes", "text")):
        for name, texts in words[kind].items():
            place = structure[kind][name]
            said = texts[key].partition("kapittel ")[2]
            chapters, _and, articles = said.partition("artikkel ")
            named = re.findall(r"\d+(?:\.\d+)*", chapters)
            assert named == place["handbook"], name
            numbers = re.findall(r"\d+", re.sub(r"nr\. \d+", "", articles))
            assert set(numbers) <= {re.split(r"\D", one)[0] for one in place["articles"]}, name


@every_language
def test_every_incident_has_a_list_and_every_point_its_words(language: Language) -> None:
    structure = _read("first_hour", "first_hour.toml")
    words = _read("first_hour", f"first_hour.{language}.toml")
    assert list(structure["incidents"]) == [one.value for one in Incident]
    used = {*structure["common"], *(one for ids in structure["incidents"].values() for one in ids)}
    assert used == set(structure["points"])
    assert list(words["points"]) == list(structure["points"])
    assert {one["who"] for one in structure["points"].values()} == set(words["who"])
    assert all(set(one) == {"text", "help"} for one in words["points"].values())


@every_language
def test_no_sentence_of_these_is_longer_than_twenty_five_words(language: Language) -> None:
    steps = _read("guidance", f"breaches.{language}.toml")
    texts = [one["why"] for one in steps["steps"].values()]
    texts += [one["text"] for one in steps["notes"].values()]
    points = _read("first_hour", f"first_hour.{language}.toml")["points"].values()
    texts += [words for one in points for words in one.values()]
    assert [one for text in texts for one in _sentences(text) if len(one.split()) > 25] == []
