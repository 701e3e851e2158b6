"""Further copies at cost, art. 15(3)."""

from datetime import date

import pytest

from gdpr_desktop.law.copies import CopyCost, CostLine, FeeFault, fee, fee_faults

FIRST, TOLD = date(2026, 1, 12), date(2026, 2, 5)
PAPER = CostLine(cost=CopyCost.PRINT, kroner=80)
POST = CostLine(cost=CopyCost.POSTAGE, kroner=50)


def test_a_fee_is_the_sum_of_what_the_copies_cost():
    assert fee((PAPER, POST)) == 130
    assert fee_faults((PAPER, POST), first_copy=FIRST, same_data=True, told=TOLD) == ()


@pytest.mark.parametrize("cost", CopyCost)
def test_only_what_the_further_copy_causes_may_be_charged(cost: CopyCost):
    faults = fee_faults(
        (CostLine(cost=cost, kroner=10),), first_copy=FIRST, same_data=True, told=TOLD
    )
    never = cost in (CopyCost.SEARCHING, CopyCost.OVERHEAD)
    assert faults == ((FeeFault.NOT_A_COST_OF_THE_COPY,) if never else ())


def test_the_first_copy_and_new_data_are_free_and_the_price_is_told_before():
    assert fee_faults((), first_copy=None, same_data=False, told=None) == (
        FeeFault.FIRST_COPY_IS_FREE,
        FeeFault.NEW_DATA,
        FeeFault.NO_COSTS,
        FeeFault.NOT_TOLD_BEFORE,
    )
