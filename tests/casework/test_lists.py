"""Lists, counts and the search: what is found, in which order, and by whom."""

from datetime import date, timedelta

import pytest

from casework.conftest import register
from gdpr_desktop.casework import lists
from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework.model import CaseFilter, CaseQuery, CaseSort, Person
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.roles import Deed, Role
from gdpr_desktop.requests import service
from gdpr_desktop.requests.model import Channel
from gdpr_desktop.vault.people import add_user

TODAY = date(2026, 11, 22)
ALL = CaseFilter.ALL


def names(vault, text="", **query):
    query = CaseQuery(text=text, **{"filter": ALL, **query})
    found = lists.page(vault.db, query, vault.actor, TODAY, offset=0, limit=100)
    assert lists.count(vault.db, query, vault.actor, TODAY) == len(found)
    for line, case in enumerate(found):
        assert lists.position(vault.db, query, vault.actor, TODAY, case.id) == line
    return [case.subject_name for case in found]


@pytest.fixture
def people(desk):
    for name in (
        "Kari Berg-Hansen",
        "Seán O'Neill",
        "Per Åsen",
        "Tor Aasen",
        "Bjørn Sæther",
        "Ragna Bergstad",
        "Máret Đorđi",
    ):
        register(desk, name)
    return desk


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Berg-Hansen", {"Kari Berg-Hansen"}),
        ("berg hansen", {"Kari Berg-Hansen"}),
        ("BERG", {"Kari Berg-Hansen", "Ragna Bergstad"}),
        ("hansen kari", {"Kari Berg-Hansen"}),
        ("O'Neill", {"Seán O'Neill"}),
        ("neill", {"Seán O'Neill"}),
        ("sean", {"Seán O'Neill"}),
        ("åsen", {"Per Åsen", "Tor Aasen"}),
        ("aasen", {"Per Åsen", "Tor Aasen"}),
        ("asen", {"Per Åsen"}),
        ("Bjorn", {"Bjørn Sæther"}),
        ("bjoern", {"Bjørn Sæther"}),
        ("bjørn sæ", {"Bjørn Sæther"}),
        ("saether", {"Bjørn Sæther"}),
        ("maret dord", {"Máret Đorđi"}),
        ("berg åsen", set()),
    ],
)
def test_a_person_is_found_however_the_name_is_typed(people, typed, found):
    assert set(names(people, typed)) == found


@pytest.mark.parametrize("typed", ["*", '"', "-", "'", '"*"', "( )", "***", "«»", "\x00", "\u202e"])
def test_signs_alone_find_nothing_and_do_no_harm(people, typed):
    assert names(people, typed) == []


@pytest.mark.parametrize("typed", ["", "   ", "\t\n"])
def test_an_empty_search_shows_all(people, typed):
    assert len(names(people, typed)) == 7


@pytest.mark.parametrize(
    "typed",
    [
        "NEAR",
        "AND",
        "NOT kari",
        "words:kari",
        "NEAR(kari berg)",
        "kari AND",
        "^finst",
        "kari {x}",
        '"kari',
        "kari\x00berg",
        "1 OR 1",
        "'; DROP TABLE case_file; --",
    ],
)
def test_words_of_the_search_language_are_only_words(people, typed):
    assert set(names(people, typed)) <= {"Kari Berg-Hansen"}
    assert len(names(people)) == 7


def test_a_sign_before_or_after_a_word_is_passed_over(people):
    assert names(people, '*kari* "berg"') == ["Kari Berg-Hansen"]


def test_a_pasted_book_is_searched_by_its_beginning(people):
    assert names(people, "kari " + "ord " * 2_000_000) == []
    assert names(people, "kari " * 2_000_000) == ["Kari Berg-Hansen"]
    assert names(people, "(" * 5_000) == []


