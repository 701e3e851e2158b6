"""Deeds that every case has: notes, tasks, filing, letters, closing, and who may do them."""

from datetime import UTC, date, datetime

import pytest

from casework.conftest import register
from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store
from gdpr_desktop.casework.model import CaseState, TaskOutcome
from gdpr_desktop.core.change import Kind
from gdpr_desktop.core.errors import AppError, InvalidInputError, RefusedError
from gdpr_desktop.core.ids import CaseId, TaskId
from gdpr_desktop.core.roles import Role

TODAY = date(2026, 11, 22)


def fields(error) -> list[str]:
    return [problem.field for problem in error.value.problems]


def journal(vault) -> list[tuple[int | None, str]]:
    return vault.db.execute("SELECT case_id, deed FROM journal ORDER BY seq").fetchall()


def codes(vault, case_id) -> list[str]:
    return [entry.code for entry in store.timeline(vault.db, case_id)]


@pytest.fixture
def case_id(desk) -> CaseId:
    return register(desk)


@pytest.fixture
def task_id(desk, case_id) -> TaskId:
    casework.add_task(desk, case_id, kind="collect", title="Skule")
    return store.tasks(desk.db, case_id)[-1].id


def test_case_numbers_run_within_the_year_of_registration(desk):
    first, second = register(desk), register(desk)
    desk.clock.instant = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)  # half past midnight here
    third = register(desk)
    numbers = [store.case(desk.db, one).number for one in (first, second, third)]
    assert numbers == ["2026-0001", "2026-0002", "2027-0001"]


@pytest.mark.parametrize(
    ("taken", "following"),
    [
        ("2026-0999", "2026-1000"),
        ("2026-9999", "2026-10000"),
        ("2026-10000", "2026-10001"),
        ("2025-0042", "2026-0001"),
    ],
)
def test_the_next_number_follows_the_highest(desk, taken, following):
    register(desk)
    with desk.begin(casework.Deed.REGISTER_CASE) as work:
        work.db.execute("UPDATE case_file SET number = ?", [taken])
        if taken == "2026-10000":
            row = "INSERT INTO case_file SELECT 99, '2026-9999', " + ", ".join(
                name for name in work.db["case_file"].columns_dict if name not in ("id", "number")
            )
            work.db.execute(f"{row} FROM case_file")
    assert store.next_number(desk.db, 2026) == following


def test_a_missing_case_and_task_are_told(desk):
    with pytest.raises(AppError, match="finst ikkje"):
        casework.note(desk, CaseId(99), "hei")
    with pytest.raises(AppError, match="finst ikkje"):
        casework.reopen_task(desk, TaskId(99))


def test_a_deed_tells_which_case_changed(desk, case_id):
    change = casework.note(desk, case_id, "hei")
    assert change.kinds == {Kind.CASE}
    assert change.ids == (case_id,)


def test_a_note_is_cleaned_and_kept_also_on_a_closed_case(desk, case_id):
    casework.close(desk, case_id, "withdrawn")
    casework.note(desk, case_id, "\n Ringde \u202eog\x00 takka  \n\n")
    assert store.timeline(desk.db, case_id)[0].detail == {"text": " Ringde og takka"}


@pytest.mark.parametrize("text", ["", "  \n", "\u200b", "x" * 10_000_000])
def test_an_empty_and_an_endless_note_are_refused(desk, case_id, text):
    before = journal(desk)
    with pytest.raises(InvalidInputError) as refused:
        casework.note(desk, case_id, text)
    assert fields(refused) == ["text"]
    assert journal(desk) == before


@pytest.mark.parametrize("title", ["", " \t", "x" * 201])
def test_a_task_needs_a_title_that_fits(desk, case_id, title):
    with pytest.raises(InvalidInputError) as refused:
        casework.add_task(desk, case_id, kind="collect", title=title)
    assert fields(refused) == ["title"]


@pytest.mark.parametrize(
    ("asked_on", "due", "field"),
    [
        (date(2026, 11, 23), None, "asked_on"),
        (date(2026, 11, 1), None, "asked_on"),
        (date(2026, 11, 20), date(2026, 11, 19), "due"),
    ],
)
def test_a_task_is_asked_between_receipt_and_today(desk, task_id, asked_on, due, field):
    with pytest.raises(InvalidInputError) as refused:
        casework.ask_task(desk, task_id, responsible="Rektor", asked_on=asked_on, due=due)
    assert fields(refused) == [field]


@pytest.mark.parametrize(
    ("outcome", "note", "answered_on", "field"),
    [
        (TaskOutcome.PENDING, "", TODAY, "outcome"),
        (TaskOutcome.FOUND, " ", TODAY, "note"),
        (TaskOutcome.NOTHING, "", date(2026, 11, 23), "answered_on"),
        (TaskOutcome.NOTHING, "", date(2026, 11, 9), "answered_on"),
        (TaskOutcome.NOTHING, "x" * 20_001, TODAY, "note"),
    ],
)
def test_an_answer_says_what_was_found_and_comes_after_the_question(
    desk, task_id, outcome, note, answered_on, field
):
    casework.ask_task(desk, task_id, responsible="R", asked_on=date(2026, 11, 10), due=None)
    with pytest.raises(InvalidInputError) as refused:
        casework.answer_task(desk, task_id, outcome=outcome, note=note, answered_on=answered_on)
    assert fields(refused) == [field]


