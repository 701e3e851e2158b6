"""What a request says of itself, and how its values are kept."""

from datetime import UTC, date, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdpr_desktop.casework.model import Person, match_key
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.law.exceptions import RefusalGround
from gdpr_desktop.requests.model import (
    Authority,
    Content,
    Extension,
    ExtensionGround,
    Identity,
    IdentityMethod,
    IdentityState,
    OnBehalfOf,
)
from gdpr_desktop.requests.rights.access import (
    Answer,
    CopyItem,
    Exempted,
    OralAnswer,
    Outcome,
    ProcessingInfo,
    Review,
)

DAY = date(2026, 11, 22)
STEPS = [
    Authority(seen=True, what="Fullmakt"),
    Identity(
        state=IdentityState.ESTABLISHED,
        method=IdentityMethod.ADDRESS_MATCHES,
        note="«x» & <b>",
        asked_on=DAY,
        settled_on=DAY,
    ),
    Extension(ground=ExtensionGround.COMPLEXITY, explanation="Mykje\nå gjere", notice_sent=DAY),
    Review(
        outcome=Outcome.PART,
        reviewed_by="Eg",
        reviewed_on=DAY,
        exempted=(Exempted(exception=RefusalGround.CRIME, explanation="Sak"),),
        content=Content(criminal=True),
    ),
    Answer(
        systems=(ProcessingInfo(name="Skule", purpose="Ŋ"),),
        copies=(CopyItem(name="Skule", what="Mappe"),),
        oral=OralAnswer(
            what="Alt", to_whom="Kari", at=datetime(2026, 11, 22, 8, tzinfo=UTC), identity="Pass"
        ),
    ),
]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: type(step).__name__)
def test_a_step_is_read_as_it_was_kept(step):
    kept = msgspec.json.encode(step)
    assert msgspec.json.decode(kept, type=type(step)) == step


@pytest.mark.parametrize("step", STEPS, ids=lambda step: type(step).__name__)
def test_a_step_kept_by_a_later_version_can_still_be_read(step):
    kept = msgspec.json.decode(msgspec.json.encode(step)) | {"a_field_of_later": 1}
    assert msgspec.json.decode(msgspec.json.encode(kept), type=type(step)) == step


@given(st.text(), st.text())
def test_any_words_survive_being_kept(name, street):
    person = Person(name=name, address=PostalAddress(street=street))
    assert msgspec.json.decode(msgspec.json.encode(person), type=Person) == person


def test_the_delicate_is_what_may_not_go_by_email():
    assert not Content().delicate
    for name in Content.__slots__:
        assert Content(**{name: True}).delicate


@pytest.mark.parametrize(
    ("authority", "settled"),
    [
        (Authority(), False),
        (Authority(what="Fullmakt"), False),
        (Authority(seen=True, what="Fullmakt"), True),
        (Authority(why_not_needed="Advokat"), True),
        (Authority(why_not_needed="  "), False),
    ],
)
def test_an_authority_is_settled_when_seen_or_not_needed_for_a_reason(authority, settled):
    assert authority.settled is settled


def test_letters_go_to_who_acts_and_the_answer_to_who_receives(desk):
    gro, lov = Person(name="Gro"), Person(name="Lov")
    alone = desk.request(desk.register())
    assert alone.addressee == alone.recipient == alone.subject
    assert not alone.needs_authority
    acted = {"on_behalf_of": OnBehalfOf.PARENT, "representative": gro}
    parent = desk.request(desk.register(**acted))
    assert (parent.addressee, parent.recipient) == (gro, gro)
    both = desk.request(desk.register(**acted, recipient=lov))
    assert (both.addressee, both.recipient) == (gro, lov)
    assert both.needs_authority


@pytest.mark.parametrize(
    ("born", "child"),
    [
        (None, False),
        (date(2008, 11, 12), False),  # eighteen on the day of receipt
        (date(2008, 11, 13), True),
        (date(2026, 11, 12), True),
    ],
)
def test_a_child_is_under_age_on_the_day_of_receipt(desk, born, child):
    request = desk.request(desk.register(subject=Person(name="Ola", birth_date=born)))
    assert request.about_child is child
    assert request.asked_by_child is child
    acted = {"on_behalf_of": OnBehalfOf.PARENT, "representative": Person(name="Gro")}
    parents = desk.request(desk.register(subject=Person(name="Ola", birth_date=born), **acted))
    assert parents.about_child is child
    assert not parents.asked_by_child


def test_possibly_the_same_person_has_the_same_key_however_the_name_is_written():
    born = date(1990, 5, 17)
    key = match_key(Person(name="Kari Åse Berg-Hansen", birth_date=born))
    assert match_key(Person(name="BERG HANSEN  kari åse", birth_date=born)) == key
    assert match_key(Person(name="Kari Åse Berg-Hansen")) != key


def test_a_right_that_was_taken_away_is_told_of_wherever_it_is_asked_for(desk, tmp_path):
    from gdpr_desktop.core.errors import RefusedError
    from gdpr_desktop.core.ids import PartId
    from gdpr_desktop.core.municipality import Language
    from gdpr_desktop.correspondence.model import LetterOrder
    from gdpr_desktop.requests import service
    from gdpr_desktop.requests.service.letters import preview

    case_id, gone = desk.written(), PartId(999)
    order = LetterOrder(template="access_answer", language=Language.NYNORSK)
    with pytest.raises(RefusedError):
        desk.request(case_id).part(gone)
    with pytest.raises(RefusedError):
        preview(desk.vault, case_id, order, gone)
    with pytest.raises(RefusedError):
        service.export_letter(desk.vault, case_id, order, tmp_path / "a.docx", gone)