def test_a_case_is_found_by_its_numbers_address_and_wording(desk):
    address = PostalAddress(street="Nausthaugen 7", postal_code="6999", city="Fjordvik")
    person = Person(name="Kari Nordmann", address=address, email="kari@innbyggjar.example")
    case_id = register(desk, subject=person, wording="Alt frå barnevernet")
    register(desk, "Ola Annan")
    casework.file_case(
        desk, case_id, archive_number="26/1047", archive_title="", public_title="Krav om innsyn"
    )
    for typed in ("26/1047", "26/10", "2026-0001", "nausthaug", "6999", "kari@innb", "barnever"):
        assert names(desk, typed) == ["Kari Nordmann"], typed
    assert names(desk, "26/11") == []
    assert names(desk, "26/1047", filter=CaseFilter.OPEN) == ["Kari Nordmann"]
    assert names(desk, "26/1047", filter=CaseFilter.CLOSED) == []


def test_a_changed_name_is_found_and_the_old_one_is_not(desk):
    case_id = register(desk, "Kari Gamalnamn")
    intake = {"received": date(2026, 11, 2), "channel": Channel.LETTER}
    service.change_intake(
        desk, case_id, service.intake.Intake(subject=Person(name="Kari Nynamn"), **intake)
    )
    assert names(desk, "nynamn") == ["Kari Nynamn"]
    assert names(desk, "gamalnamn") == []


def test_names_sort_by_family_name_in_norwegian_order(desk):
    for name in ("Per Åsen", "Ola Berg", "Kari Øvrebø", "Siv Ærlig", "Nils Zahl", "Tor Aanes"):
        register(desk, name)
    sorted_up = ["Ola Berg", "Nils Zahl", "Siv Ærlig", "Kari Øvrebø", "Tor Aanes", "Per Åsen"]
    assert names(desk, sort=CaseSort.NAME) == sorted_up
    assert names(desk, sort=CaseSort.NAME, descending=True) == sorted_up[::-1]


def test_a_search_is_sorted_too(desk):
    for name in ("Kari Åsen", "Kari Berg", "Kari Zahl"):
        register(desk, name)
    assert names(desk, "kari", sort=CaseSort.NAME) == ["Kari Berg", "Kari Zahl", "Kari Åsen"]


def test_the_most_urgent_comes_first_and_what_is_answered_last(desk):
    late = register(desk, "Sein", received=date(2026, 10, 12))
    register(desk, "Ny", received=date(2026, 11, 20))
    closed = register(desk, "Ferdig", received=date(2026, 10, 1))
    casework.close(desk, closed, "withdrawn")
    assert names(desk) == ["Sein", "Ny", "Ferdig"]
    assert names(desk, filter=CaseFilter.OVERDUE) == ["Sein"]
    assert names(desk, filter=CaseFilter.CLOSED) == ["Ferdig"]
    assert names(desk, filter=CaseFilter.OPEN) == ["Sein", "Ny"]
    casework.assign(desk, late, caseworker="Eg", user_id=desk.actor.user_id)
    assert names(desk, filter=CaseFilter.MINE) == ["Sein"]


def test_this_week_reaches_from_today_to_seven_days_ahead(desk):
    for name, received in (
        ("i går", date(2026, 10, 20)),
        ("i dag", date(2026, 10, 22)),
        ("på sju dagar", date(2026, 10, 29)),
        ("på åtte dagar", date(2026, 10, 30)),
    ):
        register(desk, name, received=received)
    # 20.11. is a Friday; 22.11. a Sunday, so that one is due on Monday; 29.11. is a Sunday
    assert names(desk, filter=CaseFilter.OVERDUE) == ["i går"]
    assert names(desk, filter=CaseFilter.THIS_WEEK) == ["i dag"]
    assert names(desk, filter=CaseFilter.OPEN, sort=CaseSort.RECEIVED)[-1] == "på åtte dagar"


def test_pages_follow_each_other_without_gap_or_overlap(desk):
    ids = {register(desk, f"Person {n % 3}") for n in range(23)}
    for sort in CaseSort:
        query = CaseQuery(filter=ALL, sort=sort)
        pages = [
            lists.page(desk.db, query, desk.actor, TODAY, offset=start, limit=5)
            for start in range(0, 25, 5)
        ]
        seen = [case.id for page in pages for case in page]
        assert len(seen) == 23
        assert set(seen) == ids


