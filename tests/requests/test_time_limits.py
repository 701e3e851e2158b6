"""Which deadline governs: the rules alone, over every order and combination of days."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gdpr_desktop.casework.model import Case, CaseKind, CaseState, Person, PersonRole
from gdpr_desktop.core.ids import CaseId, PartId, UserId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.law.calendar import is_working_day
from gdpr_desktop.law.deadlines import ExtensionGround, extended_reply_due, reply_due
from gdpr_desktop.requests.model import (
    Channel,
    Dispatch,
    Extension,
    Identity,
    IdentityMethod,
    IdentityState,
    OnBehalfOf,
    Part,
    Request,
    Right,
    Specification,
)
from gdpr_desktop.requests.time_limits import (
    answered_late,
    answered_on,
    extension_open,
    first_deed,
    first_due,
    notice_due,
    officer_told_due,
    reply_deadline,
    suspensions,
)

DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
LAGS = st.integers(0, 60)


def request(received: date, **changes: object) -> Request:
    case = Case(
        id=CaseId(1),
        number="2026-0001",
        kind=CaseKind.REQUEST,
        state=CaseState.OPEN,
        outcome="",
        received=received,
        language=Language.NYNORSK,
        subject_name="Kari",
        caseworker="",
        assignee=None,
        registered_by=UserId(1),
        next_step="",
        due=None,
        archive_number="",
        archive_title="",
        public_title="",
        created_at=datetime(2026, 11, 2, tzinfo=UTC),
        closed_at=None,
        revision=0,
    )
    fields: dict[str, object] = {
        "case": case,
        "parts": (Part(id=PartId(1), right=Right.ACCESS),),
        "received_time": None,
        "channel": Channel.EMAIL,
        "on_behalf_of": OnBehalfOf.SELF,
        "wording": "",
        "wants_oral_answer": False,
        "officer_told_at": None,
        "persons": {PersonRole.DATA_SUBJECT: Person(name="Kari")},
        **changes,
    }
    return Request(**fields)  # type: ignore[arg-type]


def proved(asked: date, answered: date | None) -> Identity:
    if answered is None:
        return Identity(state=IdentityState.ASKED, asked_on=asked)
    return Identity(
        state=IdentityState.ESTABLISHED,
        method=IdentityMethod.SHOWN_ID,
        asked_on=asked,
        settled_on=answered,
    )


def extended(sent: date, **changes: object) -> Extension:
    fields = {"ground": ExtensionGround.COMPLEXITY, "explanation": "Mykje", **changes}
    return Extension(notice_sent=sent, **fields)  # type: ignore[arg-type]


@st.composite
def waits(draw: st.DrawFn) -> tuple[Request, Request]:
    """A request that waited for proof or clarity, without and with an extension in time."""
    received = draw(DAYS)
    steps: dict[str, object] = {"channel": draw(st.sampled_from(list(Channel)))}
    if draw(st.booleans()):
        asked = received + timedelta(days=draw(LAGS))
        answer = draw(st.none() | LAGS)
        answered = None if answer is None else asked + timedelta(days=answer)
        steps["identity"] = proved(asked, answered)
    if draw(st.booleans()):
        asked = received + timedelta(days=draw(LAGS))
        answer = draw(st.none() | LAGS)
        answered = None if answer is None else asked + timedelta(days=answer)
        steps["specification"] = Specification(asked_on=asked, answered_on=answered)
    plain = request(received, **steps)
    sent = received + timedelta(days=draw(st.integers(0, (notice_due(plain) - received).days)))
    return plain, request(received, **steps, extension=extended(sent))


@given(waits())
def test_waiting_never_makes_a_deadline_earlier_and_every_deadline_is_a_working_day(pair):
    for made in pair:
        due = reply_deadline(made).due
        assert due >= reply_due(made.case.received).due
        assert is_working_day(due)


@given(waits())
def test_an_extension_ends_at_three_months_unless_the_waiting_was_longer(pair):
    plain, longer = pair
    three_months = extended_reply_due(plain.case.received).due
    assert reply_deadline(longer).due == max(three_months, first_due(plain).due)
    assert reply_deadline(plain).due == first_due(plain).due


@given(waits())
def test_the_later_of_two_questions_counts_and_they_are_not_added_up(pair):
    plain, _longer = pair
    received = plain.case.received
    identity = first_due(request(received, channel=plain.channel, identity=plain.identity)).due
    specification = first_due(
        request(received, channel=plain.channel, specification=plain.specification)
    ).due
    assert first_due(plain).due == max(identity, specification)


@given(waits())
def test_the_notice_is_due_within_the_first_month_unless_the_clock_stood_still_past_it(pair):
    plain, _longer = pair
    month = reply_due(plain.case.received).due
    assert month <= notice_due(plain) <= max(month, first_due(plain).due)


@given(DAYS, LAGS, LAGS, st.sampled_from([Channel.EDIALOG, Channel.DIGITAL_POST]))
def test_asking_who_had_logged_in_stops_nothing(received, asked, answered, channel):
    day = received + timedelta(days=asked)
    made = request(received, channel=channel, identity=proved(day, day + timedelta(days=answered)))
    assert suspensions(made) == ()
    assert reply_deadline(made).due == reply_due(received).due


@given(DAYS, st.integers(1, 200))
def test_a_late_notice_moves_nothing(received, days):
    first = reply_due(received).due
    made = request(received, extension=extended(first + timedelta(days=days)))
    assert reply_deadline(made).due == first


@pytest.mark.parametrize(
    "fault",
    [{"explanation": " "}, {"ground": ExtensionGround.SUMMER_HOLIDAY}],
)
def test_an_extension_without_reasons_or_ground_moves_nothing(fault):
    received = date(2026, 6, 15)
    made = request(received, extension=extended(date(2026, 7, 10), **fault))
    assert reply_deadline(made).due == date(2026, 7, 15)


@given(DAYS, st.integers(-40, 120))
def test_an_answer_is_late_from_the_day_after_the_deadline(received, days):
    due = reply_due(received).due
    sent = due + timedelta(days=days)
    assume(sent >= received)
    dispatch = Dispatch(channel=DispatchChannel.ORAL, sent_by="x", sent_on=sent, what="x")
    made = request(received, parts=(Part(id=PartId(1), right=Right.ACCESS, dispatch=dispatch),))
    assert answered_on(made) == sent
    assert answered_late(made) is (days > 0)


def test_an_extension_is_open_once_until_the_last_day_for_the_notice():
    received = date(2026, 6, 15)
    made = request(received)
    assert extension_open(made, date(2026, 7, 15))
    assert not extension_open(made, date(2026, 7, 16))
    again = request(received, extension=extended(date(2026, 6, 20)))
    assert not extension_open(again, date(2026, 6, 21))
    turned_away = Identity(
        state=IdentityState.NOT_ESTABLISHED, asked_on=received, settled_on=date(2026, 6, 20)
    )
    assert not extension_open(request(received, identity=turned_away), date(2026, 6, 21))


@pytest.mark.parametrize(
    ("received_time", "due"),
    [(None, date(2026, 6, 16)), (time(0, 0), date(2026, 6, 16)), (time(23, 59), date(2026, 6, 16))],
)
def test_the_officer_knows_within_a_day(received_time, due):
    made = request(date(2026, 6, 15), received_time=received_time)
    assert officer_told_due(made) == due


def test_the_first_deed_is_the_earliest_day_that_is_noted():
    received = date(2026, 6, 15)
    assert first_deed(request(received)) is None
    login = Identity(
        state=IdentityState.ESTABLISHED,
        method=IdentityMethod.SECURE_CHANNEL,
        settled_on=received,
    )
    assert first_deed(request(received, identity=login)) is None
    made = request(
        received,
        identity=proved(date(2026, 6, 18), date(2026, 6, 20)),
        specification=Specification(asked_on=date(2026, 6, 17)),
    )
    assert first_deed(made) == date(2026, 6, 17)
