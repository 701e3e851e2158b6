"""Starting points for forms: whole in both written forms, and near to what may be approved."""

import re
import tomllib
from dataclasses import fields, replace
from datetime import date

import pytest

from consents.filling import POINTS, no_better_basis
from gdpr_desktop.consents.checking.points import Outcome, check_form
from gdpr_desktop.consents.codes import Audience, FormKind, Giver, Lasting, PictureUse, PlaceKind
from gdpr_desktop.consents.forms.checks import content_problems, purposes_problems
from gdpr_desktop.consents.forms.joined import joined
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.forms.service.intake import intake_problems
from gdpr_desktop.consents.forms.shown import fields_shown
from gdpr_desktop.consents.forms.starting import blank_content, content_from, purpose_of, starts
from gdpr_desktop.consents.forms.steps import Step
from gdpr_desktop.consents.givers import required_givers
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import form

NOW = date(2026, 11, 20)
IDS = tuple(one.id for one in starts(Language.NYNORSK))
every_start = pytest.mark.parametrize("start_id", IDS)
BLANKS = {"unit": "Tunet barnehage", "responsible": "Styraren", "contact": "tlf. 55 00 00 00"}


def test_there_are_starting_points_of_the_three_kinds():
    kinds = [one.kind for one in starts(Language.BOKMAL)]
    assert len(kinds) >= 8
    assert set(kinds) == set(FormKind)
    assert kinds == sorted(kinds, key=[FormKind.PICTURE, FormKind.BASIS, *FormKind].index)


@every_start
def test_every_text_stands_in_both_written_forms_and_they_differ(start_id):
    content = content_from(start_id, Language.NYNORSK)
    texts = {one.name: getattr(content, one.name) for one in fields(content)}
    texts |= {one.key: one.text for one in content.purposes}
    said = {name: text for name, text in texts.items() if isinstance(text, Bilingual) and text}
    assert {name for name, text in said.items() if not (text.nn and text.nb)} == set()
    assert all(text.nn.count("\n") == text.nb.count("\n") for text in said.values())


@every_start
def test_with_the_blanks_filled_in_a_starting_point_is_a_form_without_problems(start_id):
    content = replace(content_from(start_id, Language.NYNORSK), **BLANKS)
    assert intake_problems(content) == []
    assert content_problems(content, NOW) == []
    assert purposes_problems(content.purposes, content.kind) == []
    assert [one.text.nn for one in content.purposes if joined(one.text)] == []
    assert [one.key for one in content.purposes] == [
        f"p{number}" for number in range(1, len(content.purposes) + 1)
    ]


@every_start
def test_with_the_blanks_and_the_answers_a_starting_point_passes_the_sixteen_points(start_id):
    content = replace(content_from(start_id, Language.BOKMAL), **BLANKS)
    made = Form(case=None, draft=content, basis=no_better_basis(content.kind), answers=POINTS)
    told = [one for one in check_form(made) if one.outcome is not Outcome.MET]
    wrong = [one.code for one in told if one.outcome is not Outcome.NOT_RELEVANT]
    assert wrong == (["no_end"] if content.lasting is Lasting.WITHDRAWN else [])


@every_start
def test_a_starting_point_says_all_that_its_kind_must_say(start_id):
    content = content_from(start_id, Language.BOKMAL)
    wanted = {"title", "use", "data", "withdraw_how", "withdraw_after", "refusing", "purposes"}
    if any(one.explicit for one in content.purposes):
        wanted.add("explicit")
    if content.kind is FormKind.CONFIDENTIALITY:
        wanted |= {"law", "sources"}
    if content.online:
        wanted.add("age_check")
    assert {name for name in wanted if not getattr(content, name)} == set()
    lasting = {one.name: one.erasable for each in content.purposes for one in each.places}
    if not all(lasting.values()):
        assert content.irrevocable
    assert wanted <= fields_shown(content)


def test_every_use_of_a_picture_has_a_sentence_of_its_own_for_children_and_others():
    for audience in Audience:
        made = [purpose_of(one, audience, Language.NYNORSK) for one in PictureUse]
        assert len({one.text for one in made}) == len(PictureUse)
        assert all(one.text.nn and one.text.nb and not joined(one.text) for one in made)
    printed = purpose_of(PictureUse.PUBLISH_PRINT, Audience.CHILDREN, Language.BOKMAL)
    assert [(one.kind, one.erasable) for one in printed.places] == [(PlaceKind.PRINT, False)]


def test_a_blank_form_says_that_it_can_be_withdrawn():
    for kind in FormKind:
        content = blank_content(kind)
        assert content.withdraw_how.nn
        assert content.withdraw_how.nb
        assert content.purposes == ()


@pytest.mark.parametrize("language", Language)
def test_the_steps_of_a_form_have_short_buttons_and_two_to_five_sentences_of_why(language):
    structure = _read("guidance", "consents.toml")
    words = _read("guidance", f"consents.{language}.toml")
    assert list(structure["steps"]) == list(words["steps"]) == [step.value for step in Step]
    assert list(structure["notes"]) == list(words["notes"])
    for name, texts in words["steps"].items():
        assert len(texts["action"]) <= 32, name
        assert 2 <= len(_sentences(texts["why"])) <= 5, name
    said = [one["why"] for one in words["steps"].values()]
    said += [one["text"] for one in words["notes"].values()]
    assert [one for text in said for one in _sentences(text) if len(one.split()) > 25] == []


@pytest.mark.parametrize("language", Language)
def test_the_steps_name_only_chapters_and_articles_of_the_structure(language):
    structure = _read("guidance", "consents.toml")
    words = _read("guidance", f"consents.{language}.toml")
    for kind, key in (("steps", "why"), ("notes", "text")):
        for name, texts in words[kind].items():
            place = structure[kind][name]
            chapters, _and, articles = texts[key].partition("kapittel ")[2].partition("artikkel ")
            assert re.findall(r"\d+(?:\.\d+)*", chapters) == place["handbook"], name
            numbers = re.findall(r"\d+", re.sub(r"nr\. \d+", "", articles))
            assert set(numbers) <= {re.split(r"\D", one)[0] for one in place["articles"]}, name


@pytest.mark.parametrize("language", Language)
def test_no_sentence_of_a_starting_point_is_longer_than_twenty_five_words(language):
    texts = list(_leaves(_read("consents", f"starting.{language}.toml")))
    assert [one for text in texts for one in _sentences(text) if len(one.split()) > 25] == []


def _read(folder, name):
    return tomllib.loads((form(folder) / name).read_text(encoding="utf-8"))


def _leaves(branch):
    if isinstance(branch, str):
        yield branch
        return
    for inner in branch.values():
        yield from _leaves(inner)


def _sentences(text):
    found = re.split(r"[.!?:](?=\s|$)|\n", text.replace("nr.", "nr").replace("tlf.", "tlf"))
    return [one for one in found if one.strip()]


def test_a_sixteen_year_old_releases_health_information_alone_but_not_that_of_nav() -> None:
    content = content_from("health_information", Language.NYNORSK)
    today, born = date(2026, 11, 20), date(2010, 5, 3)
    alone = [
        required_givers(born, one.matter, one.special, today) == (Giver.SELF,)
        for one in content.purposes
    ]
    assert alone == [True, True, False]
