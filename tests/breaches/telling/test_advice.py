"""Advice to people: only of the data concerned, for whom it is, in both languages."""

import re
import tomllib

import pytest

from gdpr_desktop.breaches.codes import (
    BreachKind,
    Consequence,
    DataCategory,
    PeopleCategory,
    Seen,
)
from gdpr_desktop.breaches.model import Scope
from gdpr_desktop.breaches.telling.advice import (
    Reader,
    data_words,
    effect_words,
    people_words,
    protective_advice,
)
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import form

NN = Language.NYNORSK
every_language = pytest.mark.parametrize("language", Language)
NO_ADVICE = {DataCategory.NAME, DataCategory.FAMILY, DataCategory.OTHER}


def scope(*data: DataCategory, **named: object) -> Scope:
    named = {"kinds": (BreachKind.CONFIDENTIALITY,), "seen": Seen.UNKNOWN} | named
    return Scope(data=data, **named)


def topics(found: Scope, reader: Reader = Reader.ADULT) -> list[str]:
    return [one.topic for one in protective_advice(found, NN, reader)]


def read(name: str) -> dict:
    return tomllib.loads(form("breaches").joinpath(name).read_text(encoding="utf-8"))


def test_advice_is_only_of_the_data_concerned_and_the_most_urgent_comes_first():
    both = scope(DataCategory.IDENTITY_NUMBER, DataCategory.PASSWORD)
    assert topics(both) == ["password", "identity_number"]
    assert topics(scope(DataCategory.NAME)) == []


@pytest.mark.parametrize("category", [one for one in DataCategory if one not in NO_ADVICE])
def test_every_kind_of_data_that_can_be_misused_has_advice_to_adult_and_child(category):
    for reader in Reader:
        assert len(topics(scope(category), reader)) == 1


def test_of_data_that_nobody_saw_there_is_nothing_to_guard_against():
    assert topics(scope(DataCategory.PASSWORD, seen=Seen.NOBODY)) == []


def test_what_was_changed_or_lost_has_advice_of_its_own_and_none_against_misuse():
    kinds = (BreachKind.INTEGRITY, BreachKind.AVAILABILITY)
    assert topics(scope(DataCategory.IDENTITY_NUMBER, kinds=kinds)) == ["changed", "lost"]


@every_language
def test_nothing_said_to_people_tells_that_an_address_is_protected(language):
    found = scope(DataCategory.PROTECTED_ADDRESS)
    for reader in Reader:
        (advised,) = protective_advice(found, language, reader)
        said = " ".join([advised.about, *advised.points, *data_words(found, language, reader)])
        assert not re.search(r"fortru|fortro|hemm|gradert|skjult|beskytt|verna", said.lower())
    assert "Ring oss med e" in protective_advice(found, language, Reader.ADULT)[0].points[0]


@every_language
def test_both_languages_have_the_same_ids_and_as_many_points(language):
    structure, words = read("advice.toml"), read(f"advice.{language}.toml")
    assert list(words["topics"]) == list(structure["topics"])
    assert set(words["data"]) == {one.value for one in DataCategory}
    assert set(words["effects"]) == {one.value for one in Consequence} - {"other"}
    assert set(words["people"]) == {one.value for one in PeopleCategory}
    other = read("advice.nn.toml")["topics"]
    for name, one in words["topics"].items():
        assert [len(one[reader]) for reader in Reader] == [
            len(other[name][reader]) for reader in Reader
        ]


def test_each_kind_of_data_is_advised_on_once():
    named = [
        one
        for topic in read("advice.toml")["topics"].values()
        for one in topic.get("categories", ())
    ]
    assert sorted(named) == sorted({*named}) == sorted(set(DataCategory) - NO_ADVICE)


@every_language
def test_no_company_is_named_and_only_helplines_have_numbers(language):
    path = form("breaches").joinpath(f"advice.{language}.toml")
    text = path.read_text(encoding="utf-8")
    assert set(re.findall(r"\d[\d ]{2,}\d", text)) <= {"112", "116 111"}
    assert not re.search(r"www|http|@|\bAS\b|Posten|Experian|Bisnode|Vipps", text)


def test_words_of_other_data_stand_as_typed_and_none_twice():
    found = scope(DataCategory.NAME, DataCategory.OTHER, data_text="bilnummer")
    assert data_words(found, NN, Reader.ADULT) == ("namn", "bilnummer")


def test_consequences_are_sentences_for_the_reader():
    found = scope(DataCategory.NAME, consequences=(Consequence.FRAUD, Consequence.OTHER))
    assert effect_words(found, NN, Reader.ADULT) == ("Nokon kan prøve å lure deg.",)


def test_groups_of_people_are_joined_as_one_says_them():
    found = scope(people=(PeopleCategory.PUPILS, PeopleCategory.PARENTS))
    assert people_words(found, NN) == "elevar og barn i barnehagen, og foreldre"
