"""Art. 12(5): what must be in place before a request is refused as such, or paid for."""

from dataclasses import replace
from datetime import date

import pytest

from gdpr_desktop.law.exceptions import RefusalGround
from gdpr_desktop.law.excess import (
    Claim,
    Excess,
    Fee,
    Repeat,
    judge_repeat,
    lacking,
    lacking_fee,
)

TODAY = date(2026, 11, 22)
EXCESSIVE = Claim(
    ground=RefusalGround.EXCESSIVE,
    received=TODAY,
    previous=date(2026, 9, 22),
    proof="Ti krav om det same",
    guided_on=TODAY,
)
UNFOUNDED = replace(EXCESSIVE, ground=RefusalGround.MANIFESTLY_UNFOUNDED)


@pytest.mark.parametrize(
    ("previous", "changed", "expected"),
    [
        (None, False, Repeat.FIRST),
        (date(2025, 11, 22), False, Repeat.NEVER_EXCESSIVE),  # C15
        (date(2025, 11, 23), False, Repeat.MAY_BE_EXCESSIVE),
        (date(2026, 9, 22), False, Repeat.MAY_BE_EXCESSIVE),  # C16, ex. 39: every second month
        (date(2026, 8, 22), True, Repeat.NOT_EXCESSIVE),  # C16, ex. 40: quarterly, changes often
    ],
)
def test_a_repeat_is_weighed_by_time_and_change(previous, changed, expected):
    assert judge_repeat(TODAY, previous, changed=changed) is expected


def test_a_proved_claim_after_guidance_may_be_used():
    assert lacking(EXCESSIVE) == lacking(UNFOUNDED) == ()


@pytest.mark.parametrize(
    ("claim", "change", "expected"),
    [
        (EXCESSIVE, {"previous": date(2025, 11, 1)}, Excess.REPEAT_AFTER_A_YEAR),
        (EXCESSIVE, {"changed": True}, Excess.DATA_CHANGED),
        (UNFOUNDED, {"only_the_tone": True}, Excess.ONLY_THE_TONE),
        (EXCESSIVE, {"proof": "  "}, Excess.NO_PROOF),
        (UNFOUNDED, {"guided_on": None}, Excess.NO_GUIDANCE),
    ],
)
def test_what_stops_a_claim_is_named(claim, change, expected):
    assert lacking(replace(claim, **change)) == (expected,)


def test_a_fee_needs_an_amount_how_it_was_found_and_a_warning():
    fee = Fee(amount=450, calculation="Tre timar à 150 kroner")
    assert lacking_fee(fee, charged=False) == ()
    assert lacking_fee(fee) == (Excess.NOT_WARNED,)
    assert lacking_fee(replace(fee, warned_on=TODAY)) == ()
    assert lacking_fee(Fee(), charged=False) == (Excess.NO_AMOUNT, Excess.NO_CALCULATION)


def test_an_earlier_request_cannot_come_later():
    with pytest.raises(ValueError, match="after this one"):
        judge_repeat(TODAY, date(2026, 11, 23))
