"""The material is gone through, advice is given and a decision made: two fields."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import TaskOutcome
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.law.exceptions import RefusalGround
from gdpr_desktop.requests import service
from gdpr_desktop.requests.model import Dispatch, Right
from gdpr_desktop.requests.rights.access import (
    Exempted,
    Outcome,
    Review,
)
from gdpr_desktop.requests.steps import Missing, missing_before_sending
from gdpr_desktop.requests.words import missing_words
from requests.test_rectification import KEPT, WRONG, assessed

TODAY = date(2026, 11, 22)
YESTERDAY = TODAY - timedelta(days=1)
REVIEW = Review(outcome=Outcome.ALL, reviewed_by="Eg", reviewed_on=TODAY)
BY_POST = Dispatch(
    channel=DispatchChannel.REGISTERED_POST, sent_by="Eg", sent_on=TODAY, what="Svarbrev"
)


def fields(error):
    return [problem.field for problem in error.value.problems]


def review(desk, case_id, **changes):
    return service.review_material(desk.vault, desk.part(case_id), replace(REVIEW, **changes))


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
                "exempted": (Exempted(exception=RefusalGround.CRIME, explanation=" "),),
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
    assert Missing.REVIEW in missing_before_sending(
        desk.request(case_id), desk.request(case_id).parts[0]
    )
    with pytest.raises(RefusedError, match=missing_words(Missing.REVIEW)):
        service.send_answer(desk.vault, desk.part(case_id), BY_POST)


def test_nothing_held_cannot_be_answered_when_something_was_found_after_all(desk):
    case_id = desk.reviewed(found=False)
    answered_since(desk, case_id)
    assert Missing.REVIEW in missing_before_sending(
        desk.request(case_id), desk.request(case_id).parts[0]
    )


def test_an_undone_answer_opens_the_collection(desk):
    case_id = desk.written()
    casework.reopen_task(desk.vault, cases.tasks(desk.vault.db, case_id)[0].id)
    assert Missing.COLLECTION in missing_before_sending(
        desk.request(case_id), desk.request(case_id).parts[0]
    )


def test_another_result_of_the_review_needs_another_decision(desk):
    case_id = desk.written()
    held = (Exempted(exception=RefusalGround.INTERNAL_DOCUMENT, explanation="Utkast"),)
    review(desk, case_id, outcome=Outcome.PART, exempted=held)
    assert Missing.DECISION in missing_before_sending(
        desk.request(case_id), desk.request(case_id).parts[0]
    )


@pytest.mark.parametrize(
    ("exception", "explanation", "anew"),
    [
        (RefusalGround.INTERNAL_DOCUMENT, "Eit utkast til vedtak", False),
        (RefusalGround.CRIME, "Utkast", True),
    ],
)
def test_another_exception_needs_another_decision_but_better_words_do_not(
    desk, exception, explanation, anew
):
    case_id = desk.reviewed()
    held = Exempted(exception=RefusalGround.INTERNAL_DOCUMENT, explanation="Utkast")
    review(desk, case_id, outcome=Outcome.PART, exempted=(held,))
    service.note_decision(
        desk.vault,
        desk.part(case_id),
        text="Delvis innsyn",
        name="Tore Testdal",
        role="Kommunedirektør",
        decided_on=desk.today,
    )
    other = Exempted(exception=exception, explanation=explanation)
    review(desk, case_id, outcome=Outcome.PART, exempted=(other,))
    assert (desk.request(case_id).parts[0].decision is None) is anew


def test_advice_and_decision_are_two_fields_with_name_role_and_date(desk):
    case_id = desk.reviewed()
    service.note_advice(
        desk.vault,
        desk.part(case_id),
        text=" Gi innsyn ",
        name=" Ombod ",
        given_on=TODAY,
    )
    service.note_decision(
        desk.vault,
        desk.part(case_id),
        text="Innsyn",
        name="Tore",
        role="Rektor",
        decided_on=TODAY,
    )
    request = desk.request(case_id)
    assert request.parts[0].advice is not None
    assert request.parts[0].decision is not None
    assert (request.parts[0].advice.name, request.parts[0].advice.given_on) == ("Ombod", TODAY)
    assert (request.parts[0].decision.name, request.parts[0].decision.role) == ("Tore", "Rektor")


@pytest.mark.parametrize("missing", ["text", "name", "role", "decided_on"])
def test_a_decision_lacks_nothing(desk, missing):
    case_id = desk.reviewed()
    given = {"text": "Innsyn", "name": "Tore", "role": "Rektor", "decided_on": TODAY}
    given[missing] = TODAY + timedelta(days=1) if missing == "decided_on" else " "
    with pytest.raises(InvalidInputError) as refused:
        service.note_decision(desk.vault, desk.part(case_id), **given)
    assert fields(refused) == [missing]


@pytest.mark.parametrize(
    "given", [{"name": "Testnes, Solveig (PVO)"}, {"name": "DPO"}, {"role": "Personvernombod"}]
)
def test_the_officer_decides_under_no_name(desk, given):
    case_id = desk.reviewed()
    said = {"text": "Innsyn", "name": "Tore", "role": "Rektor", "decided_on": TODAY} | given
    with pytest.raises(InvalidInputError) as refused:
        service.note_decision(desk.vault, desk.part(case_id), **said)
    assert fields(refused) == list(given)


@pytest.mark.parametrize("missing", ["text", "name", "given_on"])
def test_an_advice_lacks_nothing(desk, missing):
    case_id = desk.register()
    given = {"text": "Gi innsyn", "name": "Ombod", "given_on": TODAY}
    given[missing] = TODAY + timedelta(days=1) if missing == "given_on" else " "
    with pytest.raises(InvalidInputError) as refused:
        service.note_advice(desk.vault, desk.part(case_id), **given)
    assert fields(refused) == [missing]


def test_what_was_done_stays_when_the_assessment_comes_to_something_else(desk):
    case_id = desk.identified(rights=(Right.RECTIFICATION,))
    part_id = desk.part(case_id)
    service.assess(desk.vault, part_id, assessed(WRONG, day=desk.today))
    (measure,) = desk.request(case_id).part(part_id).measures
    done = replace(measure, done_on=desk.today, done_by="Solveig")
    service.carry_out(desk.vault, part_id, (done,))
    service.assess(desk.vault, part_id, assessed(KEPT, day=desk.today))
    first, second = desk.request(case_id).part(part_id).measures
    assert first == done
    assert not second.done
