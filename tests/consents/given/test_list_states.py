"""What the list says of an answer that another took over, or whose day has not come."""

from datetime import UTC, date, datetime

import pytest

from consents import filling
from consents.filling import given
from gdpr_desktop.consents.codes import State
from gdpr_desktop.consents.given import lists, store
from gdpr_desktop.consents.given.lists import ConsentQuery, ConsentRow
from gdpr_desktop.consents.given.widgets.list import ConsentCells
from gdpr_desktop.consents.renewal.upkeep import catch_up
from gdpr_desktop.consents.words import words
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault

LATER = date(2026, 10, 20)


def shown(vault: Vault) -> dict[int, tuple[str, str]]:
    """State and tone of each line, by the consent's id."""
    cells = ConsentCells(vault)
    return {one.id: (cells.state(one), cells.tone(one)) for one in page(vault)}


def page(vault: Vault) -> tuple[ConsentRow, ...]:
    today = vault.clock.today()
    return lists.page(vault.db, ConsentQuery(), vault.actor, today, offset=0, limit=10)


@pytest.mark.parametrize("answers", [("p1", "p2", "p3"), ()])
def test_an_older_yes_is_not_valid_once_the_same_person_has_answered_anew(
    officer: Vault, form_id: CaseId, answers: tuple[str, ...]
) -> None:
    no = () if answers else ("p1", "p2", "p3")
    older = given(officer, form_id)
    newer = given(officer, form_id, statements=filling.both(answers, no, on=LATER))
    found = shown(officer)
    assert found[older] == (_("Newer answer"), "muted")
    assert found[newer][0] == words(State.VALID if answers else State.REFUSED)


def test_another_person_or_another_form_takes_nothing_over(officer: Vault, form_id: CaseId) -> None:
    other_form = filling.approved_form(officer)
    older = given(officer, form_id)
    given(officer, other_form, statements=filling.both(on=LATER))
    given(officer, form_id, born=date(2021, 5, 3), statements=filling.both(on=LATER))
    assert shown(officer)[older] == (words(State.VALID), "ok")


def test_a_consent_from_a_day_ahead_is_valid_in_the_list_when_the_day_comes(
    officer: Vault, form_id: CaseId, clock: FixedClock
) -> None:
    number = given(officer, form_id, valid_from=date(2026, 12, 1))
    given(officer, form_id, "Ola Testdal", valid_from=date(2027, 1, 1))
    assert [one.state for one in page(officer)] == [State.LACKING, State.LACKING]
    clock.instant = datetime(2026, 12, 1, 12, tzinfo=UTC)
    catch_up(officer)
    assert {one.id for one in page(officer) if one.state is State.VALID} == {number}
    assert store.consent(officer.db, number).valid_from == date(2026, 12, 1)
