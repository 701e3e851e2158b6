"""From the material to the answer that has gone: what must come first, and what is refused."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import Person, TaskOutcome
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.law.exceptions import AccessException
from gdpr_desktop.requests import service, store
from gdpr_desktop.requests.model import (
    Answer,
    Channel,
    Content,
    CopyItem,
    Dispatch,
    Exempted,
    OnBehalfOf,
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


def review(desk, case_id, **changes):
    return service.review_material(desk.vault, case_id, replace(REVIEW, **changes))


def test_the_material_is_gone_through_when_all_have_answered(desk):
    case_id = desk.identified()
    with pytest.raises(RefusedError):
        review(desk, case_id)
    review(desk, desk.collected())


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"reviewed_by": " "}, "reviewed_by"),
        ({"reviewed_by": "\u200b"}, "reviewed_by"),
        ({"reviewed_by": "x" * 201}, "reviewed_by"),
        ({"reviewed_on": TODAY + timedelta(days=1)}, "reviewed_on"),
        ({"reviewed_on": date(2026, 11, 11)}, "reviewed_on"),
        ({"reviewed_on": YESTERDAY}, "reviewed_on"),  # the last answer came today
        ({"outcome": Outcome.NOTHING_HELD}, "outcome"),
        ({"outcome": Outcome.PART}, "exempted"),
        (
            {
                "outcome": Outcome.PART,
                "exempted": (Exempted(exception=AccessException.CRIME, explanation=" "),),
            },
            "exempted",
        ),
    ],
)
def test_what_is_wrong_with_the_review_is_told_at_its_field(desk, changes, field):
    case_id = desk.collected()
    with pytest.raises(InvalidInputError) as refused:
        review(desk, case_id, **changes)
    assert fields(refused) == [field]


def test_when_nothing_was_found_nothing_can_be_given(desk):
    case_id = desk.collected(found=False)
    with pytest.raises(InvalidInputError) as refused:
        review(desk, case_id)
    assert fields(refused) == ["outcome"]
    review(desk, case_id, outcome=Outcome.NOTHING_HELD)


def answered_since(desk, case_id, outcome=TaskOutcome.FOUND):
    """A department answers after the review."""
    task = desk.add_task(case_id, "Helse")
    casework.answer_task(desk.vault, task, outcome=outcome, note="Journal", answered_on=desk.today)


def test_what_is_found_after_the_review_must_be_gone_through_too(desk):
    case_id = desk.written()
    answered_since(desk, case_id)
    assert Missing.REVIEW in missing_before_sending(desk.request(case_id))
    with pytest.raises(RefusedError, match=missing_words(Missing.REVIEW)):
        service.send_answer(desk.vault, case_id, BY_POST)


def test_nothing_held_cannot_be_answered_when_something_was_found_after_all(desk):
    case_id = desk.reviewed(found=False)
    answered_since(desk, case_id)
    assert Missing.REVIEW in missing_before_sending(desk.request(case_id))


def test_an_undone_answer_opens_the_collection(desk):
    case_id = desk.written()
    casework.reopen_task(desk.vault, cases.tasks(desk.vault.db, case_id)[0].id)
    assert Missing.COLLECTION in missing_before_sending(desk.request(case_id))


def test_another_result_of_the_review_needs_another_decision(desk):
    case_id = desk.written()
    held = (Exempted(exception=AccessException.INTERNAL_DOCUMENT, explanation="Utkast"),)
    review(desk, case_id, outcome=Outcome.PART, exempted=held)
    assert Missing.DECISION in missing_before_sending(desk.request(case_id))


def test_advice_and_decision_are_two_fields_with_name_role_and_date(desk):
    case_id = desk.reviewed()
    service.note_advice(desk.vault, case_id, text=" Gi innsyn ", name=" Ombod ", given_on=TODAY)
    service.note_decision(
        desk.vault, case_id, text="Innsyn", name="Tore", role="Rektor", decided_on=TODAY
    )
    request = desk.request(case_id)
    assert request.advice is not None
    assert request.decision is not None
    assert (request.advice.name, request.advice.given_on) == ("Ombod", TODAY)
    assert (request.decision.name, request.decision.role) == ("Tore", "Rektor")


@pytest.mark.parametrize("missing", ["text", "name", "role", "decided_on"])
def test_a_decision_lacks_nothing(desk, missing):
    case_id = desk.reviewed()
    given = {"text": "Innsyn", "name": "Tore", "role": "Rektor", "decided_on": TODAY}
    given[missing] = TODAY + timedelta(days=1) if missing == "decided_on" else " "
    with pytest.raises(InvalidInputError) as refused:
        service.note_decision(desk.vault, case_id, **given)
    assert fields(refused) == [missing]


@pytest.mark.parametrize("missing", ["text", "name", "given_on"])
def test_an_advice_lacks_nothing(desk, missing):
    case_id = desk.register()
    given = {"text": "Gi innsyn", "name": "Ombod", "given_on": TODAY}
    given[missing] = TODAY + timedelta(days=1) if missing == "given_on" else " "
    with pytest.raises(InvalidInputError) as refused:
        service.note_advice(desk.vault, case_id, **given)
    assert fields(refused) == [missing]


@pytest.mark.parametrize("point", list(ProcessingInfo.__slots__))
def test_no_point_that_must_follow_the_copy_may_be_blank(desk, point):
    case_id = desk.reviewed()
    answer = Answer(systems=(replace(INFO, **{point: " "}),))
    with pytest.raises(InvalidInputError) as refused:
        service.prepare_answer(desk.vault, case_id, answer)
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
        service.prepare_answer(desk.vault, desk.reviewed(), Answer(copies=(item,)))
    assert fields(refused) == ["copies"]


def test_the_wording_for_a_system_is_remembered_for_each_language(desk):
    case_id = desk.reviewed()
    service.prepare_answer(desk.vault, case_id, Answer(systems=(INFO,)))
    language = desk.request(case_id).case.language
    assert store.wording(desk.vault.db, language, "SKULE") == INFO
    assert store.known_systems(desk.vault.db, language) == ("Skule",)
    assert store.wording(desk.vault.db, type(language)("nb"), "Skule") is None


def test_the_last_wording_is_the_one_remembered(desk):
    case_id = desk.reviewed()
    for purpose in ("gammalt", "nytt"):
        info = replace(INFO, purpose=purpose)
        service.prepare_answer(desk.vault, case_id, Answer(systems=(info,)))
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
            desk.vault, case_id, text="Ja", name="Tore", role="Rektor", decided_on=TODAY
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
            store.put_step(work.db, case_id, review=None)
        if missing is Missing.DECISION:
            store.put_step(work.db, case_id, decision=None)
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
    assert missing_before_sending(desk.request(case_id)) == (missing,)
    with pytest.raises(RefusedError) as refused:
        service.send_answer(desk.vault, case_id, BY_POST)
    assert refused.value.hint == missing_words(missing)
    assert desk.request(case_id).dispatch is None


def test_everything_missing_is_named_at_once(desk):
    case_id = desk.register(on_behalf_of=OnBehalfOf.OTHER, representative=Person(name="Gro"))
    assert missing_before_sending(desk.request(case_id)) == tuple(BEFORE)


@pytest.mark.parametrize("missing", BEFORE[:-1])
def test_nothing_is_told_orally_before_all_is_in_place_either(desk, missing):
    case_id = stage(desk, missing)
    with desk.vault.begin(casework.Deed.WORK_ON_CASE) as work:
        work.db.execute("UPDATE request SET wants_oral_answer = 1")
    with pytest.raises(RefusedError) as refused:
        service.give_oral_answer(desk.vault, case_id, TOLD)
    assert missing_words(missing) in refused.value.hint


def decided(desk, **changes):
    case_id = desk.reviewed(**changes)
    service.note_decision(
        desk.vault, case_id, text="Ja", name="Tore", role="Rektor", decided_on=TODAY
    )
    return case_id


def test_who_did_not_ask_for_it_is_not_answered_orally(desk):
    with pytest.raises(RefusedError):
        service.give_oral_answer(desk.vault, decided(desk), TOLD)


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
        service.give_oral_answer(desk.vault, case_id, replace(TOLD, **changes))
    assert fields(refused) == [field]


def test_an_oral_answer_is_noted_before_it_counts_as_given(desk):
    case_id = decided(desk, wants_oral_answer=True)
    by_mouth = replace(BY_POST, channel=DispatchChannel.ORAL)
    with pytest.raises(RefusedError):
        service.send_answer(desk.vault, case_id, by_mouth)
    service.give_oral_answer(desk.vault, case_id, TOLD)
    assert missing_before_telling(desk.request(case_id)) == ()
    with pytest.raises(InvalidInputError) as refused:
        service.send_answer(desk.vault, case_id, BY_POST)  # nothing has been written
    assert fields(refused) == ["channel"]
    service.send_answer(desk.vault, case_id, by_mouth)
    dispatch = desk.request(case_id).dispatch
    assert dispatch is not None
    assert dispatch.channel is DispatchChannel.ORAL


def test_what_has_been_told_stays_when_the_answer_is_written_too(desk):
    case_id = decided(desk, wants_oral_answer=True)
    service.give_oral_answer(desk.vault, case_id, TOLD)
    service.prepare_answer(
        desk.vault, case_id, Answer(copies=(CopyItem(name="Skule", what="Mappe"),))
    )
    answer = desk.request(case_id).answer
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
        service.send_answer(desk.vault, case_id, replace(BY_POST, **changes))
    assert set(fields(refused)) == {field}
    assert desk.request(case_id).dispatch is None


@pytest.mark.parametrize(
    "content", ["special_categories", "criminal", "identifiers", "confidential"]
)
def test_delicate_content_never_goes_by_email(desk, content):
    case_id = desk.written(content=Content(**{content: True}), channel=Channel.EMAIL)
    by_email = replace(BY_POST, channel=DispatchChannel.EMAIL)
    with pytest.raises(InvalidInputError) as refused:
        service.send_answer(desk.vault, case_id, by_email)
    assert fields(refused) == ["channel"]
    service.send_answer(desk.vault, case_id, BY_POST)


def test_who_sent_what_how_and_when_is_kept(desk):
    case_id = desk.written()
    change = service.send_answer(desk.vault, case_id, replace(BY_POST, sent_by=" Eg\x00 "))
    assert change.ids == (case_id,)
    assert desk.request(case_id).dispatch == BY_POST
    entry = cases.timeline(desk.vault.db, case_id)[0]
    assert (entry.code, entry.detail["channel"]) == ("answer_sent", "registered_post")


def test_what_was_sent_stays_as_it_was_sent(desk):
    case_id = desk.sent()
    before = desk.request(case_id).dispatch
    for deed in (
        lambda: service.send_answer(desk.vault, case_id, BY_POST),
        lambda: service.prepare_answer(desk.vault, case_id, Answer()),
        lambda: review(desk, case_id),
        lambda: service.ask_for_identity(desk.vault, case_id, asked_on=TODAY),
    ):
        with pytest.raises(RefusedError):
            deed()
    assert desk.request(case_id).dispatch == before
