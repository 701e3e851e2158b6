"""A refusal or a fee that is changed or taken back: what was done and agreed on stays."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gdpr_desktop.requests import service
from gdpr_desktop.requests.model import Right
from gdpr_desktop.requests.refusals.model import Reason, Refusal
from gdpr_desktop.requests.refusals.rules import grounds_found
from gdpr_desktop.requests.steps import missing_before_sending
from requests.test_rectification import KEPT, assessed
from requests.test_refusals import EXCESSIVE, answers, decide, excessive, fee, part_of


def rectification_refused(desk) -> Refusal:
    considered = answers(Right.RECTIFICATION, **EXCESSIVE)
    found = grounds_found(Right.RECTIFICATION, considered)
    reasons = tuple(Reason(ground=one, explanation=reason) for one, reason in found)
    return replace(excessive(desk), considered=considered, reasons=reasons)


@pytest.mark.parametrize("done", [False, True])
def test_what_is_to_be_done_comes_back_with_the_claim(desk, done):
    case_id = desk.identified(rights=(Right.RECTIFICATION,))
    part_id = desk.part(case_id)
    service.assess(desk.vault, part_id, assessed(KEPT, day=desk.today))
    (measure,) = part_of(desk, case_id).measures
    if done:
        measure = replace(measure, done_on=desk.today, done_by="Solveig")
        service.carry_out(desk.vault, part_id, (measure,))
    service.refuse_part(desk.vault, part_id, rectification_refused(desk))
    assert part_of(desk, case_id).measures == ((measure,) if done else ())
    service.withdraw_refusal(desk.vault, part_id)
    assert part_of(desk, case_id).measures == (measure,)
    decide(desk, case_id)
    missing = missing_before_sending(desk.request(case_id), part_of(desk, case_id))
    assert missing == (() if done else ("carried_out",))


def test_a_fee_that_was_agreed_on_stays_agreed_on_when_nothing_of_it_changes(desk):
    case_id = desk.identified()
    part_id = desk.part(case_id)
    service.refuse_part(desk.vault, part_id, fee(desk))
    service.warn_of_fee(desk.vault, part_id, warned_on=desk.today)
    service.charge_fee(desk.vault, part_id, agreed_on=desk.today)
    before = part_of(desk, case_id).refusal
    service.refuse_part(desk.vault, part_id, fee(desk))
    assert part_of(desk, case_id).refusal == before
    desk.vault.clock.instant += timedelta(days=2)  # the letter is sent once more
    service.warn_of_fee(desk.vault, part_id, warned_on=desk.today)
    assert part_of(desk, case_id).refusal == before
