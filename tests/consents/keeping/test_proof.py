"""What proves a consent is kept for some years after it ended, and no longer."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from consents import filling
from consents.filling import given, said
from consents.renewal.values import a_consent, a_form
from consents.renewal.values import said as answered
from gdpr_desktop.casework import store as cases
from gdpr_desktop.consents.codes import Channel, Lasting
from gdpr_desktop.consents.given import store
from gdpr_desktop.consents.given.model import Withdrawn
from gdpr_desktop.consents.given.service.base import write
from gdpr_desktop.consents.keeping import service
from gdpr_desktop.consents.keeping.model import Facts, Held, ended_on, held_back, years_from
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.ids import CaseId, ConsentId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import Vault, erasures

TODAY = date(2030, 9, 1)
BACK = Withdrawn(purposes=("p1",), withdrawn_on=date(2027, 1, 15), channel=Channel.EMAIL)


def at(clock: FixedClock, year: int, month: int, day: int) -> None:
    clock.instant = datetime(year, month, day, 12, tzinfo=UTC)


def test_a_consent_ends_with_its_last_purpose() -> None:
    form = a_form()
    assert ended_on(a_consent(until=date(2027, 7, 31)), form, TODAY) == date(2027, 7, 31)
    assert ended_on(a_consent(until=date(2031, 7, 31)), form, TODAY) is None
    assert ended_on(a_consent(until=None), form, TODAY) is None
    assert ended_on(a_consent(withdrawals=(BACK,)), form, TODAY) == date(2027, 1, 15)
    refused = a_consent(statements=(answered(yes=(), no=("p1",)),))
    assert ended_on(refused, form, TODAY) == date(2026, 9, 1)
    undated = a_consent(statements=(answered(given_on=None),))
    assert ended_on(undated, form, TODAY) is None


def test_nothing_goes_while_something_is_open() -> None:
    form, ended = a_form(), a_consent(until=date(2027, 7, 31))
    settled = replace(ended, settled_on=date(2027, 8, 5))
    assert held_back(settled, form, Facts()) == ()
    assert held_back(ended, form, Facts()) == (Held.NOT_STOPPED,)
    open_ = Facts(open_withdrawal=True, open_case=True)
    assert held_back(replace(settled, pending=CaseId(7)), form, open_) == (
        Held.PENDING,
        Held.OPEN_WITHDRAWAL,
        Held.OPEN_CASE,
    )


@pytest.mark.parametrize(("saved", "years"), [(None, 3), (True, 3), (0, 1), (5, 5), (99, 10)])
def test_the_years_are_what_was_settled_within_reason(saved: object, years: int) -> None:
    assert years_from(saved) == years


@pytest.fixture
def old(officer: Vault, form_id: CaseId) -> ConsentId:
    """All taken back in January 2027."""
    consent_id = given(officer, form_id)
    every = replace(BACK, purposes=("p1", "p2", "p3"))
    with officer.begin(Deed.READ_CASE) as work:
        kept = store.consent(work.db, consent_id)
        write(work, replace(kept, withdrawals=(every,)))
    return consent_id


def test_old_proof_goes_and_only_the_count_stays(
    officer: Vault, form_id: CaseId, old: ConsentId, clock: FixedClock
) -> None:
    given(officer, form_id, "Ola Testdal")  # ended in July 2027, and nobody has noted the end
    at(clock, 2030, 1, 14)
    assert service.due(officer).free == ()
    at(clock, 2030, 9, 1)
    found = service.due(officer)
    assert (found.free, found.held) == ((old,), 1)
    assert service.clean_up_due(officer)
    service.note_deleted(officer, service.delete_proof(officer, found.free))
    entry = cases.timeline(officer.db, form_id)[0]
    assert (entry.code, entry.detail["count"]) == (service.DELETED, "1")
    assert service.due(officer).free == ()
    left = officer.db.execute("SELECT count(*) FROM consent_words").fetchone()[0]
    assert left == 1


def test_what_came_back_with_an_older_copy_is_deleted_again(
    officer: Vault, form_id: CaseId, old: ConsentId, clock: FixedClock
) -> None:
    at(clock, 2030, 9, 1)
    row = officer.db.execute("SELECT * FROM consent WHERE id = ?", [old]).fetchone()
    service.delete_proof(officer, [old])
    erasures.remember(officer)
    listed = service.erased_ids(officer.db)
    assert listed == (-old,)
    with officer.begin_upkeep() as work:
        work.db.execute(f"INSERT INTO consent VALUES ({','.join('?' * len(row))})", row)
    assert service.erase_again(officer, erasures.on_machine(officer)) == 1
    assert service.erase_again(officer, listed) == 0


def test_another_consent_with_the_same_number_is_left_alone(
    officer: Vault, clock: FixedClock
) -> None:
    form_id = filling.approved_form(officer, lasting=Lasting.WITHDRAWN)
    consent_id = given(officer, form_id, statements=(said(), said(name="Far Testdal")))
    at(clock, 2030, 9, 1)
    assert service.erase_again(officer, [-consent_id]) == 0
    assert store.consent(officer.db, consent_id).id == consent_id


def test_an_answer_that_a_newer_one_took_over_from_is_not_held_back() -> None:
    ended = a_consent(until=date(2027, 7, 31))
    assert held_back(ended, a_form(), Facts(answered_anew=True)) == ()


def test_a_no_stays_while_an_older_answer_without_an_end_says_yes(
    officer: Vault, clock: FixedClock
) -> None:
    form_id = filling.approved_form(officer, lasting=Lasting.WITHDRAWN)
    given(officer, form_id)
    no = filling.both((), ("p1", "p2", "p3"), on=date(2026, 11, 1))
    newer = given(officer, form_id, statements=no)
    at(clock, 2031, 1, 2)
    assert newer not in service.due(officer).free
    assert not service.delete_proof(officer, (newer,))
    assert store.consent(officer.db, newer).subject.name


def test_a_no_without_a_birth_date_stays_while_somebody_of_the_name_has_said_yes(
    officer: Vault, clock: FixedClock
) -> None:
    form_id = filling.approved_form(officer, lasting=Lasting.WITHDRAWN)
    no = filling.both((), ("p1", "p2", "p3"))
    refused = given(officer, form_id, born=None, statements=no)
    given(officer, form_id, "Nora Testdalen")  # another name
    at(clock, 2031, 1, 2)
    assert service.due(officer).free == (refused,)
    given(officer, form_id)
    assert service.due(officer) == service.Due(held=1)
    assert not service.delete_proof(officer, (refused,))
