"""What is kept for how long, what holds a case back, and what is left of one."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from casework.conftest import register
from gdpr_desktop.casework import lists, retention
from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import CaseKind, Person, TaskOutcome
from gdpr_desktop.casework.retention import service as clean_up
from gdpr_desktop.casework.retention.model import (
    HeldBack,
    codes_of,
    falls_due,
    next_clean_up,
    years_before,
    years_from,
)
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.clock import OSLO
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.roles import Role
from gdpr_desktop.requests import service
from gdpr_desktop.requests import store as requests
from gdpr_desktop.requests.model import IdentityMethod
from gdpr_desktop.requests.part_summary import part_facts
from gdpr_desktop.requests.steps import progress
from gdpr_desktop.requests.summary import due_words, intake_facts, step_facts
from gdpr_desktop.requests.timeline_words import timeline_detail, timeline_text
from gdpr_desktop.vault import Vault, erasures
from gdpr_desktop.vault.rollback import accept_rollback

MARK = "Hemmelegdatter"
BORN = date(1980, 2, 3)
LATER = datetime(2029, 1, 10, 10, tzinfo=OSLO)
USER, USER_PASSWORD = "Solveig Testnes", "ein lang passordfrase for testar"


def person() -> Person:
    return Person(
        name=f"Synnøve {MARK}",
        address=PostalAddress(street=f"{MARK}vegen 4", postal_code="6999", city="Fjordvik"),
        email=f"{MARK}@innbyggjar.example",
        birth_date=BORN,
    )


def closed_case(desk, *, filed=True, who=None):
    """A case in which the person's name stands wherever it can stand."""
    case_id = register(
        desk, subject=who or person(), wording=f"{MARK} vil sjå alt", caseworker=MARK
    )
    service.confirm_identity(
        desk,
        case_id,
        method=IdentityMethod.SHOWN_ID,
        note=f"Pass til {MARK}",
        settled_on=date(2026, 11, 3),
    )
    casework.add_task(desk, case_id, kind="collect", title=f"Skulen til {MARK}", responsible=MARK)
    for task in cases.tasks(desk.db, case_id):
        casework.answer_task(
            desk,
            task.id,
            outcome=TaskOutcome.FOUND,
            note=f"Mappa til {MARK}",
            answered_on=date(2026, 11, 10),
        )
    casework.note(desk, case_id, f"Ringde {MARK}")
    casework.record_letter(
        desk,
        case_id,
        template="access_receipt",
        language="nn",
        path=Path(f"/tmp/{MARK}.docx"),
        sha256="0" * 64,
    )
    letter = cases.letters(desk.db, case_id)[0]
    casework.delete_local_copy(desk, case_id, letter)
    if filed:
        casework.file_case(
            desk, case_id, archive_number="26/17", archive_title=MARK, public_title="Krav om innsyn"
        )
    casework.close(desk, case_id, "withdrawn")
    return case_id


@pytest.fixture
def later(desk, clock):
    """A closed case, seen more than two years after."""
    case_id = closed_case(desk)
    clock.instant = LATER
    return desk, case_id


