"""An assessment goes to the officer, to the risk owner, into force, and back from each of them."""

from dataclasses import replace
from datetime import date

import pytest

from dpia.advice.values import (
    TODAY,
    advised_on,
    approval,
    at_officer,
    decision,
    opinion,
    put_in_force,
    read,
    review,
)
from dpia.filling import ABOUT, MEASURES, SCENARIOS, begun, put
from gdpr_desktop.casework import store as cases
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.advice import service
from gdpr_desktop.dpia.advice.closing import close, reopen
from gdpr_desktop.dpia.advice.deciding import approve, decide
from gdpr_desktop.dpia.advice.model import SectionVerdict
from gdpr_desktop.dpia.advice.opinions import give_opinion, give_verdict
from gdpr_desktop.dpia.advice.reviewing import review as look_again
from gdpr_desktop.dpia.advice.waiting import TO_ADVISE, TO_DECIDE
from gdpr_desktop.dpia.assessment import REVIEW_DUE
from gdpr_desktop.dpia.codes import ConsultationAnswer, Follow, State
from gdpr_desktop.dpia.consultation.model import Consultation
from gdpr_desktop.dpia.content import Answer, Estimate
from gdpr_desktop.dpia.rich import rich
from gdpr_desktop.dpia.risks.scales import choose_scale, usual
from gdpr_desktop.dpia.steps import Step, next_step

HIGH = replace(SCENARIOS[0], after=Estimate(consequence=5, likelihood=4))
LOW = tuple(replace(one, after=Estimate(consequence=2, likelihood=1)) for one in SCENARIOS)


def write(vault, case_id, *items):
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        for one in items:
            if isinstance(one, Answer):
                store.put_answer(work.db, case_id, one, "Ola", work.clock.now())
            else:
                store.put_item(work.db, case_id, one, store.place_of(work.db, case_id, one))


@pytest.fixture
def mild(officer, case_id):
    """No risk that is left is high."""
    write(officer, case_id, *LOW)
    return case_id


def problems(error):
    return {one.field for one in error.value.problems}


def test_what_is_sent_is_frozen_under_the_next_number(officer, mild):
    service.send(officer, mild)
    first = store.submission(officer.db, mild, 1)
    assert first.sha256 == store.digest(first.content)
    assert read(officer, mild).state is State.SENT
    service.begin_advice(officer, mild)
    give_opinion(officer, mild, opinion(wants_back=True, text=rich("Skriv meir om lagring.")))
    write(officer, mild, Answer(question="storage", text=rich("I Noreg.")))
    with pytest.raises(InvalidInputError) as error:
        service.send(officer, mild)
    assert problems(error) == {"note"}
    service.send(officer, mild, "Om lagring.")
    found = read(officer, mild)
    assert [one.number for one in found.submissions] == [1, 2]
    assert not store.submission(officer.db, mild, 1).content.answer("storage")
    assert (found.opinion, [one.wants_back for one in found.opinions]) == (None, [True])


def test_nothing_written_cannot_be_sent(officer):
    case_id = begun(officer)
    put(officer, case_id, state=State.DRAFT.value)
    with pytest.raises(RefusedError):
        service.send(officer, case_id)


def test_taken_back_it_is_what_it_was_before_it_was_sent(officer, mild):
    service.send(officer, mild).undo.verb(officer)
    assert read(officer, mild).state is State.DRAFT
    advised_on_second(officer, mild)
    approve(officer, mild, approval(approved=False, why="Vent med helg."))
    before = read(officer, mild)
    service.send(officer, mild, "Utan helg.")
    service.take_back(officer, mild)
    after = read(officer, mild)
    assert after.state is State.SENT_BACK
    assert (after.opinion, after.approval, after.opinions) == (before.opinion, before.approval, ())
    assert len(after.submissions) == 3


def advised_on_second(vault, case_id):
    at_officer(vault, case_id, "Retta.")
    give_opinion(vault, case_id, opinion())


def test_what_the_officer_has_begun_on_is_not_taken_back(officer, mild):
    at_officer(officer, mild)
    with pytest.raises(RefusedError):
        service.take_back(officer, mild)


def test_begun_by_mistake_is_undone(officer, mild):
    service.send(officer, mild)
    service.begin_advice(officer, mild).undo.verb(officer)
    assert read(officer, mild).state is State.SENT


