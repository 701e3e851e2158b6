"""A letter that was saved before the case changed is not the letter to send."""

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.requests import service
from gdpr_desktop.requests.service.letters import answer_letter_is_fresh, export_letter


def test_an_answer_letter_is_stale_when_the_case_has_changed_since(desk, tmp_path):
    case_id = desk.written()
    assert not answer_letter_is_fresh(desk.vault, case_id, desk.request(case_id).parts[0])
    order = LetterOrder(template="access_answer", language=Language.NYNORSK)
    export_letter(desk.vault, case_id, order, tmp_path / "svar.docx")
    assert answer_letter_is_fresh(desk.vault, case_id, desk.request(case_id).parts[0])
    answer = desk.request(case_id).parts[0].answer
    service.prepare_answer(desk.vault, desk.part(case_id), answer)
    assert not answer_letter_is_fresh(desk.vault, case_id, desk.request(case_id).parts[0])
