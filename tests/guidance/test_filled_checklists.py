"""Filled checklists in the file: kept whole, found by what they are about, guarded by role."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gdpr_desktop.core.change import Kind
from gdpr_desktop.core.errors import AppError, InvalidInputError, RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Role
from gdpr_desktop.guidance import texts
from gdpr_desktop.guidance.html import filled_html
from gdpr_desktop.guidance.model import About, Answer, FilledChecklist, PointAnswer, answered
from gdpr_desktop.guidance.report import checklist_report
from gdpr_desktop.guidance.service import (
    checklists,
    may_change,
    remove_checklist,
    save_checklist,
)
from gdpr_desktop.guidance.words import checklist_lines, filled_words
from gdpr_desktop.vault import database, schema
from gdpr_desktop.vault.secret import Secret


def test_m0011_checklists_keeps_a_list_that_is_about_nothing_in_the_register(tmp_path):
    db = database.create_database(tmp_path / "checklists", Secret(bytes(32)), bytes(16))
    schema.upgrade(db)
    add = "INSERT INTO filled_checklist VALUES (1, 'unstructured', '', NULL, '', ?, 1, '{}', '')"
    db.execute(add, ["2026-11-22"])
    with pytest.raises(database.driver.IntegrityError):
        db.execute(add.replace("(1,", "(2,"), [None])
    plan = "EXPLAIN QUERY PLAN SELECT id FROM filled_checklist WHERE about_kind = 'x'"
    assert "INDEX" in db.execute(plan).fetchone()[3]
    db.close()


def test_a_saved_checklist_comes_back_as_it_was_filled_in(vault, filled):
    change = save_checklist(vault, filled)
    assert change.kinds == {Kind.CHECKLIST}
    (found,) = checklists(vault)
    assert found == replace(filled, id=change.id, filled_by=vault.actor.user_id)
    assert found.changed_at == vault.clock.now()
    assert answered(texts.checklist("lawful_basis"), found.answers) == 2


def test_saving_again_changes_the_same_one_and_says_so_in_the_journal(vault, filled):
    number = save_checklist(vault, filled).id
    again = replace(filled, id=number, answers=(), about_name=" Opptak\tnr. 2 ")
    save_checklist(vault, again)
    (found,) = checklists(vault)
    assert (found.about_name, found.answers) == ("Opptak nr. 2", ())
    rows = vault.db.execute("SELECT detail FROM journal WHERE deed = 'checklist_saved'").fetchall()
    assert len(rows) == 2
    assert "Kari" not in str(rows)


def test_checklists_are_found_by_kind_and_by_what_they_are_about_newest_first(vault, filled):
    old = replace(filled, filled_on=filled.filled_on - timedelta(days=30))
    other = replace(filled, checklist="privacy_statement", about_kind=About.STATEMENT, about_id=7)
    ids = [save_checklist(vault, one).id for one in (filled, old, other)]
    found = checklists(vault, about_kind=About.ACTIVITY, about_id=7)
    assert [one.id for one in found] == ids[:2]
    assert [one.id for one in checklists(vault, checklist="privacy_statement")] == ids[2:]
    assert checklists(vault, about_kind=About.ACTIVITY, about_id=8) == ()


def test_name_of_who_answered_and_a_day_that_has_been_are_asked_for(vault, filled):
    bad = replace(filled, answered_by=" ", filled_on=filled.filled_on + timedelta(days=1))
    with pytest.raises(InvalidInputError) as caught:
        save_checklist(vault, bad)
    assert [problem.field for problem in caught.value.problems] == ["answered_by", "filled_on"]


def test_a_removed_checklist_is_gone_and_cannot_be_saved_again(vault, filled):
    number = save_checklist(vault, filled).id
    remove_checklist(vault, number)
    assert checklists(vault) == ()
    with pytest.raises(AppError):
        save_checklist(vault, replace(filled, id=number))


def test_a_caseworker_changes_own_checklists_and_others_read_only(vault, filled, as_role):
    theirs = save_checklist(vault, filled).id
    as_role(Role.CASEWORKER)
    own = save_checklist(vault, filled).id
    save_checklist(vault, replace(filled, id=own, about_name="Nytt"))
    with pytest.raises(RefusedError):
        remove_checklist(vault, theirs)
    for role in (Role.MANAGER, Role.ARCHIVIST):
        as_role(role)
        assert len(checklists(vault)) == 2
        assert not may_change(vault)
        with pytest.raises(RefusedError):
            save_checklist(vault, filled)


def test_the_lines_of_a_filled_checklist_say_every_point_with_its_answer(filled):
    lines = checklist_lines(filled, Language.BOKMAL)
    assert [line.number for line in lines] == [1, 2, 3, 4, 5, 6]
    assert (lines[0].note, lines[1].answer) == ("Bokstav e", "")
    texts_of = replace(
        filled,
        checklist="unstructured",
        answers=(PointAnswer(point="which", text="Lister\nog kort"),),
    )
    assert checklist_lines(texts_of)[1].answer == "Lister\nog kort"
    assert "Opptak i barnehagen" in filled_words(filled)


def test_what_is_typed_is_no_markup_on_paper(filled):
    sly = replace(filled, about_name="<b>x</b>", answers=(PointAnswer(point="told", text="a<b"),))
    assert "&lt;b&gt;x&lt;/b&gt;" in filled_html(sly)
    assert "a&lt;b" in filled_html(sly)


def test_a_note_without_a_choice_is_no_answer():
    checklist = texts.checklist("lawful_basis")
    note = PointAnswer(point="told", text="Sjå brevet")
    assert answered(checklist, (note,)) == 0
    assert answered(checklist, (replace(note, choice=Answer.NO),)) == 1


def test_filled_checklist_is_written_in_either_written_form(vault):
    filled = FilledChecklist(
        checklist="unstructured",
        about_name="Servicetorget",
        answered_by="Eli Rektor",
        filled_on=vault.clock.today(),
        answers=(PointAnswer(point=texts.checklist("unstructured").points[0].id, text="E-post"),),
    )
    for language in Language:
        text = checklist_report(vault, filled, language).text()
        assert "Servicetorget" in text
        assert "E-post" in text
        assert texts.checklist("unstructured", language).points[1].text in text
