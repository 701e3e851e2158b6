"""An activity in words: in the language asked for, with the law beside."""

import ast
from dataclasses import replace
from inspect import getsource

import pytest

from gdpr_desktop.core.bilingual import Bilingual, same
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.law.bases import Basis, Condition
from gdpr_desktop.register import countries
from gdpr_desktop.register.activities import findings, words
from gdpr_desktop.register.activities.advice import finding_words
from gdpr_desktop.register.activities.durations import DurationError, read_months
from gdpr_desktop.register.activities.facts import PARTS, Links, sections
from gdpr_desktop.register.activities.parts import (
    After,
    Answer,
    DpiaExcuse,
    InformationWay,
    Provision,
    Retention,
    Sensitivity,
    Transfer,
    TransferGround,
)
from gdpr_desktop.register.acts import act_named, acts
from gdpr_desktop.register.entries.model import Finding, Severity
from register.sound import SOUND, basis, law, party

NN, NB = Language.NYNORSK, Language.BOKMAL
RETENTION = Retention(
    months=120,
    counted_from=Bilingual(nn="barnet sluttar", nb="barnet slutter"),
    law=law(section="§ 8"),
)


@pytest.fixture
def english(monkeypatch):
    """The source strings, whatever the catalogues say today."""
    import gettext

    from gdpr_desktop.core import text

    monkeypatch.setattr(text, "_catalogue", lambda _language: gettext.NullTranslations())


def test_every_rule_has_a_sentence():
    rooms = (findings, findings.contents, findings.duties, findings.lawfulness, findings.sharing)
    calls = [
        node
        for room in rooms
        for node in ast.walk(ast.parse(getsource(room)))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("error", "warning", "hint")
    ]
    codes = {ast.literal_eval(node.args[0]) for node in calls}
    assert len(codes) > 60
    for code in codes:
        about = "name" if code == "one_language" else "Opptak {rart}"
        one = Finding(code=code, severity=Severity.ERROR, about=about)
        assert finding_words(one).endswith(".")


def test_every_value_has_words_in_both_languages():
    for language in Language:
        for made, kind in (
            (words.basis_words, Basis),
            (words.condition_words, Condition),
            (words.ground_words, TransferGround),
            (words.answer_words, Answer),
            (words.sensitivity_words, Sensitivity),
            (words.after_words, After),
            (words.provision_words, Provision),
            (words.way_words, InformationWay),
            (words.excuse_words, DpiaExcuse),
        ):
            said = [made(value, language) for value in kind]
            assert len(set(said)) == len(said)


def test_retention_says_how_long_from_when_then_what_and_by_which_law(english):
    expected = "10 years from barnet sluttar, then erased (barnehagelova § 8)"
    assert words.retention_words(RETENTION, NN) == expected
    assert "barnet slutter, then erased (barnehageloven § 8)" in words.retention_words(
        RETENTION, NB
    )
    assert words.retention_words(replace(RETENTION, months=18), NN).startswith("18 months from")
    by_criteria = Retention(criteria=same("til slutten"), then=After.ARCHIVE)
    assert words.retention_words(by_criteria) == "til slutten, then handed over to the archive"
    assert words.retention_words(Retention(permanent=True)) == "kept for good"
    assert words.retention_words(None) == words.retention_words(Retention()) == ""


def test_basis_is_followed_by_its_article_and_law(english):
    found = words.basis_words(basis("e", laws=(law(),)), NB)
    assert found.endswith("article 6 nr. 1 bokstav e (barnehageloven § 18)")


def test_party_says_what_lifts_confidentiality(english):
    assert words.party_words(party(confidential=True, lifted_by=law()), NN) == (
        "skulen (confidential: barnehagelova § 18)"
    )
    assert "nothing lifts it" in words.party_words(party(confidential=True))


def test_transfer_names_the_country_in_the_language(english):
    one = Transfer(country="FO", recipient="Hjelp", ground=TransferGround.ADEQUACY, support=True)
    assert words.transfer_words(one, NN).startswith("Færøyane: Hjelp. The country")
    assert words.transfer_words(one, NB).startswith("Færøyene: Hjelp. The country")
    assert countries.country_name("XX", NN) == "XX"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Færøyane", "FO"),
        ("færøyene ", "FO"),
        ("Brasil", "BR"),
        ("US", "US"),
        ("UK", "GB"),
        ("", ""),
    ],
)
def test_country_is_known_by_its_name_in_either_written_form(text, code):
    assert countries.country_code(text) == code


def test_act_is_known_in_either_written_form():
    assert act_named("Opplæringsloven") == Bilingual(nn="opplæringslova", nb="opplæringsloven")
    assert act_named(" forskrift om  arkiv ") == same("forskrift om arkiv")
    assert not act_named(" ")
    assert len({one.nn for one in acts()}) == len(acts()) >= 40


@pytest.mark.parametrize(
    ("typed", "months"),
    [("10 år", 120), ("6 mnd.", 6), ("1 år og 6 månader", 18), ("3 måneder", 3), ("2år", 24)],
)
def test_periods_are_read_as_people_type_them(typed, months):
    assert read_months(typed) == months


@pytest.mark.parametrize("typed", ["10", "lenge", "3 veker", "1 år 2 dagar"])
def test_what_is_no_period_is_refused(typed):
    with pytest.raises(DurationError):
        read_months(typed)


def test_sections_come_in_the_order_of_the_form():
    assert tuple(one.part for one in sections(SOUND, Links(), NN)) == PARTS


def test_screen_shows_some_of_many_categories_and_paper_all():
    many = replace(SOUND, data=SOUND.data * 200)

    def lines(*, whole: bool) -> int:
        (group,) = [one for one in sections(many, Links(), NN, whole=whole) if one.part == "people"]
        return group.facts[1][1].count("\n") + 1

    assert lines(whole=False) == 41
    assert lines(whole=True) == 200
