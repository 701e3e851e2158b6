"""Every state of an assessment has a deed that somebody may do, and leads on."""

from dataclasses import replace
from datetime import date

import pytest

from dpia.advice.values import read
from dpia.filling import NEED, SCREENED, advised, begun, put
from gdpr_desktop.core.roles import Role
from gdpr_desktop.dpia.actions import Action, actions_of, may, primary
from gdpr_desktop.dpia.advice.closing import close
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.consultation.model import Consultation
from gdpr_desktop.dpia.states import NEXT
from gdpr_desktop.dpia.steps import Step, is_done, next_step
from gdpr_desktop.dpia.summary import step_rows
from gdpr_desktop.dpia.words import words

OPEN = tuple(one for one in State if one not in (State.DROPPED, State.ENDED))
PRIMARY = {
    State.SCREENING: Action.NEED,
    State.NOT_NEEDED: Action.SCREEN,
    State.COVERED: Action.SCREEN,
    State.DRAFT: Action.WRITE,
    State.SENT: Action.BEGIN,
    State.AT_OFFICER: Action.OPINION,
    State.MORE_WORK: Action.WRITE,
    State.ADVISED: Action.DECIDE,
    State.SENT_BACK: Action.WRITE,
    State.IN_FORCE: Action.REVIEW,
    State.UNDER_REVIEW: Action.WRITE,
}
WHO = {
    Action.NEED: {Role.OFFICER, Role.MANAGER, Role.CASEWORKER},
    Action.SCREEN: {Role.OFFICER, Role.CASEWORKER},
    Action.WRITE: set(Role),
    Action.BEGIN: {Role.OFFICER},
    Action.OPINION: {Role.OFFICER},
    Action.DECIDE: {Role.OFFICER, Role.MANAGER},
    Action.REVIEW: {Role.OFFICER, Role.CASEWORKER},
}


@pytest.fixture
def found(officer):
    """One that was advised on; its state is replaced in each test, without a file."""
    case_id = advised(officer)
    put(officer, case_id, need=None)
    return replace(read(officer, case_id), tasks=())


def test_each_state_offers_its_next_deed_to_those_who_may(found):
    for state in OPEN:
        now = replace(found, state=state)
        offered = primary(now)
        assert offered is not None, state
        assert offered.action is PRIMARY[state], state
        allowed = {role for role in Role if may(offered.action, role)}
        assert allowed == WHO[offered.action], state


def test_each_state_can_be_closed_and_noted_on(found):
    for state in OPEN:
        assert actions_of(replace(found, state=state), Step.CLOSE) == (Action.CLOSE, Action.NOTE)


def test_the_officer_is_offered_no_decision_of_their_own_by_role_alone(found):
    """The deed is noted by the officer; whose decision it is, is asked in the dialog."""
    assert may(Action.APPROVE, Role.MANAGER)
    assert not may(Action.APPROVE, Role.CASEWORKER)
    assert not may(Action.OPINION, Role.MANAGER)


def test_what_is_over_is_opened_again(officer):
    case_id = begun(officer)
    close(officer, case_id, reason="Vi gjer det ikkje.")
    closed = read(officer, case_id)
    assert next_step(closed) is None
    assert actions_of(closed, Step.CLOSE) == (Action.REOPEN,)
    assert not may(Action.REOPEN, Role.CASEWORKER)


def test_every_state_leads_on_and_has_words(found):
    assert set(NEXT) == set(State)
    for state, after in NEXT.items():
        assert after - {state}, state
        assert words(state)
        for step in Step:
            now = replace(found, state=state)
            is_done(now, step)
            step_rows(now, step)


def test_a_withdrawn_consultation_can_be_asked_for_anew(found):
    asked = Consultation(
        why="Høg", decided_by="Kari", decided_on=date(2026, 11, 1), withdrawn_on=date(2026, 11, 5)
    )
    opinion = replace(found.opinion, consult=True)
    now = replace(found, consultation=asked, opinion=opinion)
    assert next_step(now) is Step.CONSULTATION
    assert primary(now).action is Action.CONSULT


def test_what_waits_for_datatilsynet_can_still_be_decided_about_and_sent_back(found):
    now = replace(found, opinion=replace(found.opinion, consult=True))
    assert actions_of(now, Step.APPROVAL) == (Action.DECIDE, Action.APPROVE)


def test_screened_or_not_it_is_asked_whether_one_is_needed(found):
    now = replace(found, state=State.SCREENING, screening=None)
    assert primary(now).action is Action.SCREEN
    decided = replace(found, state=State.NOT_NEEDED, screening=SCREENED, need=NEED)
    assert Action.NEED_REPORT in actions_of(decided, Step.NEED)
