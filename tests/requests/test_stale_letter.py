"""A letter that was saved before the case changed is not the letter to send."""

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.requests import service
from gdpr_desktop.requests.model import Right
from gdpr_desktop.requests.recipients.model import Recipient, Recipients, Telling
from gdpr_desktop.requests.recipients.service import note_recipients
from gdpr_desktop.requests.service.letters import answer_letter_is_fresh, export_letter
from requests.test_refusals import excessive
from requests.test_refusals_changed import rectification_refused


def test_an_answer_letter_is_stale_when_the_case_has_changed_since(desk, tmp_path):
    case_id = desk.written()
    assert not answer_letter_is_fresh(desk.vault, case_id, desk.request(case_id).parts[0])
    order = LetterOrder(template="access_answer", language=Language.NYNORSK)
    export_letter(desk.vault, case_id, order, tmp_path / "svar.docx")
    assert answer_letter_is_fresh(desk.vault, case_id, desk.request(case_id).parts[0])
    answer = desk.request(case_id).parts[0].answer
    service.prepare_answer(desk.vault, desk.part(case_id), answer)
    assert not answer_letter_is_fresh(desk.vault, case_id, desk.request(case_id).parts[0])


def test_the_letter_of_another_part_is_not_the_letter_to_send(desk, tmp_path):
    case_id = desk.identified(rights=(Right.ACCESS, Right.RECTIFICATION))
    access, rectification = desk.request(case_id).parts
    for part, refusal in ((access, excessive(desk)), (rectification, rectification_refused(desk))):
        service.refuse_part(desk.vault, part.id, refusal)
        service.note_decision(
            desk.vault,
            part.id,
            text="Avslag",
            name="Tore Testdal",
            role="Kommunedirektør",
            decided_on=desk.today,
        )
    order = LetterOrder(template="request_refusal", language=Language.NYNORSK)
    export_letter(desk.vault, case_id, order, tmp_path / "a.docx", access.id)
    first, second = desk.request(case_id).parts
    assert answer_letter_is_fresh(desk.vault, case_id, first)
    assert not answer_letter_is_fresh(desk.vault, case_id, second)


def test_a_letter_is_stale_when_more_are_told_than_it_names(desk, tmp_path):
    case_id = desk.written()
    order = LetterOrder(template="access_answer", language=Language.NYNORSK)
    export_letter(desk.vault, case_id, order, tmp_path / "svar.docx")
    told = Recipient(name="Nav", telling=Telling.TOLD, told_on=desk.today)
    note_recipients(desk.vault, desk.part(case_id), Recipients(rows=(told,)))
    assert not answer_letter_is_fresh(desk.vault, case_id, desk.request(case_id).parts[0])
