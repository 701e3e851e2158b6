"""A request about a withdrawal: what it may be about is used no more until that is settled."""

from dataclasses import replace
from datetime import date

import pytest

from consents.filling import given
from consents.withdrawals.filling import ALL, ended, taken
from consents.withdrawals.test_taking_back import yes
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import Person
from gdpr_desktop.consents.codes import Channel, Reason, Relation, Verdict
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.given import store as consents
from gdpr_desktop.consents.validity import allowed
from gdpr_desktop.consents.withdrawals import store
from gdpr_desktop.consents.withdrawals.service.base import read_withdrawal
from gdpr_desktop.consents.withdrawals.service.pending import not_this
from gdpr_desktop.consents.withdrawals.service.registering import mistaken, register_withdrawal
from gdpr_desktop.consents.withdrawals.steps import Step, next_step
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.requests import feature, service
from gdpr_desktop.requests.model import Intake, Right
from requests.conftest import Desk
from requests.other_kinds import WITHDRAWN

CAME = replace(WITHDRAWN, withdrawn_on=date(2026, 11, 10))
CHILD = Person(name="Nora Testdal", birth_date=date(2022, 5, 3))


@pytest.fixture
def desk(officer):
    feature.subscribe(officer)
    return Desk(officer)


@pytest.fixture
def consent(officer, form_id):
    return given(officer, form_id)


def asked(desk, subject=CHILD):
    """A request that is assessed as a withdrawal; gives the case of the request."""
    request = desk.identified(rights=(Right.WITHDRAWAL,), subject=subject)
    change = service.assess(desk.vault, desk.part(request), CAME, basis=Basis.CONSENT)
    assert change.id == request  # what was done, was done on the request
    return request


def waiting(vault, consent_id):
    (case_id,) = store.of_consent(vault.db, consent_id)
    return read_withdrawal(vault, case_id)


def test_what_a_request_may_be_about_is_not_used_until_it_is_settled(desk, officer, consent):
    other = given(officer, consents.consent(officer.db, consent).form_id, name="Ola Testhaug")
    request = asked(desk)
    assert yes(officer, consent) == []
    found = consents.consent(officer.db, consent)
    form = forms.form(officer.db, found.form_id)
    answer = allowed(found, form, "p1", desk.today)
    assert (answer.verdict, answer.reasons) == (Verdict.NO, (Reason.PENDING,))
    assert yes(officer, other) == list(ALL)
    case = waiting(officer, consent)
    assert next_step(case) is Step.SETTLE
    assert case.registered.request == request
    assert case.case.due == date(2026, 11, 17)


def test_the_same_request_saved_again_asks_no_more_than_once(desk, officer, consent):
    request = asked(desk)
    service.assess(officer, desk.part(request), CAME, basis=Basis.CONSENT, activity="Bilete")
    assert waiting(officer, consent).waits


@pytest.mark.parametrize(
    ("subject", "meant"),
    [
        (Person(name="Testdal Nora"), True),  # no birth date tells nobody apart
        (Person(name="Nora Testdal", birth_date=date(2021, 1, 1)), False),
        (Person(name="Nora Marie Testdal", birth_date=date(2022, 5, 3)), True),
        (Person(name="Nora Marie Testdal", birth_date=date(2022, 5, 4)), False),
        (Person(name="Nora Marie Testdal"), False),
        (Person(name="Nora Testdalen", birth_date=date(2022, 5, 3)), False),
    ],
)
def test_whom_a_request_may_be_about(desk, officer, consent, subject, meant):
    asked(desk, subject)
    assert (yes(officer, consent) == []) is meant


def test_a_settled_request_takes_the_consent_back_in_the_case_it_opened(desk, officer, consent):
    request = asked(desk)
    case = waiting(officer, consent)
    registered = taken(
        consent,
        withdrawn_on=date(2026, 11, 10),
        channel=Channel.REQUEST,
        relation=Relation.SELF,
        request=request,
    )
    change = register_withdrawal(officer, registered)
    assert CaseId(change.id) == case.case.id
    assert consents.consent(officer.db, consent).pending is None
    assert yes(officer, consent) == []
    assert next_step(waiting(officer, consent)) is Step.STOP


