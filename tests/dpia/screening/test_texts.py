"""The words of the need: all there in both written forms, plain, and each in its own."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from dpia.filling import begun
from dpia.screening.by_hand import NO, VIEW
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import form
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.codes import Advice
from gdpr_desktop.dpia.screening import texts
from gdpr_desktop.dpia.screening.model import ALWAYS, CRITERIA, MOMENTS, Excuse, ScreeningAnswers
from gdpr_desktop.dpia.screening.rules import Rule, screen
from gdpr_desktop.dpia.screening.service import note_need, note_screening, note_view
from gdpr_desktop.dpia.screening.words import advice_means, reason_lines
from gdpr_desktop.dpia.summaries.need import rows
from gdpr_desktop.vault import Vault
from letters.test_forms_language import ABBREVIATIONS, FOREIGN, OFFICIALESE

both = pytest.mark.parametrize("language", Language)


def leaves(tree: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Each text with the path to it."""
    if isinstance(tree, str):
        yield path, tree
        return
    for key, one in tree.items():
        yield from leaves(one, f"{path}.{key}")


def words_of(language: Language) -> dict[str, str]:
    """The texts of the file, by their paths."""
    path = form("dpia") / f"screening.{language}.toml"
    return dict(leaves(tomllib.loads(path.read_text(encoding="utf-8"))))


def test_both_written_forms_say_the_same_things() -> None:
    assert set(words_of(Language.NYNORSK)) == set(words_of(Language.BOKMAL))


@both
def test_every_question_page_and_reason_has_words(language: Language) -> None:
    asked = [
        one for name in ("listed", "always", "criteria") for one in texts.asked(name, language)
    ]
    assert [one.id for one in asked] == [*texts.ENTRIES, *ALWAYS, *CRITERIA]
    assert [one.id for one in texts.asked("moments", language)] == list(MOMENTS)
    assert all(one.text and one.help for one in asked)
    assert all(texts.page(name, language).articles for name in texts.PAGES)
    assert all(texts.proof_text(one, language) for one in Excuse)
    assert all(advice_means(one, language) for one in Advice)
    assert all(texts.code_text(one, language) for one in Rule)


@both
def test_a_reason_says_where_it_stands_and_what_is_unsure(language: Language) -> None:
    answers = ScreeningAnswers(
        listed=("location",), always=("35_3_b",), criteria=("scoring",), unsure=("matching",)
    )
    told = "\n".join(reason_lines(screen(answers).reasons, answers, language))
    assert "35 nr. 3 bokstav b" in told
    assert texts.entry_text("location", language) in told
    assert texts.entry_text("matching", language) in told


def test_the_page_of_the_case_tells_what_was_answered_and_decided(officer: Vault) -> None:
    case_id = begun(officer)
    answers = ScreeningAnswers(criteria=CRITERIA)
    note_screening(officer, case_id, answers)
    note_view(officer, case_id, VIEW)
    note_need(officer, case_id, NO)
    told = "\n".join(text for _label, text in rows(store.dpia(officer.db, case_id)))
    for one in (NO.why, NO.name, VIEW.why, VIEW.name, texts.code_text(Rule.MANY)):
        assert one in told
    note_screening(officer, case_id, answers)
    assert NO.name in dict(rows(store.dpia(officer.db, case_id)))[_("Decided earlier")]


@both
def test_the_words_are_plain_and_of_one_written_form(language: Language) -> None:
    for path, text in words_of(language).items():
        assert re.findall(rf"\b(?:{OFFICIALESE})\b", text, re.IGNORECASE) == [], path
        assert re.findall(rf"\b(?:{ABBREVIATIONS})", text, re.IGNORECASE) == [], path
        found = set(re.findall(r"[^\W\d_]+", text.lower()))
        assert found & FOREIGN[language] == set(), path
        sentences = re.split(r"[.!?:](?=\s|$)", text.replace("nr.", "nr"))
        assert [one for one in sentences if len(one.split()) > 25] == [], path
