"""Art. 18: the letters of the conditions, what may still be done, and what ends it."""

import pytest

from gdpr_desktop.law.restriction import (
    LiftReason,
    RestrictionCondition,
    StillNecessary,
    ends_by,
    may_be_used_again,
)


@pytest.mark.parametrize(
    ("condition", "article", "end"),
    [
        (RestrictionCondition.ACCURACY_CONTESTED, "18(1)(a)", LiftReason.ACCURACY_CHECKED),
        (RestrictionCondition.UNLAWFUL, "18(1)(b)", LiftReason.LAWFUL_NOW),
        (RestrictionCondition.LEGAL_CLAIM, "18(1)(c)", LiftReason.CLAIM_SETTLED),
        (RestrictionCondition.OBJECTION_PENDING, "18(1)(d)", LiftReason.OBJECTION_DECIDED),
    ],
)
def test_each_condition_has_its_letter_and_its_own_end(condition, article, end):
    assert condition.article == article
    assert ends_by((condition,)) == (end, LiftReason.PERSON_ASKED)


def test_what_is_still_necessary_is_what_may_be_done_without_asking():
    assert {one.article for one in StillNecessary} == {"18(2)"}
    assert set(StillNecessary) == {"legal_claims", "rights_of_others", "public_interest"}


@pytest.mark.parametrize(
    ("condition", "reason", "again"),
    [
        (RestrictionCondition.ACCURACY_CONTESTED, LiftReason.ACCURACY_CHECKED, True),
        (RestrictionCondition.UNLAWFUL, LiftReason.LAWFUL_NOW, True),
        (RestrictionCondition.UNLAWFUL, LiftReason.PERSON_ASKED, False),
        (RestrictionCondition.LEGAL_CLAIM, LiftReason.CLAIM_SETTLED, False),
        (RestrictionCondition.LEGAL_CLAIM, LiftReason.PERSON_ASKED, False),
        (RestrictionCondition.OBJECTION_PENDING, LiftReason.OBJECTION_DECIDED, True),
    ],
)
def test_what_is_not_needed_or_not_lawful_is_not_used_again(condition, reason, again):
    assert may_be_used_again((condition,), reason) is again