def test_verdicts_are_part_of_the_advice_that_is_being_written(officer, mild):
    at_officer(officer, mild)
    give_verdict(officer, mild, SectionVerdict(section="scope", sufficient=True))
    give_verdict(officer, mild, SectionVerdict(section="scope", sufficient=False, feedback="Kva?"))
    give_verdict(officer, mild, SectionVerdict(section="nature", sufficient=True))
    give_verdict(officer, mild, SectionVerdict(section="nature"))
    (only,) = read(officer, mild).opinion.verdicts
    assert (only.section, only.sufficient, only.feedback) == ("scope", False, "Kva?")


def test_an_advice_says_whether_and_why(officer, mild):
    at_officer(officer, mild)
    with pytest.raises(InvalidInputError) as error:
        empty = opinion(go_ahead=None, consult=None, follow_up=None, text=rich(""), name=" ")
        give_opinion(officer, mild, empty)
    assert problems(error) == {"go_ahead", "consult", "follow_up", "text", "name"}
    with pytest.raises(InvalidInputError) as error:
        give_opinion(officer, mild, opinion(go_ahead=False, consult=True, consult_why=""))
    assert problems(error) == {"go_ahead_why", "consult_why"}


def test_a_high_risk_without_a_consultation_takes_a_reason(officer, mild):
    write(officer, mild, HIGH)
    at_officer(officer, mild)
    with pytest.raises(InvalidInputError) as error:
        give_opinion(officer, mild, opinion(consult=False, consult_why=""))
    assert problems(error) == {"consult_why"}


def test_an_advice_undone_lies_with_the_officer_as_it_was(officer, mild):
    at_officer(officer, mild)
    give_verdict(officer, mild, SectionVerdict(section="scope", sufficient=True))
    before = read(officer, mild).opinion
    change = give_opinion(officer, mild, opinion())
    change.undo.verb(officer)
    found = read(officer, mild)
    assert (found.state, found.opinion) == (State.AT_OFFICER, before)


def test_sent_back_and_written_on_it_is_no_longer_undone(officer, mild):
    at_officer(officer, mild)
    change = give_opinion(officer, mild, opinion(wants_back=True))
    write(officer, mild, Answer(question="storage", text=rich("I Noreg.")))
    with pytest.raises(RefusedError):
        change.undo.verb(officer)


def test_the_officer_changes_the_advice_until_it_is_approved(officer, mild):
    advised_on(officer, mild)
    decide(officer, mild, decision())
    service.give_advice_anew(officer, mild)
    found = read(officer, mild)
    assert (found.state, found.decision, found.opinion.given_on) == (State.AT_OFFICER, None, None)
    assert found.opinion.text.plain == "Følg opp tilgangane."


def test_the_officer_never_decides_however_the_name_is_turned(officer, mild):
    advised_on(officer, mild, name="Berit Vikar")
    for name in ("Testnes, Solveig", "Berit Vikar", "Personvernombodet"):
        with pytest.raises(InvalidInputError) as error:
            decide(officer, mild, decision(name=name))
        assert problems(error) == {"name"}
        with pytest.raises(InvalidInputError) as error:
            approve(officer, mild, approval(name=name, approved=False, why="Nei."))
        assert problems(error) == {"name"}


def test_not_following_the_advice_takes_a_reason(officer, mild):
    advised_on(officer, mild, go_ahead=False, go_ahead_why="For inngripande.")
    with pytest.raises(InvalidInputError) as error:
        decide(officer, mild, decision(follow=Follow.NOT))
    assert problems(error) == {"why"}
    decide(officer, mild, decision(follow=Follow.NOT, why="Tryggleiken veg tyngst."))
    approve(officer, mild, approval())
    assert read(officer, mild).state is State.IN_FORCE


def test_it_is_not_approved_against_what_was_just_decided(officer, mild):
    advised_on(officer, mild, go_ahead=False, go_ahead_why="For inngripande.")
    for _round in range(2):  # before anything is decided, and against it
        with pytest.raises(InvalidInputError) as error:
            approve(officer, mild, approval())
        assert problems(error) == {"approved"}
        decide(officer, mild, decision())


