"""«Har vi lov?» about people by name and about groups, and the list for the photographer."""

import io
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from openpyxl import load_workbook

from consents.filling import a_group, approved_form, both, given, said
from gdpr_desktop.casework import store as cases
from gdpr_desktop.consents.allowed import photo_list
from gdpr_desktop.consents.allowed.model import Asked, Doubt
from gdpr_desktop.consents.allowed.photo_list import Column
from gdpr_desktop.consents.allowed.service import MOST_PEOPLE, Asking, in_list, note_asked
from gdpr_desktop.consents.codes import PictureUse, Reason
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.groups import store as groups
from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.bilingual import same
from gdpr_desktop.core.ids import UserId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed, Role

WEB, TAKE = Asked(use=PictureUse.PUBLISH_WEB), Asked(use=PictureUse.TAKE)
NORA = "Nora Testdal"


def answers(vault, typed, asked=WEB):
    return Asking.begin(vault).about_person(typed, asked).people


def change(vault, sql, *values):
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        work.db.execute(sql, values)


def test_a_person_is_found_by_any_part_of_the_name_and_by_year(officer, form_id):
    given(officer, form_id, NORA, date(2022, 5, 3))
    given(officer, form_id, NORA, date(2020, 1, 2), statements=both(no=("p2",), yes=("p1",)))
    found = answers(officer, "testdal nor")
    assert [(one.birth_date.year, one.answer.yes) for one in found] == [(2020, False), (2022, True)]
    for typed in ("Nora Testdal 2022", "nora 3.5.2022", "nora 03.05.22", "nora 030522"):
        assert [one.birth_date.year for one in answers(officer, typed)] == [2022], typed
    assert answers(officer, "Ingen Slik") == ()
    assert answers(officer, " . ") == ()
    assert answers(officer, '"nora" OR (*') == ()


def test_the_very_name_comes_first_and_more_than_fit_are_told(officer, form_id):
    for at in range(MOST_PEOPLE + 5):
        given(officer, form_id, NORA, date(2022, 1, 1 + at))
    found = Asking.begin(officer).about_person("nora", WEB)
    assert len(found.people) == MOST_PEOPLE
    assert found.more


def test_a_no_without_a_birth_date_is_a_doubt_about_all_of_the_name(officer, form_id):
    given(officer, form_id, NORA)
    given(officer, form_id, NORA, None, statements=(said((), ("p2",)),))
    unknown, known = answers(officer, NORA)
    assert known.answer.reasons == (Doubt.NAMESAKE,)
    assert not unknown.answer.yes


def test_another_birth_date_of_the_same_member_is_the_same_child(officer, form_id):
    group_id = a_group(officer, 1)
    child = groups.members(officer.db, group_id)[0]
    of = {"group_id": group_id, "member_id": child.id}
    given(officer, form_id, child.name, child.birth_date, **of)
    wrong = both((), ("p1", "p2", "p3"), on=date(2026, 10, 1))
    given(officer, form_id, "Ada Anna Testhaug", date(2021, 1, 1), statements=wrong, **of)
    assert not any(one.answer.yes for one in answers(officer, child.name))
    asking = Asking.begin(officer)
    assert [one.answer.yes for (one,) in asking.about_group(group_id, WEB)] == [False]


def test_a_group_has_an_answer_for_each_who_is_in_it_now(officer, form_id):
    group_id = a_group(officer, 4)
    yes, no, old, left = groups.members(officer.db, group_id)
    given(officer, form_id, yes.name, yes.birth_date)
    given(officer, form_id, no.name, no.birth_date, statements=(said(),))
    given(officer, form_id, old.name, None, member_id=old.id, valid_until=date(2026, 11, 1))
    with officer.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        groups.update_member(work.db, replace(left, left_on=date(2026, 11, 1)))
    found = [one for (one,) in Asking.begin(officer).about_group(group_id, WEB)]
    assert [(one.name, one.answer.yes) for one in found] == [
        (yes.name, True),
        (no.name, False),
        (old.name, False),
    ]
    assert found[1].answer.reasons == (Reason.MISSING_GIVER,)


