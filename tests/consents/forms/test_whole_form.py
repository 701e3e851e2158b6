"""A form from the first thought until it is out of use, and who may do what with it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from consents.conftest import PASSWORD
from consents.filling import CONTENT, POINTS, given, no_better_basis
from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.consents.checking.basis import questions
from gdpr_desktop.consents.checking.seen import asked
from gdpr_desktop.consents.checking.service import answer_basis, answer_points
from gdpr_desktop.consents.checking.summary import points
from gdpr_desktop.consents.codes import Lasting
from gdpr_desktop.consents.forms import store
from gdpr_desktop.consents.forms.actions import Action, actions_of, may, primary
from gdpr_desktop.consents.forms.model import Advice, Approval
from gdpr_desktop.consents.forms.service.base import read_form
from gdpr_desktop.consents.forms.service.closing import retire_form
from gdpr_desktop.consents.forms.service.deciding import approve_form, note_advice
from gdpr_desktop.consents.forms.service.intake import register_form
from gdpr_desktop.consents.forms.service.writing import write_form, write_purposes
from gdpr_desktop.consents.forms.starting import content_from
from gdpr_desktop.consents.forms.steps import Step, next_step, passes
from gdpr_desktop.consents.forms.summary import step_rows
from gdpr_desktop.consents.renewal.dates import review_due
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Role
from gdpr_desktop.vault import Vault, people

TODAY = date(2026, 11, 20)
WHO = Approval(name="Kari Styrar", role="Styrar", decided_on=TODAY)


def test_a_form_fails_the_check_is_corrected_and_approved(officer):
    content = content_from("kindergarten_pictures", Language.NYNORSK)
    case_id = CaseId(register_form(officer, replace(content, unit="Tunet barnehage")).id)
    assert next_step(store.form(officer.db, case_id)) is Step.BASIS
    speaking = dict(no_better_basis(content.kind).answers)
    answer_basis(officer, case_id, {one: speaking[one] for one in questions(content.kind)})
    found = store.form(officer.db, case_id)
    assert next_step(found) is Step.CHECK
    with pytest.raises(RefusedError):
        approve_form(officer, case_id, WHO)
    whole = replace(found.draft, contact="tlf. 55 00 00 00", responsible="Styraren")
    write_form(officer, case_id, whole)
    wanted = asked(store.form(officer.db, case_id))
    points = (replace(one, why="Lese av to foreldre.") for one in POINTS if one.number in wanted)
    answer_points(officer, case_id, points)
    assert next_step(store.form(officer.db, case_id)) is Step.APPROVAL
    approve_form(officer, case_id, WHO)
    found = store.form(officer.db, case_id)
    assert next_step(found) is Step.USE
    assert all(step_rows(found, step) for step in (Step.BASIS, Step.CONTENT, Step.APPROVAL))
    retire_form(officer, case_id, reason="Barnehagen er lagd ned.")
    assert next_step(store.form(officer.db, case_id)) is None
    casework.reopen(officer, case_id, "Vi tek opp att skjemaet.")
    assert next_step(store.form(officer.db, case_id)) is Step.USE


def test_a_form_is_not_approved_while_nobody_is_named_as_officer(officer, form_id):
    write_form(officer, form_id, replace(CONTENT, contact="tlf. 55 66 66 66"))
    known = officer.municipality()
    officer.save_municipality(replace(known, officer=replace(known.officer, name="")))
    with pytest.raises(RefusedError):
        approve_form(officer, form_id, WHO)


def test_a_form_is_not_approved_while_nobody_knows_how_to_reach_the_municipality(officer, form_id):
    write_form(officer, form_id, replace(CONTENT, contact="tlf. 55 66 66 66"))
    officer.save_municipality(replace(officer.municipality(), phone="", email="", web=""))
    with pytest.raises(RefusedError):
        approve_form(officer, form_id, WHO)


def test_the_page_never_says_all_is_well_where_approval_is_refused(officer, form_id):
    write_form(officer, form_id, replace(CONTENT, contact="tlf. 55 66 66 66"))
    found = read_form(officer, form_id)
    assert passes(found)
    assert Action.APPROVE in actions_of(found, Step.APPROVAL)
    all_well = points(found)[0]
    officer.save_municipality(replace(officer.municipality(), phone="", email="", web=""))
    found = read_form(officer, form_id)
    assert not passes(found)
    assert Action.APPROVE not in actions_of(found, Step.APPROVAL)
    assert points(found)[0] != all_well


def test_a_last_day_that_has_passed_is_seen_on_the_page(officer, form_id, clock):
    last = TODAY + timedelta(days=1)
    ends = replace(CONTENT, contact="tlf. 55 66 66 66", lasting=Lasting.DATE, until=last)
    write_form(officer, form_id, ends)
    assert passes(read_form(officer, form_id))
    clock.instant += timedelta(days=2)
    assert not passes(read_form(officer, form_id))


def test_answers_are_registered_until_the_follow_up_is_near(officer, form_id):
    given(officer, form_id)
    found = store.form(officer.db, form_id)
    found = replace(found, versions=(replace(found.latest, used_on=TODAY),))
    due = review_due(found)
    near, far = due - timedelta(days=60), due - timedelta(days=61)
    assert primary(found, Step.REVIEW, far).action is Action.QUICK
    assert primary(found, Step.REVIEW, near).action is Action.REVIEW


def test_each_role_does_its_own_on_a_form(officer, form_id):
    people.add_user(officer, "Per Sak", Role.CASEWORKER, PASSWORD)
    casework.assign(
        officer,
        form_id,
        caseworker="Per Sak",
        user_id=cases.user_named(officer.db, "Per Sak"),
    )
    path, clock = officer.path, officer.clock
    officer.close()
    other = Vault.open(path, "Per Sak", PASSWORD, clock=clock)
    try:
        write_purposes(other, form_id, CONTENT.purposes[:1])
        advice = Advice(may_be_used=True, why="Ja.", name="Per Sak", given_on=TODAY)
        with pytest.raises(RefusedError):
            note_advice(other, form_id, advice)
        with pytest.raises(RefusedError):
            approve_form(other, form_id, WHO)
    finally:
        other.close()
    assert may(Action.APPROVE, Role.MANAGER)
    assert not may(Action.APPROVE, Role.CASEWORKER)
    assert not may(Action.CONTENT, Role.MANAGER)
    assert may(Action.VERSIONS, Role.ARCHIVIST)
