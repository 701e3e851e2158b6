"""Which right fits which lawful basis: the matrix of art. 15–21."""

import pytest

from gdpr_desktop.law.bases import Basis, Condition, DataRight, Fit, fit, why_not

MATRIX = {
    # 15, 16, 17, 18, 20, 21
    Basis.CONSENT: "yes yes yes yes if_automated no",
    Basis.CONTRACT: "yes yes yes yes if_automated no",
    Basis.LEGAL_OBLIGATION: "yes yes no yes no no",
    Basis.VITAL_INTERESTS: "yes yes yes yes no no",
    Basis.PUBLIC_TASK: "yes yes partly yes no yes",
    Basis.LEGITIMATE_INTERESTS: "yes yes yes yes no yes",
}


@pytest.mark.parametrize(
    ("case", "right", "basis", "expected", "article"),
    [
        ("school record", DataRight.PORTABILITY, Basis.PUBLIC_TASK, Fit.NO, "20(3)"),
        ("child welfare", DataRight.OBJECTION, Basis.LEGAL_OBLIGATION, Fit.NO, "21(1)"),
        ("PVN-2022-19", DataRight.ERASURE, Basis.LEGAL_OBLIGATION, Fit.NO, "17(3)(b)"),
        ("archived", DataRight.ERASURE, Basis.PUBLIC_TASK, Fit.PARTLY, "17(3)(b)"),
        ("newsletter", DataRight.OBJECTION, Basis.CONSENT, Fit.NO, "7(3)"),
        ("vital", DataRight.PORTABILITY, Basis.VITAL_INTERESTS, Fit.NO, "20(1)(a)"),
        ("school record", DataRight.ACCESS, Basis.PUBLIC_TASK, Fit.YES, ""),
    ],
)
def test_what_does_not_fit_is_refused_by_its_article(case, right, basis, expected, article):
    assert fit(right, basis) is expected
    assert why_not(right, basis) == article


@pytest.mark.parametrize("basis", Basis)
def test_rights_fit_the_basis_as_the_matrix_says(basis):
    assert [fit(right, basis) for right in DataRight] == [Fit(x) for x in MATRIX[basis].split()]


def test_only_duty_and_public_task_need_a_law_of_their_own():
    assert {one.article for one in Basis if one.needs_national_law} == {"6(1)(c)", "6(1)(e)"}


def test_condition_names_its_letter():
    assert Condition.HEALTH_CARE.article == "9(2)(h)"
    assert not Condition.LEGAL_CLAIMS.needs_national_law
