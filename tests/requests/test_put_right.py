"""From intake to a closed case: what somebody says is wrong, and what we found ourselves."""

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from gdpr_desktop.casework import service as casework
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import DispatchChannel, LetterOrder
from gdpr_desktop.law.rectification import Finding
from gdpr_desktop.requests import service
from gdpr_desktop.requests.model import Considered, Dispatch, Right
from gdpr_desktop.requests.recipients.model import Recipient, Recipients, Telling
from gdpr_desktop.requests.recipients.service import note_recipients
from gdpr_desktop.requests.rights import rules_of
from gdpr_desktop.requests.rights.correction import Corrected, CorrectionAssessment
from gdpr_desktop.requests.rights.rectification import (
    ArchiveView,
    Disputed,
    RectificationAssessment,
)
from gdpr_desktop.requests.steps import next_step

WRONG = {"claim": "Klasse 4A", "place": "Skulesystemet", "right": "Klasse 4B"}
SAID = {"judgement": "no", "not_as_it_is": "yes", "right_when_made": "no", "matters": "yes"}
SAID |= {"elsewhere": "no", "time_to_check": "no"}


def _assessment(right: Right, archive: ArchiveView) -> object:
    if right is Right.CORRECTION:
        return CorrectionAssessment(
            items=(Corrected(**WRONG),),
            discovered_how="Internkontroll",
            meaning="Ingenting",
            archive=archive,
        )
    return RectificationAssessment(
        items=(Disputed(finding=Finding.WRONG, **WRONG),),
        considered=tuple(
            Considered(question=name, answer=answer, reason="Undersøkt")
            for name, answer in SAID.items()
        ),
        archive=archive,
    )


@pytest.mark.parametrize("right", [Right.RECTIFICATION, Right.CORRECTION])
def test_data_are_put_right_before_the_letter_says_so(desk, tmp_path: Path, right: Right) -> None:
    vault, today = desk.vault, desk.today
    asks = right is Right.RECTIFICATION
    case_id = (desk.identified if asks else desk.register)(rights=(right,))
    part_id = desk.part(case_id)
    archive = ArchiveView(name="Anne Arkiv", asked_on=today, said="Merk det gamle.")
    service.assess(vault, part_id, _assessment(right, archive))
    service.note_decision(
        vault, part_id, text="Rett det", name="Tore Testdal", role="Rektor", decided_on=today
    )
    request = desk.request(case_id)
    letter = rules_of(right).template(request, request.parts[0])
    order = LetterOrder(template=letter, language=Language.NYNORSK)
    with pytest.raises(RefusedError):
        service.export_letter(vault, case_id, order, tmp_path / "for tidleg.docx", part_id)
    measures = request.parts[0].measures
    done = tuple(replace(one, done_on=today, done_by="Per Prøve") for one in measures)
    service.carry_out(vault, part_id, done)
    told = Recipient(name="Fylkeskommunen", telling=Telling.TOLD, told_on=today, what="Klasse")
    note_recipients(vault, part_id, Recipients(rows=(told,)))
    for language in Language:
        path = tmp_path / f"brev.{language}.docx"
        service.export_letter(vault, case_id, replace(order, language=language), path, part_id)
        document = Document(str(path))
        cells = [cell.text for table in document.tables for cell in table._cells]
        assert "Klasse 4B" in cells
        assert "Fylkeskommunen" in [one.text for one in document.paragraphs]
    post = DispatchChannel.REGISTERED_POST
    sent = Dispatch(channel=post, sent_by="Per Prøve", sent_on=today, what="Brevet")
    service.send_answer(vault, part_id, sent)
    casework.file_case(
        vault, case_id, archive_number="26/1", archive_title="Retting", public_title="Retting"
    )
    service.close_request(vault, case_id)
    assert next_step(desk.request(case_id)) is None
