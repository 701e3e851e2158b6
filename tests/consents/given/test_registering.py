"""Registering answers, correcting them, and taking it back."""

from dataclasses import replace
from datetime import date

import pytest

from consents.filling import both, given, said
from consents.given.made import withdrawn
from gdpr_desktop.consents.codes import How, Reason, Relation
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.given import store
from gdpr_desktop.consents.given.checks import Doubt, Found
from gdpr_desktop.consents.given.model import Subject
from gdpr_desktop.consents.given.service.registering import (
    Corrected,
    DoubtfulError,
    Registered,
    correct_consent,
    note_start,
    register_answer,
)
from gdpr_desktop.consents.given.words import anyway_words, doubt_words, why
from gdpr_desktop.consents.validity import validity
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.ids import ConsentId

NORA = Subject(name="Nora Testdal", birth_date=date(2022, 5, 3))
TWELVE = Subject(name="Iver Testdal", birth_date=date(2014, 5, 3))
MOTHER = said(name="Kari Testdal")


def register(vault, form_id, *statements, subject=NORA, **more):
    """The consent as it is kept."""
    keys = {key: more.pop(key) for key in ("consent_id", "anyway") if key in more}
    registered = Registered(subject=subject, statements=statements, **more)
    change = register_answer(vault, form_id, registered, **keys)
    return change, ConsentId(change.id)


def doubt_of(vault, form_id, *statements, **more):
    """What the program asks about."""
    with pytest.raises(DoubtfulError) as caught:
        register(vault, form_id, *statements, **more)
    assert caught.value.problems
    return {one.doubt for one in caught.value.found}


def test_a_consent_of_both_parents_is_kept_with_its_end_and_undone(officer, form_id):
    change, number = register(officer, form_id, *both())
    kept = store.consent(officer.db, number)
    assert kept.valid_until == date(2027, 7, 31)
    assert (kept.statements[0].noted_by, kept.version) == (officer.actor.name, 1)
    assert validity(kept, forms.form(officer.db, form_id), date(2026, 11, 20)).valid
    change.undo.verb(officer)
    assert store.of_person(officer.db, store.match(NORA)) == ()


def test_the_second_parents_answer_is_added_to_the_same_consent_and_undone(officer, form_id):
    _first, number = register(officer, form_id, MOTHER, parents=2)
    change, same = register(
        officer, form_id, said(no=("p2",), yes=("p1",), name="Ola Prøve"), consent_id=number
    )
    form = forms.form(officer.db, form_id)
    kept = store.consent(officer.db, number)
    found = validity(kept, form, date(2026, 11, 20))
    assert same == number
    assert (found.purposes, kept.parents) == (("p1",), 2)
    assert Reason.DISAGREE in found.reasons
    change.undo.verb(officer)
    assert store.consent(officer.db, number).statements == (MOTHER,)


def test_what_was_changed_since_is_not_undone(officer, form_id):
    change, number = register(officer, form_id, MOTHER)
    note_start(officer, number, date(2026, 9, 5))
    with pytest.raises(RefusedError):
        change.undo.verb(officer)


@pytest.mark.parametrize(
    ("statement", "subject", "doubt"),
    [
        (replace(MOTHER, given_on=date(2026, 8, 31)), NORA, Doubt.BEFORE_VERSION),
        (replace(MOTHER, given_on=None), NORA, Doubt.UNDATED),
        (said(relation=Relation.SELF, name=""), TWELVE, Doubt.TOO_YOUNG),
        (MOTHER, replace(NORA, birth_date=None), Doubt.NO_BIRTH_DATE),
        (replace(MOTHER, name="Testdal Nora"), NORA, Doubt.LIKE_CHILD),
        (replace(MOTHER, how=How.ORAL), NORA, Doubt.NO_NOTE),
        (replace(MOTHER, relation=Relation.GUARDIAN), NORA, Doubt.NO_CAPACITY),
        (replace(MOTHER, relation=Relation.CHILD_WELFARE), NORA, Doubt.NO_CARE_ORDER),
        (replace(MOTHER, name=" "), NORA, Doubt.NAMELESS),
        (MOTHER, replace(NORA, birth_date=date(2000, 2, 29)), Doubt.PARENT_OF_ADULT),
    ],
)
def test_what_is_doubtful_is_asked_about_and_may_be_registered_as_it_is(
    officer, form_id, statement, subject, doubt
):
    assert doubt_of(officer, form_id, statement, subject=subject) == {doubt}
    _change, number = register(officer, form_id, statement, subject=subject, anyway=True)
    assert store.consent(officer.db, number).statements


def test_the_same_giver_twice_is_noticed_and_the_newest_answer_counts(officer, form_id):
    _first, number = register(officer, form_id, *both())
    again = said((), ("p1", "p2", "p3"), name="mor testdal", on=date(2026, 10, 1))
    assert doubt_of(officer, form_id, again, consent_id=number) == {Doubt.ANSWERED}
    older = said((), ("p1",), name="Mor  Testdal", on=date(2026, 9, 9))
    assert doubt_of(officer, form_id, older, consent_id=number) == {Doubt.OLDER}
    alike = said(name="Mor B. Testdal")
    assert Doubt.SAME_PARENT in doubt_of(officer, form_id, alike, consent_id=number)


