"""A letter that was saved before the case changed is not the letter to send."""

from dataclasses import replace

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.requests import service
from gdpr_desktop.requests.actions import Action, primary_action
from gdpr_desktop.requests.dialogs.letter import LetterDialog
from gdpr_desktop.requests.dialogs.send import SendDialog
from gdpr_desktop.requests.model import Right
from gdpr_desktop.requests.recipients.model import Recipient, Recipients, Telling
from gdpr_desktop.requests.recipients.service import note_recipients
from gdpr_desktop.requests.rights.access import Answer, OralAnswer
from gdpr_desktop.requests.service.letters import export_letter
from gdpr_desktop.requests.steps import Step, StepState, StepView
from requests.test_refusals import excessive
from requests.test_refusals_changed import rectification_refused


def test_an_answer_letter_is_stale_when_the_case_has_changed_since(desk, tmp_path):
    case_id = desk.written()
    assert not desk.request(case_id).parts[0].letter_saved
    order = LetterOrder(template="access_answer", language=Language.NYNORSK)
    export_letter(desk.vault, case_id, order, tmp_path / "svar.docx")
    assert desk.request(case_id).parts[0].letter_saved
    answer = desk.request(case_id).parts[0].answer
    service.prepare_answer(desk.vault, desk.part(case_id), answer)
    assert not desk.request(case_id).parts[0].letter_saved


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
    assert first.letter_saved
    assert not second.letter_saved


def test_a_letter_is_stale_when_more_are_told_than_it_names(desk, tmp_path):
    case_id = desk.written()
    order = LetterOrder(template="access_answer", language=Language.NYNORSK)
    export_letter(desk.vault, case_id, order, tmp_path / "svar.docx")
    told = Recipient(name="Nav", telling=Telling.TOLD, told_on=desk.today)
    note_recipients(desk.vault, desk.part(case_id), Recipients(rows=(told,)))
    assert not desk.request(case_id).parts[0].letter_saved


def test_the_letter_is_written_before_it_can_be_the_next_thing_to_send(desk, tmp_path):
    case_id = desk.written()
    assert _next_action(desk.request(case_id)) is Action.LETTER_ANSWER
    order = LetterOrder(template="access_answer", language=Language.NYNORSK)
    export_letter(desk.vault, case_id, order, tmp_path / "svar.docx")
    assert _next_action(desk.request(case_id)) is Action.SEND


def test_what_has_been_told_needs_no_letter(desk):
    case_id = desk.reviewed(wants_oral_answer=True)
    part = desk.request(case_id).parts[0]
    oral = OralAnswer(
        what="Alt", to_whom="Kari", at=desk.vault.clock.now(), identity="Kontrollspørsmål"
    )
    told = replace(part, answer=Answer(oral=oral))
    request = desk.request(case_id)
    assert _next_action(request) is Action.LETTER_ANSWER
    assert _next_action(replace(request, parts=(told,))) is Action.SEND


def test_the_letter_opens_from_the_dialog_that_misses_it(vault, desk, window, opened, tmp_path):
    case_id = desk.written()
    hand = opened(SendDialog(vault, case_id, desk.part(case_id), window))
    hand.click(hand.dialog.letter_button)
    letter = hand.dialog.findChild(LetterDialog)
    assert letter.isVisible()
    order = LetterOrder(template="access_answer", language=Language.NYNORSK)
    change = export_letter(vault, case_id, order, tmp_path / "svar.docx")
    letter.accepted_value.emit(change)
    assert not hand.dialog.letter_button.isVisible()
    letter.reject()


def _next_action(request):
    view = StepView(step=Step.SEND, state=StepState.NEXT, part=request.parts[0].id)
    return primary_action(request, view).action
