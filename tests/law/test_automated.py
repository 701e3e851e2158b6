"""Art. 22: which decisions are covered, and when a machine may make them alone."""

import pytest

from gdpr_desktop.law.automated import Allowance, covered, forbidding, lawful
from gdpr_desktop.law.bases import Condition


@pytest.mark.parametrize(
    ("solely", "significant", "expected"),
    [(True, True, True), (True, False, False), (False, True, False), (False, False, False)],
)
def test_only_a_machine_alone_with_significant_effect_is_covered(solely, significant, expected):
    assert covered(solely_automated=solely, significant=significant) is expected


def test_each_exception_names_its_article():
    assert [one.article for one in Allowance] == ["22(2)(a)", "22(2)(b)", "22(2)(c)"]


def test_without_an_exception_the_decision_breaks_the_first_paragraph():
    assert not lawful(())
    assert forbidding(()) == "22(1)"


@pytest.mark.parametrize("allowance", Allowance)
def test_one_exception_is_enough_for_ordinary_data(allowance):
    assert forbidding((allowance,)) is None


@pytest.mark.parametrize(
    ("condition", "article"),
    [
        (None, "22(4)"),
        (Condition.EXPLICIT_CONSENT, None),
        (Condition.SUBSTANTIAL_PUBLIC_INTEREST, None),
        (Condition.HEALTH_CARE, "22(4)"),
    ],
)
def test_special_categories_need_explicit_consent_or_a_law_of_public_interest(condition, article):
    found = forbidding((Allowance.LAW,), special_categories=True, condition=condition)
    assert found == article
