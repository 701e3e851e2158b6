"""The questions: whole in both written forms, in plain words, and with the right articles."""

import re
import tomllib

import pytest

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import form
from gdpr_desktop.dpia.catalogue.loading import builtin
from gdpr_desktop.dpia.catalogue.model import RISKS, QuestionKind
from gdpr_desktop.dpia.catalogue.words import source_words
from gdpr_desktop.law.articles import cited
from letters.test_forms_language import ABBREVIATIONS, FOREIGN, OFFICIALESE, lix

CATALOGUE = builtin()
QUESTIONS = [one for section in CATALOGUE.sections for one in section.questions]
PARTS_OF_28_3 = 10  # the frame, (a) to (h), and the last subparagraph


def leaves(data):
    """All words, at any depth."""
    if isinstance(data, dict):
        for inner in data.values():
            yield from leaves(inner)
    elif isinstance(data, list):
        for inner in data:
            yield from leaves(inner)
    else:
        yield data


@pytest.fixture(scope="module", params=list(Language))
def language(request):
    return request.param


@pytest.fixture(scope="module")
def tree(language):
    text = form("dpia").joinpath(f"questions.{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@pytest.fixture(scope="module")
def words(tree):
    return "\n".join(leaves(tree))


def test_every_question_has_all_its_words_and_no_words_are_left_over(tree, language):
    assert set(tree["questions"]) == {one.id for one in QUESTIONS}
    assert set(tree["sections"]) == {one.id for one in CATALOGUE.sections}
    for one in QUESTIONS:
        own = tree["questions"][one.id]
        assert all(both.has(language) for both in (one.text, one.why, one.example)), one.id
        assert list(own.get("choices", ())) == [name for name, _words in one.choices]
        assert list(own.get("columns", ())) == [name for name, _words in one.columns]


def test_ids_are_unique_and_conditions_point_to_choices_that_exist():
    names = [one.id for one in QUESTIONS]
    assert len(set(names)) == len(names)
    for one in QUESTIONS:
        for name, value in (part.split("=") for when in one.when for part in when.split(" & ")):
            asked = CATALOGUE.question(name)
            choices = {each for each, _words in asked.choices} or {"yes", "no", "unsure"}
            assert value in choices, one.id


def test_the_kinds_have_what_they_are_answered_with():
    for one in QUESTIONS:
        picked = one.kind in (QuestionKind.CHOICE, QuestionKind.TICKS, QuestionKind.POINTS)
        assert bool(one.choices) is picked, one.id
        assert bool(one.columns) is (one.kind is QuestionKind.ROWS), one.id


def test_the_six_parts_of_the_handbook_stand_in_order():
    assert [section.part for section in CATALOGUE.sections] == sorted(
        section.part for section in CATALOGUE.sections
    )
    assert {section.part for section in CATALOGUE.sections} == set(range(1, 7))
    assert len(CATALOGUE.parts) == 6
    assert CATALOGUE.section(RISKS).part == 5


def test_every_question_names_its_article_and_the_minimum_of_article_35_is_asked():
    assert all(one.articles for one in QUESTIONS)
    asked = {article for one in QUESTIONS for article in one.articles}
    assert {"35(7)(a)", "35(7)(b)", "35(7)(c)", "35(7)(d)", "35(8)", "35(9)", "35(11)"} <= asked
    assert all(re.fullmatch(r"\d+( nr\. \d+)?( bokstav [a-z])?", cited(one)) for one in asked)
    assert source_words(CATALOGUE.question("security")).startswith("Artikkel 32 nr. 1, ")
    points = CATALOGUE.question("agreement_points").choices
    assert len(points) == PARTS_OF_28_3
    helpers = (len(CATALOGUE.question(f"interest_{side}").choices) for side in ("for", "against"))
    assert tuple(helpers) == (12, 7)  # handbook 3.2


def test_no_sentence_is_longer_than_twenty_five_words(words):
    sentences = re.split(r"[.!?:](?=\s|$)|\n+", words.replace("nr.", "nr"))
    assert [one for one in sentences if len(one.split()) > 25] == []
    assert lix(words) < 40


def test_no_officialese_and_no_abbreviations(words):
    assert re.findall(rf"\b(?:{OFFICIALESE})\b", words, re.IGNORECASE) == []
    assert re.findall(rf"\b(?:{ABBREVIATIONS})", words, re.IGNORECASE) == []


def test_no_mixing_of_nynorsk_and_bokmal(words, language):
    found = set(re.findall(r"[^\W\d_]+", words.lower()))
    assert found & FOREIGN[language] == set()
