"""The yearly follow-up, and what is noted when consents have ended."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from consents import filling
from consents.filling import given
from gdpr_desktop.casework import store as cases
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.forms.model import REVIEW, Review
from gdpr_desktop.consents.given import store
from gdpr_desktop.consents.renewal.service import (
    CHANGED,
    Stopped,
    note_review,
    note_stopped,
    places_of,
)
from gdpr_desktop.consents.renewal.upkeep import catch_up
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.ids import CaseId, ConsentId
from gdpr_desktop.vault import Vault

SAME = Review(reviewed_on=date(2026, 11, 20), name="Kari Styrar", same=True)
STOPPED = Stopped(on=date(2027, 8, 2), by="Kari Styrar", what="Bileta er tekne ned.")


def at(clock: FixedClock, year: int, month: int, day: int) -> None:
    clock.instant = datetime(year, month, day, 12, tzinfo=UTC)


def fields(error: pytest.ExceptionInfo[InvalidInputError]) -> set[str]:
    return {one.field for one in error.value.problems}


def test_a_yes_gives_the_form_another_year(officer: Vault, form_id: CaseId) -> None:
    assert cases.open_deadline(officer.db, form_id, REVIEW) == date(2027, 9, 1)
    change = note_review(officer, form_id, SAME)
    assert cases.open_deadline(officer.db, form_id, REVIEW) == date(2027, 11, 20)
    assert change.undo is not None
    change.undo.verb(officer)
    assert cases.open_deadline(officer.db, form_id, REVIEW) == date(2027, 9, 1)


def test_a_no_says_what_has_changed_and_gives_no_new_year(officer: Vault, form_id: CaseId) -> None:
    with pytest.raises(InvalidInputError) as error:
        note_review(officer, form_id, replace(SAME, same=False, name=" "))
    assert fields(error) == {"name", "note"}
    note_review(officer, form_id, replace(SAME, same=False, note="Bileta går til avisa no."))
    assert cases.open_deadline(officer.db, form_id, REVIEW) == date(2027, 9, 1)
    assert cases.timeline(officer.db, form_id)[0].code == CHANGED


@pytest.mark.parametrize("day", [date(2026, 11, 21), date(2026, 8, 31)])
def test_a_follow_up_is_neither_ahead_nor_before_the_form(
    officer: Vault, form_id: CaseId, day: date
) -> None:
    with pytest.raises(InvalidInputError) as error:
        note_review(officer, form_id, replace(SAME, reviewed_on=day))
    assert fields(error) == {"reviewed_on"}


def test_a_form_that_is_not_approved_is_not_followed_up(officer: Vault) -> None:
    with pytest.raises(RefusedError):
        note_review(officer, filling.a_form(officer), SAME)


@pytest.fixture
def ended(officer: Vault, form_id: CaseId, clock: FixedClock) -> ConsentId:
    """A consent that ended two days ago."""
    made = given(officer, form_id)
    at(clock, 2027, 8, 2)
    catch_up(officer)
    return made


def test_what_ended_waits_until_it_is_stopped_and_deleted(
    officer: Vault, form_id: CaseId, ended: ConsentId
) -> None:
    form, consent = forms.form(officer.db, form_id), store.consent(officer.db, ended)
    assert [one.name for one in places_of(form, [consent])] == [
        "Nettbrettet til avdelinga",
        "barnehagen.testvik.kommune.no",
        "Årsplanen",
    ]
    change = note_stopped(officer, form_id, STOPPED, form.tasks[0].id)
    (task,) = forms.form(officer.db, form_id).tasks
    assert (task.done_on, task.responsible, task.note) == (STOPPED.on, STOPPED.by, STOPPED.what)
    assert store.consent(officer.db, ended).settled_on == STOPPED.on
    assert catch_up(officer) == 0
    with pytest.raises(RefusedError):
        note_stopped(officer, form_id, STOPPED)
    assert change.undo is not None
    change.undo.verb(officer)
    assert store.consent(officer.db, ended).settled_on is None
    assert not forms.form(officer.db, form_id).tasks[0].done


def test_who_and_what_must_be_said_and_not_before_the_end(
    officer: Vault, form_id: CaseId, ended: ConsentId
) -> None:
    wrong = Stopped(on=date(2027, 7, 31), by="", what=" ")
    with pytest.raises(InvalidInputError) as error:
        note_stopped(officer, form_id, wrong)
    assert fields(error) == {"on", "by", "what"}
    assert store.consent(officer.db, ended).settled_on is None
