"""A fee that is declined, or never answered, leads on to a refusal: no case stands still."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.law.excess import Fee, may_refuse_unpaid
from gdpr_desktop.overview import service as overview
from gdpr_desktop.requests import service
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.refusal_steps import RefuseUnpaidDialog
from gdpr_desktop.requests.model import Result
from gdpr_desktop.requests.refusals.page_facts import refusal_actions
from gdpr_desktop.requests.rights import grounds_of, result_of
from gdpr_desktop.requests.steps import missing_before_sending
from gdpr_desktop.requests.time_limits import reply_deadline
from requests.test_refusals import decide, fee, part_of, problems, text_of

DAY = date(2026, 3, 2)
WARNED = Fee(amount=450, calculation="Tre timar", warned_on=DAY, answer_by=date(2026, 3, 16))


@pytest.mark.parametrize(
    ("changes", "today", "open_to"),
    [
        ({}, date(2026, 3, 16), False),  # the last day is theirs
        ({}, date(2026, 3, 17), True),
        ({"declined_on": DAY}, DAY, True),
        ({"warned_on": None, "declined_on": DAY}, DAY, False),
        ({"charged_on": DAY}, date(2026, 4, 1), False),
    ],
)
def test_only_who_says_no_or_nothing_may_be_refused(changes, today, open_to):
    assert may_refuse_unpaid(replace(WARNED, **changes), today) is open_to


@pytest.fixture
def warned(desk):
    """A case where the person has been warned of a fee."""
    case_id = desk.identified()
    service.refuse_part(desk.vault, desk.part(case_id), fee(desk))
    return case_id


def warn(desk, case_id) -> None:
    service.warn_of_fee(desk.vault, desk.part(case_id), warned_on=desk.today)


def fee_dues(desk) -> list[date]:
    found = overview.overview(desk.vault).due
    return [one.due for one in found if one.kind == "fee_answer"]


@pytest.mark.parametrize("language", Language)
def test_a_fee_that_is_declined_is_refused_in_one_step(
    desk, warned, window, opened, tmp_path, language
):
    part_id = desk.part(warned)
    with pytest.raises(RefusedError, match="varsla"):
        service.refuse_unpaid(desk.vault, part_id, declined_on=desk.today)
    warn(desk, warned)
    assert Action.REFUSE_UNPAID in refusal_actions(part_of(desk, warned))
    hand = opened(RefuseUnpaidDialog(desk.vault, warned, part_id, window))
    hand.save()
    assert hand.problem("declined_on")  # there is still time to answer
    hand.type("declined_on", f"{desk.today:%d.%m.%Y}")
    hand.save()
    assert hand.changes
    part = part_of(desk, warned)
    assert (result_of(part), grounds_of(part)) == (Result.REFUSED, ("12(5)",))
    assert part.refusal.fee.declined_on == desk.today
    decide(desk, warned)
    assert missing_before_sending(desk.request(warned), part_of(desk, warned)) == ()
    path = tmp_path / "avslag.docx"
    order = LetterOrder(template="request_refusal", language=language)
    service.export_letter(desk.vault, warned, order, path, part_id)
    assert "sagt ja til gebyret" in text_of(path)
    assert "artikkel 12 nr. 5" in text_of(path)


def test_the_day_an_answer_is_wanted_is_seen_until_it_has_come(desk, warned, clock):
    assert fee_dues(desk) == []
    warn(desk, warned)
    assert fee_dues(desk) == [desk.today + timedelta(days=14)]
    clock.instant += timedelta(days=15)
    service.refuse_unpaid(desk.vault, desk.part(warned), declined_on=None)
    assert part_of(desk, warned).refusal.unpaid
    assert fee_dues(desk) == []


def test_the_answer_is_wanted_before_the_request_must_be_answered(desk):
    case_id = desk.identified()
    due = reply_deadline(desk.request(case_id)).due
    late = replace(fee(desk), fee=replace(fee(desk).fee, answer_by=due))
    with pytest.raises(InvalidInputError) as error:
        service.refuse_part(desk.vault, desk.part(case_id), late)
    assert problems(error) == {"answer_by"}


def test_another_fee_needs_another_warning(desk):
    part_id = desk.part(desk.identified())
    service.refuse_part(desk.vault, part_id, fee(desk))
    service.warn_of_fee(desk.vault, part_id, warned_on=desk.today)
    more = replace(fee(desk), fee=replace(fee(desk).fee, amount=900))
    service.refuse_part(desk.vault, part_id, more)
    with pytest.raises(RefusedError, match="varsla"):
        service.charge_fee(desk.vault, part_id, agreed_on=desk.today)
