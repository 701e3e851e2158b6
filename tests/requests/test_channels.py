"""What each channel may carry: e-mail nothing delicate, post needs an address."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdpr_desktop.casework.model import (
    AddressProtection,
    Case,
    CaseKind,
    CaseState,
    Person,
    PersonRole,
)
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.ids import CaseId, PartId, UserId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.law.exceptions import RefusalGround
from gdpr_desktop.requests.channels import Objection, answer_holds_identifiers, objections
from gdpr_desktop.requests.model import (
    Channel,
    Content,
    Identity,
    IdentityMethod,
    IdentityState,
    OnBehalfOf,
    Part,
    Request,
    Right,
)
from gdpr_desktop.requests.rights.access import (
    Answer,
    CopyItem,
    Exempted,
    Outcome,
    ProcessingInfo,
    Review,
)
from gdpr_desktop.requests.words import objection_words

EMAIL = DispatchChannel.EMAIL
POST = {DispatchChannel.REGISTERED_POST, DispatchChannel.ORDINARY_POST}
SUBJECT = Person(
    name="Kari", address=PostalAddress(street="Vegen 1"), email="kari@innbyggjar.example"
)
REVIEW = Review(outcome=Outcome.ALL, reviewed_by="Eg", reviewed_on=date(2026, 11, 20))


def request(**changes: object) -> Request:
    case = Case(
        id=CaseId(1),
        number="2026-0001",
        kind=CaseKind.REQUEST,
        state=CaseState.OPEN,
        outcome="",
        received=date(2026, 11, 2),
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
        "parts": access(),
        "received_time": None,
        "channel": Channel.EMAIL,
        "on_behalf_of": OnBehalfOf.SELF,
        "wording": "",
        "wants_oral_answer": False,
        "officer_told_at": None,
        "persons": {PersonRole.DATA_SUBJECT: SUBJECT},
        "identity": Identity(
            state=IdentityState.ESTABLISHED, method=IdentityMethod.SHOWN_ID, note="Pass"
        ),
        **changes,
    }
    return Request(**fields)  # type: ignore[arg-type]


def access(review: Review | None = REVIEW, **steps: object) -> tuple[Part, ...]:
    """The one part of a request for access."""
    return (Part(id=PartId(1), right=Right.ACCESS, assessment=review, **steps),)  # type: ignore[arg-type]


def against(made: Request, channel: DispatchChannel) -> tuple[Objection, ...]:
    return objections(made, made.parts[0], channel)


def with_content(**content: bool) -> Request:
    return request(parts=access(replace(REVIEW, content=Content(**content))))


def test_an_ordinary_answer_may_go_by_email():
    assert against(request(), EMAIL) == ()


@pytest.mark.parametrize(
    ("content", "objection"),
    [
        ("special_categories", Objection.SPECIAL_CATEGORIES),
        ("criminal", Objection.CRIMINAL),
        ("identifiers", Objection.IDENTIFIERS),
        ("confidential", Objection.CONFIDENTIAL),
    ],
)
def test_email_may_not_carry_delicate_content(content, objection):
    made = with_content(**{content: True})
    assert against(made, EMAIL) == (objection,)
    for channel in DispatchChannel:
        if channel not in (EMAIL, DispatchChannel.ORAL):
            assert against(made, channel) == ()


def test_email_is_refused_while_nobody_knows_what_the_answer_holds():
    assert against(request(parts=access(None)), EMAIL) == (Objection.SPECIAL_CATEGORIES,)


@pytest.mark.parametrize(
    "text",
    [
        "Fødselsnummer 13097248022",
        "130972 48022",
        "D-nummer 53097248016",
        "Konto 1234 56 78903",
        "konto 1234.56.78903",
    ],
)
@pytest.mark.parametrize("where", ["copy name", "copy what", "copy details", "system", "exempted"])
def test_email_is_refused_for_numbers_in_our_own_words(text, where):
    copies = {
        "copy name": CopyItem(name=text, what="x"),
        "copy what": CopyItem(name="Skule", what=text),
        "copy details": CopyItem(name="Skule", what="x", as_copy=False, details=f"ok\n{text}"),
    }
    systems = (ProcessingInfo(name="Skule", source=text),) if where == "system" else ()
    kept = (copies[where],) if where in copies else ()
    held = (Exempted(exception=RefusalGround.CONFIDENTIALITY, explanation=text),)
    review = replace(REVIEW, exempted=held) if where == "exempted" else REVIEW
    made = request(parts=access(review, answer=Answer(systems=systems, copies=kept)))
    assert answer_holds_identifiers(made.parts[0])
    assert against(made, EMAIL) == (Objection.IDENTIFIERS,)


def test_phone_numbers_and_addresses_are_no_reason_against_email():
    item = CopyItem(name="Skule", what="Kontakt 90 00 00 00, post@fjordvik.example, 2026")
    assert against(request(parts=access(answer=Answer(copies=(item,)))), EMAIL) == ()


@pytest.mark.parametrize("role", list(PersonRole))
@pytest.mark.parametrize(
    "protection", [AddressProtection.CONFIDENTIAL, AddressProtection.STRICTLY_CONFIDENTIAL]
)
def test_email_is_refused_when_anybody_in_the_case_has_a_protected_address(role, protection):
    hidden = replace(SUBJECT, protection=protection)
    made = request(persons={PersonRole.DATA_SUBJECT: SUBJECT, role: hidden})
    assert Objection.PROTECTED_ADDRESS in against(made, EMAIL)


def test_email_and_post_need_an_address_of_the_one_who_receives():
    receiver = Person(name="Bror")
    made = request(
        persons={PersonRole.DATA_SUBJECT: SUBJECT, PersonRole.RECIPIENT: receiver},
    )
    assert against(made, EMAIL) == (Objection.NO_EMAIL,)
    for channel in POST:
        assert against(made, channel) == (Objection.NO_ADDRESS,)


def test_only_who_asked_for_it_is_told_orally():
    assert against(request(), DispatchChannel.ORAL) == (Objection.NOT_ASKED_FOR_ORALLY,)
    assert (
        against(
            request(wants_oral_answer=True),
            DispatchChannel.ORAL,
        )
        == ()
    )


@pytest.mark.parametrize("channel", list(DispatchChannel))
def test_an_identity_that_rests_on_the_address_allows_post_alone(channel):
    identity = Identity(state=IdentityState.ESTABLISHED, method=IdentityMethod.ADDRESS_MATCHES)
    made = request(identity=identity, wants_oral_answer=True)
    locked = Objection.LOCKED_TO_ADDRESS in against(made, channel)
    assert locked is (channel not in POST)


def test_no_channel_is_a_public_cloud():
    assert not any("cloud" in channel or "dropbox" in channel for channel in DispatchChannel)


def test_every_objection_is_a_sentence():
    for objection in Objection:
        assert objection_words(objection).endswith(".")


@given(st.builds(Content, *(), **dict.fromkeys(Content.__slots__, st.booleans())))
def test_email_is_open_exactly_when_nothing_is_delicate(content):
    made = request(parts=access(replace(REVIEW, content=content)))
    assert (against(made, EMAIL) == ()) is not content.delicate
