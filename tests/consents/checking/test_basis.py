"""«Is consent the right basis?»: which answers stop, which offer something better."""

import pytest

from gdpr_desktop.consents.checking.basis import (
    BasisAdvice,
    Offer,
    Question,
    advise,
    questions,
)
from gdpr_desktop.consents.codes import FormKind
from gdpr_desktop.law.bases import Basis


def advice(kind: FormKind, *yes: Question) -> BasisAdvice:
    """All questions answered; yes to these, and a law behind a release."""
    wanted = {*yes, *(() if Question.LAW in yes else (Question.LAW,))}
    return advise(kind, {one.value: one in wanted for one in questions(kind)})


@pytest.mark.parametrize("kind", list(FormKind))
def test_nothing_speaks_against_a_consent_that_is_really_free(kind: FormKind) -> None:
    found = advice(kind)
    assert found.right
    assert found.offers == ()


@pytest.mark.parametrize(
    ("question", "offers"),
    [
        (Question.AUTHORITY, (Offer.TASK, Offer.DUTY)),
        (Question.EMPLOYMENT, (Offer.EMPLOYMENT, Offer.INTEREST)),
        (Question.SCHOOL, (Offer.TASK,)),
        (Question.CONDITIONAL, (Offer.CONTRACT,)),
        (Question.DUTY, (Offer.DUTY, Offer.TASK)),
    ],
)
def test_unequal_parties_have_better_bases_and_consent_needs_a_reason(
    question: Question, offers: tuple[Offer, ...]
) -> None:
    found = advice(FormKind.BASIS, question)
    assert found.offers == offers
    assert found.needs_why
    assert not found.right


@pytest.mark.parametrize("question", [Question.DEPENDS, Question.DETRIMENT])
@pytest.mark.parametrize("kind", [FormKind.BASIS, FormKind.PICTURE])
def test_no_reason_makes_a_forced_consent_valid(question: Question, kind: FormKind) -> None:
    found = advice(kind, question)
    assert found.stops == (question,)
    assert not found.needs_why


def test_a_release_needs_a_law_of_its_own_and_is_no_basis() -> None:
    found = advise(FormKind.CONFIDENTIALITY, {one.value: False for one in Question})
    assert found.stops == (Question.LAW,)
    open_already = advice(FormKind.CONFIDENTIALITY, Question.OPEN_ALREADY, Question.WIDER)
    assert open_already.offers == (Offer.ACCESS_BY_LAW, Offer.NARROWER)
    assert all(offer.bases == () for offer in open_already.offers)


def test_a_harmless_situation_may_be_shown_without_asking() -> None:
    found = advice(FormKind.PICTURE, Question.HARMLESS)
    assert found.offers == (Offer.SITUATION,)
    assert found.needs_why


def test_questions_left_open_are_named() -> None:
    found = advise(FormKind.BASIS, {Question.SCHOOL.value: True})
    assert Question.SCHOOL not in found.missing
    assert not found.complete
    assert not found.right


def test_each_offer_is_made_once_though_two_answers_lead_to_it() -> None:
    found = advice(FormKind.BASIS, Question.AUTHORITY, Question.SCHOOL, Question.DUTY)
    assert found.offers == (Offer.TASK, Offer.DUTY)
    assert Offer.DUTY.bases == (Basis.LEGAL_OBLIGATION,)