def test_sent_back_by_the_risk_owner_takes_words_but_no_decision(officer, mild):
    advised_on(officer, mild)
    with pytest.raises(InvalidInputError) as error:
        approve(officer, mild, approval(approved=False))
    assert problems(error) == {"why"}
    change = approve(officer, mild, approval(approved=False, why="Prøv utan helg."))
    assert read(officer, mild).writable
    change.undo.verb(officer)
    assert read(officer, mild).state is State.ADVISED


def test_an_approval_is_undone_until_something_rests_on_it(officer, mild):
    advised_on(officer, mild)
    decide(officer, mild, decision())
    change = approve(officer, mild, approval())
    change.undo.verb(officer)
    found = read(officer, mild)
    assert (found.state, found.approval) == (State.ADVISED, None)
    change = approve(officer, mild, approval())
    look_again(officer, mild, review())
    with pytest.raises(RefusedError):
        change.undo.verb(officer)


def test_a_high_risk_is_not_approved_before_datatilsynet_has_answered(officer, mild):
    write(officer, mild, HIGH)
    advised_on(officer, mild, consult=True, consult_why="Høg risiko.")
    decide(officer, mild, decision(follow=Follow.NOT, why="Vi vil byrje."))
    assert next_step(read(officer, mild)) is Step.CONSULTATION
    with pytest.raises(InvalidInputError) as error:
        approve(officer, mild, approval())
    assert problems(error) == {"approved"}
    asked = Consultation(
        why="Høg",
        decided_by="Kari",
        decided_on=TODAY,
        answered_on=TODAY,
        answer=ConsultationAnswer.FORBIDDEN,
    )
    put(officer, mild, consultation=asked)
    with pytest.raises(InvalidInputError):
        approve(officer, mild, approval())
    put(officer, mild, consultation=replace(asked, answer=ConsultationAnswer.NO_OBJECTION))
    approve(officer, mild, approval())
    assert read(officer, mild).state is State.IN_FORCE


def test_after_a_ban_what_is_changed_may_be_asked_about_anew(officer, mild):
    write(officer, mild, HIGH)
    advised_on(officer, mild, consult=True, consult_why="Høg risiko.")
    banned = Consultation(
        why="Høg",
        decided_by="Kari",
        decided_on=TODAY,
        answered_on=TODAY,
        answer=ConsultationAnswer.FORBIDDEN,
    )
    put(officer, mild, consultation=banned)
    approve(officer, mild, approval(approved=False, why="Gjer risikoen lågare."))
    service.send(officer, mild, "Mindre opptak.")
    found = read(officer, mild)
    assert found.consultation is None
    assert found.opinions[-1].consultation == banned
    service.take_back(officer, mild)
    assert read(officer, mild).consultation == banned
    service.send(officer, mild, "Mindre opptak.")
    service.begin_advice(officer, mild)
    give_opinion(officer, mild, opinion(consult=True, consult_why="Framleis høg."))
    assert next_step(read(officer, mild)) is Step.CONSULTATION
    write(officer, mild, replace(HIGH, after=Estimate(consequence=2, likelihood=1)))
    decide(officer, mild, decision(follow=Follow.PARTLY, consult=False, why="Risikoen er låg."))
    approve(officer, mild, approval())
    assert read(officer, mild).state is State.IN_FORCE


def test_advice_to_consult_may_be_turned_down_with_a_reason_where_the_risk_is_not_high(
    officer, mild
):
    advised_on(officer, mild, consult=True, consult_why="For å vere sikre.")
    assert next_step(read(officer, mild)) is Step.CONSULTATION
    decide(officer, mild, decision(follow=Follow.PARTLY, consult=False, why="Risikoen er låg."))
    assert next_step(read(officer, mild)) is Step.APPROVAL


def test_days_come_in_their_order(officer, mild):
    advised_on(officer, mild)
    with pytest.raises(InvalidInputError) as error:
        decide(officer, mild, decision_on(date(2026, 11, 19)))
    assert problems(error) == {"decided_on"}
    decide(officer, mild, decision())
    with pytest.raises(InvalidInputError) as error:
        approve(officer, mild, approval(decided_on=date(2026, 11, 21), review_on=TODAY))
    assert problems(error) == {"decided_on", "review_on"}


