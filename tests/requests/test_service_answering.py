"""From the material to the answer that has gone: what must come first, and what is refused."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.requests import parts_store, service, store
from gdpr_desktop.requests.model import Channel, Content, Dispatch, OnBehalfOf
from gdpr_desktop.requests.rights.access import (
    Answer,
    CopyItem,
    OralAnswer,
    Outcome,
    ProcessingInfo,
    Review,
)
from gdpr_desktop.requests.steps import Missing, missing_before_sending, missing_before_telling
from gdpr_desktop.requests.words import missing_words

TODAY = date(2026, 11, 22)
YESTERDAY = TODAY - timedelta(days=1)
REVIEW = Review(outcome=Outcome.ALL, reviewed_by="Eg", reviewed_on=TODAY)
BY_POST = Dispatch(
    channel=DispatchChannel.REGISTERED_POST, sent_by="Eg", sent_on=TODAY, what="Svarbrev"
)
TOLD = OralAnswer(
    what="Alt om barnehageplassen",
    to_whom="Kari",
    at=datetime(2026, 11, 22, 8, tzinfo=UTC),
    identity="Kjend av saksbehandlaren",
)
INFO = ProcessingInfo(
    name="Skule",
    purpose="p",
    basis="b",
    categories="c",
    recipients="r",
    third_countries="Nei",
    storage="s",
    source="k",
    automated="Nei",
)


def fields(error):
    return [problem.field for problem in error.value.problems]


@pytest.mark.parametrize("point", list(ProcessingInfo.__slots__))
def test_no_point_that_must_follow_the_copy_may_be_blank(desk, point):
    case_id = desk.reviewed()
    answer = Answer(systems=(replace(INFO, **{point: " "}),))
    with pytest.raises(InvalidInputError) as refused:
        service.prepare_answer(desk.vault, desk.part(case_id), answer)
    assert fields(refused) == ["systems"]


@pytest.mark.parametrize(
    "item",
    [
        CopyItem(name="Skule", what=" "),
        CopyItem(name="Skule", what="Mappe", as_copy=False, details="\n"),
        CopyItem(name="Skule", what="Mappe", as_copy=False, details="x" * 200_001),
        CopyItem(name="x" * 201, what="Mappe"),
    ],
)
def test_every_line_of_the_copy_says_what_is_given(desk, item):
    with pytest.raises(InvalidInputError) as refused:
        service.prepare_answer(desk.vault, desk.part(desk.reviewed()), Answer(copies=(item,)))
    assert fields(refused) == ["copies"]


def test_the_wording_for_a_system_is_remembered_for_each_language(desk):
    case_id = desk.reviewed()
    service.prepare_answer(desk.vault, desk.part(case_id), Answer(systems=(INFO,)))
    language = desk.request(case_id).case.language
    assert store.wording(desk.vault.db, language, "SKULE") == INFO
    assert store.known_systems(desk.vault.db, language) == ("Skule",)
    assert store.wording(desk.vault.db, type(language)("nb"), "Skule") is None


def test_the_last_wording_is_the_one_remembered(desk):
    case_id = desk.reviewed()
    for purpose in ("gammalt", "nytt"):
        info = replace(INFO, purpose=purpose)
        service.prepare_answer(desk.vault, desk.part(case_id), Answer(systems=(info,)))
    kept = store.wording(desk.vault.db, desk.request(case_id).case.language, "Skule")
    assert kept is not None
    assert kept.purpose == "nytt"


def stage(desk, missing: Missing):
    """A case that lacks exactly ``missing`` before its answer may go."""
    if missing is Missing.AUTHORITY:
        return desk.written(on_behalf_of=OnBehalfOf.OTHER, representative=Person(name="Gro"))
    if missing is Missing.ANSWER:
        case_id = desk.reviewed()
        service.note_decision(
            desk.vault,
            desk.part(case_id),
            text="Ja",
            name="Tore",
            role="Rektor",
            decided_on=TODAY,
        )
        return case_id
    case_id = desk.written()
    request = desk.request(case_id)
    if missing is Missing.COLLECTION:
        desk.add_task(case_id, "Helse")
        return case_id
    with desk.vault.begin(casework.Deed.WORK_ON_CASE) as work:
        if missing is Missing.IDENTITY:
            identity = replace(request.identity, state="asked")
            store.put_step(work.db, case_id, identity=identity)
        if missing is Missing.REVIEW:
            parts_store.put(work.db, request.parts[0].id, assessment=None)
        if missing is Missing.DECISION:
            parts_store.put(work.db, request.parts[0].id, decision=None)
    return case_id


BEFORE = [
    Missing.IDENTITY,
    Missing.AUTHORITY,
    Missing.COLLECTION,
    Missing.REVIEW,
    Missing.DECISION,
    Missing.ANSWER,
]


@pytest.mark.parametrize("missing", BEFORE)
def test_no_answer_is_sent_before_all_is_in_place_and_what_is_missing_is_named(desk, missing):
    case_id = stage(desk, missing)
    assert missing_before_sending(desk.request(case_id), desk.request(case_id).parts[0]) == (
        missing,
    )
    with pytest.raises(RefusedError) as refused:
        service.send_answer(desk.vault, desk.part(case_id), BY_POST)
    assert refused.value.hint == missing_words(missing)
    assert desk.request(case_id).parts[0].dispatch is None


def test_everything_missing_is_named_at_once(desk):
    case_id = desk.register(on_behalf_of=OnBehalfOf.OTHER, representative=Person(name="Gro"))
    assert missing_before_sending(desk.request(case_id), desk.request(case_id).parts[0]) == tuple(
        BEFORE
    )


@pytest.mark.parametrize("missing", BEFORE[:-1])
def test_nothing_is_told_orally_before_all_is_in_place_either(desk, missing):
    case_id = stage(desk, missing)
    with desk.vault.begin(casework.Deed.WORK_ON_CASE) as work:
        work.db.execute("UPDATE request SET wants_oral_answer = 1")
    with pytest.raises(RefusedError) as refused:
        service.give_oral_answer(desk.vault, desk.part(case_id), TOLD)
    assert missing_words(missing) in refused.value.hint


def decided(desk, **changes):
    case_id = desk.reviewed(**changes)
    service.note_decision(
        desk.vault,
        desk.part(case_id),
        text="Ja",
        name="Tore",
        role="Rektor",
        decided_on=TODAY,
    )
    return case_id


def test_who_did_not_ask_for_it_is_not_answered_orally(desk):
    with pytest.raises(RefusedError):
        service.give_oral_answer(desk.vault, desk.part(decided(desk)), TOLD)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"what": " "}, "what"),
        ({"what": "x" * 20_001}, "what"),
        ({"to_whom": ""}, "to_whom"),
        ({"identity": ""}, "identity"),
        ({"identity": "130972 48022"}, "identity"),
        ({"at": datetime(2026, 11, 22, 9, 1, tzinfo=UTC)}, "at"),
        ({"at": datetime(2026, 11, 11, 20, tzinfo=UTC)}, "at"),
    ],
)
def test_what_was_told_to_whom_when_and_identity_how(desk, changes, field):
    case_id = decided(desk, wants_oral_answer=True)
    with pytest.raises(InvalidInputError) as refused:
        service.give_oral_answer(desk.vault, desk.part(case_id), replace(TOLD, **changes))
    assert fields(refused) == [field]


def test_an_oral_answer_is_noted_before_it_counts_as_given(desk):
    case_id = decided(desk, wants_oral_answer=True)
    by_mouth = replace(BY_POST, channel=DispatchChannel.ORAL)
    with pytest.raises(RefusedError):
        service.send_answer(desk.vault, desk.part(case_id), by_mouth)
    service.give_oral_answer(desk.vault, desk.part(case_id), TOLD)
    assert missing_before_telling(desk.request(case_id), desk.request(case_id).parts[0]) == ()
    with pytest.raises(InvalidInputError) as refused:
        service.send_answer(desk.vault, desk.part(case_id), BY_POST)  # nothing has been written
    assert fields(refused) == ["channel"]
    service.send_answer(desk.vault, desk.part(case_id), by_mouth)
    dispatch = desk.request(case_id).parts[0].dispatch
    assert dispatch is not None
    assert dispatch.channel is DispatchChannel.ORAL


def test_what_has_been_told_stays_when_the_answer_is_written_too(desk):
    case_id = decided(desk, wants_oral_answer=True)
    service.give_oral_answer(desk.vault, desk.part(case_id), TOLD)
    service.prepare_answer(
        desk.vault,
        desk.part(case_id),
        Answer(copies=(CopyItem(name="Skule", what="Mappe"),)),
    )
    answer = desk.request(case_id).parts[0].answer
    assert answer is not None
    assert answer.oral == TOLD


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"sent_on": TODAY + timedelta(days=1)}, "sent_on"),
        ({"sent_on": date(2026, 11, 11)}, "sent_on"),
        ({"sent_on": YESTERDAY}, "sent_on"),  # decided today
        ({"sent_by": " "}, "sent_by"),
        ({"what": ""}, "what"),
        ({"what": "x" * 20_001}, "what"),
        ({"channel": DispatchChannel.ORAL}, "channel"),
    ],
)
def test_what_is_wrong_with_the_sending_is_told_at_its_field(desk, changes, field):
    case_id = desk.written()
    with pytest.raises(InvalidInputError) as refused:
        service.send_answer(desk.vault, desk.part(case_id), replace(BY_POST, **changes))
    assert set(fields(refused)) == {field}
    assert desk.request(case_id).parts[0].dispatch is None


@pytest.mark.parametrize(
    "content", ["special_categories", "criminal", "identifiers", "confidential"]
)
def test_delicate_content_never_goes_by_email(desk, content):
    case_id = desk.written(content=Content(**{content: True}), channel=Channel.EMAIL)
    by_email = replace(BY_POST, channel=DispatchChannel.EMAIL)
    with pytest.raises(InvalidInputError) as refused:
        service.send_answer(desk.vault, desk.part(case_id), by_email)
    assert fields(refused) == ["channel"]
    service.send_answer(desk.vault, desk.part(case_id), BY_POST)


def test_who_sent_what_how_and_when_is_kept(desk):
    case_id = desk.written()
    change = service.send_answer(
        desk.vault, desk.part(case_id), replace(BY_POST, sent_by=" Eg\x00 ")
    )
    assert change.ids == (case_id,)
    assert desk.request(case_id).parts[0].dispatch == BY_POST
    entry = cases.timeline(desk.vault.db, case_id)[0]
    assert (entry.code, entry.detail["channel"]) == ("answer_sent", "registered_post")


def test_what_was_sent_stays_as_it_was_sent(desk):
    case_id = desk.sent()
    before = desk.request(case_id).parts[0].dispatch
    for deed in (
        lambda: service.send_answer(desk.vault, desk.part(case_id), BY_POST),
        lambda: service.prepare_answer(desk.vault, desk.part(case_id), Answer()),
        lambda: service.review_material(desk.vault, desk.part(case_id), REVIEW),
        lambda: service.ask_for_identity(desk.vault, case_id, asked_on=TODAY),
    ):
        with pytest.raises(RefusedError):
            deed()
    assert desk.request(case_id).parts[0].dispatch == before
