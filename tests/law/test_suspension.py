from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdpr_desktop.law.deadlines import (
    DeadlineCode,
    SuspensionModel,
    asked_promptly,
    extended_reply_due,
    pause,
    reply_due,
    restart,
    suspended_reply_due,
)

days = st.dates(date(2019, 1, 1), date(2040, 12, 31))
waits = st.integers(0, 200).map(lambda count: timedelta(days=count))

# received, asked, answered; due without suspension, by pause, by restart
SUSPENSIONS = """
    S1 2026-02-02 2026-02-03 2026-02-10 2026-03-02 2026-03-09 2026-03-10
    S2 2026-02-02 2026-02-20 2026-02-27 2026-03-02 2026-03-09 2026-03-27
    S3 2026-03-16 2026-03-16 2026-03-30 2026-04-16 2026-04-30 2026-04-30
    S4 2026-06-30 2026-07-01 2026-08-03 2026-07-30 2026-09-01 2026-09-03
    S5 2026-01-31 2026-02-02 2026-02-09 2026-03-02 2026-03-09 2026-03-09
    S6 2026-11-20 2026-11-23 2026-12-01 2026-12-21 2026-12-28 2027-01-04
    S7 2026-12-23 2026-12-28 2027-01-04 2027-01-25 2027-02-01 2027-02-04
    S8 2026-04-17 2026-04-20 2026-04-24 2026-05-18 2026-05-21 2026-05-26
"""
TOO_LATE = {"S2"}


@pytest.mark.parametrize("line", SUSPENSIONS.strip().splitlines(), ids=lambda line: line.split()[0])
def test_suspension_by_both_models(line):
    name, *dates = line.split()
    received, asked, answered, plain, paused, restarted = map(date.fromisoformat, dates)
    deadline = suspended_reply_due(received, asked, answered)
    assert reply_due(received).due == plain
    assert pause(received, asked, answered).due == paused
    assert restart(received, answered).due == restarted
    if name in TOO_LATE:
        assert deadline.due == plain
        assert deadline.alternatives == ()
    else:
        assert deadline.due == min(paused, restarted)
        assert [one.due for one in deadline.alternatives] == [paused, restarted]


def test_asking_after_eighteen_days_does_not_suspend():
    deadline = suspended_reply_due(date(2026, 2, 2), date(2026, 2, 20), date(2026, 2, 27))
    assert deadline.codes == (DeadlineCode.ASKED_TOO_LATE,)
    assert deadline.model is None


def test_asking_on_the_fifth_working_day_suspends_and_on_the_sixth_does_not():
    received = date(2026, 2, 2)
    assert asked_promptly(received, date(2026, 2, 9))
    assert not asked_promptly(received, date(2026, 2, 10))


def test_asking_after_christmas_suspends_with_a_warning():
    deadline = suspended_reply_due(date(2026, 12, 23), date(2026, 12, 28), date(2027, 1, 4))
    assert deadline.codes == (DeadlineCode.SUSPENDED, DeadlineCode.ASKED_BORDERLINE)


def test_asking_on_the_next_working_day_suspends_without_a_warning():
    deadline = suspended_reply_due(date(2026, 11, 20), date(2026, 11, 23), date(2026, 12, 1))
    assert deadline.codes == (DeadlineCode.SUSPENDED,)


def test_no_later_date_before_the_answer_has_come():
    deadline = suspended_reply_due(date(2026, 2, 2), date(2026, 2, 3), None)
    assert deadline.due == reply_due(date(2026, 2, 2)).due
    assert deadline.codes == (DeadlineCode.SUSPENDED_OPEN,)
    assert deadline.alternatives == ()


def test_restart_is_due_where_it_is_earlier_across_february():
    deadline = suspended_reply_due(date(2026, 1, 30), date(2026, 1, 30), date(2026, 2, 27))
    assert [one.due for one in deadline.alternatives] == [date(2026, 3, 30), date(2026, 3, 27)]
    assert deadline.due == date(2026, 3, 27)
    assert deadline.model is SuspensionModel.RESTART


