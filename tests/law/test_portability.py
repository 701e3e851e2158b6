"""Art. 20, row by row: the lawful basis, what is automated, and what the person gave."""

import pytest

from gdpr_desktop.law.bases import Basis, DataRight, Fit, fit
from gdpr_desktop.law.portability import Limit, Origin, basis_limit

BASES = [
    (Basis.CONSENT, None),
    (Basis.CONTRACT, None),
    (Basis.LEGAL_OBLIGATION, "20(1)(a)"),
    (Basis.VITAL_INTERESTS, "20(1)(a)"),
    (Basis.PUBLIC_TASK, "20(3)"),  # a school's record: refused, and access offered
    (Basis.LEGITIMATE_INTERESTS, "20(1)(a)"),
]


@pytest.mark.parametrize(("basis", "article"), BASES)
def test_only_consent_and_contract_carry_portability(basis: Basis, article: str | None) -> None:
    limit = basis_limit(basis)
    assert (limit.article if limit else None) == article
    assert (limit is None) == (fit(DataRight.PORTABILITY, basis) is Fit.IF_AUTOMATED)


@pytest.mark.parametrize(
    ("origin", "article"),
    [
        (Origin.GIVEN, None),
        (Origin.OBSERVED, None),
        (Origin.DERIVED, "20(1)"),
        (Origin.OURS, "20(1)"),
        (Origin.OTHERS, "20(4)"),
    ],
)
def test_what_the_person_gave_or_did_goes_along_and_nothing_else(
    origin: Origin, article: str | None
) -> None:
    assert (origin.limit.article if origin.limit else None) == article


def test_what_takes_the_whole_right_away_names_no_single_data() -> None:
    assert [one for one in Limit if one.whole] == [
        Limit.BASIS,
        Limit.NOT_AUTOMATED,
        Limit.PUBLIC_TASK,
    ]
    assert Limit.NOT_AUTOMATED.article == "20(1)(b)"
