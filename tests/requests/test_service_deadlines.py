"""The clock through the services: one month, suspension, extension, rules that change.

Vectors: E and S of the rules of art. 12(3) as the authorities count them.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from gdpr_desktop.casework import lists
from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.roles import Role
from gdpr_desktop.law import rules
from gdpr_desktop.law.deadlines import ExtensionGround, extended_reply_due, reply_due
from gdpr_desktop.requests import service, store
from gdpr_desktop.requests.model import Channel, IdentityMethod
from gdpr_desktop.requests.time_limits import (
    answered_late,
    extension_open,
    notice_due,
    reply_deadline,
)
from gdpr_desktop.vault import Vault, people

D = date.fromisoformat
COMPLEX = ExtensionGround.COMPLEXITY
PASSWORD = "ein annan lang passordfrase"


def at(desk, day: date) -> None:
    desk.vault.clock.instant = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def registered(desk, received: str, **changes):
    at(desk, D(received))
    return desk.register(received=D(received), **changes)


def due(desk, case_id) -> date:
    """The governing date, which list, overview and rules must agree on."""
    shown = cases.case(desk.vault.db, case_id).due
    row = "SELECT due FROM deadline WHERE case_id = ? AND kind = 'reply'"
    kept = desk.vault.db.execute(row, [case_id]).fetchone()[0]
    found = reply_deadline(desk.request(case_id)).due
    assert shown in (found, None)
    assert kept == found.isoformat()
    return found


def proved(desk, case_id, asked: str, answered: str):
    at(desk, D(answered))
    service.ask_for_identity(desk.vault, case_id, asked_on=D(asked))
    service.confirm_identity(
        desk.vault,
        case_id,
        method=IdentityMethod.SHOWN_ID,
        note="Pass",
        settled_on=D(answered),
    )


def extend(desk, case_id, sent: str, ground=COMPLEX, why="Svært mange saker"):
    at(desk, max(D(sent), desk.today))
    return service.extend_deadline(
        desk.vault, case_id, ground=ground, explanation=why, notice_sent=D(sent)
    )


def fields(error):
    return [problem.field for problem in error.value.problems]


@pytest.mark.parametrize(
    ("received", "first", "extended"),
    [
        ("2024-01-31", "2024-02-29", "2024-04-30"),
        ("2024-03-01", "2024-04-02", "2024-06-03"),
        ("2024-04-17", "2024-05-21", "2024-07-17"),
        ("2025-03-18", "2025-04-22", "2025-06-18"),
        ("2025-11-30", "2025-12-30", "2026-03-02"),
        ("2026-03-04", "2026-04-07", "2026-06-04"),
        ("2026-04-14", "2026-05-15", "2026-07-14"),
    ],
)
def test_a_request_is_due_after_one_month_and_with_extension_after_three(
    desk, received, first, extended
):
    case_id = registered(desk, received)
    assert due(desk, case_id) == D(first)
    extend(desk, case_id, first)
    assert due(desk, case_id) == D(extended)


@pytest.mark.parametrize(
    ("asked", "answered", "received", "suspended"),
    [
        ("2026-02-03", "2026-02-10", "2026-02-02", "2026-03-09"),  # S1
        ("2026-02-20", "2026-02-27", "2026-02-02", "2026-03-02"),  # S2: asked too late
        ("2026-03-16", "2026-03-30", "2026-03-16", "2026-04-30"),  # S3
        ("2026-07-01", "2026-08-03", "2026-06-30", "2026-09-01"),  # S4
        ("2026-02-02", "2026-02-09", "2026-01-31", "2026-03-09"),  # S5
        ("2026-11-23", "2026-12-01", "2026-11-20", "2026-12-28"),  # S6
        ("2026-12-28", "2027-01-04", "2026-12-23", "2027-02-01"),  # S7
        ("2026-04-20", "2026-04-24", "2026-04-17", "2026-05-21"),  # S8
    ],
)
def test_proof_asked_for_at_once_suspends_the_deadline(desk, asked, answered, received, suspended):
    case_id = registered(desk, received)
    proved(desk, case_id, asked, answered)
    assert due(desk, case_id) == D(suspended)


def test_waiting_for_proof_moves_nothing_until_it_comes(desk):
    case_id = registered(desk, "2026-02-02")
    at(desk, D("2026-02-03"))
    service.ask_for_identity(desk.vault, case_id, asked_on=D("2026-02-03"))
    assert due(desk, case_id) == D("2026-03-02")


def test_asking_who_had_logged_in_never_suspends(desk):
    from gdpr_desktop.casework.model import Person
    from gdpr_desktop.requests.model import OnBehalfOf

    case_id = registered(
        desk,
        "2026-02-02",
        channel=Channel.EDIALOG,
        on_behalf_of=OnBehalfOf.PARENT,
        representative=Person(name="Gro"),
    )
    proved(desk, case_id, "2026-02-03", "2026-02-20")
    assert due(desk, case_id) == D("2026-03-02")


def specified(desk, case_id, asked: str, answered: str | None):
    at(desk, max(D(answered or asked), desk.today))
    service.ask_for_specification(desk.vault, case_id, asked_on=D(asked))
    if answered:
        service.answer_specification(
            desk.vault, case_id, answered_on=D(answered), wants_all=True, answer=""
        )


def test_a_question_about_what_is_wanted_suspends_too(desk):
    case_id = registered(desk, "2026-02-02")
    specified(desk, case_id, "2026-02-03", "2026-02-10")
    assert due(desk, case_id) == D("2026-03-09")


@pytest.mark.parametrize(
    ("asked", "answered"), [("2026-02-25", "2026-02-26"), ("2026-02-25", None)]
)
def test_a_second_question_takes_back_nothing_that_the_first_gave(desk, asked, answered):
    case_id = registered(desk, "2026-02-02")
    proved(desk, case_id, "2026-02-03", "2026-02-10")
    specified(desk, case_id, asked, answered)
    assert due(desk, case_id) == D("2026-03-09")


def test_two_questions_are_not_added_up(desk):
    case_id = registered(desk, "2026-02-02")
    proved(desk, case_id, "2026-02-03", "2026-02-06")
    specified(desk, case_id, "2026-02-06", "2026-02-13")
    assert due(desk, case_id) == D("2026-03-09")  # seven days, not ten


@pytest.mark.parametrize(
    ("received", "sent", "extended"),
    [
        ("2026-06-15", "2026-07-15", "2026-09-15"),  # E1
        ("2026-03-31", "2026-04-30", "2026-06-30"),  # E7
        ("2026-11-30", "2026-12-30", "2027-03-01"),  # E8
        ("2026-03-02", "2026-04-07", "2026-06-02"),  # E9: the first date moved over Easter
    ],
)
def test_a_notice_in_time_extends(desk, received, sent, extended):
    case_id = registered(desk, received)
    extend(desk, case_id, sent)
    assert due(desk, case_id) == D(extended)


def test_extension_notice_after_the_first_month_is_refused_and_names_the_last_day(desk):  # E2
    case_id = registered(desk, "2026-06-15")
    with pytest.raises(InvalidInputError) as refused:
        extend(desk, case_id, "2026-07-16")
    assert fields(refused) == ["notice_sent"]
    assert long_date(D("2026-07-15")) in refused.value.text
    assert due(desk, case_id) == D("2026-07-15")


@pytest.mark.parametrize("why", ["", " \n ", "\u200b"])
def test_an_extension_without_reasons_is_refused(desk, why):  # E3
    case_id = registered(desk, "2026-06-15")
    with pytest.raises(InvalidInputError) as refused:
        extend(desk, case_id, "2026-07-15", why=why)
    assert fields(refused) == ["explanation"]


@pytest.mark.parametrize("ground", [None, *(g for g in ExtensionGround if not g.lawful)])
def test_an_extension_on_a_ground_the_law_does_not_know_is_refused(desk, ground):  # E4
    case_id = registered(desk, "2026-06-15")
    with pytest.raises(InvalidInputError) as refused:
        extend(desk, case_id, "2026-07-10", ground=ground)
    assert fields(refused) == ["ground"]
    assert desk.request(case_id).extension is None


@pytest.mark.parametrize("sent", ["2026-06-14", "2026-07-02"])
def test_a_notice_is_sent_between_receipt_and_today(desk, sent):
    case_id = registered(desk, "2026-06-15")
    at(desk, D("2026-07-01"))
    with pytest.raises(InvalidInputError) as refused:
        service.extend_deadline(
            desk.vault, case_id, ground=COMPLEX, explanation="x", notice_sent=D(sent)
        )
    assert fields(refused) == ["notice_sent"]


def test_only_one_extension_is_possible(desk):  # E10
    case_id = registered(desk, "2026-06-15")
    extend(desk, case_id, "2026-06-20")
    assert not extension_open(desk.request(case_id), desk.today)
    with pytest.raises(RefusedError):
        extend(desk, case_id, "2026-06-25")
    assert due(desk, case_id) == D("2026-09-15")


def test_an_extension_that_a_corrected_receipt_makes_late_does_not_hold(desk):
    from gdpr_desktop.requests.model import Intake

    case_id = registered(desk, "2026-06-15")
    extend(desk, case_id, "2026-07-10")
    subject = desk.request(case_id).subject
    intake = Intake(received=D("2026-06-01"), channel=Channel.LETTER, subject=subject)
    service.change_intake(desk.vault, case_id, intake)
    assert due(desk, case_id) == D("2026-07-01")


def test_suspension_and_extension_together_end_three_months_from_receipt(desk):
    case_id = registered(desk, "2026-02-02")
    proved(desk, case_id, "2026-02-03", "2026-02-17")
    extend(desk, case_id, "2026-02-20")
    assert due(desk, case_id) == extended_reply_due(D("2026-02-02")).due == D("2026-05-04")


def test_an_extension_never_shortens_what_a_suspension_gave(desk):
    case_id = registered(desk, "2026-02-02")
    proved(desk, case_id, "2026-02-03", "2026-06-01")
    suspended = due(desk, case_id)
    assert suspended > extended_reply_due(D("2026-02-02")).due
    extend(desk, case_id, "2026-06-02")
    assert due(desk, case_id) == suspended


def test_the_notice_may_wait_for_proof_only_when_the_clock_stood_still_past_the_month(desk):
    short = registered(desk, "2026-02-02")
    proved(desk, short, "2026-02-03", "2026-02-10")
    assert notice_due(desk.request(short)) == D("2026-03-02")
    long = registered(desk, "2026-02-02")
    proved(desk, long, "2026-02-03", "2026-03-10")
    assert notice_due(desk.request(long)) == due(desk, long) > D("2026-03-10")


def test_a_question_is_asked_once_and_answered_after_it(desk):
    case_id = registered(desk, "2026-02-02")
    with pytest.raises(RefusedError):
        service.answer_specification(
            desk.vault, case_id, answered_on=desk.today, wants_all=True, answer=""
        )
    specified(desk, case_id, "2026-02-04", None)
    with pytest.raises(RefusedError):
        service.ask_for_specification(desk.vault, case_id, asked_on=desk.today)
    with pytest.raises(InvalidInputError) as refused:
        service.answer_specification(
            desk.vault, case_id, answered_on=D("2026-02-03"), wants_all=False, answer=" "
        )
    assert set(fields(refused)) == {"answered_on", "answer"}


def test_an_answer_stops_the_clock_and_a_day_late_is_late(desk):
    case_id = desk.written()
    assert due(desk, case_id) == reply_due(desk.received).due == D("2026-12-14")
    at(desk, D("2026-12-15"))
    from gdpr_desktop.requests.model import Dispatch, DispatchChannel

    dispatch = Dispatch(
        channel=DispatchChannel.REGISTERED_POST, sent_by="Eg", sent_on=desk.today, what="Svar"
    )
    service.send_answer(desk.vault, desk.part(case_id), dispatch)
    assert cases.case(desk.vault.db, case_id).due is None
    assert answered_late(desk.request(case_id))
    until = desk.today + timedelta(days=400)
    assert lists.due_until(desk.vault.db, until, desk.vault.actor) == ()


def test_receipt_is_confirmed_between_receipt_and_today(desk):
    case_id = registered(desk, "2026-02-02")
    for day in ("2026-02-01", "2026-02-03"):
        with pytest.raises(InvalidInputError) as refused:
            service.confirm_receipt(desk.vault, case_id, confirmed_on=D(day))
        assert fields(refused) == ["confirmed_on"]
    service.confirm_receipt(desk.vault, case_id, confirmed_on=D("2026-02-02"), how=" Sa det ")
    receipt = desk.request(case_id).receipt
    assert receipt is not None
    assert receipt.how == "Sa det"


@pytest.fixture
def new_rules(monkeypatch):
    """From 2026-01-01 a request is answered within two months."""
    old = rules.all_rules()
    changed = replace(old[-1], version="2026-01-01", start=date(2026, 1, 1), reply_months=2)

    def both():
        return (*old, changed)

    return lambda: monkeypatch.setattr(rules, "all_rules", both)


def test_deadlines_are_counted_anew_when_the_rules_have_changed(desk, new_rules):
    old = registered(desk, "2025-12-31")
    new = registered(desk, "2026-02-02")
    done = registered(desk, "2026-02-02")
    casework.close(desk.vault, done, "withdrawn")
    assert service.recompute_deadlines(desk.vault) == 0
    new_rules()
    assert service.recompute_deadlines(desk.vault) == 1
    assert due(desk, new) == D("2026-04-07")  # 2 April is Maundy Thursday
    assert due(desk, old) == D("2026-02-02")
    assert cases.case(desk.vault.db, done).due is None
    assert service.recompute_deadlines(desk.vault) == 0
    deeds = [row[0] for row in desk.vault.db.execute("SELECT deed FROM journal ORDER BY seq")]
    assert deeds[-1] == "deadlines_recomputed"


@pytest.mark.parametrize("role", list(Role))
def test_whoever_unlocks_first_carries_the_new_rules(vault, desk, new_rules, role):
    case_id = registered(desk, "2026-02-02")
    people.add_user(vault, "Annan", role, PASSWORD)
    path, clock = vault.path, vault.clock
    vault.close()
    new_rules()
    other = Vault.open(path, "Annan", PASSWORD, clock=clock)
    service.subscribe(other)
    assert service.recompute_deadlines(other) == 1
    assert cases.case(other.db, case_id).due == D("2026-04-07")
    other.close()


def test_counting_anew_when_nothing_has_changed_writes_nothing(desk):
    case_id = registered(desk, "2026-02-02")
    before = cases.case(desk.vault.db, case_id)
    assert service.recompute_deadlines(desk.vault) == 0
    assert cases.case(desk.vault.db, case_id) == before


def test_an_ordinary_deed_leaves_the_search_index_alone(desk):
    case_id = desk.register()
    writes: list[str] = []
    desk.vault.db.conn.set_trace_callback(writes.append)
    task = cases.tasks(desk.vault.db, case_id)[0]

    casework.note(desk.vault, case_id, "hei")
    casework.assign(desk.vault, case_id, caseworker="Jon", user_id=None)
    casework.ask_task(desk.vault, task.id, responsible="R", asked_on=desk.today, due=None)
    casework.file_case(
        desk.vault, case_id, archive_number="26/1", archive_title="x", public_title="Innsyn"
    )
    service.confirm_receipt(desk.vault, case_id, confirmed_on=desk.today)
    desk.vault.db.conn.set_trace_callback(None)
    assert len(writes) > 20
    assert [one for one in writes if "INTO case_words" in one or "case_search" in one] == []
    assert store.request(desk.vault.db, case_id).receipt
