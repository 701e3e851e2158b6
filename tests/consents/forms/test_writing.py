"""A form is written, its purposes keep their keys, and what was approved stays."""

from dataclasses import replace
from datetime import date

import pytest

from consents.filling import APPROVED_ON, CONTENT, PURPOSES, a_form, approve
from gdpr_desktop.consents.codes import Lasting, PictureUse
from gdpr_desktop.consents.content import Place, Purpose
from gdpr_desktop.consents.forms import store
from gdpr_desktop.consents.forms.joined import is_joined
from gdpr_desktop.consents.forms.service.writing import write_form, write_purposes
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.errors import InvalidInputError, RefusedError

NEW = Purpose(
    key="",
    text=Bilingual(nn="Dele bileta i ei lukka gruppe"),
    use=PictureUse.SHARE_CLOSED,
)


def keys(vault, case_id):
    return [one.key for one in store.form(vault.db, case_id).draft.purposes]


def refused(wanted, verb, *arguments):
    with pytest.raises(InvalidInputError) as caught:
        verb(*arguments)
    assert wanted in {one.field for one in caught.value.problems}


def test_a_form_is_written_told_of_and_taken_back(officer):
    case_id = a_form(officer)
    changed = replace(CONTENT, contact="  tlf. 55 11 11 11 ", lasting=Lasting.ONE_YEAR)
    change = write_form(officer, case_id, changed)
    found = store.form(officer.db, case_id)
    assert found.draft == replace(changed, contact="tlf. 55 11 11 11")
    change.undo.verb(officer)
    assert store.form(officer.db, case_id).draft == CONTENT


def test_writing_the_texts_leaves_kind_and_purposes_alone_and_nothing_is_told_of_nothing(officer):
    case_id = a_form(officer)
    other = replace(CONTENT, purposes=())
    assert write_form(officer, case_id, other).undo is None
    assert store.form(officer.db, case_id).draft == CONTENT


def test_what_cannot_stand_on_a_form_is_said_at_its_field(officer):
    case_id = a_form(officer)
    wrong = {
        "title": {"title": Bilingual()},
        "unit": {"unit": " "},
        "until": {"lasting": Lasting.DATE, "until": date(2026, 11, 20)},
        "renew_months": {"lasting": Lasting.ONE_YEAR, "renew_months": 12},
        "use": {"use": Bilingual(nb="a" * 4001)},
    }
    for field, change in wrong.items():
        refused(field, write_form, officer, case_id, replace(CONTENT, **change))
    assert store.form(officer.db, case_id).draft == CONTENT


def test_a_date_is_kept_only_on_a_form_that_lasts_to_one(officer):
    case_id = a_form(officer)
    write_form(officer, case_id, replace(CONTENT, until=date(2027, 6, 1)))
    assert store.form(officer.db, case_id).draft.until is None


def test_a_new_purpose_gets_a_key_that_no_version_ever_had(officer, form_id):
    write_purposes(officer, form_id, PURPOSES[:2])
    write_purposes(officer, form_id, (*PURPOSES[:2], NEW))
    assert keys(officer, form_id) == ["p1", "p2", "p4"]


def test_a_purpose_that_is_taken_up_again_has_the_key_it_was_answered_under(officer, form_id):
    write_purposes(officer, form_id, PURPOSES[:2])
    write_purposes(officer, form_id, PURPOSES)
    assert keys(officer, form_id) == ["p1", "p2", "p3"]


def test_the_same_key_never_comes_to_mean_another_thing(officer, form_id):
    press = replace(PURPOSES[1], use=PictureUse.PRESS)
    sensitive = replace(PURPOSES[2], special=True)
    write_purposes(officer, form_id, (PURPOSES[0], press, sensitive))
    assert keys(officer, form_id) == ["p1", "p4", "p5"]


def test_before_the_first_approval_a_purpose_may_change_as_it_likes(officer):
    case_id = a_form(officer)
    write_purposes(officer, case_id, (replace(PURPOSES[0], special=True),))
    assert keys(officer, case_id) == ["p1"]


def test_keys_made_up_or_given_twice_are_not_believed(officer, form_id):
    other = replace(PURPOSES[0], text=Bilingual(nn="Noko anna"))
    write_purposes(officer, form_id, (PURPOSES[0], other, replace(NEW, key="p99")))
    assert keys(officer, form_id) == ["p1", "p4", "p5"]


def test_other_places_do_not_make_another_purpose(officer, form_id):
    moved = replace(PURPOSES[1], places=(Place(name="testvik.kommune.no"),))
    write_purposes(officer, form_id, (PURPOSES[0], moved, PURPOSES[2]))
    assert keys(officer, form_id) == ["p1", "p2", "p3"]
    assert store.form(officer.db, form_id).version(1).content == CONTENT


def test_purposes_are_asked_about_once_each_with_words_and_named_places(officer):
    case_id = a_form(officer)
    for wrong in (
        (replace(NEW, text=Bilingual()),),
        (replace(NEW, use=None),),
        (PURPOSES[0], replace(PURPOSES[0], key="")),
        (replace(NEW, places=(Place(name=" "),)),),
        tuple(replace(NEW, text=Bilingual(nn=f"Formål {n}")) for n in range(31)),
    ):
        refused("purposes", write_purposes, officer, case_id, wrong)
    assert keys(officer, case_id) == ["p1", "p2", "p3"]


def test_the_purposes_are_taken_back_until_a_version_rests_on_them(officer):
    case_id = a_form(officer)
    change = write_purposes(officer, case_id, (NEW,))
    approve(officer, case_id, APPROVED_ON)
    again = write_purposes(officer, case_id, PURPOSES)
    with pytest.raises(RefusedError):
        change.undo.verb(officer)
    again.undo.verb(officer)
    assert keys(officer, case_id) == ["p4"]


@pytest.mark.parametrize(
    ("text", "two"),
    [
        ("Ta bilete og leggje dei ut på nettsida", True),
        ("Vi kan lagre bilda og dele dem med avisen", True),
        ("Fotografere samt filme", True),
        ("Ta bilete og film av barnet", False),
        ("Lagre namn og adresse", False),
        ("Vi kan sende nyheitsbrev", False),
        ("Bruk av biologi", False),
        ("Og så?", False),
    ],
)
def test_two_purposes_joined_by_og_are_noticed(text, two):
    assert is_joined(text) is two
