"""One search for a person: what is typed, where it is found, and by whom."""

from datetime import date
from pathlib import Path

import pytest

from casework.conftest import register
from gdpr_desktop.casework import person_search as search
from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import Person, TaskOutcome
from gdpr_desktop.casework.person_search import ClueKind, Where
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.roles import Role
from gdpr_desktop.requests import service
from gdpr_desktop.requests.model import IdentityMethod, OnBehalfOf

TODAY = date(2026, 11, 22)
BORN = date(1972, 9, 13)
NUMBER = "13097248022"  # synthetic


def look(vault, typed):
    running = search.start(vault, search.clues_in(typed, TODAY))
    running.at_once()
    for _new in running.slices():
        pass
    return running.found


def places(found):
    """Case number → where, over all groups."""
    return {one.case.number: set(one.where) for group in found.groups for one in group.cases}


@pytest.mark.parametrize(
    ("typed", "clues"),
    [
        ("", []),
        (" - ", []),
        ("Kari Nordmann", [(ClueKind.NAME, "Kari Nordmann")]),
        ("Berg-Hansen", [(ClueKind.NAME, "Berg Hansen")]),
        ("O'Neill", [(ClueKind.NAME, "Neill")]),
        ("130972 48022", [(ClueKind.NATIONAL_ID, NUMBER)]),
        (NUMBER, [(ClueKind.NATIONAL_ID, NUMBER)]),
        ("90 00 12 34", [(ClueKind.PHONE, "90001234")]),
        ("+47 90001234", [(ClueKind.PHONE, "90001234")]),
        ("kari@fjordvik.example", [(ClueKind.EMAIL, "kari@fjordvik.example")]),
        ("3.2.1980", [(ClueKind.BIRTH_DATE, "1980-02-03")]),
        ("03.02.80", [(ClueKind.BIRTH_DATE, "1980-02-03")]),
        ("3. februar 1980", [(ClueKind.BIRTH_DATE, "1980-02-03")]),
        ("1980-02-03", [(ClueKind.BIRTH_DATE, "1980-02-03")]),
        ("2026-0012", [(ClueKind.NUMBER, "2026-0012")]),
        ("26/1047", [(ClueKind.NUMBER, "26/1047")]),
        (
            "Kari 3.2.1980 90 00 12 34",
            [
                (ClueKind.NAME, "Kari"),
                (ClueKind.BIRTH_DATE, "1980-02-03"),
                (ClueKind.PHONE, "90001234"),
            ],
        ),
    ],
)
def test_what_is_typed_is_told_apart(typed, clues):
    assert [(clue.kind, clue.text) for clue in search.clues_in(typed, TODAY)] == clues


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("Kari Nordmann", "ringde Nordmann, Kari i går", True),
        ("nordmann", "Nordmanns sak", True),
        ("nordmann", "Utnordmann", False),
        ("Bjorn", "møtte Bjørn", True),
        ("bjoern", "møtte Bjørn", True),
        ("Bjørn", "møtte Bjorn og Bjoern", True),
        ("Åsen", "Tor Aasen", True),
        ("aasen", "Per Åsen", True),
        ("asen", "Tor Aasen", False),
        ("Saether", "Ola Sæther", True),
        ("dordi", "Máret Đorđi", True),
        ("STRAẞE", "strasse", True),
        ("kari", '{"text": "Hei\\nKari kom"}', True),
        (NUMBER, "nr. 130972 48022.", True),
        (NUMBER, f"1{NUMBER}", False),
        ("90001234", "tlf +4790001234", True),
        ("90001234", "tlf 900 01 234", True),
        ("90001234", "1900012345", False),
        ("3.2.1980", "fødd 03.02.1980", True),
        ("3.2.1980", "fødd 3. februar 1980", True),
        ("3.2.1980", "fødd 13.2.1980", False),
        ("kari@a.example", "skriv til kari@a.example.", True),
        ("ari@a.example", "kari@a.example", False),
        ("26/17", "sak 26/17", True),
        ("26/17", "sak 26/178", False),
    ],
)
def test_a_text_is_read_in_both_foldings(typed, text, found):
    (clue,) = search.clues_in(typed, TODAY)
    assert bool(clue.found_in(text)) is found


def test_a_person_is_found_in_every_part_they_play_and_in_closed_cases(desk):
    kari = Person(name="Kari Nordmann", birth_date=date(1980, 2, 3))
    one = register(desk, subject=kari)
    register(
        desk, "Barn Nordmann", on_behalf_of=OnBehalfOf.PARENT, representative=kari, recipient=kari
    )
    casework.close(desk, one, "withdrawn")
    found = look(desk, "nordmann kari")
    (group,) = found.groups
    assert (group.name, group.born) == ("Kari Nordmann", date(1980, 2, 3))
    assert [case.case.number for case in group.cases] == ["2026-0002", "2026-0001"]
    assert [case.case.open for case in group.cases] == [True, False]


def test_those_who_may_be_the_same_person_stand_together(desk):
    for born in (date(1980, 2, 3), date(1980, 2, 3), date(1999, 9, 9), None):
        register(desk, subject=Person(name="Kari Nordmann", birth_date=born))
    sizes = [(group.born, len(group.cases)) for group in look(desk, "Kari Nordmann").groups]
    assert sorted(sizes, key=str) == sorted(
        [(date(1980, 2, 3), 2), (date(1999, 9, 9), 1), (None, 1)], key=str
    )
    narrowed = look(desk, "Kari Nordmann 3.2.1980").groups
    assert {group.born for group in narrowed} == {date(1980, 2, 3), None}


