"""A consent is taken back: it ends at once, and a case sees to every place."""

from dataclasses import replace
from datetime import date

import pytest

from consents.filling import PURPOSES, approve, approved_form, both, given, said
from consents.withdrawals.filling import ALL, TODAY, ended, taken, withdrawn
from gdpr_desktop.casework import store as cases
from gdpr_desktop.consents.codes import FormKind, Reason, Verdict
from gdpr_desktop.consents.content import Place
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.given import store as consents
from gdpr_desktop.consents.given.service.base import write
from gdpr_desktop.consents.validity import allowed
from gdpr_desktop.consents.withdrawals.model import CaseOutcome, Confirmed
from gdpr_desktop.consents.withdrawals.model import TaskOutcomeCode as Outcome
from gdpr_desktop.consents.withdrawals.places import offered
from gdpr_desktop.consents.withdrawals.service import closing, stopping, telling
from gdpr_desktop.consents.withdrawals.service.base import read_withdrawal
from gdpr_desktop.consents.withdrawals.service.registering import mistaken, register_withdrawal
from gdpr_desktop.consents.withdrawals.steps import Step, next_step
from gdpr_desktop.consents.withdrawals.summary import in_use
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed


def verdicts(vault, consent_id, on=TODAY):
    """«Har vi lov?», for every purpose."""
    found = consents.consent(vault.db, consent_id)
    form = forms.form(vault.db, found.form_id)
    return {one.key: allowed(found, form, one.key, on) for one in PURPOSES}


def yes(vault, consent_id, on=TODAY):
    return [
        key for key, one in verdicts(vault, consent_id, on).items() if one.verdict is Verdict.YES
    ]


def answered_again(vault, consent_id, *statements):
    found = consents.consent(vault.db, consent_id)
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        write(work, replace(found, statements=(*found.statements, *statements)))


@pytest.fixture
def consent(officer, form_id):
    return given(officer, form_id)


def test_one_parent_who_takes_it_back_ends_it_at_once_and_a_case_has_each_place(officer, consent):
    assert yes(officer, consent) == list(ALL)
    found = withdrawn(officer, consent)
    assert yes(officer, consent) == []
    assert verdicts(officer, consent)["p2"].reasons == (Reason.WITHDRAWN,)
    assert [one.title for one in found.stops] == [
        "Nettbrettet til avdelinga",
        "barnehagen.testvik.kommune.no",
        "Årsplanen",
    ]
    assert {one.due for one in found.stops} == {date(2026, 11, 27)}  # five working days
    assert found.settled
    assert next_step(found) is Step.STOP
    assert found.case.due == date(2026, 11, 27)
    assert found.case.subject_name == "Nora Testdal"


def test_some_purposes_end_and_the_others_hold(officer, consent):
    found = withdrawn(officer, consent, ("p2",))
    assert yes(officer, consent) == ["p1", "p3"]
    assert [one.title for one in found.stops] == ["barnehagen.testvik.kommune.no"]


def test_what_one_took_back_is_given_again_only_when_all_say_yes_again(officer, consent):
    withdrawn(officer, consent, withdrawn_on=date(2026, 10, 1))
    answered_again(officer, consent, said(name="Far Testdal", on=date(2026, 11, 2)))
    assert yes(officer, consent) == []  # the mother has not
    answered_again(officer, consent, said(on=date(2026, 11, 3)))
    assert yes(officer, consent) == list(ALL)


