"""A request comes in: what is accepted, what is refused at which field, and what follows."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import AddressProtection, Person, PersonRole
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Role
from gdpr_desktop.requests import service, store
from gdpr_desktop.requests.model import (
    Authority,
    Channel,
    IdentityMethod,
    IdentityState,
    Intake,
    OnBehalfOf,
)
from gdpr_desktop.vault import Vault, people

TODAY = date(2026, 11, 22)
INTAKE = Intake(received=date(2026, 11, 2), channel=Channel.LETTER, subject=Person(name="Kari Vik"))
PASSWORD = "ein annan lang passordfrase"


def register(vault, **changes):
    return CaseId(
        service.register_request(vault, replace(INTAKE, **changes), unstructured="E-post").id
    )


def refused_fields(vault, **changes):
    before = vault.db.execute("SELECT count(*) FROM journal").fetchone()
    with pytest.raises(InvalidInputError) as refused:
        register(vault, **changes)
    assert vault.db.execute("SELECT count(*) FROM case_file").fetchone() == (0,)
    assert vault.db.execute("SELECT count(*) FROM journal").fetchone() == before
    assert all(problem.text for problem in refused.value.problems)
    return [problem.field for problem in refused.value.problems]


def synthetic(born: date) -> str:
    from gdpr_desktop.demo.numbers import synthetic_number

    return synthetic_number(born, 0)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"received": date(2026, 11, 23)}, "received"),
        ({"received": date(2062, 11, 2)}, "received"),
        ({"received": date(2018, 7, 19)}, "received"),
        ({"received": date(206, 11, 2)}, "received"),
        ({"received": TODAY, "received_time": time(10, 1)}, "received_time"),
        ({"received": date(2026, 3, 29), "received_time": time(2, 30)}, "received_time"),
        ({"wording": "x" * 20_001}, "wording"),
        ({"wording": "Eg vil ha innsyn. " * 580_000}, "wording"),
        ({"archive_number": "1" * 201}, "archive_number"),
        ({"caseworker": "x" * 201}, "caseworker"),
        ({"on_behalf_of": OnBehalfOf.PARENT}, "representative_name"),
        (
            {"on_behalf_of": OnBehalfOf.GUARDIAN, "representative": Person(name=" ")},
            "representative_name",
        ),
        ({"recipient": Person(name="")}, "recipient_name"),
        ({"authority": Authority(seen=True)}, "authority_what"),
        ({"authority": Authority(seen=True, what="x" * 1001)}, "authority_what"),
        ({"authority": Authority(why_not_needed="x" * 1001)}, "authority_why_not_needed"),
    ],
)
def test_what_is_wrong_with_the_request_is_told_at_its_field(vault, changes, field):
    assert refused_fields(vault, **changes) == [field]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": " \u200b\x07 "}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"birth_date": date(2026, 11, 23)}, "birth_date"),
        ({"birth_date": date(1826, 5, 17)}, "birth_date"),
        ({"birth_date": date(2026, 11, 20)}, "birth_date"),  # after the request came
        ({"address": PostalAddress(street="Vegen 1", postal_code="61OO")}, "address"),
        ({"address": PostalAddress(street="Vegen 1", postal_code="610")}, "address"),
        ({"address": PostalAddress(street="x" * 501)}, "address"),
        ({"email": "kari(a)fjordvik.example"}, "email"),
        ({"email": "kari@fjordvik"}, "email"),
        ({"email": "a@b.example c@d.example"}, "email"),
        ({"phone": "nitti null null"}, "phone"),
        ({"phone": "9O OO OO OO"}, "phone"),
        ({"national_id": "01019012345"}, "national_id"),
        ({"national_id": "0101901234x"}, "national_id"),
        ({"national_id": "1"}, "national_id"),
        ({"national_id": synthetic(date(1990, 5, 17))}, "national_id_reason"),
        (
            {"national_id": synthetic(date(1990, 5, 17)), "national_id_reason": "\u200b  "},
            "national_id_reason",
        ),
        (
            {
                "national_id": synthetic(date(1990, 5, 17)),
                "national_id_reason": "Same namn",
                "birth_date": date(1990, 5, 18),
            },
            "national_id",
        ),
    ],
)
def test_what_is_wrong_with_a_person_is_told_at_its_field(vault, changes, field):
    person = Person(**{"name": "Kari Vik", **changes})
    assert refused_fields(vault, subject=person) == [field]
    if field == "birth_date" and person.birth_date == date(2026, 11, 20):
        return  # only the one the data are about must be born before the request
    acts = {"on_behalf_of": OnBehalfOf.OTHER, "representative": person}
    assert refused_fields(vault, **acts) == [f"representative_{field}"]
    assert refused_fields(vault, recipient=person) == [f"recipient_{field}"]


def test_everything_wrong_is_told_at_once(vault):
    person = Person(name="", email="x", phone="y", birth_date=date(2027, 1, 1))
    found = refused_fields(vault, received=date(2027, 1, 1), subject=person)
    assert set(found) >= {"received", "name", "email", "phone", "birth_date"}


def test_a_number_with_a_reason_that_fits_the_birth_date_is_kept_without_blanks(vault):
    born = date(1990, 5, 17)
    number = synthetic(born)
    person = Person(
        name="Kari Vik",
        birth_date=born,
        national_id=f"{number[:6]} {number[6:]}",
        national_id_reason="To med same namn",
    )
    kept = store.request(vault.db, register(vault, subject=person)).subject
    assert kept.national_id == number


@pytest.mark.parametrize("received", [date(2018, 7, 20), TODAY, date(2026, 4, 5)])
def test_a_request_may_have_come_on_any_day_since_the_regulation(vault, received):
    case_id = register(vault, received=received)
    assert cases.case(vault.db, case_id).received == received


@pytest.mark.parametrize(
    "name",
    [
        "Åse Bjørg Sæther",
        "Ánte Čáhcesuolu Ŋoaiggos Đorđi Ŧ Š Ž",
        "{{ subject }}",
        "{% for x in y %}",
        "**Kari** _Vik_",
        "<b>Kari</b> & Ola",
        "Kari O'Neill-Berg",
        'Kari "Kalla" Vik',
        "'; DROP TABLE case_file; --",
    ],
)
def test_a_name_is_kept_as_typed(vault, name):
    case_id = register(vault, subject=Person(name=name))
    assert store.request(vault.db, case_id).subject.name == name
    assert cases.case(vault.db, case_id).subject_name == name


def test_control_and_direction_signs_are_taken_out_of_every_field(vault):
    dirt = "\x00\u202e\u200b\ufeff\x1b"
    person = Person(
        name=f"Ka{dirt}ri\nVik\t",
        address=PostalAddress(street=f"Vegen{dirt} 1\r\nOppgang 2", postal_code=f"{dirt}6100"),
        email=f"kari{dirt}@vik.example",
        phone=f"90\u00a000 00{dirt} 00",
    )
    case_id = register(
        vault, subject=person, wording=f"Alt{dirt} om\u2028meg", caseworker=f"Jon{dirt}"
    )
    kept = store.request(vault.db, case_id)
    assert kept.subject.name == "Kari Vik"
    assert kept.subject.address.lines() == ("Vegen 1", "Oppgang 2", "6100")
    assert kept.subject.email == "kari@vik.example"
    assert kept.subject.phone == "90 00 00 00"
    assert kept.wording == "Alt om\nmeg"
    assert kept.case.caseworker == "Jon"


def test_everything_typed_at_intake_is_read_back(vault):
    intake = Intake(
        received=date(2026, 11, 2),
        received_time=time(14, 5),
        channel=Channel.PHONE,
        subject=Person(
            name="Kari Vik",
            address=PostalAddress(street="Vegen 1", postal_code="6100", city="Fjordvik"),
            birth_date=date(2014, 5, 17),
            protection=AddressProtection.STRICTLY_CONFIDENTIAL,
        ),
        on_behalf_of=OnBehalfOf.PARENT,
        representative=Person(name="Gro Vik"),
        recipient=Person(name="Advokat Lov"),
        authority=Authority(seen=True, what="Folkeregisteret"),
        wording="Alt frå skulen",
        wants_oral_answer=True,
        language=Language.BOKMAL,
        archive_number="26/1",
        caseworker="Solveig Testnes",
    )
    case_id = CaseId(service.register_request(vault, intake, unstructured="E-post").id)
    kept = store.request(vault.db, case_id)
    assert kept.persons == {
        PersonRole.DATA_SUBJECT: intake.subject,
        PersonRole.REPRESENTATIVE: intake.representative,
        PersonRole.RECIPIENT: intake.recipient,
    }
    assert kept.authority == intake.authority
    assert (kept.received_time, kept.channel, kept.wording) == (
        time(14, 5),
        Channel.PHONE,
        "Alt frå skulen",
    )
    assert kept.wants_oral_answer
    assert kept.case.language is Language.BOKMAL
    assert kept.case.assignee == vault.actor.user_id  # the caseworker is a user of this register
    assert kept.addressee == intake.representative
    assert kept.recipient == intake.recipient


def test_who_acts_is_dropped_when_the_person_acts_alone(vault):
    case_id = register(vault, representative=Person(name="Gro Vik"))
    assert PersonRole.REPRESENTATIVE not in store.request(vault.db, case_id).persons


def test_the_task_about_unstructured_data_is_there_from_the_start(vault):
    tasks = cases.tasks(vault.db, register(vault))
    assert [(task.kind, task.title) for task in tasks] == [("unstructured", "E-post")]


def test_an_officer_who_registers_is_told_at_once(vault):
    case_id = register(vault)
    assert store.request(vault.db, case_id).officer_told_at == vault.clock.now()
    codes = [entry.code for entry in cases.timeline(vault.db, case_id)]
    assert codes == ["officer_told", "registered"]


def test_the_officer_is_told_when_first_opening_what_the_archivist_registered(vault):
    people.add_user(vault, "Arkivar", Role.ARCHIVIST, PASSWORD)
    path, clock, officer = vault.path, vault.clock, vault.actor.name
    vault.close()
    archivist = Vault.open(path, "Arkivar", PASSWORD, clock=clock)
    service.subscribe(archivist)
    case_id = register(archivist)
    assert service.note_opened(archivist, case_id) is None
    assert store.request(archivist.db, case_id).officer_told_at is None
    archivist.close()
    again = Vault.open(path, officer, "ein lang passordfrase for testar", clock=clock)
    service.subscribe(again)
    clock.instant = datetime(2026, 11, 23, 8, tzinfo=UTC)
    assert service.note_opened(again, case_id) is not None
    clock.instant = datetime(2026, 11, 24, 8, tzinfo=UTC)
    assert service.note_opened(again, case_id) is None
    told = store.request(again.db, case_id).officer_told_at
    assert told == datetime(2026, 11, 23, 8, tzinfo=UTC)
    again.close()


@pytest.mark.parametrize("channel", [Channel.EDIALOG, Channel.DIGITAL_POST])
def test_who_has_logged_in_is_known_at_once(vault, channel):
    identity = store.request(vault.db, register(vault, channel=channel)).identity
    assert identity.established
    assert identity.method is IdentityMethod.SECURE_CHANNEL
    assert identity.settled_on == INTAKE.received


@pytest.mark.parametrize(
    "channel", [Channel.EMAIL, Channel.LETTER, Channel.PHONE, Channel.IN_PERSON]
)
def test_by_other_channels_the_identity_is_open(vault, channel):
    identity = store.request(vault.db, register(vault, channel=channel)).identity
    assert identity.state is IdentityState.UNKNOWN


def test_a_representative_who_has_logged_in_is_not_the_data_subject(vault):
    case_id = register(
        vault,
        channel=Channel.EDIALOG,
        on_behalf_of=OnBehalfOf.PARENT,
        representative=Person(name="Gro Vik"),
    )
    assert not store.request(vault.db, case_id).identity.established


def change(vault, case_id, **changes):
    return service.change_intake(vault, case_id, replace(INTAKE, **changes))


def test_changing_the_received_date_moves_the_deadline(vault):
    case_id = register(vault)
    assert cases.case(vault.db, case_id).due == date(2026, 12, 2)
    change(vault, case_id, received=date(2026, 10, 30))
    assert cases.case(vault.db, case_id).due == date(2026, 11, 30)


def test_the_receipt_cannot_be_moved_past_what_was_done_since(vault):
    case_id = register(vault)
    service.ask_for_identity(vault, case_id, asked_on=date(2026, 11, 5))
    with pytest.raises(InvalidInputError, match=r"5\. november 2026") as refused:
        change(vault, case_id, received=date(2026, 11, 6))
    assert [problem.field for problem in refused.value.problems] == ["received"]
    change(vault, case_id, received=date(2026, 11, 5))
    assert cases.case(vault.db, case_id).received == date(2026, 11, 5)


def test_the_day_of_a_login_follows_the_receipt(vault):
    case_id = register(vault, channel=Channel.EDIALOG)
    change(vault, case_id, channel=Channel.EDIALOG, received=date(2026, 11, 6))
    assert store.request(vault.db, case_id).identity.settled_on == date(2026, 11, 6)


@pytest.mark.parametrize(
    "changes",
    [
        {"channel": Channel.EMAIL},
        {"channel": Channel.EDIALOG, "subject": Person(name="Ola Annan")},
        {
            "channel": Channel.EDIALOG,
            "on_behalf_of": OnBehalfOf.OTHER,
            "representative": Person(name="Gro"),
        },
    ],
)
def test_an_identity_that_rested_on_a_login_is_opened_when_the_login_was_not_theirs(vault, changes):
    case_id = register(vault, channel=Channel.EDIALOG)
    change(vault, case_id, **changes)
    assert store.request(vault.db, case_id).identity.state is IdentityState.UNKNOWN
    codes = [entry.code for entry in cases.timeline(vault.db, case_id)]
    assert codes[:2] == ["intake_changed", "identity_opened_again"]


def test_a_channel_put_right_to_a_login_settles_the_identity(vault):
    case_id = register(vault, channel=Channel.EMAIL)
    change(vault, case_id, channel=Channel.EDIALOG)
    assert store.request(vault.db, case_id).identity.method is IdentityMethod.SECURE_CHANNEL


def test_an_address_change_leaves_other_proofs_alone(vault):
    case_id = register(vault)
    service.confirm_identity(
        vault,
        case_id,
        method=IdentityMethod.SHOWN_ID,
        note="Pass",
        settled_on=TODAY - timedelta(days=3),
    )
    moved = Person(name="Kari Vik", address=PostalAddress(street="Ny veg 2"))
    change(vault, case_id, subject=moved)
    assert store.request(vault.db, case_id).identity.method is IdentityMethod.SHOWN_ID


def test_an_authority_does_not_pass_to_somebody_else(vault):
    seen = Authority(seen=True, what="Fullmakt")
    acts = {
        "on_behalf_of": OnBehalfOf.OTHER,
        "representative": Person(name="Gro"),
        "authority": seen,
    }
    case_id = register(vault, **acts)
    change(vault, case_id, **acts, wording="Alt")
    assert store.request(vault.db, case_id).authority == seen
    change(vault, case_id, **(acts | {"representative": Person(name="Per")}))
    assert not store.request(vault.db, case_id).authority_settled


@pytest.mark.parametrize("role", [Role.ARCHIVIST, Role.MANAGER])
def test_only_those_who_work_on_a_case_change_its_facts(vault, role):
    case_id = register(vault)
    people.add_user(vault, "Annan", role, PASSWORD)
    path, clock = vault.path, vault.clock
    vault.close()
    other = Vault.open(path, "Annan", PASSWORD, clock=clock)
    with pytest.raises(RefusedError):
        change(other, case_id)
    other.close()
