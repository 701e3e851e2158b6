"""Which answer art. 16 gives: the handbook's four, and two decisions of the appeals board."""

import pytest

from gdpr_desktop.law.rectification import (
    Examined,
    Finding,
    RectificationOutcome,
    contested,
    finding,
    outcome,
)

FACT = {"judgement": False}


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, None),
        ({"judgement": True}, Finding.JUDGEMENT),
        (FACT, None),
        (FACT | {"not_as_it_is": False}, None),
        (FACT | {"not_as_it_is": False, "incomplete": False}, Finding.ACCURATE),
        (FACT | {"not_as_it_is": False, "incomplete": True}, Finding.INCOMPLETE),
        (FACT | {"not_as_it_is": True}, None),
        (FACT | {"not_as_it_is": True, "right_when_made": False}, None),
        (FACT | {"not_as_it_is": True, "right_when_made": False, "matters": True}, Finding.WRONG),
    ],
)
def test_the_helpers_answers_lead_to_one_finding(
    answers: dict[str, bool], expected: Finding | None
) -> None:
    assert finding(Examined(**answers)) is expected


def test_a_decision_that_was_right_when_made_is_not_rewritten() -> None:
    found = finding(Examined(judgement=False, not_as_it_is=True, right_when_made=True))
    assert found is Finding.RIGHT_WHEN_MADE  # PVN-2023-04
    assert (found.outcome, found.article) == (RectificationOutcome.NOT_AGREED, "5(1)(d)")


def test_a_capital_letter_in_a_name_is_not_inaccurate_for_the_purpose() -> None:
    answers = Examined(judgement=False, not_as_it_is=True, right_when_made=False, matters=False)
    found = finding(answers)
    assert found is Finding.RIGHT_FOR_PURPOSE  # PVN 20/01868
    assert (found.outcome, found.article) == (RectificationOutcome.NOT_AGREED, "5(1)(d)")


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ((), None),
        ((Finding.WRONG, Finding.WRONG), RectificationOutcome.AGREED),
        ((Finding.ACCURATE, Finding.RIGHT_WHEN_MADE), RectificationOutcome.NOT_AGREED),
        ((Finding.JUDGEMENT,), RectificationOutcome.JUDGEMENT),
        ((Finding.INCOMPLETE,), RectificationOutcome.INCOMPLETE),
        ((Finding.INCOMPLETE, Finding.WRONG), RectificationOutcome.AGREED),
        ((Finding.JUDGEMENT, Finding.ACCURATE), RectificationOutcome.NOT_AGREED),
        ((Finding.WRONG, Finding.JUDGEMENT), RectificationOutcome.PARTLY),
    ],
)
def test_several_findings_make_one_answer(
    findings: tuple[Finding, ...], expected: RectificationOutcome | None
) -> None:
    assert outcome(findings) is expected


def test_whatever_is_kept_needs_a_reason_and_has_an_article() -> None:
    assert [one for one in Finding if not one.kept] == [Finding.WRONG, Finding.INCOMPLETE]
    assert {one.article for one in Finding} == {"16", "5(1)(d)"}


def test_restriction_is_offered_where_the_accuracy_is_still_disputed() -> None:
    assert contested((Finding.WRONG, Finding.ACCURATE))
    assert not contested((Finding.WRONG, Finding.JUDGEMENT))