def dump(db) -> str:
    """Every table of the file as text, the blocks of the search index too."""
    names = [r[0] for r in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = []
    for name in names:
        if name == "case_search":
            continue
        for row in db.execute(f"SELECT * FROM [{name}]"):
            found += [v.decode("latin-1") if isinstance(v, bytes) else str(v) for v in row]
    return "\n".join(found).casefold()


def test_nothing_of_a_name_is_left_in_any_table_nor_in_the_search_index(later):
    vault, case_id = later
    assert MARK.casefold() in dump(vault.db)
    retention.anonymise_case(vault, case_id)
    assert MARK.casefold() not in dump(vault.db)
    assert "hemmeleg" not in dump(vault.db)


def test_numbers_of_the_overview_are_the_same_before_and_after(later):
    vault, case_id = later
    register(vault, "Ola Nordmann")
    since = date(2026, 1, 1)

    def numbers():
        query = lists.CaseQuery(filter=lists.CaseFilter.CLOSED)
        deadlines = [
            tuple(row) for row in vault.db.execute("SELECT kind, due, met_on, rule FROM deadline")
        ]
        counted = lists.count(vault.db, query, vault.actor, vault.clock.today())
        return lists.received_by_month(vault.db, vault.actor, since), counted, deadlines

    before = numbers()
    shown = due_words(requests.request(vault.db, case_id), vault.clock.today())
    retention.anonymise_case(vault, case_id)
    assert numbers() == before
    assert due_words(requests.request(vault.db, case_id), vault.clock.today()) == shown


def test_codes_and_dates_of_the_case_stay(later):
    vault, case_id = later
    before = requests.request(vault.db, case_id)
    retention.anonymise_case(vault, case_id)
    after = requests.request(vault.db, case_id)
    assert (after.parts[0].right, after.channel, after.case.received) == (
        before.parts[0].right,
        before.channel,
        before.case.received,
    )
    assert after.identity.method is IdentityMethod.SHOWN_ID
    assert after.identity.settled_on == before.identity.settled_on
    assert [(t.kind, t.done_on, t.outcome) for t in after.tasks] == [
        (t.kind, t.done_on, t.outcome) for t in before.tasks
    ]
    assert [letter.template for letter in cases.letters(vault.db, case_id)] == ["access_receipt"]
    codes = [entry.code for entry in cases.timeline(vault.db, case_id)]
    assert codes[-1] == "registered"
    assert codes[0] == "closed"


def test_an_erased_case_can_still_be_shown(later):
    vault, case_id = later
    retention.anonymise_case(vault, case_id)
    request = service.read_request(vault, case_id)
    intake_facts(request)
    for view in progress(request):
        if view.part is None:
            step_facts(request, view.step, vault.clock.today())
        else:
            part_facts(request, request.part(view.part), view.step)
    for entry in cases.timeline(vault.db, case_id):
        assert timeline_text(entry)
        timeline_detail(entry)


def test_an_erased_case_can_be_neither_opened_again_nor_worked_on(later):
    vault, case_id = later
    retention.anonymise_case(vault, case_id)
    deeds = (
        lambda: service.reopen_request(vault, case_id, reason="x"),
        lambda: casework.note(vault, case_id, "x"),
        lambda: casework.assign(vault, case_id, caseworker="x", user_id=None),
        lambda: casework.file_case(
            vault, case_id, archive_number="1", archive_title="", public_title=""
        ),
    )
    for deed in deeds:
        with pytest.raises(RefusedError, match=r"sletta|erased"):
            deed()
    assert service.note_opened(vault, case_id) is None


def test_a_case_falls_due_when_it_has_been_closed_for_its_years(desk, clock):
    case_id = closed_case(desk)
    for instant, due in (
        (datetime(2028, 11, 21, 23, 59, tzinfo=OSLO), False),
        (datetime(2028, 11, 22, 0, 1, tzinfo=OSLO), True),
    ):
        clock.instant = instant
        found = cases.case(desk.db, case_id)
        assert falls_due(found, retention.retention_years(desk), clock.today()) is due
        assert clean_up.due_count(desk) == int(due)
        assert (clean_up.free_ids(desk) == (case_id,)) is due


def test_a_case_that_is_not_due_is_refused(desk):
    case_id = closed_case(desk)
    with pytest.raises(RefusedError):
        retention.anonymise_case(desk, case_id)


def test_an_unfiled_case_is_held_back(desk, clock):
    case_id = closed_case(desk, filed=False)
    clock.instant = LATER
    (kept,) = clean_up.due_page(desk, offset=0, limit=10)
    assert kept.held_back == (HeldBack.NOT_FILED,)
    assert clean_up.free_ids(desk) == ()
    with pytest.raises(RefusedError):
        retention.anonymise_case(desk, case_id)


def test_a_letter_on_this_machine_holds_its_case_back(desk, clock):
    case_id = closed_case(desk)
    casework.record_letter(
        desk, case_id, template="x", language="nn", path=Path("/tmp/x.docx"), sha256=""
    )
    clock.instant = LATER
    (kept,) = clean_up.due_page(desk, offset=0, limit=10)
    assert kept.held_back == (HeldBack.LOCAL_COPIES,)


def test_an_open_case_about_the_same_person_holds_the_old_one_back(desk, clock):
    closed_case(desk)
    closed_case(desk, who=Person(name="Ola Utan Fødselsdato"))
    clock.instant = LATER
    register(desk, subject=person(), received=date(2029, 1, 8))
    register(desk, "Ola Utan Fødselsdato")
    one, other = clean_up.due_page(desk, offset=0, limit=10)
    assert one.held_back == (HeldBack.OPEN_CASE,)
    assert other.held_back == (), "a name alone is not enough to keep a case for good"


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.ARCHIVIST, Role.MANAGER])
def test_only_the_officer_cleans_up(as_role, desk, clock, role):
    case_id = closed_case(desk)
    clock.instant = LATER
    vault = as_role(role)
    with pytest.raises(RefusedError):
        retention.anonymise_case(vault, case_id)
    assert not retention.clean_up_due(vault)


