"""Who may take back and settle, what is left when the names go, and a consent that is gone."""

from dataclasses import replace

import pytest

from consents.filling import approved_form, given
from consents.withdrawals.filling import TODAY, all_ended, taken, withdrawn
from consents.withdrawals.test_from_requests import CAME, CHILD
from consents.withdrawals.test_taking_back import yes
from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.retention import CaseAnonymised
from gdpr_desktop.consents import feature
from gdpr_desktop.consents.codes import FormKind
from gdpr_desktop.consents.given import store as consents
from gdpr_desktop.consents.withdrawals import store
from gdpr_desktop.consents.withdrawals.model import Confirmed
from gdpr_desktop.consents.withdrawals.service import telling
from gdpr_desktop.consents.withdrawals.service.base import read_withdrawal
from gdpr_desktop.consents.withdrawals.service.registering import register_withdrawal, take_back
from gdpr_desktop.consents.withdrawals.summary import intake_rows
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.roles import Deed, Role
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.requests import feature as requests_feature
from gdpr_desktop.requests import service
from gdpr_desktop.requests.model import Right
from gdpr_desktop.requests.rights.withdrawal import WithdrawalOutcome
from gdpr_desktop.vault import Vault, people
from requests.conftest import Desk
from requests.other_kinds import said

PASSWORD = "ein annan passordfrase for testar"


@pytest.fixture
def consent(officer, form_id):
    return given(officer, form_id)


@pytest.fixture
def caseworker(officer, clock):
    """Another at the same register, to whom nothing is assigned."""
    people.add_user(officer, "Kari Test", Role.CASEWORKER, PASSWORD)
    officer.close()
    opened = Vault.open(officer.path, "Kari Test", PASSWORD, clock=clock)
    feature.subscribe(opened)
    yield opened
    opened.close()


def test_who_may_not_work_on_the_form_takes_nothing_back(consent, caseworker):
    with pytest.raises(RefusedError):
        register_withdrawal(caseworker, taken(consent))
    assert yes(caseworker, consent)


def test_whoever_has_the_request_settles_what_it_is_about(consent, caseworker):
    requests_feature.subscribe(caseworker)
    desk = Desk(caseworker)
    request = desk.identified(rights=(Right.WITHDRAWAL,), subject=CHILD)
    service.assess(caseworker, desk.part(request), CAME, basis=Basis.CONSENT)
    register_withdrawal(caseworker, taken(consent, request=request))
    assert not yes(caseworker, consent)


def test_a_release_that_a_request_takes_back_is_used_no_more_either(officer):
    requests_feature.subscribe(officer)
    desk = Desk(officer)
    consent = given(officer, approved_form(officer, kind=FormKind.CONFIDENTIALITY))
    request = desk.identified(rights=(Right.WITHDRAWAL,), subject=CHILD)
    assessment = replace(
        CAME,
        outcome=WithdrawalOutcome.RELEASE,
        places=(),
        law="barnehagelova",
        basis_why="Barnet går i barnehagen.",
        considered=said(is_release="yes"),
    )
    service.assess(officer, desk.part(request), assessment, basis=Basis.PUBLIC_TASK)
    assert not yes(officer, consent)


def test_codes_and_days_are_left_when_the_names_go(officer, consent):
    case = all_ended(officer, withdrawn(officer, consent, note="Ringde frå jobben."))
    confirmed = Confirmed(told_on=TODAY, channel="oral", note="Fortalt til mora.")
    telling.note_told(officer, case.case.id, confirmed)
    with officer.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        work.publish(CaseAnonymised(case_id=case.case.id))
    left = store.withdrawal(officer.db, case.case.id)
    kept = repr((left.registered, left.ended, left.confirmed))
    for gone in ("Mor Testdal", "Ringde", "delt ut", "Fortalt", "Nettbrettet"):
        assert gone not in kept
    assert left.registered.purposes == case.registered.purposes
    assert left.confirmed.told_on == TODAY
    assert not left.registered.consent_id


def test_the_case_can_be_read_when_the_consent_is_gone(officer, consent):
    case = withdrawn(officer, consent)
    with officer.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        consents.delete(work.db, consent)
    found = read_withdrawal(officer, case.case.id)
    assert found.consent is None
    assert dict(intake_rows(found))
    casework.note(officer, case.case.id, "Samtykket er sletta.")
    with pytest.raises(RefusedError):
        take_back(officer, case.case.id)
    assert cases.case(officer.db, case.case.id).open