@pytest.mark.parametrize(
    "typed", ["13.9.1972", "130972 48022", "kari@n.example", "900 01 234", "+4790001234"]
)
def test_a_person_is_found_by_what_is_known_of_them(desk, typed):
    register(
        desk,
        subject=Person(
            name="Kari Nordmann",
            birth_date=BORN,
            national_id=NUMBER,
            national_id_reason="To har same namn",
            email="kari@n.example",
            phone="90 00 12 34",
        ),
    )
    register(desk, "Ola Annan")
    (group,) = look(desk, typed).groups
    assert [one.case.subject_name for one in group.cases] == ["Kari Nordmann"]


def test_every_place_where_text_can_stand_is_read(desk):
    case_id = register(desk, "Ola Annan", wording="Eg og Kari Testperson vil ha innsyn")
    other = register(desk, "Per Annan", caseworker="Kari Testperson")
    service.confirm_identity(
        desk,
        case_id,
        method=IdentityMethod.SHOWN_ID,
        note="Pass, vist av Kari Testperson",
        settled_on=date(2026, 11, 3),
    )
    casework.note(desk, case_id, "Fyrst dette.\nKari Testperson ringde.")
    casework.add_task(desk, case_id, kind="collect", title="Kari Testperson sin e-post")
    casework.record_letter(
        desk,
        case_id,
        template="x",
        language="nn",
        path=Path("/tmp/Til Kari Testperson.docx"),
        sha256="",
    )
    found = places(look(desk, "Kari Testperson"))
    assert found["2026-0001"] == {
        Where.TASK,
        Where.TIMELINE,
        Where.LETTER,
        Where.WORDS,
        Where.WORDING,
        Where.STEPS,
    }
    assert Where.TITLES in found["2026-0002"]
    assert other
    casework.file_case(
        desk, case_id, archive_number="26/1", archive_title="Kari Testperson", public_title=""
    )
    assert Where.TITLES in places(look(desk, "Kari Testperson"))["2026-0001"]


def test_the_note_of_a_department_is_read(desk):
    case_id = register(desk, "Ola Annan")
    task = cases.tasks(desk.db, case_id)[0]
    casework.answer_task(
        desk,
        task.id,
        outcome=TaskOutcome.FOUND,
        note="Brev frå Kari Testperson",
        answered_on=date(2026, 11, 10),
    )
    (group,) = look(desk, "Testperson").groups
    assert group.key == ""
    assert group.cases[0].texts == ("E-post Brev frå Kari Testperson",)


def test_users_and_settings_are_found_outside_the_cases(desk):
    found = look(desk, "Solveig Testnes")
    assert {one.where for one in found.elsewhere} == {Where.USER, Where.SETTINGS}
    assert look(desk, "Tore Testdal").elsewhere[0].where is Where.SETTINGS


def test_a_case_is_found_by_our_number_and_by_the_archives(desk):
    case_id = register(desk)
    casework.file_case(desk, case_id, archive_number="26/17", archive_title="", public_title="")
    assert Where.NUMBER in places(look(desk, "2026-0001"))["2026-0001"]
    assert Where.NUMBER in places(look(desk, "26/17"))["2026-0001"]


def test_an_address_alone_is_no_person(desk):
    address = PostalAddress(street="Bergvegen 4", postal_code="6999", city="Fjordvik")
    register(desk, subject=Person(name="Kari Nes", address=address))
    (group,) = look(desk, "Kari Berg").groups
    assert group.key == ""
    assert group.cases[0].where == (Where.WORDS,)


def test_a_caseworker_finds_in_assigned_cases_alone(desk, as_role):
    hidden = register(desk, "Kari Nordmann")
    casework.note(desk, hidden, "Kari Nordmann ringde")
    vault = as_role(Role.CASEWORKER)
    assert look(vault, "Kari Nordmann").groups == ()
    own = register(vault, "Kari Nordmann")
    (group,) = look(vault, "Kari Nordmann").groups
    assert [one.case.id for one in group.cases] == [own]
    assert look(vault, "Testnes").elsewhere == ()


@pytest.mark.parametrize("role", [Role.ARCHIVIST, Role.MANAGER])
def test_the_archivist_and_the_manager_find_all(desk, as_role, role):
    register(desk, "Kari Nordmann")
    assert places(look(as_role(role), "nordmann")) == {"2026-0001": {Where.PERSON}}


def test_an_erased_case_is_not_found(desk):
    from gdpr_desktop.casework import retention

    case_id = register(desk, "Kari Nordmann", wording="Kari Nordmann")
    casework.close(desk, case_id, "withdrawn")
    retention.reapply_erasures(desk, [case_id])
    assert look(desk, "Kari Nordmann").groups == ()


def test_the_search_is_journalled_without_its_words(desk):
    clues = search.clues_in("Kari Nordmann 3.2.1980", TODAY)
    search.note_search(desk, clues)
    row = desk.db.execute("SELECT deed, detail FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    assert row == ("person_searched", '{"by":["birth_date","name"]}')


def test_the_way_through_the_register_is_told_to_its_end(desk):
    for number in range(3):
        register(desk, f"Namn Nummer{number}")
    running = search.start(desk, search.clues_in("ingen", TODAY))
    for _new in running.slices():
        assert 0 <= running.done <= running.total
    assert running.done == running.total
