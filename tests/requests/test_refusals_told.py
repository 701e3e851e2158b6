"""A refusal in part has its own letter with the reasons: the case waits for it (art. 12(4))."""

import pytest

from gdpr_desktop.casework import service as casework
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import DispatchChannel, LetterOrder
from gdpr_desktop.requests import service
from gdpr_desktop.requests.actions import Action, primary_action
from gdpr_desktop.requests.model import Dispatch
from gdpr_desktop.requests.part_summary import part_facts
from gdpr_desktop.requests.refusals.model import RefusalKind
from gdpr_desktop.requests.steps import Missing, Step, missing_before_closing, next_view
from requests.test_refusals import decide, excessive, part_of


def answered_in_part(desk):
    """A case whose answer has gone, but not the letter on what is refused."""
    case_id = desk.written()
    made = excessive(desk, RefusalKind.PART, refused_part="Loggane")
    service.refuse_part(desk.vault, desk.part(case_id), made)
    decide(desk, case_id)
    dispatch = Dispatch(
        channel=DispatchChannel.REGISTERED_POST, sent_by="Solveig", sent_on=desk.today, what="Brev"
    )
    service.send_answer(desk.vault, desk.part(case_id), dispatch)
    casework.file_case(
        desk.vault, case_id, archive_number="26/1", archive_title="Innsyn", public_title="Krav"
    )
    return case_id


@pytest.mark.parametrize("language", Language)
def test_the_case_is_not_closed_before_the_reasons_have_gone(desk, tmp_path, language):  # E12
    case_id = answered_in_part(desk)
    request = desk.request(case_id)
    assert missing_before_closing(request) == (Missing.REFUSAL_TOLD,)
    view = next_view(request)
    assert view is not None
    assert primary_action(request, view).action is Action.LETTER_REFUSAL
    assert Action.LETTER_REFUSAL in part_facts(request, request.parts[0], Step.REVIEW).actions
    with pytest.raises(RefusedError):
        service.close_request(desk.vault, case_id)
    order = LetterOrder(template="request_refusal", language=language, sent_on=desk.today)
    service.export_letter(desk.vault, case_id, order, tmp_path / "a.docx", desk.part(case_id))
    assert part_of(desk, case_id).refusal.told_on == desk.today
    service.close_request(desk.vault, case_id)
    assert not desk.request(case_id).case.open


def test_a_refusal_that_says_something_else_must_be_told_again(desk):
    case_id = desk.written()
    part_id = desk.part(case_id)
    made = excessive(desk, RefusalKind.PART, refused_part="Loggane")
    service.refuse_part(desk.vault, part_id, made)
    service.tell_of_refusal(desk.vault, part_id, told_on=desk.today)
    service.refuse_part(desk.vault, part_id, made)
    assert part_of(desk, case_id).refusal.told_on == desk.today
    service.refuse_part(desk.vault, part_id, excessive(desk, RefusalKind.PART, refused_part="Alt"))
    assert part_of(desk, case_id).refusal.told_on is None