def decision_on(day):
    return replace(decision(), decided_on=day)


def test_in_force_it_is_looked_at_again_on_the_day_that_was_set(officer, mild):
    put_in_force(officer, mild)
    assert cases.open_deadline(officer.db, mild, REVIEW_DUE) == date(2027, 11, 19)
    change = look_again(officer, mild, review(next_on=date(2028, 1, 3)))
    assert cases.open_deadline(officer.db, mild, REVIEW_DUE) == date(2028, 1, 3)
    change.undo.verb(officer)
    assert cases.open_deadline(officer.db, mild, REVIEW_DUE) == date(2027, 11, 19)


def test_assessed_anew_is_approved_anew_and_asks_datatilsynet_anew(officer, mild):
    put_in_force(officer, mild)
    asked = Consultation(why="Høg", decided_by="Kari", decided_on=TODAY, answered_on=TODAY)
    put(officer, mild, consultation=asked)
    look_again(officer, mild, review(same=False, why="Ny leverandør."))
    assert read(officer, mild).writable
    service.send(officer, mild, "Ny leverandør.")
    found = read(officer, mild)
    (over,) = found.opinions
    assert (found.approval, found.consultation) == (None, None)
    assert over.approval.approved
    assert over.consultation == asked
    service.take_back(officer, mild)
    found = read(officer, mild)
    assert (found.state, found.consultation) == (State.UNDER_REVIEW, asked)


def test_opened_in_vain_it_is_in_force_again_unless_something_was_written(officer, mild):
    put_in_force(officer, mild)
    look_again(officer, mild, review(same=False))
    write(officer, mild, replace(MEASURES[1], done_on=TODAY))  # done as was planned
    look_again(officer, mild, review())
    assert read(officer, mild).state is State.IN_FORCE
    look_again(officer, mild, review(same=False))
    write(officer, mild, Answer(question="storage", text=rich("I Sverige.")))
    with pytest.raises(RefusedError):
        look_again(officer, mild, review())


def test_who_has_to_answer_is_given_two_weeks_or_until_the_processing_begins(officer, mild):
    service.send(officer, mild)
    assert cases.open_deadline(officer.db, mild, TO_ADVISE) == date(2026, 12, 4)
    put(officer, mild, about=replace(ABOUT, starts_on=date(2026, 11, 25)))
    assert cases.open_deadline(officer.db, mild, TO_ADVISE) == date(2026, 11, 25)
    service.begin_advice(officer, mild)
    give_opinion(officer, mild, opinion())
    assert cases.open_deadline(officer.db, mild, TO_ADVISE) is None
    assert cases.open_deadline(officer.db, mild, TO_DECIDE) == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("state", "closed", "again"),
    [
        (State.SCREENING, State.DROPPED, State.DRAFT),
        (State.NOT_NEEDED, State.NOT_NEEDED, State.NOT_NEEDED),
        (State.AT_OFFICER, State.DROPPED, State.DRAFT),
        (State.MORE_WORK, State.DROPPED, State.DRAFT),
    ],
)
def test_a_closed_case_is_what_became_of_it_and_goes_on_when_opened(
    officer, mild, state, closed, again
):
    put(officer, mild, state=state.value)
    close(officer, mild, reason="Vi gjer det ikkje.")
    case = cases.case(officer.db, mild)
    assert (case.open, case.outcome) == (False, closed.value)
    reopen(officer, mild, "Vi gjer det likevel.")
    assert read(officer, mild).state is again


def test_what_was_in_force_is_over_when_closed_and_opened_to_be_written_anew(officer, mild):
    put_in_force(officer, mild)
    close(officer, mild, reason="Nattugla er slått av.")
    assert cases.case(officer.db, mild).outcome == State.ENDED.value
    reopen(officer, mild, "På att.")
    assert read(officer, mild).state is State.UNDER_REVIEW


def test_judged_by_another_scale_it_is_not_what_was_approved(officer, mild):
    put_in_force(officer, mild)
    look_again(officer, mild, review(same=False, next_on=None))
    choose_scale(officer, mild, replace(usual(5), medium_from=2, high_from=3))
    with pytest.raises(RefusedError, match="endra sidan"):
        look_again(officer, mild, review())