def test_an_answered_task_is_changed_only_after_undoing_the_answer(desk, case_id, task_id):
    def answer(outcome):
        casework.answer_task(desk, task_id, outcome=outcome, note="Mappe", answered_on=TODAY)

    with pytest.raises(RefusedError):
        casework.reopen_task(desk, task_id)
    answer(TaskOutcome.FOUND)
    with pytest.raises(RefusedError):
        answer(TaskOutcome.NOTHING)
    with pytest.raises(RefusedError):
        casework.ask_task(desk, task_id, responsible="R", asked_on=TODAY, due=None)
    with pytest.raises(RefusedError):
        casework.remove_task(desk, task_id)
    casework.reopen_task(desk, task_id)
    answer(TaskOutcome.NOTHING)
    assert store.task(desk.db, task_id).outcome is TaskOutcome.NOTHING
    assert codes(desk, case_id)[:3] == ["task_answered", "task_reopened", "task_answered"]


def test_only_a_task_that_nobody_was_asked_can_be_removed(desk, case_id, task_id):
    casework.add_task(desk, case_id, kind="collect", title="Barnehage")
    asked = store.tasks(desk.db, case_id)[-1].id
    casework.ask_task(desk, asked, responsible="Styrar", asked_on=TODAY, due=None)
    with pytest.raises(RefusedError):
        casework.remove_task(desk, asked)
    casework.remove_task(desk, task_id)
    assert [task.title for task in store.tasks(desk.db, case_id)] == ["E-post", "Barnehage"]


def test_the_task_about_unstructured_data_always_stays(desk, case_id):
    unstructured = store.tasks(desk.db, case_id)[0]
    with pytest.raises(RefusedError):
        casework.remove_task(desk, unstructured.id)
    assert store.tasks(desk.db, case_id) == (unstructured,)


@pytest.mark.parametrize(
    ("asked_on", "reply_due", "due"),
    [
        (date(2026, 11, 2), date(2026, 12, 2), date(2026, 11, 16)),
        (date(2026, 11, 20), date(2026, 12, 2), date(2026, 11, 25)),
        (date(2026, 11, 30), date(2026, 12, 2), date(2026, 11, 30)),
    ],
)
def test_a_department_gets_two_weeks_but_answers_a_week_before_the_reply(asked_on, reply_due, due):
    assert casework.task_due(asked_on, reply_due) == due


@pytest.mark.parametrize(
    "title",
    [
        "Krav om innsyn frå Kari",
        "KRAV FRÅ NORDMANN",
        "Krav om innsyn (Nordmann)",
        "Innsyn, nordmanns mappe",
        "Karis krav",
        "Krav om innsyn 010190",
        "Krav om innsyn 17.05.90 40 50 60 70",
        "Krav frå kari@innbyggjar.example",
        "Sak 991825827",
    ],
)
def test_a_public_title_holds_no_name_and_no_number(desk, case_id, title):
    with pytest.raises(InvalidInputError) as refused:
        casework.file_case(
            desk, case_id, archive_number="26/1", archive_title="Kari", public_title=title
        )
    assert fields(refused) == ["public_title"]
    assert store.case(desk.db, case_id).archive_number == ""


def test_names_in_another_spelling_are_kept_out_of_the_public_title_too(desk):
    case_id = register(desk, "Bjørn Sæther-Åsen")
    for title in ("Innsyn Bjoern", "Innsyn saether", "Innsyn Aasen", "Innsyn åsens"):
        with pytest.raises(InvalidInputError):
            casework.file_case(
                desk, case_id, archive_number="1", archive_title="", public_title=title
            )


@pytest.mark.parametrize(
    "title", ["Krav om innsyn i personopplysningar", "Krav etter artikkel 15, sak 26/1047, 2026"]
)
def test_an_ordinary_public_title_is_kept(desk, case_id, title):
    casework.file_case(
        desk,
        case_id,
        archive_number=" 26/1047 ",
        archive_title="Kari\nNordmann",
        public_title=title,
    )
    found = store.case(desk.db, case_id)
    assert (found.archive_number, found.archive_title) == ("26/1047", "Kari Nordmann")
    assert found.public_title == title


def test_filing_again_with_the_same_number_only_changes_the_titles(desk, case_id):
    for title in ("Innsyn", "Innsyn i opplysningar"):
        casework.file_case(
            desk, case_id, archive_number="26/1", archive_title="", public_title=title
        )
    assert codes(desk, case_id)[:2] == ["titles_changed", "filed"]