@pytest.mark.parametrize(
    ("statement", "subject", "field"),
    [
        (replace(MOTHER, given_on=date(2026, 11, 21)), NORA, "given_on"),
        (replace(MOTHER, yes=()), NORA, "purposes"),
        (replace(MOTHER, yes=("p1",), no=("p1",)), NORA, "purposes"),
        (replace(MOTHER, yes=("p9",)), NORA, "purposes"),
        (MOTHER, replace(NORA, name=" "), "name"),
        (MOTHER, replace(NORA, birth_date=date(2026, 11, 21)), "birth_date"),
        (MOTHER, replace(NORA, birth_date=date(1899, 1, 1)), "birth_date"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(officer, form_id, statement, subject, field):
    with pytest.raises(InvalidInputError) as caught:
        register(officer, form_id, statement, subject=subject, anyway=True)
    assert not isinstance(caught.value, DoubtfulError)
    assert [one.field for one in caught.value.problems] == [field]


def test_a_correction_keeps_what_stood_there_and_why(officer, form_id):
    _change, number = register(officer, form_id, *both())
    before = store.consent(officer.db, number)
    right = (replace(before.statements[0], yes=("p1",), no=("p2", "p3")), before.statements[1])
    corrected = Corrected(subject=NORA, statements=right, why="Feil kryss")
    change = correct_consent(officer, number, corrected)
    kept = store.consent(officer.db, number)
    assert kept.statements[0].no == ("p2", "p3")
    assert [one.statements for one in kept.corrections] == [before.statements]
    assert kept.corrections[0].why == "Feil kryss"
    change.undo.verb(officer)
    assert store.consent(officer.db, number) == before


def test_an_end_that_was_told_outlives_a_correction_and_the_other_parents_answer(officer, form_id):
    told = date(2026, 12, 31)  # the form would have it last to 31 July
    number = given(officer, form_id, statements=(MOTHER,), valid_until=told)
    corrected = Corrected(subject=NORA, statements=(MOTHER,), why="Éin forelder", parents=1)
    correct_consent(officer, number, corrected)
    assert store.consent(officer.db, number).valid_until == told
    father = said(name="Ola Testdal", on=date(2026, 9, 20))
    register(officer, form_id, father, consent_id=number)
    assert store.consent(officer.db, number).valid_until == told
    again = said(name="Kari Testdal", on=date(2026, 11, 2))
    register(officer, form_id, again, consent_id=number, anyway=True)
    assert store.consent(officer.db, number).valid_until == date(2027, 7, 31)


def test_a_correction_says_why_and_changes_something(officer, form_id):
    _change, number = register(officer, form_id, *both())
    kept = store.consent(officer.db, number)
    with pytest.raises(InvalidInputError):
        correct_consent(officer, number, Corrected(subject=NORA, statements=(), why=" "))
    with pytest.raises(RefusedError):
        same = Corrected(subject=NORA, statements=kept.statements, why="Ingenting")
        correct_consent(officer, number, same)


def test_consent_does_not_heal_the_time_before_it(officer, form_id):
    _change, number = register(officer, form_id, *both())
    with pytest.raises(InvalidInputError):
        note_start(officer, number, date(2026, 11, 21))
    change = note_start(officer, number, date(2026, 9, 5))
    assert store.consent(officer.db, number).started_on == date(2026, 9, 5)
    change.undo.verb(officer)
    assert store.consent(officer.db, number).started_on is None


def test_every_reason_and_every_doubt_has_words():
    assert all(why(one).wrong for one in Reason)
    for doubt in Doubt:
        assert "{" not in doubt_words(Found(doubt=doubt, name="Kari", day=date(2026, 1, 1)))
        assert anyway_words([Found(doubt=doubt)])


@pytest.mark.parametrize("day", [date(2026, 10, 1), date(2026, 10, 2)])
def test_a_date_put_right_past_the_withdrawal_is_asked_about(officer, form_id, day):
    number = given(officer, form_id, withdrawals=(withdrawn("p1", "p2", "p3"),))
    moved = tuple(replace(one, given_on=day) for one in both())
    corrected = Corrected(subject=NORA, statements=moved, why="Feil dato.")
    with pytest.raises(DoubtfulError) as caught:
        correct_consent(officer, number, corrected)
    assert caught.value.found == (Found(doubt=Doubt.WITHDRAWN, day=date(2026, 10, 1)),)
    assert store.consent(officer.db, number).withdrawn("p1")
    correct_consent(officer, number, corrected, anyway=True)
    after = store.consent(officer.db, number)
    assert after.withdrawn("p1") is (day == date(2026, 10, 1))
    assert after.corrections[0].why == "Feil dato."


def test_another_correction_of_what_was_taken_back_asks_nothing(officer, form_id):
    number = given(officer, form_id, withdrawals=(withdrawn("p1", "p2", "p3"),))
    moved = tuple(replace(one, given_on=date(2026, 9, 12)) for one in both())
    correct_consent(
        officer, number, Corrected(subject=NORA, statements=moved, why="Feil dato.", parents=2)
    )
    assert store.consent(officer.db, number).withdrawn("p1")


def test_a_note_with_a_new_answer_stands_below_the_earlier_one(officer, form_id):
    _first, number = register(officer, form_id, MOTHER, note="Ringde 10. september.")
    for note in ("", "Far kom innom.", "Far kom innom."):
        father = said(name="Ola Testdal")
        register(officer, form_id, father, consent_id=number, note=note, anyway=True)
    assert store.consent(officer.db, number).note == "Ringde 10. september.\nFar kom innom."


def test_an_identity_number_is_no_part_of_a_name(officer, form_id):
    numbered = replace(NORA, name="01017012345 Nora")
    for subject, answer in ((numbered, MOTHER), (NORA, said(name="Kari 010170 12345"))):
        with pytest.raises(InvalidInputError) as caught:
            register(officer, form_id, answer, subject=subject, anyway=True)
        assert {one.field for one in caught.value.problems} <= {"name", "giver"}
    assert store.of_person(officer.db, store.match(NORA)) == ()
