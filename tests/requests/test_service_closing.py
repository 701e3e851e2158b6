"""A request ends, and may begin again: nothing of its history is lost."""

from datetime import date

import pytest

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import CaseState
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Role
from gdpr_desktop.requests import service
from gdpr_desktop.requests.model import Channel, CloseOutcome, IdentityState
from gdpr_desktop.requests.parts_store import first_of
from gdpr_desktop.requests.steps import Missing, Step, next_step
from gdpr_desktop.requests.words import missing_words
from gdpr_desktop.vault import Vault, people

PASSWORD = "ein annan lang passordfrase"


def codes(desk, case_id):
    return [entry.code for entry in cases.timeline(desk.vault.db, case_id)]


def fields(error):
    return [problem.field for problem in error.value.problems]


@pytest.mark.parametrize(
    ("stage", "missing"),
    [
        ("register", (Missing.SENT, Missing.FILED)),
        ("written", (Missing.SENT, Missing.FILED)),
        ("sent", (Missing.FILED,)),
    ],
)
def test_a_request_is_closed_when_it_is_answered_and_filed(desk, stage, missing):
    case_id = getattr(desk, stage)()
    with pytest.raises(RefusedError) as refused:
        service.close_request(desk.vault, case_id)
    assert refused.value.hint == " ".join(missing_words(code) for code in missing)
    assert cases.case(desk.vault.db, case_id).open


@pytest.mark.parametrize("left_out", ["archive_number", "archive_title", "public_title"])
def test_filed_means_number_and_both_titles(desk, left_out):
    case_id = desk.sent()
    filing = {"archive_number": "26/1", "archive_title": "Innsyn", "public_title": "Innsyn"}
    casework.file_case(desk.vault, case_id, **(filing | {left_out: " "}))
    with pytest.raises(RefusedError):
        service.close_request(desk.vault, case_id)
    casework.file_case(desk.vault, case_id, **filing)
    service.close_request(desk.vault, case_id)


def test_an_answered_request_closes_as_answered(desk):
    case_id = desk.filed()
    service.close_request(desk.vault, case_id)
    case = cases.case(desk.vault.db, case_id)
    assert (case.state, case.outcome, case.closed_at) == (
        CaseState.CLOSED,
        CloseOutcome.ANSWERED,
        desk.vault.clock.now(),
    )
    assert next_step(desk.request(case_id)) is None
    assert case.next_step == ""


@pytest.mark.parametrize("reason", ["", " \n", "\u200b", "x" * 20_001])
def test_a_request_is_taken_back_only_with_a_note_of_how(desk, reason):
    case_id = desk.register()
    with pytest.raises(InvalidInputError) as refused:
        service.close_request(desk.vault, case_id, withdrawn=True, reason=reason)
    assert fields(refused) == ["reason"]
    assert cases.case(desk.vault.db, case_id).open


def test_a_request_that_was_taken_back_closes_at_any_stage(desk):
    case_id = desk.register(channel=Channel.PHONE)
    service.close_request(desk.vault, case_id, withdrawn=True, reason="Ringde i dag")
    case = cases.case(desk.vault.db, case_id)
    assert (case.outcome, case.due) == (CloseOutcome.WITHDRAWN, None)
    assert codes(desk, case_id)[:2] == ["closed", "note"]


@pytest.mark.parametrize("channel", [Channel.LETTER, Channel.EMAIL, Channel.EDIALOG])
def test_what_came_in_writing_is_filed_before_it_closes_as_taken_back(desk, channel):
    case_id = desk.register(channel=channel)
    with pytest.raises(RefusedError) as refused:
        service.close_request(desk.vault, case_id, withdrawn=True, reason="Ringde")
    assert refused.value.hint == missing_words(Missing.FILED)
    casework.file_case(
        desk.vault, case_id, archive_number="26/1", archive_title="A", public_title="B"
    )
    service.close_request(desk.vault, case_id, withdrawn=True, reason="Ringde")
    assert cases.case(desk.vault.db, case_id).outcome == CloseOutcome.WITHDRAWN


def test_closing_twice_is_refused(desk):
    case_id = desk.filed()
    service.close_request(desk.vault, case_id)
    for withdrawn in (False, True):
        with pytest.raises(RefusedError):
            service.close_request(desk.vault, case_id, withdrawn=withdrawn, reason="x")


def test_closing_and_opening_again_keeps_the_history(desk):
    case_id = desk.filed()
    before, history = desk.request(case_id), codes(desk, case_id)
    service.close_request(desk.vault, case_id)
    service.reopen_request(desk.vault, case_id, reason="Meir vart funne")
    after = desk.request(case_id)
    assert codes(desk, case_id)[-len(history) :] == history
    assert "reopened" in codes(desk, case_id)
    for step in ("receipt", "identity", "persons", "tasks"):
        assert getattr(after, step) == getattr(before, step)
    for step in ("assessment", "decision", "answer"):
        assert getattr(after.parts[0], step) == getattr(before.parts[0], step)
    assert after.case.archive_number == "26/1"