def test_archive_fields_have_a_limit(desk, case_id):
    with pytest.raises(InvalidInputError) as refused:
        casework.file_case(
            desk, case_id, archive_number="1" * 201, archive_title="x" * 201, public_title="x" * 201
        )
    assert fields(refused) == ["archive_number", "archive_title", "public_title"]


def test_a_closed_case_is_left_alone_until_it_is_opened_again(desk, case_id, task_id):
    casework.close(desk, case_id, "answered")
    deeds = [
        lambda: casework.add_task(desk, case_id, kind="collect", title="x"),
        lambda: casework.ask_task(desk, task_id, responsible="R", asked_on=TODAY, due=None),
        lambda: casework.answer_task(
            desk, task_id, outcome=TaskOutcome.NOTHING, note="", answered_on=TODAY
        ),
        lambda: casework.remove_task(desk, task_id),
        lambda: casework.close(desk, case_id, "answered"),
    ]
    for deed in deeds:
        with pytest.raises(RefusedError, match=r"avslutta|lukka|stengd"):
            deed()
    before = codes(desk, case_id)
    casework.reopen(desk, case_id, "Nye opplysningar")
    found = store.case(desk.db, case_id)
    assert (found.state, found.outcome, found.closed_at) == (CaseState.OPEN, "", None)
    assert codes(desk, case_id) == ["reopened", *before]


def test_only_a_closed_case_is_opened_again_and_with_a_reason(desk, case_id):
    with pytest.raises(RefusedError):
        casework.reopen(desk, case_id, "Ville sjå")
    casework.close(desk, case_id, "answered")
    for reason in ("", " \n ", "x" * 30_000):
        with pytest.raises(InvalidInputError) as refused:
            casework.reopen(desk, case_id, reason)
        assert fields(refused) == ["reason"]


def test_every_deed_leaves_a_timeline_entry_and_a_journal_entry(desk, case_id, task_id):
    start = len(journal(desk))
    casework.note(desk, case_id, "hei")
    casework.assign(desk, case_id, caseworker="Jon", user_id=None)
    casework.ask_task(desk, task_id, responsible="R", asked_on=TODAY, due=None)
    casework.answer_task(desk, task_id, outcome=TaskOutcome.NOTHING, note="", answered_on=TODAY)
    casework.file_case(desk, case_id, archive_number="1", archive_title="", public_title="")
    casework.close(desk, case_id, "answered")
    casework.reopen(desk, case_id, "Meir kom")
    done = ("note assigned task_asked task_answered filed closed reopened").split()
    assert codes(desk, case_id)[: len(done)] == done[::-1]
    assert journal(desk)[start:] == [(case_id, code) for code in done]


def test_the_journal_holds_no_name_of_a_citizen(desk, case_id):
    casework.note(desk, case_id, "Nordmann ringde")
    casework.assign(desk, case_id, caseworker="Nordmann", user_id=None)
    rows = desk.db.execute("SELECT deed, detail FROM journal").fetchall()
    assert not any("Nordmann" in f"{deed} {detail}" for deed, detail in rows)


def test_a_caseworker_may_not_touch_anothers_case(as_role, desk, case_id, task_id):
    vault = as_role(Role.CASEWORKER)
    deeds = [
        lambda: casework.note(vault, case_id, "hei"),
        lambda: casework.assign(vault, case_id, caseworker="Eg", user_id=vault.actor.user_id),
        lambda: casework.ask_task(vault, task_id, responsible="R", asked_on=TODAY, due=None),
        lambda: casework.close(vault, case_id, "answered"),
        lambda: casework.file_case(
            vault, case_id, archive_number="1", archive_title="", public_title=""
        ),
    ]
    for deed in deeds:
        with pytest.raises(RefusedError):
            deed()
    assert codes(vault, case_id) == ["task_added", "officer_told", "registered"]


def test_a_caseworker_works_on_a_case_of_ones_own(as_role, desk):
    vault = as_role(Role.CASEWORKER)
    own = register(vault)
    casework.note(vault, own, "hei")
    casework.add_task(vault, own, kind="collect", title="Skule")
    assert codes(vault, own) == ["task_added", "note", "registered"]


def test_archivist_registers_and_files_but_does_not_work_on_cases(as_role, desk, case_id):
    vault = as_role(Role.ARCHIVIST)
    register(vault)
    casework.file_case(vault, case_id, archive_number="26/1", archive_title="", public_title="")
    for deed in (casework.note, casework.close, casework.reopen):
        with pytest.raises(RefusedError):
            deed(vault, case_id, "hei")


def test_manager_reads_and_neither_registers_nor_files(as_role, desk, case_id):
    vault = as_role(Role.MANAGER)
    with pytest.raises(RefusedError):
        register(vault)
    with pytest.raises(RefusedError):
        casework.file_case(vault, case_id, archive_number="1", archive_title="", public_title="")
