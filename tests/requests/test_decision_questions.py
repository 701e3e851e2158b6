"""The questions of every decision helper: one structure, two languages, each with its source."""

import re
import tomllib

import pytest

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import form
from gdpr_desktop.requests.questions import question_words, questions

NAMES = sorted(path.name.removesuffix(".nn.toml") for path in form("decisions").glob("*.nn.toml"))
ARTICLE = re.compile(r"\d+(\(\d+\))?(\([a-z]\))?")
every_decision = pytest.mark.parametrize("name", NAMES)


@every_decision
@pytest.mark.parametrize("language", Language)
def test_every_question_has_its_words_and_no_other_has(name, language):
    path = form("decisions") / f"{name}.{language.value}.toml"
    words = tomllib.loads(path.read_text(encoding="utf-8"))["questions"]
    assert list(words) == [one.id for one in questions(name)]
    for one in questions(name):
        said = question_words(name, one.id, language)
        assert said.text.endswith("?"), one.id
        assert bool(said.help) is bool(question_words(name, one.id, Language.NYNORSK).help)


@every_decision
def test_every_question_names_its_article_and_chapter(name):
    for one in questions(name):
        assert one.handbook, one.id
        assert one.reason in ("yes", "no", "both", "none"), one.id
        assert [article for article in one.articles if not ARTICLE.fullmatch(article)] == []


@every_decision
def test_a_question_waits_only_for_answers_to_earlier_ones(name):
    earlier: set[str] = set()
    for one in questions(name):
        for condition in one.when:
            asked, _is, answer = condition.partition("=")
            assert asked in earlier, one.id
            assert answer in ("yes", "no"), one.id
        earlier.add(one.id)
