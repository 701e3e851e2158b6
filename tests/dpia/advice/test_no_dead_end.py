"""Every state of an assessment has a deed that somebody may do, and leads on."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dpia.advice.values import read
from dpia.filling import NEED, SCENARIOS, SCREENED, advised, begun, put
from gdpr_desktop.casework.model import Task
from gdpr_desktop.core.ids import TaskId
from gdpr_desktop.core.roles import Role
from gdpr_desktop.dpia.actions import Action, action_words, actions_of, may, primary, up_front
from gdpr_desktop.dpia.advice.closing import close
from gdpr_desktop.dpia.advice.model import Decision
from gdpr_desktop.dpia.assessment import CHANGED, MEASURE
from gdpr_desktop.dpia.codes import ConsultationAnswer, Follow, State
from gdpr_desktop.dpia.consultation.model import Consultation
from gdpr_desktop.dpia.content import Estimate
from gdpr_desktop.dpia.states import NEXT
from gdpr_desktop.dpia.steps import Step, is_done, lacks, next_step, rests
from gdpr_desktop.dpia.summary import step_hint, step_rows, step_summary
from gdpr_desktop.dpia.words import words
from gdpr_desktop.dpia.work_file.model import SentFile

NOW = datetime(2026, 11, 20, 14, tzinfo=UTC)
DECIDED = Decision(
    submission=1,
    follow=Follow.FOLLOW,
    why="",
    name="Kari Leiar",
    role="Einingsleiar",
    decided_on=date(2026, 11, 20),
)
SCENARIO = SCENARIOS[0]
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


def test_advice_against_is_decided_about_before_datatilsynet_is_asked(found):
    against = replace(found.opinion, go_ahead=False, go_ahead_why="Nei.", consult=True)
    now = replace(
        found, opinion=against, decision=None, content=replace(found.content, scenarios=())
    )
    assert primary(now).action is Action.DECIDE
    followed = replace(now, decision=DECIDED)
    assert primary(followed).action is Action.APPROVE, "it is sent back, or closed"
    partly = replace(DECIDED, follow=Follow.PARTLY)
    assert next_step(replace(now, decision=partly)) is Step.CONSULTATION, (
        "«in part» says nothing of it"
    )
    asks = replace(partly, consult=True)
    assert next_step(replace(now, decision=asks)) is Step.CONSULTATION
    asks_not = replace(partly, consult=False)
    assert next_step(replace(now, decision=asks_not)) is Step.APPROVAL


def test_a_high_risk_that_is_left_is_asked_about_whatever_is_decided(found):
    high = replace(SCENARIO, after=SCENARIO.before)
    content = replace(found.content, scenarios=(high,))
    asks_not = replace(DECIDED, follow=Follow.NOT, why="Nei.", consult=False)
    assert next_step(replace(found, content=content, decision=asks_not)) is Step.CONSULTATION


def test_a_no_rests_until_its_day_is_near(found):
    need = replace(NEED, needed=False, look_again_on=date(2027, 6, 1))
    no = replace(found, state=State.NOT_NEEDED, screening=SCREENED, need=need)
    assert primary(no, date(2027, 1, 1)) is None
    assert primary(no, date(2027, 4, 2)).action is Action.SCREEN
    assert rests(no, date(2027, 4, 1))
    assert not rests(replace(no, state=State.SCREENING), date(2027, 1, 1))
    changed = replace(need, changed_on=date(2027, 1, 1))
    assert not rests(replace(no, need=changed), date(2027, 1, 2)), "something has changed"


def test_what_was_sent_unfinished_does_not_look_done(found):
    now = replace(found, state=State.SENT)
    assert lacks(now, Step.WRITING)
    assert not is_done(now, Step.WRITING)
    assert "mangl" in step_summary(now, Step.WRITING) or "missing" in step_summary(
        now, Step.WRITING
    )
    unjudged = replace(found.content, scenarios=(replace(SCENARIO, before=Estimate()),))
    assert not is_done(replace(now, content=unjudged), Step.RISKS)
    assert not lacks(replace(now, state=State.DRAFT), Step.NEED)


def test_what_is_seldom_wanted_stands_behind_more(found):
    now = replace(found, state=State.DRAFT)
    offered = actions_of(now, Step.WRITING)
    assert offered[: up_front(now, Step.WRITING)] == (Action.WRITE, Action.SEND)
    out = SentFile(
        key="k", number=1, file_name="a.dpia", recipient="Per", sent_at=NOW, sent_by="Ola"
    )
    waits = replace(now, sent_files=(out,))
    offered = actions_of(waits, Step.WRITING)
    assert offered[: up_front(waits, Step.WRITING)][-1] is Action.TAKE_IN
    assert step_hint(waits, Step.WRITING) == ""
    for state in (State.SENT, State.AT_OFFICER, State.ADVISED, State.IN_FORCE):
        assert step_hint(replace(waits, state=state), Step.WRITING), state


def test_one_does_not_go_on_with_what_is_not_begun(found):
    blank = replace(found.content, answers=(), scenarios=())
    now = replace(found, state=State.DRAFT)
    assert action_words(Action.WRITE, now) == action_words(Action.WRITE)
    assert action_words(Action.WRITE, replace(now, content=blank)) != action_words(Action.WRITE)


def test_earlier_rounds_are_seen(found):
    asked = Consultation(
        why="Høg",
        decided_by="Kari",
        decided_on=date(2026, 11, 1),
        sent_on=date(2026, 11, 2),
        answered_on=date(2026, 11, 9),
        answer=ConsultationAnswer.FORBIDDEN,
        answer_text="Ikkje slik.",
    )
    decided = replace(DECIDED, follow=Follow.PARTLY, why="Berre om natta.")
    before = replace(found.opinion, decision=decided, consultation=asked)
    now = replace(found, opinions=(before,), consultation=None)
    assert any("Ikkje slik." in text for _label, text in step_rows(now, Step.CONSULTATION))
    assert any("Berre om natta." in text for _label, text in step_rows(now, Step.APPROVAL))


def test_screened_or_not_it_is_asked_whether_one_is_needed(found):
    now = replace(found, state=State.SCREENING, screening=None)
    assert primary(now).action is Action.SCREEN
    decided = replace(found, state=State.NOT_NEEDED, screening=SCREENED, need=NEED)
    assert Action.NEED_REPORT in actions_of(decided, Step.NEED)


def test_what_was_changed_in_the_record_is_looked_at_before_measures(found):
    def task(kind):
        return Task(id=TaskId(1), case_id=found.case.id, kind=kind, title="Sjå på det")

    now = replace(found, state=State.IN_FORCE, tasks=(task(MEASURE),))
    assert primary(now).action is Action.MEASURE
    now = replace(now, tasks=(task(MEASURE), task(CHANGED)))
    assert primary(now).action is Action.REVIEW
    now = replace(now, tasks=(task(CHANGED),))
    assert actions_of(now, Step.REVIEW) == (Action.REVIEW,)
