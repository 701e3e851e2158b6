"""The date of a case says what it is about."""

import pytest

from dpia.filling import advised, in_force, sent
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.due_words import DUES, due_reason
from gdpr_desktop.dpia.service.upkeep import deadlines


def test_every_kind_of_deadline_has_words(officer):
    assert set(deadlines(store.dpia(officer.db, in_force(officer)))) == set(DUES)


def test_a_measure_that_is_due_first_is_named(officer):
    found = store.dpia(officer.db, in_force(officer))
    assert due_reason(found, found.case.due) == "Slette opptak etter sju dagar"


@pytest.mark.parametrize("make", [sent, advised])
def test_a_deadline_is_named_as_on_the_overview(officer, make):
    found = store.dpia(officer.db, make(officer))
    assert "DPIA" in due_reason(found, found.case.due)
