"""After the warning of a fee the case waits for the person, and says so."""

import pytest

from gdpr_desktop.requests import service
from gdpr_desktop.requests.actions import Action, Chosen, primary_action
from gdpr_desktop.requests.dialogs.fee_answer import FeeAnswer, FeeAnswerDialog
from gdpr_desktop.requests.model import Missing, Right, Step
from gdpr_desktop.requests.part_summary import part_facts
from gdpr_desktop.requests.steps import StepState, next_view, progress
from requests.test_refusals import fee


def asked_for_a_fee(desk, rights=(Right.ACCESS,)):
    case_id = desk.identified(rights=rights)
    service.confirm_receipt(desk.vault, case_id, confirmed_on=desk.received, how="Brev")
    part_id = desk.part(case_id)
    service.refuse_part(desk.vault, part_id, fee(desk))
    return case_id, part_id


def offered(desk, case_id):
    request = desk.request(case_id)
    return primary_action(request, next_view(request))


def states(desk, case_id):
    return {view.step: view for view in progress(desk.request(case_id))}


def test_the_next_step_is_the_warning_and_then_the_answer(desk):
    case_id, part_id = asked_for_a_fee(desk)
    assert offered(desk, case_id) == Chosen(action=Action.LETTER_FEE, part=part_id)
    service.warn_of_fee(desk.vault, part_id, warned_on=desk.today)
    assert offered(desk, case_id) == Chosen(action=Action.FEE_ANSWER, part=part_id)
    seen = states(desk, case_id)
    assert seen[Step.COLLECT].missing == seen[Step.DECISION].missing == (Missing.FEE,)
    assert seen[Step.REVIEW].state is StepState.NEXT
    service.charge_fee(desk.vault, part_id, agreed_on=desk.today)
    assert offered(desk, case_id) == Chosen(action=Action.ADD_TASK)


def test_the_step_says_how_much_and_by_when(desk):
    case_id, part_id = asked_for_a_fee(desk)
    service.warn_of_fee(desk.vault, part_id, warned_on=desk.today)
    request = desk.request(case_id)
    asked = request.parts[0].refusal.fee
    said = part_facts(request, request.parts[0], Step.REVIEW).summary
    assert str(asked.amount) in said
    assert str(asked.answer_by.year) in said


def test_another_right_of_the_case_does_not_wait(desk):
    case_id, part_id = asked_for_a_fee(desk, (Right.ACCESS, Right.RECTIFICATION))
    service.warn_of_fee(desk.vault, part_id, warned_on=desk.today)
    chosen = offered(desk, case_id)
    assert chosen.part != part_id
    assert states(desk, case_id)[Step.COLLECT].missing == ()


@pytest.mark.parametrize("answer", FeeAnswer)
def test_what_the_person_says_to_the_fee_is_noted_where_it_is_waited_for(
    vault, desk, window, opened, answer
):
    case_id, part_id = asked_for_a_fee(desk)
    service.warn_of_fee(vault, part_id, warned_on=desk.today)
    hand = opened(FeeAnswerDialog(vault, case_id, part_id, window))
    hand.save()
    assert hand.problem("answer")
    hand.choose("answer", answer)
    hand.save()
    refusal = desk.request(case_id).parts[0].refusal
    assert refusal.whole is (answer is FeeAnswer.NO)
    assert (refusal.fee.charged_on is not None) is (answer is FeeAnswer.YES)
    if answer is FeeAnswer.SILENT:  # there is time left to answer
        assert hand.problem("answer")
