"""What is sent to the authority, and what comes from it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from breaches.conftest import NOW, USER
from breaches.filling import decided, put
from gdpr_desktop.breaches import store
from gdpr_desktop.breaches.codes import Notice, PeopleTelling
from gdpr_desktop.breaches.model import AuthorityLetter, NotifyChannel
from gdpr_desktop.breaches.notifying import summary as rows
from gdpr_desktop.breaches.notifying.authority import answer_demand, note_letter
from gdpr_desktop.breaches.notifying.readiness_words import readiness_words
from gdpr_desktop.breaches.notifying.service import Sending, note_first, note_follow_up, withdraw
from gdpr_desktop.breaches.notifying.settings import (
    NOTIFIERS,
    Notifier,
    Readiness,
    may_notify,
    notifiers,
    readiness,
)
from gdpr_desktop.breaches.service.upkeep import FOLLOW_UP, NOTIFY, authority_state
from gdpr_desktop.breaches.steps import Step, is_done, must_follow_up
from gdpr_desktop.breaches.timeline_words import timeline_detail, timeline_text
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.settings import as_json
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.ids import UserId
from gdpr_desktop.core.roles import Role
from gdpr_desktop.core.text import _

AWARE = NOW - timedelta(hours=1)  # of the breach in the register
SENDING = Sending(
    sent_at=NOW,
    channel=NotifyChannel.ALTINN,
    receipt="AR-100",
    by=USER,
    asked=True,
    missing="Kor mange det gjeld",
    follow_up_on=date(2026, 11, 27),
)


def _fields(error) -> set[str]:
    return {one.field for one in error.value.problems}


@pytest.fixture
def ready(officer, breach):
    """It is decided that the authority is notified."""
    decided(officer, breach)
    return breach


def test_nothing_is_followed_up_before_the_authority_is_notified(officer, ready):
    assert not is_done(store.breach(officer.db, ready), Step.FOLLOW_UP)


def test_a_notification_stops_the_clock_and_begins_the_follow_up(officer, ready):
    note_first(officer, ready, SENDING)
    found = store.breach(officer.db, ready)
    assert not found.clock_runs
    assert is_done(found, Step.NOTIFY)
    assert authority_state(found) == "sent"
    assert cases.open_deadline(officer.db, ready, NOTIFY) is None
    assert cases.open_deadline(officer.db, ready, FOLLOW_UP) == date(2026, 11, 27)
    entry = cases.timeline(officer.db, ready)[0]
    assert timeline_text(entry) != "breach_notified"
    assert "AR-100" in timeline_detail(entry)
    assert "AR-100" in rows.notify(found)[0][1]
    assert rows.follow_up(found)[0][1] == SENDING.missing


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"sent_at": NOW + timedelta(minutes=1)}, "sent_at"),
        ({"sent_at": AWARE - timedelta(minutes=1)}, "sent_at"),
        ({"by": " "}, "by"),
        ({"asked": False}, "asked"),
        ({"missing": ""}, "missing"),
        ({"follow_up_on": None}, "follow_up_on"),
        ({"follow_up_on": date(2026, 11, 19)}, "follow_up_on"),
    ],
)
def test_what_is_noted_must_hold_together(officer, ready, changes, field):
    with pytest.raises(InvalidInputError) as error:
        note_first(officer, ready, replace(SENDING, **changes))
    assert _fields(error) == {field}
    assert store.breach(officer.db, ready).notifications == ()


def test_the_72nd_hour_is_in_time_and_the_minute_after_needs_a_reason(officer, ready, clock):
    end = AWARE + timedelta(hours=72)
    clock.instant = end + timedelta(hours=5)
    late = replace(SENDING, sent_at=end + timedelta(minutes=1), late_reason=" ")
    with pytest.raises(InvalidInputError) as error:
        note_first(officer, ready, late)
    assert _fields(error) == {"late_reason"}
    note_first(officer, ready, replace(SENDING, sent_at=end, late_reason="Ikkje nødvendig"))
    sent = store.breach(officer.db, ready).notifications[0]
    assert sent.late_reason == ""


def test_a_late_notification_is_kept_with_its_reason(officer, ready, clock):
    at = AWARE + timedelta(hours=80)
    clock.instant = at
    note_first(officer, ready, replace(SENDING, sent_at=at, late_reason="Ingen hadde rolla"))
    found = store.breach(officer.db, ready)
    assert authority_state(found) == "late"
    assert "Ingen hadde rolla" in [value for _label, value in found.notifications[0].sheet]
    assert "Ingen hadde rolla" in rows.notify(found)[0][1]


def test_the_minute_of_awareness_is_not_before_it(officer, ready, clock):
    intake = store.breach(officer.db, ready).intake
    put(officer, ready, intake=replace(intake, aware=NOW.replace(second=30)))
    clock.instant = NOW.replace(second=50)
    note_first(officer, ready, SENDING)


def test_what_was_sent_stays_as_it_was_sent(officer, ready):
    note_first(officer, ready, SENDING)
    before = store.breach(officer.db, ready).notifications[0]
    intake = store.breach(officer.db, ready).intake
    put(officer, ready, intake=replace(intake, what="Det var to brev, ikkje eitt."))
    assert store.breach(officer.db, ready).notifications[0] == before
    note_follow_up(officer, ready, SENDING)
    first, second = store.breach(officer.db, ready).notifications
    assert first == before
    assert second.kind is Notice.FOLLOW_UP
    assert second.sha256 != first.sha256


def test_the_authority_is_notified_once(officer, ready):
    note_first(officer, ready, SENDING)
    with pytest.raises(RefusedError):
        note_first(officer, ready, SENDING)


def test_a_follow_up_needs_a_notification(officer, ready):
    for verb in (note_follow_up, withdraw):
        with pytest.raises(RefusedError):
            verb(officer, ready, replace(SENDING, reason="Feil"))


def test_the_same_follow_up_twice_is_refused(officer, ready):
    note_first(officer, ready, SENDING)
    note_follow_up(officer, ready, SENDING)
    with pytest.raises(InvalidInputError) as error:
        note_follow_up(officer, ready, SENDING)
    assert _fields(error) == {"receipt"}
    assert "20. november 2026" in str(error.value)
    again = replace(SENDING, receipt="AR-101")
    with pytest.raises(InvalidInputError) as error:
        note_follow_up(officer, ready, again)
    assert _fields(error) == {"again"}
    note_follow_up(officer, ready, replace(again, again="Altinn mista den første"))
    assert len(store.breach(officer.db, ready).notifications) == 3


def test_a_follow_up_does_not_come_before_what_it_follows(officer, ready):
    note_first(officer, ready, SENDING)
    with pytest.raises(InvalidInputError) as error:
        note_follow_up(officer, ready, replace(SENDING, sent_at=NOW - timedelta(minutes=5)))
    assert _fields(error) == {"sent_at"}


def test_a_withdrawal_needs_a_reason_and_ends_the_follow_up(officer, ready):
    note_first(officer, ready, SENDING)
    with pytest.raises(InvalidInputError) as error:
        withdraw(officer, ready, SENDING)
    assert _fields(error) == {"reason"}
    withdraw(officer, ready, replace(SENDING, reason="Brevet låg uopna i posthylla"))
    found = store.breach(officer.db, ready)
    assert found.withdrawn
    assert "Brevet låg uopna i posthylla" in dict(found.notifications[1].sheet).values()
    assert found.case.open
    assert not must_follow_up(found)
    assert cases.open_deadline(officer.db, ready, FOLLOW_UP) is None
    with pytest.raises(RefusedError):
        note_follow_up(officer, ready, SENDING)


def test_a_sheet_that_contradicts_itself_is_noted_only_when_it_was_sent_so(officer, breach):
    decided(officer, breach, people=PeopleTelling.NOT)
    with pytest.raises(InvalidInputError) as error:
        note_first(officer, breach, SENDING)
    assert [one.field for one in error.value.problems] == ["despite"]
    note_first(officer, breach, replace(SENDING, despite=True))
    assert store.breach(officer.db, breach).notified is not None


def test_whoever_is_delegated_needs_no_confirmation(officer, ready):
    known = (Notifier(name="Solveig  TESTNES", title="personvernombod"),)
    officer.save_setting(NOTIFIERS, as_json(known))
    assert may_notify(notifiers(officer), "Testnes, Solveig")
    note_first(officer, ready, replace(SENDING, asked=False))


def test_nothing_is_kept_when_it_is_cut_off(officer, ready, monkeypatch):
    def cut(*_args: object, **_more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(store, "put_columns", cut)
    with pytest.raises(KeyboardInterrupt):
        note_first(officer, ready, SENDING)
    monkeypatch.undo()
    found = store.breach(officer.db, ready)
    assert found.notifications == ()
    assert found.clock_runs
    codes = [entry.code for entry in cases.timeline(officer.db, ready)]
    assert "breach_notified" not in codes


@pytest.mark.parametrize(
    ("role", "mine", "may"),
    [
        (Role.CASEWORKER, True, True),
        (Role.CASEWORKER, False, False),
        (Role.MANAGER, True, False),
        (Role.ARCHIVIST, True, False),
    ],
)
def test_officers_and_caseworkers_of_the_case_note_what_was_sent(officer, ready, role, mine, may):
    user = officer.actor.user_id if mine else UserId(99)
    officer.actor = officer._worker.actor = replace(officer.actor, user_id=user, role=role)
    if may:
        note_first(officer, ready, SENDING)
        return
    with pytest.raises(RefusedError):
        note_first(officer, ready, SENDING)


def _letter(**changes) -> AuthorityLetter:
    plain = AuthorityLetter(received_on=NOW.date(), reference="26/00123", what="Spør om loggen")
    return replace(plain, **changes)


def test_what_the_authority_demands_stands_until_it_is_answered(officer, ready):
    due = date(2026, 12, 1)
    note_letter(officer, ready, _letter(), demand="Send loggen", due=due)
    found = store.breach(officer.db, ready)
    (demand,) = found.demands
    assert (demand.title, demand.due) == ("Send loggen", due)
    assert must_follow_up(found)
    with pytest.raises(InvalidInputError) as error:
        answer_demand(
            officer, demand.id, answered_on=NOW.date() - timedelta(days=1), how=" ", reference=""
        )
    assert _fields(error) == {"answered_on", "how"}
    answer_demand(officer, demand.id, answered_on=NOW.date(), how="Altinn", reference="AR-7")
    found = store.breach(officer.db, ready)
    assert not must_follow_up(found)
    assert "AR-7" in dict(rows.follow_up(found))[_("Demanded")]
    with pytest.raises(RefusedError):
        answer_demand(officer, demand.id, answered_on=NOW.date(), how="Altinn", reference="")


@pytest.mark.parametrize(
    ("letter", "demand", "due", "field"),
    [
        (_letter(what=" "), "", None, "what"),
        (_letter(received_on=date(2026, 11, 21)), "", None, "received_on"),
        (_letter(received_on=date(2026, 11, 19)), "", None, "received_on"),
        (_letter(), "Send loggen", None, "due"),
        (_letter(), "", date(2026, 12, 1), "demand"),
        (_letter(), "Send loggen", date(2026, 11, 19), "due"),
        (_letter(closes=True), "Send loggen", date(2026, 12, 1), "closes"),
    ],
)
def test_a_letter_from_the_authority_must_hold_together(officer, ready, letter, demand, due, field):
    with pytest.raises(InvalidInputError) as error:
        note_letter(officer, ready, letter, demand=demand, due=due)
    assert _fields(error) == {field}


def test_a_letter_that_ends_the_matter_ends_the_follow_up(officer, ready):
    note_first(officer, ready, SENDING)
    note_letter(officer, ready, _letter(closes=True), due=None)
    found = store.breach(officer.db, ready)
    assert not must_follow_up(found)
    assert cases.open_deadline(officer.db, ready, FOLLOW_UP) is None
    with pytest.raises(RefusedError):
        note_letter(officer, ready, _letter(closes=True), due=None)


def test_somebody_can_notify_at_any_hour_when_two_are_ready():
    today = date(2026, 11, 20)
    one = Notifier(name="Anne", tested_on=date(2025, 11, 20))
    assert readiness((), today) == (Readiness.NOBODY,)
    assert readiness((one,), today) == (Readiness.NO_SUBSTITUTE,)
    two = (one, replace(one, name="Berit", substitute=True))
    assert readiness(two, today) == ()
    old = (one, replace(one, name="Berit", tested_on=date(2025, 11, 19)))
    assert readiness(old, today) == (Readiness.TESTED_LONG_AGO,)
    assert readiness((one, Notifier(name="Berit")), today) == (Readiness.NOT_TESTED,)
    assert len({readiness_words(code) for code in Readiness}) == len(Readiness)
    leap = Notifier(name="Anne", tested_on=date(2024, 2, 29))
    assert Readiness.TESTED_LONG_AGO not in readiness((leap,), date(2025, 2, 28))
    assert Readiness.TESTED_LONG_AGO in readiness((leap,), date(2025, 3, 1))


def test_the_refusal_of_a_last_follow_up_names_the_lines_that_are_empty(officer, ready):
    note_first(officer, ready, SENDING)
    last = replace(SENDING, receipt="AR-2", missing="", follow_up_on=None)
    with pytest.raises(InvalidInputError) as error:
        note_follow_up(officer, ready, last)
    assert _("What has been done to stop the breach and reduce the harm") in str(error.value)
    assert _("What is planned") not in str(error.value).split("; ")


def test_what_is_all_we_know_ends_the_follow_up_and_is_kept(officer, ready):
    note_first(officer, ready, SENDING)
    last = replace(SENDING, receipt="AR-2", all_known=True)
    note_follow_up(officer, ready, last)
    found = store.breach(officer.db, ready)
    sent = found.notifications[-1]
    assert (sent.missing, sent.follow_up_on, sent.all_known) == ("", None, True)
    assert is_done(found, Step.FOLLOW_UP)
    assert _("Yes, everything is told") in dict(sent.sheet).values()
    assert _("This was all we knew.") in rows.notify(found)[-1][1]
    assert (_("Will more follow?"), _("No, this was all we knew")) in rows.sent_rows(sent)
