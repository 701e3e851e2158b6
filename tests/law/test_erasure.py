"""Art. 17 with the matrix right × basis, and § 13 of the Archives Act of 2025."""

import pytest

from gdpr_desktop.law.bases import Basis, DataRight, Fit, fit
from gdpr_desktop.law.erasure import ErasureGround, KeepReason, archive_lets_go


@pytest.mark.parametrize(
    ("basis", "letters", "right"),
    [
        (Basis.CONSENT, "abcdef", Fit.YES),  # c: direct marketing, 21(2)
        (Basis.CONTRACT, "acde", Fit.YES),
        (Basis.LEGAL_OBLIGATION, "ade", Fit.NO),  # while the duty lasts, 17(3)(b)
        (Basis.VITAL_INTERESTS, "ade", Fit.YES),
        (Basis.PUBLIC_TASK, "acde", Fit.PARTLY),  # not so far as 17(3)(b) or (d) reaches
        (Basis.LEGITIMATE_INTERESTS, "acde", Fit.YES),
    ],
)
def test_grounds_that_can_be_there_on_each_basis(basis: Basis, letters: str, right: Fit) -> None:
    assert "".join(ground for ground in ErasureGround if ground.fits(basis)) == letters
    assert fit(DataRight.ERASURE, basis) is right


def test_every_ground_and_every_reason_to_keep_names_its_article() -> None:
    assert {ground.article for ground in ErasureGround} == {
        f"17(1)({letter})" for letter in "abcdef"
    }
    assert {reason: reason.article for reason in KeepReason} == {
        "archive_duty": "17(3)(b)",
        "accounting_duty": "17(3)(b)",
        "other_duty": "17(3)(b)",
        "public_task": "17(3)(b)",
        "expression": "17(3)(a)",
        "public_health": "17(3)(c)",
        "archive_research": "17(3)(d)",
        "legal_claims": "17(3)(e)",
        "no_ground": "17(1)",
    }


def test_a_public_task_carries_no_refusal_where_the_basis_is_consent() -> None:
    unfit = {reason for reason in KeepReason if not reason.fits(Basis.CONSENT)}
    assert unfit == {KeepReason.PUBLIC_TASK, KeepReason.PUBLIC_HEALTH}
    assert all(reason.fits(Basis.PUBLIC_TASK) for reason in KeepReason)


def test_an_archived_document_goes_only_where_another_act_says_so_clearly() -> None:
    assert archive_lets_go(law_demands_erasure=True, clearly_laid_down=True)
    assert not archive_lets_go(law_demands_erasure=True, clearly_laid_down=False)
    assert not archive_lets_go(law_demands_erasure=False, clearly_laid_down=True)