def test_the_shift_of_the_chosen_model_is_explained():
    deadline = suspended_reply_due(date(2026, 12, 23), date(2026, 12, 28), date(2027, 1, 4))
    assert deadline.raw == date(2027, 1, 30)
    assert [shift.reason for shift in deadline.shifts] == ["saturday", "sunday"]


def test_extension_and_suspension_end_three_months_from_receipt():
    deadline = suspended_reply_due(
        date(2026, 2, 2), date(2026, 2, 3), date(2026, 2, 10), extended=True
    )
    assert deadline.due == extended_reply_due(date(2026, 2, 2)).due == date(2026, 5, 4)
    assert DeadlineCode.EXTENDED in deadline.codes
    assert deadline.period.amount == 3


def test_an_extension_does_not_shorten_a_long_suspension():
    received, asked, answered = date(2026, 2, 2), date(2026, 2, 3), date(2026, 6, 10)
    extended = suspended_reply_due(received, asked, answered, extended=True)
    assert extended == suspended_reply_due(received, asked, answered)
    assert extended.due > extended_reply_due(received).due


def test_an_extension_holds_while_the_answer_is_awaited():
    deadline = suspended_reply_due(date(2026, 2, 2), date(2026, 2, 3), None, extended=True)
    assert deadline.due == date(2026, 5, 4)


@pytest.mark.parametrize(
    ("asked", "answered", "complaint"),
    [
        (date(2026, 2, 1), None, "before the request"),
        (date(2026, 2, 3), date(2026, 2, 2), "before it was asked"),
    ],
)
def test_impossible_orders_are_refused(asked, answered, complaint):
    with pytest.raises(ValueError, match=complaint):
        suspended_reply_due(date(2026, 2, 2), asked, answered)


def test_asking_before_receipt_is_never_prompt():
    with pytest.raises(ValueError, match="before"):
        asked_promptly(date(2026, 2, 2), date(2026, 2, 1))


@given(days, waits, waits)
def test_a_suspension_never_shortens(received, before_asking, waiting):
    asked = received + before_asking
    answered = asked + waiting
    deadline = suspended_reply_due(received, asked, answered)
    plain = reply_due(received).due
    assert plain <= deadline.due
    assert plain <= pause(received, asked, answered).due
    assert plain <= restart(received, answered).due


@given(days, st.integers(0, 5), waits)
def test_the_earlier_model_is_due(received, before_asking, waiting):
    asked = received + timedelta(days=before_asking)
    deadline = suspended_reply_due(received, asked, asked + waiting)
    assert deadline.due == min(one.due for one in deadline.alternatives)
    assert deadline.due in {one.due for one in deadline.alternatives if one.model is deadline.model}


@given(days, waits, waits)
def test_a_suspended_deadline_moves_only_when_asked_promptly(received, before_asking, waiting):
    asked = received + before_asking
    deadline = suspended_reply_due(received, asked, asked + waiting)
    granted = DeadlineCode.SUSPENDED in deadline.codes
    assert granted is asked_promptly(received, asked)
    if not granted:
        assert deadline.due == reply_due(received).due


@given(days, waits, st.none() | waits)
def test_with_an_extension_the_later_of_the_two_dates_is_due(received, before_asking, waiting):
    asked = received + before_asking
    answered = None if waiting is None else asked + waiting
    plain = suspended_reply_due(received, asked, answered).due
    extended = suspended_reply_due(received, asked, answered, extended=True).due
    assert extended == max(plain, extended_reply_due(received).due)


@given(days, st.integers(0, 5), waits)
def test_a_later_answer_never_gives_an_earlier_deadline(received, before_asking, waiting):
    asked = received + timedelta(days=before_asking)
    first = suspended_reply_due(received, asked, asked + waiting)
    second = suspended_reply_due(received, asked, asked + waiting + timedelta(days=1))
    assert first.due <= second.due
