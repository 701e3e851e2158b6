"""Who is it, and may they? Handbook 2.2, art. 11(2) and 12(6)."""

from datetime import date

import pytest

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.requests import service, store
from gdpr_desktop.requests.channels import Objection, objections
from gdpr_desktop.requests.model import (
    Authority,
    Channel,
    Dispatch,
    IdentityMethod,
    IdentityState,
    Intake,
    OnBehalfOf,
)
from gdpr_desktop.requests.steps import Missing, Step, missing_before_sending, next_step

TODAY = date(2026, 11, 22)
POST = (DispatchChannel.REGISTERED_POST, DispatchChannel.ORDINARY_POST)


def confirm(desk, case_id, method, note="", settled_on=TODAY):
    return service.confirm_identity(
        desk.vault, case_id, method=method, note=note, settled_on=settled_on
    )


def fields(error):
    return [problem.field for problem in error.value.problems]


@pytest.mark.parametrize(
    "note",
    [
        "Pass 13097248022",
        "Førarkort, nr 130972 48022",
        "kari@fjordvik.example",
        "Ringde frå 90 00 00 00",
        "Konto 1234 56 78903",
    ],
)
def test_a_number_is_never_kept_as_proof(desk, note):
    case_id = desk.register()
    with pytest.raises(InvalidInputError) as refused:
        confirm(desk, case_id, IdentityMethod.SHOWN_ID, note)
    assert fields(refused) == ["note"]
    assert not desk.request(case_id).identity.established


def test_a_number_said_on_the_phone_is_no_method():
    assert {method.value for method in IdentityMethod} == {
        "secure_channel",
        "address_matches",
        "shown_id",
        "control_questions",
    }


@pytest.mark.parametrize("method", [IdentityMethod.SHOWN_ID, IdentityMethod.CONTROL_QUESTIONS])
@pytest.mark.parametrize("note", ["", "  \n", "x" * 1001])
def test_what_was_shown_or_asked_is_named_in_short(desk, method, note):
    with pytest.raises(InvalidInputError) as refused:
        confirm(desk, desk.register(), method, note)
    assert fields(refused) == ["note"]


def test_a_login_is_no_proof_for_a_request_by_letter(desk):
    with pytest.raises(InvalidInputError) as refused:
        confirm(desk, desk.register(), IdentityMethod.SECURE_CHANNEL)
    assert fields(refused) == ["method"]


@pytest.mark.parametrize("day", [date(2026, 11, 11), date(2026, 11, 23)])
def test_identity_is_settled_between_receipt_and_today(desk, day):
    with pytest.raises(InvalidInputError) as refused:
        confirm(desk, desk.register(), IdentityMethod.SHOWN_ID, "Pass", day)
    assert fields(refused) == ["settled_on"]


def test_how_who_and_when_are_kept(desk):
    case_id = desk.register()
    confirm(desk, case_id, IdentityMethod.SHOWN_ID, " Pass\x00 ")
    identity = desk.request(case_id).identity
    assert (identity.note.strip(), identity.checked_by) == ("Pass", "Solveig Testnes")
    assert identity.settled_on == TODAY


def test_a_matching_address_locks_the_answer_to_post(desk):
    case_id = desk.written()
    for channel in DispatchChannel:
        locked = Objection.LOCKED_TO_ADDRESS in objections(
            desk.request(case_id), desk.request(case_id).parts[0], channel
        )
        assert not locked
    confirm(desk, case_id, IdentityMethod.ADDRESS_MATCHES)
    for channel in DispatchChannel:
        locked = Objection.LOCKED_TO_ADDRESS in objections(
            desk.request(case_id), desk.request(case_id).parts[0], channel
        )
        assert locked is (channel not in POST)
    dispatch = Dispatch(
        channel=DispatchChannel.COLLECTED_WITH_ID, sent_by="Eg", sent_on=TODAY, what="Svar"
    )
    with pytest.raises(InvalidInputError) as refused:
        service.send_answer(desk.vault, desk.part(case_id), dispatch)
    assert fields(refused) == ["channel"]


def intake_of(desk, case_id, **changes):
    request = desk.request(case_id)
    fields = {
        "received": request.case.received,
        "channel": request.channel,
        "subject": request.subject,
        "wording": request.wording,
        **changes,
    }
    return service.change_intake(desk.vault, case_id, Intake(**fields))


@pytest.mark.parametrize(
    "changes",
    [
        {"subject": Person(name="Kari Berg-Hansen", address=PostalAddress(street="Ny veg 1"))},
        {"subject": Person(name="Ola Annan")},
        {"recipient": Person(name="Advokat", address=PostalAddress(street="Torget 1"))},
        {"on_behalf_of": OnBehalfOf.OTHER, "representative": Person(name="Gro")},
    ],
)
def test_another_address_or_receiver_opens_the_identity_again(desk, changes):
    case_id = desk.register()
    confirm(desk, case_id, IdentityMethod.ADDRESS_MATCHES)
    intake_of(desk, case_id, **changes)
    request = desk.request(case_id)
    assert request.identity.state is IdentityState.UNKNOWN
    assert next_step(request) is not Step.SEND
    assert Missing.IDENTITY in missing_before_sending(request, request.parts[0])


def test_an_address_proves_nothing_without_one_or_when_another_receives(desk):
    nowhere = desk.register(subject=Person(name="Kari"))
    recipient = Person(name="Advokat", address=PostalAddress(street="Torget 1"))
    another = desk.register(recipient=recipient)
    for case_id in (nowhere, another):
        with pytest.raises(InvalidInputError) as refused:
            confirm(desk, case_id, IdentityMethod.ADDRESS_MATCHES)
        assert fields(refused) == ["method"]