def test_the_journal_tells_of_each_case_by_its_id_alone(later):
    vault, case_id = later
    retention.anonymise_case(vault, case_id)
    retention.finish_clean_up(vault, 1)
    entries = vault.db.execute(
        "SELECT case_id, deed, detail FROM journal ORDER BY seq DESC LIMIT 3"
    ).fetchall()
    assert entries[0] == (None, "cleaned_up", '{"cases":1}')
    assert (case_id, "anonymised", "{}") in entries


def test_the_clean_up_is_called_for_once_a_year_and_only_when_something_is_due(desk, clock):
    assert not retention.clean_up_due(desk)
    closed_case(desk)
    clock.instant = LATER
    assert retention.clean_up_due(desk)
    retention.finish_clean_up(desk, 0)
    assert not retention.clean_up_due(desk)
    clock.instant = LATER + timedelta(days=366)
    assert retention.clean_up_due(desk)


def test_an_older_copy_put_back_is_erased_again_at_unlock(later, clock):
    vault, case_id = later
    vault.close()
    old = vault.path.read_bytes()
    vault = reopened_after(vault.path, clock)
    retention.anonymise_case(vault, case_id)
    retention.finish_clean_up(vault, 1)
    vault.close()
    vault.path.write_bytes(old)
    vault = reopened_after(vault.path, clock)
    accept_rollback(vault)
    assert MARK.casefold() in dump(vault.db)
    change = retention.catch_up(vault)
    assert change is not None
    assert change.ids == (case_id,)
    assert MARK.casefold() not in dump(vault.db)
    assert erasures.in_file(vault.db).keys() == {case_id}
    assert retention.catch_up(vault) is None
    vault.close()


def reopened_after(path, clock):
    vault = Vault.open(path, USER, USER_PASSWORD, clock=clock)
    service.subscribe(vault)
    return vault


def test_an_altered_list_on_the_machine_counts_for_nothing(later, clock):
    vault, case_id = later
    retention.anonymise_case(vault, case_id)
    retention.finish_clean_up(vault, 1)
    path = vault.opened.anchor.beside(".erased")
    assert erasures.on_machine(vault).keys() == {case_id}
    path.write_bytes(path.read_bytes().replace(f'"{case_id}"'.encode(), b'"77"'))
    assert erasures.on_machine(vault) == {}
    retention.catch_up(vault)
    assert erasures.on_machine(vault).keys() == {case_id}


def test_a_new_case_that_got_the_id_of_an_erased_one_is_left_alone(desk, clock):
    case_id = register(desk)
    with desk.begin_upkeep() as work:
        erasures.add(work.db, case_id, clock.now() - timedelta(days=1))
    assert retention.reapply_erasures(desk, [case_id]) is None
    assert cases.case(desk.db, case_id).subject_name == "Kari Nordmann"


def test_ids_of_a_backup_are_erased_in_what_was_restored(desk):
    case_id = closed_case(desk)
    assert retention.erased_ids(desk) == ()
    change = retention.reapply_erasures(desk, [case_id, 4711])
    assert change is not None
    assert change.ids == (case_id,)
    assert retention.erased_ids(desk) == (case_id,)


@pytest.mark.parametrize(
    ("saved", "years"),
    [(None, 2), ({}, 2), ({"access": 5}, 5), ({"access": 0}, 1), ({"access": "x"}, 2), ([], 2)],
)
def test_years_that_make_no_sense_are_the_default(saved, years):
    usual = {**dict.fromkeys(CaseKind, 2), CaseKind.BREACH: 5, CaseKind.DPIA: 10}
    assert years_from(saved) == {**usual, CaseKind.REQUEST: years}


def test_a_leap_day_is_the_day_before_in_other_years():
    assert years_before(date(2028, 2, 29), 2) == date(2026, 2, 28)
    assert next_clean_up(date(2028, 2, 29), date(2028, 3, 1)) == date(2029, 2, 28)
    assert next_clean_up(None, date(2028, 3, 1)) == date(2028, 3, 1)


def test_only_codes_numbers_and_dates_stay_of_the_details():
    detail = {"outcome": "found", "on": "2026-02-03", "title": "skule", "channel": "Post Kari"}
    assert codes_of(detail) == {"outcome": "found", "on": "2026-02-03"}
