"""What the handbook says: whole in both languages, with sources, and without yesterday's law."""

import re
import tomllib

import pytest

from checks import spelling
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import form
from gdpr_desktop.guidance import texts
from gdpr_desktop.guidance.html import topic_html
from gdpr_desktop.guidance.words import reference_words

LANGUAGES = tuple(Language)
# Acts and rules that no longer hold, and slips of the sources
OBSOLETE = (
    r"mållov\w*|§ 22 a|§ 2-7|§ 45 c|arkivlova 1992|arkivloven 1992|30 dag\w*|tretti dag\w*"
    r"|rådmann\w*|Personvernnemnda|handsaming\w*|konsesjon\w*|\bdykk\w*|\bdere\b"
)


def data(folder: str, name: str):
    return tomllib.loads((form(folder) / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_and_theme_has_its_words_and_no_words_are_left_over(language):
    structure = data("handbook", "topics.toml")
    words = data("handbook", f"topics.{language.value}.toml")
    assert list(words["topics"]) == list(structure["topics"])
    assert list(words["themes"]) == structure["themes"]
    assert {len(one["keywords"]) > 0 for one in words["topics"].values()} == {True}


def test_every_law_has_a_name_in_both_languages():
    nynorsk, bokmal = (set(data("handbook", f"laws.{one.value}.toml")) for one in LANGUAGES)
    assert nynorsk == bokmal


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_is_short_has_a_source_and_leads_to_topics_that_exist(language):
    known = {topic.id for topic in texts.topics(language)}
    assert len(known) >= 35
    for topic in texts.topics(language):
        assert 60 <= len(topic.text.split()) <= 180, topic.id
        assert topic.references.handbook, topic.id
        assert topic.references.articles, topic.id
        assert reference_words(topic.references, language), topic.id
        assert set(topic.related) <= known - {topic.id}, topic.id
        assert topic.places, topic.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_names_an_act_that_no_longer_holds(language):
    found = [
        (topic.id, hit)
        for topic in texts.topics(language)
        for hit in re.findall(OBSOLETE, topic_html(topic), re.IGNORECASE)
    ]
    found += [
        (point.id, hit)
        for checklist in texts.checklists(language)
        for point in checklist.points
        for hit in re.findall(OBSOLETE, f"{point.text} {point.help}", re.IGNORECASE)
    ]
    assert found == []


def test_what_the_sources_get_wrong_is_put_right():
    principles, responsibility = texts.topic("principles").text, texts.topic("responsibility").text
    assert "Samtykke er ikkje hovudregelen" in principles
    assert "**ikkje** databehandlarar" in responsibility
    assert "Datatilsynet" in texts.topic("erasure").text
    assert "éin månad" in texts.topic("request_deadline").text
    assert "§ 3-15" in texts.topic("cookies").text
    assert "§ 104" in texts.topic("pictures").text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "points"), [("lawful_basis", 6), ("unstructured", 7), ("privacy_statement", 19)]
)
def test_a_checklist_has_all_points_of_the_handbook_with_help_and_source(language, name, points):
    checklist = texts.checklist(name, language)
    assert [point.number for point in checklist.points] == list(range(1, points + 1))
    assert all(point.text and point.help for point in checklist.points)
    assert all(reference_words(point.references, language) for point in checklist.points)
    words = data("checklists", f"{name}.{language.value}.toml")["points"]
    assert list(words) == [point.id for point in checklist.points]


def test_the_texts_are_among_those_whose_spelling_is_checked():
    places = {where for _language, where, _text in spelling.texts()}
    wanted = {f"forms/handbook/topics.{one.value}.toml" for one in LANGUAGES}
    wanted |= {
        f"forms/checklists/{name}.{one.value}.toml"
        for name in texts.CHECKLISTS
        for one in LANGUAGES
    }
    assert wanted <= places


def test_a_place_of_the_program_finds_its_topics_in_the_language_of_the_screen():
    assert [topic.id for topic in texts.topics_for("collection.timing")] == ["inform_when"]
    titles = [topic.title for topic in texts.topics_for("collection.timing", Language.BOKMAL)]
    assert titles == ["Når informasjonen skal gis"]
    assert texts.topics_for("nowhere") == ()


@pytest.mark.parametrize("typed", ["førespurnad", "FORESPURNAD", "foerespurn", "  førespurnad, "])
def test_search_finds_a_word_however_it_is_typed(typed):
    assert "request_deadline" in [topic.id for topic in texts.search(typed)]


def test_search_wants_every_word_and_shows_titles_first():
    found = [topic.id for topic in texts.search("samtykke")]
    assert found[:2] == ["consent", "consent_withdrawn"]
    assert "pictures" in found
    assert texts.search("samtykke tilbake trekt")[0].id == "consent_withdrawn"
    assert texts.search("samtykke finstikke") == ()
    assert texts.search(" ") == texts.topics()
