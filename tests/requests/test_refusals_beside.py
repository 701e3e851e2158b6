"""What a refusal must not slip past: the channel, the numbers in its reasons, the days."""

from dataclasses import replace

import pytest

from gdpr_desktop.core.errors import InvalidInputError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import DispatchChannel, LetterOrder
from gdpr_desktop.requests import service
from gdpr_desktop.requests.channels import answer_holds_identifiers
from gdpr_desktop.requests.model import Content, Identity
from gdpr_desktop.requests.refusals.model import RefusalKind
from gdpr_desktop.requests.time_limits import first_deed
from requests.test_refusals import decide, excessive, part_of, problems


def test_a_refusal_in_part_goes_by_a_channel_that_the_answer_may_go_by(desk, tmp_path):
    case_id = desk.reviewed(Content(special_categories=True))
    made = excessive(desk, RefusalKind.PART, refused_part="Loggane")
    service.refuse_part(desk.vault, desk.part(case_id), made)
    decide(desk, case_id)
    order = LetterOrder(
        template="request_refusal",
        language=Language.NYNORSK,
        sent_on=desk.today,
        channel=DispatchChannel.EMAIL.value,
    )
    with pytest.raises(InvalidInputError) as caught:
        service.export_letter(desk.vault, case_id, order, tmp_path / "a.docx", desk.part(case_id))
    assert problems(caught) == {"channel"}
    safe = replace(order, channel=DispatchChannel.REGISTERED_POST.value)
    service.export_letter(desk.vault, case_id, safe, tmp_path / "b.docx", desk.part(case_id))


def test_a_number_in_the_reasons_of_a_refusal_is_found(desk):
    part = part_of(desk, desk.register())
    assert not answer_holds_identifiers(part)
    made = excessive(desk, RefusalKind.PART, refused_part="Kontoen 8601 11 17947")
    assert answer_holds_identifiers(replace(part, refusal=made))


def test_the_day_of_receipt_is_not_moved_past_the_help_to_narrow_it(desk):
    case_id = desk.identified()
    service.refuse_part(desk.vault, desk.part(case_id), excessive(desk))
    request = replace(desk.request(case_id), identity=Identity(), tasks=())
    without = replace(request, parts=(replace(request.parts[0], refusal=None),))
    assert (first_deed(without), first_deed(request)) == (None, desk.received)