def test_counting_stops_at_its_limit(desk, monkeypatch):
    for number in range(7):
        register(desk, f"Kari {number}")
    monkeypatch.setattr(lists, "COUNT_LIMIT", 5)
    monkeypatch.setattr(lists, "HIT_LIMIT", 3)
    assert lists.count(desk.db, CaseQuery(filter=ALL), desk.actor, TODAY) == 6
    hits = CaseQuery(filter=ALL, text="kari")
    assert lists.count(desk.db, hits, desk.actor, TODAY) == 4
    found = lists.page(desk.db, hits, desk.actor, TODAY, offset=0, limit=10)
    assert [case.subject_name for case in found] == ["Kari 3", "Kari 4", "Kari 5", "Kari 6"]


def test_a_filter_looks_beyond_the_newest_hits(desk, monkeypatch):
    old = register(desk, "Kari Gamal")
    for number in range(6):
        case_id = register(desk, f"Kari {number}")
        casework.close(desk, case_id, "withdrawn")
    monkeypatch.setattr(lists, "HIT_LIMIT", 3)
    query = CaseQuery(filter=CaseFilter.OPEN, text="kari")
    found = lists.page(desk.db, query, desk.actor, TODAY, offset=0, limit=10)
    assert [case.id for case in found] == [old]


@pytest.mark.parametrize("role", [Role.OFFICER, Role.CASEWORKER])
@pytest.mark.parametrize("chosen", list(CaseFilter))
@pytest.mark.parametrize("typed", ["", "kari", "26/1", "kari nord"])
def test_every_query_can_be_asked_in_every_order(desk, role, chosen, typed):
    register(desk)
    from dataclasses import replace

    actor = replace(desk.actor, role=role)
    for sort in CaseSort:
        for descending in (False, True):
            query = CaseQuery(filter=chosen, text=typed, sort=sort, descending=descending)
            found = lists.page(desk.db, query, actor, TODAY, offset=0, limit=5)
            assert lists.count(desk.db, query, actor, TODAY) == len(found)


@pytest.mark.parametrize("chosen", [CaseFilter.ALL, CaseFilter.OPEN, CaseFilter.CLOSED])
@pytest.mark.parametrize("sort", list(CaseSort))
@pytest.mark.parametrize("descending", [False, True])
def test_a_list_is_read_in_order_from_an_index(desk, chosen, sort, descending):
    query = CaseQuery(filter=chosen, sort=sort, descending=descending)
    sql, values = lists.page_sql(query, desk.actor, TODAY)
    plan = [
        row[3] for row in desk.db.conn.execute(f"EXPLAIN QUERY PLAN {sql}", [*values, 100, 5000])
    ]
    assert len(plan) == 1
    assert plan[0].startswith("SEARCH f USING INDEX"), plan


@pytest.mark.parametrize("chosen", [CaseFilter.THIS_WEEK, CaseFilter.OVERDUE])
def test_a_stretch_of_days_is_read_from_the_index(desk, chosen):
    sql, values = lists.page_sql(CaseQuery(filter=chosen), desk.actor, TODAY)
    plan = [row[3] for row in desk.db.conn.execute(f"EXPLAIN QUERY PLAN {sql}", [*values, 100, 0])]
    assert len(plan) == 1
    assert "due>" in plan[0] or "due<" in plan[0], plan


@pytest.mark.parametrize("chosen", list(CaseFilter))
@pytest.mark.parametrize("role", [Role.OFFICER, Role.CASEWORKER])
def test_a_search_asks_the_index_once_and_reads_cases_by_their_id(desk, chosen, role):
    from dataclasses import replace

    query = CaseQuery(filter=chosen, text="kari")
    sql, values = lists.page_sql(query, replace(desk.actor, role=role), TODAY)
    plan = [row[3] for row in desk.db.conn.execute(f"EXPLAIN QUERY PLAN {sql}", [*values, 100, 0])]
    assert [line for line in plan if line.startswith("SCAN f")] == []
    searches = [line for line in plan if "case_search" in line]
    assert len(searches) == 1
    assert searches[0].startswith("SCAN")


