"""What ends by itself becomes tasks on its form, by month, and no more than once."""

from datetime import UTC, datetime

import pytest

from consents import filling
from consents.filling import given, said
from gdpr_desktop.casework import lists
from gdpr_desktop.casework.deed import CaseTouched
from gdpr_desktop.consents.codes import Audience, Lasting, Relation
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.given import store
from gdpr_desktop.consents.given.service.base import write
from gdpr_desktop.consents.given.service.registering import Registered, register_answer
from gdpr_desktop.consents.renewal.upkeep import catch_up
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.ids import CaseId, ConsentId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import Vault


def at(clock: FixedClock, year: int, month: int, day: int) -> None:
    clock.instant = datetime(year, month, day, 12, tzinfo=UTC)


def waiting(vault: Vault, form_id: CaseId) -> list[tuple[str, str]]:
    found = forms.form(vault.db, form_id).tasks
    return [(one.kind, one.due.isoformat()) for one in found if one.due and not one.done]


def test_what_ends_is_a_task_before_and_after(
    officer: Vault, form_id: CaseId, clock: FixedClock
) -> None:
    given(officer, form_id)
    given(officer, form_id, "Ola Testdal")
    assert catch_up(officer) == 0
    at(clock, 2027, 7, 1)
    assert catch_up(officer) == 1
    assert waiting(officer, form_id) == [("consent_renewal", "2027-07-17")]
    at(clock, 2027, 8, 2)
    assert catch_up(officer) == 1
    assert waiting(officer, form_id) == [("consent_expired", "2027-07-31")]
    assert catch_up(officer) == 0
    due = lists.due_until(officer.db, clock.today(), officer.actor)
    assert ("task", "2027-07-31") in [(one.kind, one.due.isoformat()) for one in due]


def test_ends_in_one_month_are_one_task(officer: Vault, clock: FixedClock) -> None:
    form_id = filling.approved_form(officer, lasting=Lasting.ONE_YEAR)
    for day in (10, 12, 14):
        on = datetime(2026, 9, day, tzinfo=UTC).date()
        given(officer, form_id, f"Barn{day} Testdal", statements=filling.both(on=on))
    at(clock, 2027, 9, 13)
    catch_up(officer)
    tasks = forms.form(officer.db, form_id).tasks
    assert sorted(one.kind for one in tasks) == ["consent_expired", "consent_renewal"]
    assert any("2" in one.title and "10.9.–12.9.2027" in one.title for one in tasks)


def test_what_was_refused_or_answered_anew_waits_for_nothing(
    officer: Vault, form_id: CaseId, clock: FixedClock
) -> None:
    given(officer, form_id, "Nei Testdal", statements=filling.both((), ("p1", "p2", "p3")))
    given(officer, form_id)
    at(clock, 2027, 8, 2)
    given(officer, form_id, statements=filling.both(on=clock.today()))
    catch_up(officer)
    assert waiting(officer, form_id) == []


def test_a_namesake_without_a_birth_date_lets_nobodys_answer_rest(
    officer: Vault, clock: FixedClock
) -> None:
    form_id = filling.approved_form(officer, audience=Audience.ADULTS)
    own = said(name="Nora Testdal", relation=Relation.SELF)
    given(officer, form_id, "Nora Testdal", None, statements=(own,))
    at(clock, 2027, 8, 2)
    later = filling.replace(own, given_on=clock.today())
    given(officer, form_id, "Nora Testdal", None, statements=(later,))
    catch_up(officer)
    assert waiting(officer, form_id) == [("consent_expired", "2027-07-31")]


def test_an_answer_that_is_taken_away_lets_the_older_one_wait_again(
    officer: Vault, form_id: CaseId, clock: FixedClock
) -> None:
    older = given(officer, form_id)
    before = _attention(officer, older)
    at(clock, 2027, 8, 2)
    registered = Registered(
        subject=store.consent(officer.db, older).subject,
        statements=filling.both(on=clock.today()),
    )
    change = register_answer(officer, form_id, registered)
    assert _attention(officer, older) != before
    assert change.undo is not None
    change.undo.verb(officer)
    assert _attention(officer, older) == before
    catch_up(officer)
    assert waiting(officer, form_id) == [("consent_expired", "2027-07-31")]


def _attention(vault: Vault, consent_id: ConsentId) -> str:
    sql = "SELECT attention_on FROM consent WHERE id = ?"
    return str(vault.db.execute(sql, [consent_id]).fetchone()[0])


def test_a_child_who_turns_fifteen_is_to_be_asked(officer: Vault, clock: FixedClock) -> None:
    form_id = filling.approved_form(officer, lasting=Lasting.FIVE_YEARS)
    born = datetime(2011, 12, 24, tzinfo=UTC).date()
    consent_id = given(officer, form_id, "Elev Testdal", born)
    catch_up(officer)
    assert waiting(officer, form_id) == []
    at(clock, 2026, 12, 24)
    catch_up(officer)
    assert waiting(officer, form_id) == [("consent_outgrown", "2026-12-24")]
    own = said(name="Elev Testdal", relation=Relation.SELF, on=clock.today())
    with officer.begin(Deed.READ_CASE) as work:
        kept = store.consent(work.db, consent_id)
        write(work, filling.replace(kept, statements=(*kept.statements, own)))
        work.publish(CaseTouched(case_id=form_id))
    assert waiting(officer, form_id) == []


@pytest.mark.parametrize("days", [0, 1])
def test_an_answer_holds_through_its_last_day(
    officer: Vault, form_id: CaseId, clock: FixedClock, days: int
) -> None:
    given(officer, form_id)
    at(clock, 2027, 7, 31) if not days else at(clock, 2027, 8, 1)
    catch_up(officer)
    kinds = [kind for kind, _due in waiting(officer, form_id)]
    assert kinds == [("consent_renewal", "consent_expired")[days]]