def test_a_mistake_in_settling_leaves_the_request_to_be_settled(desk, officer, consent):
    request = asked(desk)
    register_withdrawal(officer, taken(consent, request=request))
    case = waiting(officer, consent)
    mistaken(officer, case.case.id, "Feil formål")
    again = waiting(officer, consent)
    assert again.waits
    assert again.case.open
    assert yes(officer, consent) == []


def test_another_matter_is_cleared_with_a_reason_and_the_consent_holds(desk, officer, consent):
    request = asked(desk)
    case = waiting(officer, consent)
    with pytest.raises(InvalidInputError):
        not_this(officer, case.case.id, " ")
    not_this(officer, case.case.id, "Det gjeld nyheitsbrevet.")
    assert yes(officer, consent) == list(ALL)
    assert not cases.case(officer.db, case.case.id).open
    service.assess(officer, desk.part(request), CAME, basis=Basis.CONSENT, activity="Bilete")
    assert yes(officer, consent) == list(ALL)
    with pytest.raises(RefusedError):
        not_this(officer, case.case.id, "Ein gong til")


def test_two_requests_are_settled_one_by_one(desk, officer, consent):
    asked(desk)
    asked(desk)
    first, second = store.of_consent(officer.db, consent)
    not_this(officer, first, "Det gjeld nyheitsbrevet.")
    assert yes(officer, consent) == []
    not_this(officer, second, "Det same.")
    assert yes(officer, consent) == list(ALL)


def test_whoever_registers_it_from_the_consent_settles_the_request_too(desk, officer, consent):
    request = asked(desk)
    register_withdrawal(officer, taken(consent))
    case = waiting(officer, consent)
    assert case.registered.request == request
    assert consents.consent(officer.db, consent).pending is None
    with pytest.raises(RefusedError):
        not_this(officer, case.case.id, "Nei")


def test_nothing_can_be_stopped_before_it_is_settled(desk, officer, consent):
    asked(desk)
    case = waiting(officer, consent)
    assert case.stops == ()
    register_withdrawal(officer, taken(consent, ("p2",)))
    ended(officer, waiting(officer, consent).stops[0])
    assert yes(officer, consent) == ["p1", "p3"]


def test_what_has_ended_by_itself_is_not_asked_about(desk, officer, form_id):
    ended_before = given(officer, form_id, valid_until=date(2026, 10, 31))
    asked(desk)
    assert store.of_consent(officer.db, ended_before) == ()


def test_who_nobody_knows_changes_nothing(desk, officer, consent):
    asked(desk, Person(name="Heilt Ukjend"))
    assert yes(officer, consent) == list(ALL)
    assert store.of_consent(officer.db, consent) == ()


def test_it_is_used_no_more_from_the_day_the_request_is_registered(desk, officer, consent):
    request = desk.register(rights=(Right.WITHDRAWAL,), subject=CHILD, caseworker="Kari Testberg")
    assert yes(officer, consent) == []
    case = waiting(officer, consent)
    assert (case.registered.request, case.case.caseworker) == (request, "Kari Testberg")
    assert next_step(case) is Step.SETTLE


def test_another_right_says_nothing_of_the_consent_until_it_becomes_a_withdrawal(
    desk, officer, consent
):
    request = desk.register(rights=(Right.ERASURE,), subject=CHILD)
    assert yes(officer, consent) == list(ALL)
    added = service.add_right(officer, request, Right.WITHDRAWAL)
    assert CaseId(added.id) == request
    assert yes(officer, consent) == []
    added.undo.verb(officer)
    case = waiting(officer, consent)  # it is for the officer to say that it was a mistake
    assert (case.waits, yes(officer, consent)) == (True, [])


def test_who_the_request_turns_out_to_be_about_is_asked_about_at_once(desk, officer, consent):
    request = desk.register(rights=(Right.WITHDRAWAL,), subject=Person(name="Feil Namn"))
    assert yes(officer, consent) == list(ALL)
    found = desk.request(request)
    intake = Intake(
        received=found.case.received,
        channel=found.channel,
        subject=CHILD,
        rights=(Right.WITHDRAWAL,),
        wording=found.wording,
    )
    service.change_intake(officer, request, intake)
    assert yes(officer, consent) == []
    not_this(officer, waiting(officer, consent).case.id, "Det gjeld nyheitsbrevet.")
    service.change_intake(officer, request, replace(intake, wording="Eg vil trekkje alt."))
    assert yes(officer, consent) == list(ALL)
