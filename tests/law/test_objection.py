"""Art. 21: when a person may object, and what lets the municipality go on."""

import pytest

from gdpr_desktop.law.bases import Basis, DataRight
from gdpr_desktop.law.objection import Ground, Use, grounds_for, provision, rights_instead


@pytest.mark.parametrize(
    ("basis", "article"),
    [
        (Basis.CONSENT, None),
        (Basis.CONTRACT, None),
        (Basis.LEGAL_OBLIGATION, None),  # a child-welfare file
        (Basis.VITAL_INTERESTS, None),
        (Basis.PUBLIC_TASK, "21(1)"),
        (Basis.LEGITIMATE_INTERESTS, "21(1)"),
        (None, None),
    ],
)
def test_ordinary_use_may_be_objected_to_only_on_6_1_e_and_f(basis, article):
    assert provision(Use.ORDINARY, basis) == article


@pytest.mark.parametrize("basis", [*Basis, None])
def test_marketing_and_research_may_be_objected_to_whatever_the_basis(basis):
    assert provision(Use.MARKETING, basis) == "21(2)"
    assert provision(Use.RESEARCH, basis) == "21(6)"


def test_nothing_lets_direct_marketing_go_on():
    assert grounds_for(Use.MARKETING) == ()


def test_three_grounds_let_the_municipality_go_on_each_with_its_article():
    assert {one: one.article for one in Ground} == {
        "compelling": "21(1)",
        "legal_claims": "21(1)",
        "research_in_public_interest": "21(6)",
    }
    assert grounds_for(Use.ORDINARY) == (Ground.COMPELLING, Ground.LEGAL_CLAIMS)
    assert grounds_for(Use.RESEARCH) == (Ground.RESEARCH_IN_PUBLIC_INTEREST,)


def test_the_right_that_fits_is_offered_where_there_is_none_to_object():
    offered = (DataRight.ERASURE, DataRight.RECTIFICATION, DataRight.RESTRICTION)
    assert rights_instead(Basis.CONTRACT) == rights_instead(Basis.LEGAL_OBLIGATION) == offered
    assert rights_instead(Basis.CONSENT) == ()  # withdrawal, art. 7(3)