def test_not_established_needs_asking_first(desk):
    case_id = desk.register()
    with pytest.raises(RefusedError):
        service.reject_identity(desk.vault, case_id, settled_on=TODAY, told="Brev")
    service.ask_for_identity(desk.vault, case_id, asked_on=date(2026, 11, 16))
    with pytest.raises(InvalidInputError) as refused:
        service.reject_identity(desk.vault, case_id, settled_on=date(2026, 11, 15), told="Brev")
    assert fields(refused) == ["settled_on"]
    service.reject_identity(desk.vault, case_id, settled_on=TODAY, told="Brev")
    assert desk.request(case_id).identity.state is IdentityState.NOT_ESTABLISHED


def test_proof_cannot_come_before_it_was_asked_for(desk):
    case_id = desk.register()
    service.ask_for_identity(desk.vault, case_id, asked_on=date(2026, 11, 16))
    with pytest.raises(InvalidInputError) as refused:
        confirm(desk, case_id, IdentityMethod.SHOWN_ID, "Pass", date(2026, 11, 15))
    assert fields(refused) == ["settled_on"]


def test_who_is_known_is_not_asked(desk):
    for case_id in (desk.identified(), desk.register(channel=Channel.EDIALOG)):
        with pytest.raises(RefusedError):
            service.ask_for_identity(desk.vault, case_id, asked_on=TODAY)


def test_asking_again_does_not_move_the_day_it_was_asked_first(desk):
    case_id = desk.register()
    service.ask_for_identity(desk.vault, case_id, asked_on=date(2026, 11, 13))
    service.ask_for_identity(desk.vault, case_id, asked_on=TODAY)
    assert desk.request(case_id).identity.asked_on == date(2026, 11, 13)


def test_who_could_not_be_identified_gets_nothing_and_the_case_closes(desk):
    other = desk.register(channel=Channel.EMAIL, subject=Person(name="Ukjend"))
    service.ask_for_identity(desk.vault, other, asked_on=TODAY)
    service.reject_identity(desk.vault, other, settled_on=TODAY, told="Brev")
    request = desk.request(other)
    assert Missing.IDENTITY in missing_before_sending(request, request.parts[0])
    dispatch = Dispatch(
        channel=DispatchChannel.DIGITAL_POST, sent_by="Eg", sent_on=TODAY, what="Svar"
    )
    with pytest.raises(RefusedError):
        service.send_answer(desk.vault, desk.part(other), dispatch)
    with pytest.raises(RefusedError):
        service.close_request(desk.vault, other)
    file(desk, other)
    service.close_request(desk.vault, other)
    case = cases.case(desk.vault.db, other)
    assert (case.outcome, case.due) == ("not_identified", None)


def file(desk, case_id):
    from gdpr_desktop.casework import service as casework

    casework.file_case(
        desk.vault,
        case_id,
        archive_number="26/1",
        archive_title="Innsyn",
        public_title="Krav om innsyn",
    )


def test_proof_that_comes_after_all_opens_the_way(desk):
    case_id = desk.register()
    service.ask_for_identity(desk.vault, case_id, asked_on=date(2026, 11, 13))
    service.reject_identity(desk.vault, case_id, settled_on=date(2026, 11, 20), told="Brev")
    confirm(desk, case_id, IdentityMethod.SHOWN_ID, "Pass")
    assert desk.request(case_id).identity.established
    assert cases.case(desk.vault.db, case_id).due is not None


@pytest.mark.parametrize(
    ("authority", "field"),
    [
        (Authority(), "authority_what"),
        (Authority(seen=True, what=" "), "authority_what"),
        (Authority(why_not_needed="  "), "authority_what"),
        (Authority(seen=True, what="x" * 1001), "authority_what"),
    ],
)
def test_an_authority_is_seen_and_named_or_not_needed_for_a_reason(desk, authority, field):
    case_id = desk.register()
    with pytest.raises(InvalidInputError) as refused:
        service.settle_authority(desk.vault, case_id, authority)
    assert field in fields(refused)


@pytest.mark.parametrize(
    "authority",
    [Authority(seen=True, what="Fullmakt"), Authority(why_not_needed="Advokat med oppdrag")],
)
def test_nothing_is_sent_before_the_authority_is_settled(desk, authority):
    case_id = desk.written(
        on_behalf_of=OnBehalfOf.LAWYER_OR_AUDITOR, representative=Person(name="Adv. Lov")
    )
    assert missing_before_sending(desk.request(case_id), desk.request(case_id).parts[0]) == (
        Missing.AUTHORITY,
    )
    service.settle_authority(desk.vault, case_id, authority)
    assert missing_before_sending(desk.request(case_id), desk.request(case_id).parts[0]) == ()
    assert desk.request(case_id).authority == authority


def test_somebody_else_who_receives_the_data_needs_authority_too(desk):
    case_id = desk.identified(recipient=Person(name="Bror"))
    assert Missing.AUTHORITY in missing_before_sending(
        desk.request(case_id), desk.request(case_id).parts[0]
    )
    assert next_step(desk.request(case_id)) in (Step.RECEIPT, Step.IDENTITY)


def test_every_deed_on_identity_is_on_the_timeline(desk):
    case_id = desk.register()
    service.ask_for_identity(desk.vault, case_id, asked_on=TODAY)
    service.reject_identity(desk.vault, case_id, settled_on=TODAY, told="Brev")
    service.settle_authority(desk.vault, case_id, Authority(why_not_needed="Ingen"))
    codes = [entry.code for entry in cases.timeline(desk.vault.db, case_id)]
    assert codes[:3] == ["authority_settled", "identity_not_established", "identity_asked"]
    assert store.request(desk.vault.db, case_id).identity.asked_on == TODAY