def test_counting_a_list_reads_the_index_alone(desk):
    sql = "EXPLAIN QUERY PLAN SELECT 1 FROM case_file f WHERE f.kind IN (?) AND f.state = 'open'"
    plan = [row[3] for row in desk.db.conn.execute(sql, ["access"])]
    assert "COVERING INDEX" in plan[0]


def test_a_caseworker_sees_assigned_and_own_cases_only(as_role, desk):
    mine, other = register(desk, "Kari Mi"), register(desk, "Kari Annan")
    users = add_user(desk, "Ein caseworker", Role.CASEWORKER, "ein annan lang passordfrase")
    casework.assign(desk, mine, caseworker="Ein", user_id=users.id)
    vault = as_role(Role.CASEWORKER)
    assert names(vault) == ["Kari Mi"]
    assert names(vault, "kari") == ["Kari Mi"]
    assert names(vault, filter=CaseFilter.MINE) == ["Kari Mi"]
    until = TODAY + timedelta(days=60)
    assert {due.case_id for due in lists.due_until(vault.db, until, vault.actor)} == {mine}
    assert lists.similar(vault.db, Person(name="Kari Annan"), vault.actor) == ()
    own = register(vault, "Kari Eigen")
    assert set(names(vault, "kari")) == {"Kari Mi", "Kari Eigen"}
    assert other not in {mine, own}


def test_the_officer_sees_what_is_due_across_all_cases(desk):
    first = register(desk, "Kari", received=date(2026, 10, 12))
    task = casework.store.tasks(desk.db, first)[0]
    casework.ask_task(
        desk, task.id, responsible="IKT", asked_on=date(2026, 10, 13), due=date(2026, 10, 20)
    )
    register(desk, "Ola", received=date(2026, 11, 20))
    due = lists.due_until(desk.db, TODAY, desk.actor)
    assert [(one.kind, one.due) for one in due] == [
        ("task", date(2026, 10, 20)),
        ("reply", date(2026, 11, 12)),
    ]
    casework.close(desk, first, "withdrawn")
    assert lists.due_until(desk.db, TODAY, desk.actor) == ()


def test_possibly_the_same_person_is_name_and_birth_date_or_a_name_without_one(desk):
    born = date(1990, 5, 17)
    same = register(desk, subject=Person(name="Kari Åse Berg-Hansen", birth_date=born))
    unknown = register(desk, subject=Person(name="Hansen Kari Åse Berg"))
    register(desk, subject=Person(name="Kari Åse Berg-Hansen", birth_date=date(1991, 5, 17)))
    who = Person(name="kari ase berg hansen", birth_date=born)
    found = lists.similar(desk.db, who, desk.actor)
    assert [case.id for case in found] == [unknown, same]
    assert [c.id for c in lists.similar(desk.db, who, desk.actor, but=unknown)] == [same]
    nameless = Person(name="Kari Åse Berg-Hansen")
    assert len(lists.similar(desk.db, nameless, desk.actor)) == 3
    assert lists.similar(desk.db, Person(name=" "), desk.actor) == ()
    assert lists.similar(desk.db, Person(name="*"), desk.actor) == ()


def test_a_role_without_reading_sees_nothing(desk, monkeypatch):
    from gdpr_desktop.core import roles

    register(desk)
    without = dict(roles.TABLE[Role.OFFICER])
    del without[Deed.READ_CASE]
    monkeypatch.setitem(roles.TABLE, Role.OFFICER, without)
    assert names(desk) == []
    assert names(desk, "kari") == []
    assert lists.due_until(desk.db, TODAY, desk.actor) == ()
