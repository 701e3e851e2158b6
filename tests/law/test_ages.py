from datetime import date

import pytest

from gdpr_desktop.law.ages import AskerNote, age_on, asker_notes
from gdpr_desktop.law.rules import rules_on

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("born", "age"),
    [
        ("2013-11-22", 13),
        ("2013-11-23", 12),
        ("2008-11-22", 18),
        ("2008-11-23", 17),
        ("2008-02-29", 18),
        ("2026-11-22", 0),
    ],
)
def test_age_in_whole_years(born, age):
    assert age_on(date.fromisoformat(born), TODAY) == age


def test_born_on_29_february_is_a_year_older_on_1_march():
    born = date(2008, 2, 29)
    assert age_on(born, date(2026, 2, 28)) == 17
    assert age_on(born, date(2026, 3, 1)) == 18
    assert age_on(born, date(2028, 2, 29)) == 20


def test_nobody_has_an_age_before_birth():
    with pytest.raises(ValueError, match="not born"):
        age_on(date(2026, 11, 23), TODAY)


def test_the_ages_of_consent_in_force():
    ages = rules_on(TODAY).ages
    assert (ages.information_society, ages.organisational_consent, ages.adult) == (13, 15, 18)
    assert (ages.special_categories, ages.health, ages.party) == (18, 16, 15)


@pytest.mark.parametrize(
    ("age", "parent", "child", "caution"),
    [
        (12, True, False, False),
        (13, True, True, True),
        (14, True, True, True),
        (15, False, True, True),
        (17, False, True, True),
    ],
)
def test_who_may_ask_when_the_data_are_on_a_child(age, parent, child, caution):
    notes = asker_notes(age)
    assert AskerNote.CHILD_LANGUAGE in notes
    assert (AskerNote.PARENT_MAY_ASK in notes) is parent
    assert bool({AskerNote.CHILD_MAY_ASK, AskerNote.CHILD_ASKS_SELF} & {*notes}) is child
    assert (AskerNote.OLDER_CHILD_CAUTION in notes) is caution


def test_adults_have_no_notes():
    assert asker_notes(18, day=TODAY) == ()


def test_a_negative_age_is_refused():
    with pytest.raises(ValueError, match="negative"):
        asker_notes(-1)


@pytest.mark.parametrize(
    ("age", "health"),
    [
        (11, set()),
        (12, {AskerNote.HEALTH_WITHHELD}),
        (15, {AskerNote.HEALTH_WITHHELD}),
        (16, {AskerNote.HEALTH_CHILD_DECIDES}),
        (17, {AskerNote.HEALTH_CHILD_DECIDES}),
    ],
)
def test_in_health_care_a_child_may_keep_things_from_the_parents(age, health):
    of_health = {AskerNote.HEALTH_WITHHELD, AskerNote.HEALTH_CHILD_DECIDES}
    assert of_health & {*asker_notes(age)} == health