def test_an_answered_request_that_is_opened_again_can_be_answered_again(desk):
    case_id = desk.filed()
    service.close_request(desk.vault, case_id)
    service.reopen_request(desk.vault, case_id, reason="Meir vart funne")
    assert next_step(desk.request(case_id)) is not None
    assert cases.case(desk.vault.db, case_id).due == date(2026, 12, 14)
    desk.add_task(case_id, "Helse")
    assert next_step(desk.request(case_id)) in (Step.RECEIPT, Step.COLLECT)


def test_the_clock_runs_again_when_a_withdrawn_request_is_opened_again(desk):
    case_id = desk.register(channel=Channel.PHONE)
    due = cases.case(desk.vault.db, case_id).due
    service.close_request(desk.vault, case_id, withdrawn=True, reason="Ringde")
    service.reopen_request(desk.vault, case_id, reason="Ringde på nytt")
    assert cases.case(desk.vault.db, case_id).due == due
    row = desk.vault.db.execute("SELECT met_on FROM deadline WHERE kind = 'reply'").fetchone()
    assert row == (None,)


def test_who_was_turned_away_comes_back_with_the_identity_open(desk):
    case_id = desk.register(channel=Channel.EMAIL)
    service.ask_for_identity(desk.vault, case_id, asked_on=desk.today)
    service.reject_identity(desk.vault, case_id, settled_on=desk.today, told="Brev")
    casework.file_case(
        desk.vault, case_id, archive_number="1", archive_title="Innsyn", public_title="Innsyn"
    )
    service.close_request(desk.vault, case_id)
    service.reopen_request(desk.vault, case_id, reason="Kom med pass")
    assert desk.request(case_id).identity.state is IdentityState.ASKED
    assert cases.case(desk.vault.db, case_id).due is not None


@pytest.mark.parametrize("reason", ["", "  ", "x" * 20_001])
def test_opening_again_needs_a_reason(desk, reason):
    case_id = desk.filed()
    service.close_request(desk.vault, case_id)
    with pytest.raises(InvalidInputError) as refused:
        service.reopen_request(desk.vault, case_id, reason=reason)
    assert fields(refused) == ["reason"]
    assert not cases.case(desk.vault.db, case_id).open


def test_an_open_request_is_not_opened_again(desk):
    with pytest.raises(RefusedError):
        service.reopen_request(desk.vault, desk.register(), reason="x")


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.ARCHIVIST, Role.MANAGER])
def test_a_case_of_somebody_else_is_neither_closed_nor_opened(vault, desk, role):
    open_case, closed = desk.filed(), desk.filed()
    service.close_request(vault, closed)
    people.add_user(vault, "Annan", role, PASSWORD)
    path, clock = vault.path, vault.clock
    vault.close()
    other = Vault.open(path, "Annan", PASSWORD, clock=clock)
    service.subscribe(other)
    with pytest.raises(RefusedError):
        service.close_request(other, open_case)
    with pytest.raises(RefusedError):
        service.close_request(other, open_case, withdrawn=True, reason="x")
    with pytest.raises(RefusedError):
        service.reopen_request(other, closed, reason="x")
    other.close()


def test_a_manager_decides_and_does_nothing_else(vault, desk):
    case_id = desk.reviewed()
    people.add_user(vault, "Leiar", Role.MANAGER, PASSWORD)
    path, clock = vault.path, vault.clock
    vault.close()
    manager = Vault.open(path, "Leiar", PASSWORD, clock=clock)
    service.subscribe(manager)
    service.note_decision(
        manager,
        first_of(manager.db, CaseId(case_id)),
        text="Ja",
        name="Leiar",
        role="Rektor",
        decided_on=desk.today,
    )
    for deed in (
        lambda: service.note_advice(
            manager, first_of(manager.db, case_id), text="x", name="x", given_on=desk.today
        ),
        lambda: service.confirm_receipt(manager, case_id, confirmed_on=desk.today),
        lambda: service.ask_for_identity(manager, case_id, asked_on=desk.today),
    ):
        with pytest.raises(RefusedError):
            deed()
    assert codes(type(desk)(manager), case_id)[0] == "decided"
    manager.close()


def test_every_deed_is_on_the_timeline_and_in_the_journal_under_the_same_code(desk):
    case_id = desk.filed()
    service.close_request(desk.vault, case_id)
    journal = [
        row[0]
        for row in desk.vault.db.execute(
            "SELECT deed FROM journal WHERE case_id = ? ORDER BY seq DESC", [case_id]
        )
    ]
    assert journal == codes(desk, case_id)
    assert journal[:4] == ["closed", "filed", "answer_sent", "answer_prepared"]