def test_a_caseworker_asks_only_about_forms_of_their_own(officer, form_id, monkeypatch):
    own = approved_form(officer, title=same("Eigne bilete"))
    given(officer, form_id, NORA)
    given(officer, own, NORA, statements=both(("p1",), ("p2", "p3")))
    change(officer, "UPDATE case_file SET registered_by = 7 WHERE id = ?", own)
    worker = Actor(user_id=UserId(7), name="Kari", role=Role.CASEWORKER, session="x")
    monkeypatch.setattr(officer, "actor", worker)
    asking = Asking.begin(officer)
    assert [one.id for one in asking.choices] == [own]
    (found,) = asking.about_person(NORA, TAKE).people
    assert [one.form_id for one in found.answer.grounds] == [own]


def test_a_no_on_a_form_of_others_is_a_no_for_the_caseworker_too(officer, form_id, monkeypatch):
    other = approved_form(officer)
    given(officer, form_id)
    given(officer, other, statements=both((), ("p1", "p2", "p3")))
    change(officer, "UPDATE case_file SET registered_by = 7 WHERE id = ?", form_id)
    worker = Actor(user_id=UserId(7), name="Kari", role=Role.CASEWORKER, session="x")
    monkeypatch.setattr(officer, "actor", worker)
    (found,) = answers(officer, NORA)
    assert found.answer.reasons == (Doubt.ELSEWHERE,)
    assert [one.form_id for one in found.answer.grounds] == [form_id]
    (found,) = answers(officer, NORA, Asked(form_id=form_id, key="p2"))
    assert found.answer.yes


def test_a_form_out_of_use_is_not_asked_about_but_its_answers_count(officer, form_id):
    given(officer, form_id, NORA)
    given(officer, approved_form(officer), NORA)
    change(officer, "UPDATE case_file SET state = 'closed' WHERE id = ?", form_id)
    asking = Asking.begin(officer)
    assert len(asking.choices) == 1
    assert len(asking.about_person(NORA, WEB).people[0].answer.grounds) == 2


@pytest.fixture
def listed(officer, form_id):
    """A group of three: one yes, one who may only be photographed, and one with a secret address"""
    group_id = a_group(officer, 3)
    yes, some, secret = groups.members(officer.db, group_id)
    given(officer, form_id, yes.name, yes.birth_date)
    given(officer, form_id, some.name, some.birth_date, statements=both(("p1",), ("p2", "p3")))
    given(officer, form_id, secret.name, secret.birth_date)
    with officer.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        groups.update_member(work.db, replace(secret, protected=True))
    columns = (Column(asked=TAKE, words=same("Ta")), Column(asked=WEB, words=same("Vise")))
    asking = Asking.begin(officer)
    return photo_list.photo_list(asking, groups.group(officer.db, group_id), columns)


def test_the_list_says_yes_only_where_it_is_and_no_about_a_secret_address(listed):
    assert [one.answers for one in listed.lines] == [(True, True), (True, False), (False, False)]


@pytest.mark.parametrize("language", Language)
def test_the_list_holds_names_and_answers_and_nothing_more(officer, listed, language, tmp_path):
    letter = photo_list.document(officer, listed, language)
    letter.save(tmp_path / "list.docx", officer.letterhead())
    table = Document(str(tmp_path / "list.docx")).tables[-1]
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells[1:] == [list(row) for row in photo_list.rows(listed, language)]
    sheet = load_workbook(io.BytesIO(photo_list.book("Fjordvik", listed, language))).active
    values = [[cell for cell in row if cell] for row in sheet.iter_rows(values_only=True)]
    assert values[-3:] == cells[1:]
    assert "20. november 2026" in letter.html()
    assert "2022" not in str(values) + letter.html()


def test_asking_and_exporting_are_journalled_without_names(officer, listed):
    note_asked(officer, group=True)
    photo_list.note_export(officer, listed)
    entries = officer.db.execute("SELECT * FROM journal").fetchall()[-2:]
    assert "consents_asked" in str(entries[0])
    assert "consents_listed" in str(entries[1])
    assert not any(line.name in str(entries) for line in listed.lines)


def test_a_yes_about_a_secret_address_is_a_no_in_lists(officer, form_id):
    given(officer, form_id, NORA)
    (found,) = answers(officer, NORA)
    assert in_list(found) is found
    assert in_list(replace(found, protected=True)).answer.reasons == (Doubt.PROTECTED,)
    assert cases.case(officer.db, form_id).id in Asking.begin(officer).forms
    assert forms.names(officer.db, officer.actor)
