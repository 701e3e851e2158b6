"""A breach is registered, kept in step, and erased again."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from breaches.conftest import NOW
from breaches.filling import decided
from gdpr_desktop.breaches import store
from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.breaches.service.intake import change_intake, register_breach
from gdpr_desktop.breaches.service.upkeep import NOTIFY, authority_state
from gdpr_desktop.breaches.steps import Step, next_step
from gdpr_desktop.casework import lists
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import CaseKind, CaseQuery
from gdpr_desktop.core.errors import InvalidInputError


def _fields(error) -> set[str]:
    return {one.field for one in error.value.problems}


def test_the_72_hours_run_from_awareness(officer, breach):
    found = read_breach(officer, breach)
    assert found.clock.due == NOW + timedelta(hours=71)
    assert found.clock_runs
    assert cases.open_deadline(officer.db, breach, NOTIFY) == date(2026, 11, 23)
    assert next_step(found) is Step.FIRST_HOUR


def test_a_breach_is_found_by_its_words_and_has_no_person(officer, breach):
    query = CaseQuery(kinds=(CaseKind.BREACH,), text="feil for")
    today = officer.clock.today()
    assert lists.count(officer.db, query, officer.actor, today) == 1
    assert cases.persons(officer.db, breach) == {}


def test_awareness_is_neither_before_discovery_nor_to_come(officer, breach):
    intake = read_breach(officer, breach).intake
    for aware, field in (
        (intake.discovered - timedelta(minutes=1), "aware"),
        (NOW + timedelta(minutes=1), "aware"),
        (NOW, "aware_reason"),
    ):
        with pytest.raises(InvalidInputError) as error:
            register_breach(officer, replace(intake, aware=aware))
        assert field in _fields(error)


def test_what_was_registered_can_be_changed_and_taken_back(officer, breach):
    before = read_breach(officer, breach)
    change = change_intake(officer, breach, replace(before.intake, title="To brev bytte om"))
    assert read_breach(officer, breach).case.subject_name == "To brev bytte om"
    change.undo.verb(officer)
    assert read_breach(officer, breach).case.subject_name == before.intake.title


def test_a_decision_not_to_notify_stops_the_clock(officer, breach):
    found = decided(officer, breach, authority=False)
    assert not found.clock_runs
    assert authority_state(found) == "not_needed"
    assert cases.open_deadline(officer.db, breach, NOTIFY) is None


def test_an_erased_breach_keeps_only_codes_and_times(officer, breach):
    decided(officer, breach)
    with officer.begin(None) as work:
        store.anonymise(work.db, breach)
    found = store.breach(officer.db, breach)
    assert found.intake.title == found.intake.what == found.decision.name == ""
    assert found.scope.people_count.number == 2
    assert found.versions[0].assessment.factors[0].why == ""
