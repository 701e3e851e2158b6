"""Data erased at once after a withdrawal are erased by art. 17(1): art. 19 holds for them too."""

from dataclasses import replace

import pytest
from docx import Document

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.requests import service
from gdpr_desktop.requests.model import Measure, Right
from gdpr_desktop.requests.recipients import service as recipients
from gdpr_desktop.requests.recipients.model import Recipient, Recipients, Telling
from gdpr_desktop.requests.rights.withdrawal import ErasureStep
from gdpr_desktop.requests.steps import Missing, Step, missing_before_closing, must_tell, steps_of
from requests.other_kinds import WITHDRAWN

ANSWERS = tuple(
    replace(one, answer="no", reason="") if one.question == "must_keep" else one
    for one in WITHDRAWN.considered
)
ERASED = replace(WITHDRAWN, erasure=ErasureStep.DONE, considered=ANSWERS)
KEPT = replace(WITHDRAWN, erasure=ErasureStep.KEPT, kept_why="Brevet ligg i arkivet.")


@pytest.mark.parametrize("made", [WITHDRAWN, KEPT, ERASED])
def test_recipients_are_told_only_where_it_was_erased(desk, made):
    case_id = desk.identified(rights=(Right.WITHDRAWAL,))
    service.assess(desk.vault, desk.part(case_id), made, basis=Basis.CONSENT)
    request = desk.request(case_id)
    erased = made.erasure is ErasureStep.DONE
    assert must_tell(request.parts[0]) is erased
    assert (Step.TELL in steps_of(request.parts[0])) is erased
    assert (Missing.RECIPIENTS in missing_before_closing(request)) is erased


def test_the_letter_names_those_who_were_told(desk, tmp_path):
    case_id = desk.identified(rights=(Right.WITHDRAWAL,))
    part_id = desk.part(case_id)
    service.assess(desk.vault, part_id, ERASED, basis=Basis.CONSENT)
    one = Recipient(name="Fjordvik idrettslag", telling=Telling.TOLD, told_on=desk.today)
    recipients.note_recipients(desk.vault, part_id, Recipients(rows=(one,)))
    service.note_decision(
        desk.vault, part_id, text="Stopp", name="Tore", role="Rektor", decided_on=desk.today
    )
    wanted = desk.request(case_id).parts[0].measures
    done = tuple(Measure(what=m.what, done_on=desk.today, done_by="Kari") for m in wanted)
    service.carry_out(desk.vault, part_id, done)
    for language in Language:
        path = tmp_path / f"{language}.docx"
        order = LetterOrder(template="withdrawal_answer", language=language)
        service.export_letter(desk.vault, case_id, order, path, part_id)
        text = "\n".join(p.text for p in Document(str(path)).paragraphs)
        assert "Fjordvik idrettslag" in text
        assert "artikkel 19" in text