def test_an_answer_dated_in_the_future_does_not_come_to_hold_after_it_was_taken_back(
    officer, form_id
):
    wrong = given(officer, form_id, statements=both(on=date(2027, 9, 10)))
    withdrawn(officer, wrong)
    assert yes(officer, wrong, date(2027, 10, 1)) == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"purposes": ()}, "purposes"),
        ({"purposes": ("p9",)}, "purposes"),
        ({"withdrawn_on": date(2026, 11, 21)}, "withdrawn_on"),
        ({"withdrawn_on": date(2026, 9, 9)}, "withdrawn_on"),  # she said yes the day after
        ({"name": " "}, "name"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_written(
    officer, consent, changes, field
):
    with pytest.raises(InvalidInputError) as raised:
        register_withdrawal(officer, replace(taken(consent), **changes))
    assert [one.field for one in raised.value.problems] == [field]
    assert yes(officer, consent) == list(ALL)


def test_what_is_taken_back_cannot_be_taken_back_again(officer, consent):
    withdrawn(officer, consent)
    with pytest.raises(RefusedError):
        register_withdrawal(officer, taken(consent))


def test_another_law_keeps_and_print_stays_but_each_is_said_why(officer):
    kept = Place(name="Arkivet", other_basis="arkivlova")
    purposes = (replace(PURPOSES[0], places=(kept,)), PURPOSES[2])
    form = approved_form(officer, purposes=purposes)
    case = withdrawn(officer, given(officer, form, statements=both(("p1", "p3"))), ("p1", "p3"))
    archive, plan = case.stops
    assert offered(case.place(archive), release=False)[0] is Outcome.KEPT
    assert offered(case.place(plan), release=False)[0] is Outcome.CANNOT
    for task, outcome, field in (
        (archive, Outcome.KEPT, "other_basis"),
        (plan, Outcome.CANNOT, "note"),
    ):
        with pytest.raises(InvalidInputError) as raised:
            ended(officer, task, outcome)
        assert raised.value.problems[0].field == field
    ended(officer, archive, Outcome.KEPT, other_basis="arkivlova")
    ended(officer, plan, Outcome.CANNOT, note="Planen er delt ut.")
    assert next_step(read_withdrawal(officer, case.case.id)) is Step.CONFIRM


def test_a_release_from_confidentiality_stops_sharing_and_erases_nothing(officer):
    form = approved_form(officer, kind=FormKind.CONFIDENTIALITY, law="barnehagelova")
    case = withdrawn(officer, given(officer, form))
    task = case.stops[0]
    assert offered(case.place(task), release=case.release) == (Outcome.STOPPED,)
    with pytest.raises(InvalidInputError):
        ended(officer, task, Outcome.ERASED)


def test_a_place_that_another_answer_still_uses_is_not_emptied(officer):
    shared = tuple(replace(one, places=PURPOSES[0].places) for one in PURPOSES)
    consent = given(officer, approved_form(officer, purposes=shared))
    case = withdrawn(officer, consent, ("p2",))
    assert in_use(case, case.stops[0])
    rest = withdrawn(officer, consent, ("p1", "p3"))
    assert not in_use(rest, rest.stops[0])


def test_without_a_place_on_the_form_somebody_must_find_out_where_it_is_used(officer):
    nowhere = (replace(PURPOSES[0], places=()),)
    form = approved_form(officer, purposes=nowhere)
    case = withdrawn(officer, given(officer, form, statements=both(("p1",))), ("p1",))
    assert not case.settled
    assert next_step(case) is Step.STOP
    with pytest.raises(RefusedError):
        closing.close_withdrawal(officer, case.case.id)
    change = stopping.add_place(officer, case.case.id, Place(name="Permen på kontoret"))
    stopping.settle(officer, case.case.id)
    assert [one.title for one in read_withdrawal(officer, case.case.id).stops] == [
        "Permen på kontoret"
    ]
    change.undo.verb(officer)
    assert read_withdrawal(officer, case.case.id).stops == ()


def test_a_place_that_was_seen_to_can_be_opened_until_the_person_is_told(officer, consent):
    case = withdrawn(officer, consent, ("p2",))
    (task,) = case.stops
    ended(officer, task, Outcome.ERASED)
    stopping.open_place(officer, task.id)
    assert not read_withdrawal(officer, case.case.id).ended
    with pytest.raises(RefusedError):
        stopping.remove_place(officer, task.id)  # the form says that it is used there
    ended(officer, task, Outcome.ERASED)
    telling.note_told(officer, case.case.id, Confirmed(told_on=TODAY, channel="oral"))
    with pytest.raises(RefusedError):
        stopping.open_place(officer, task.id)


def test_a_mistake_gives_the_consent_back_while_nothing_rests_on_it(officer, consent):
    change = register_withdrawal(officer, taken(consent))
    change.undo.verb(officer)
    assert yes(officer, consent) == list(ALL)
    first = cases.case(officer.db, CaseId(change.id))
    assert first.outcome == CaseOutcome.MISTAKE
    assert not first.open
    with pytest.raises(RefusedError):
        closing.reopen_withdrawal(officer, first.id, "Likevel")
    again = withdrawn(officer, consent)
    ended(officer, again.stops[0], Outcome.ERASED)
    with pytest.raises(RefusedError):
        mistaken(officer, again.case.id, "Feil barn")
    assert yes(officer, consent) == []


def test_it_is_closed_when_all_is_stopped_and_the_person_knows_or_why_not(officer, consent):
    case = withdrawn(officer, consent, ("p2",))
    ended(officer, case.stops[0], Outcome.ERASED)
    with pytest.raises(InvalidInputError):
        closing.close_withdrawal(officer, case.case.id)
    closing.close_withdrawal(officer, case.case.id, untold="Flytta utan ny adresse.")
    closed = cases.case(officer.db, case.case.id)
    assert closed.outcome == CaseOutcome.DONE
    assert closed.due is None
    closing.reopen_withdrawal(officer, case.case.id, "Ny adresse")
    assert next_step(read_withdrawal(officer, case.case.id)) is Step.CONFIRM


def test_what_the_same_child_answered_on_an_older_version_ends_too(officer, form_id):
    old = given(officer, form_id)
    moved = (replace(PURPOSES[0], places=(Place(name="Skylageret"),)), *PURPOSES[1:])
    with officer.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        draft = replace(forms.form(work.db, form_id).draft, purposes=moved)
        forms.put_step(work.db, form_id, draft=draft)
    approve(officer, form_id, date(2026, 10, 1))
    new = given(officer, form_id, statements=both(on=date(2026, 10, 5)), version=2)
    case = withdrawn(officer, new, ("p1",))
    assert yes(officer, old) == yes(officer, new) == ["p2", "p3"]
    assert {one.title for one in case.stops} == {"Skylageret", "Nettbrettet til avdelinga"}
    mistaken(officer, case.case.id, "Feil barn")
    assert yes(officer, old) == yes(officer, new) == list(ALL)


def test_a_mistake_gives_all_back_though_the_name_was_put_right_since(officer, form_id):
    old = given(officer, form_id)
    approve(officer, form_id, date(2026, 10, 1))
    new = given(officer, form_id, statements=both(on=date(2026, 10, 5)), version=2)
    change = register_withdrawal(officer, taken(new))
    assert yes(officer, old) == yes(officer, new) == []
    found = consents.consent(officer.db, new)
    with officer.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        renamed = replace(found.subject, name="Nora Elise Testdal")
        write(work, replace(found, subject=renamed))
    change.undo.verb(officer)
    assert yes(officer, old) == yes(officer, new) == list(ALL)


def test_a_place_added_by_hand_since_is_not_thrown_away_by_undo(officer, consent):
    change = register_withdrawal(officer, taken(consent))
    case_id = CaseId(change.id)
    added = stopping.add_place(officer, case_id, Place(name="Minnepinnen"))
    with pytest.raises(RefusedError):
        change.undo.verb(officer)
    added.undo.verb(officer)
    stopping.add_place(officer, case_id, Place(name="Skuffa"))
    mistaken(officer, case_id, "Feil barn")  # somebody has said so
    assert yes(officer, consent) == list(ALL)


def test_undo_goes_when_the_added_place_is_taken_away_again(officer, consent):
    change = register_withdrawal(officer, taken(consent))
    added = stopping.add_place(officer, CaseId(change.id), Place(name="Minnepinnen"))
    added.undo.verb(officer)
    change.undo.verb(officer)
    assert yes(officer, consent) == list(ALL)


def test_an_answer_given_after_the_day_it_was_taken_back_holds(officer, form_id):
    old = given(officer, form_id)
    new = given(officer, form_id, statements=both(on=date(2026, 11, 5)))
    withdrawn(officer, old, withdrawn_on=date(2026, 10, 1))
    assert yes(officer, old) == []
    assert yes(officer, new) == list(ALL)
