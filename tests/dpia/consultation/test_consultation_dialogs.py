"""The dialogs of reports and of the prior consultation, as a person uses them."""

from pathlib import Path

import pytest

from dpia.consultation.test_consultation import DECIDED, SENT, of
from dpia.filling import advised, put
from gdpr_desktop.correspondence.dialogs import document, letter
from gdpr_desktop.dpia.codes import ConsultationAnswer
from gdpr_desktop.dpia.consultation.dialogs.answered import AnsweredDialog
from gdpr_desktop.dpia.consultation.dialogs.ask import AskDialog
from gdpr_desktop.dpia.consultation.dialogs.heard import HeardDialog
from gdpr_desktop.dpia.consultation.dialogs.letter import LetterDialog
from gdpr_desktop.dpia.consultation.dialogs.sent import SentDialog
from gdpr_desktop.dpia.consultation.service import Heard
from gdpr_desktop.dpia.reports.dialogs.report import ReportDialog
from gdpr_desktop.dpia.reports.dialogs.short import ShortDialog
from gdpr_desktop.vault import Vault


def test_from_asking_to_the_answer_by_the_dialogs(qapp: object, officer: Vault) -> None:
    case_id = advised(officer, consult=True)
    asking = AskDialog(officer, case_id)
    asking.save()
    assert of(officer, case_id).consultation is None  # a reason is wanted
    asking.why.set_text("Brukaren kan ikkje seie nei.")
    asking.save()
    sending = SentDialog(officer, case_id)
    sending.reference.set_text("26/0001")
    sending.save()
    hearing = HeardDialog(officer, case_id)
    hearing.heard.set_value(Heard.SUSPENDED)
    hearing.text.set_text("Avtalen")
    hearing.save()
    answering = AnsweredDialog(officer, case_id)
    answering.answer.set_value(ConsultationAnswer.NO_OBJECTION)
    answering.save()
    asked = of(officer, case_id).consultation
    assert asked is not None
    assert asked.reference == "26/0001"
    assert asked.answer is ConsultationAnswer.NO_OBJECTION
    assert asked.suspensions[0].until == asked.answered_on
    for one in (asking, sending, hearing, answering):
        one.deleteLater()
    del qapp


@pytest.mark.parametrize("dialog", [ReportDialog, ShortDialog])
def test_a_report_is_exported_and_kept_on_the_timeline(
    qapp: object,
    officer: Vault,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    dialog: type[ReportDialog] | type[ShortDialog],
) -> None:
    case_id = advised(officer)
    path = tmp_path / "rapport.docx"
    monkeypatch.setattr(document, "ask_path", lambda *_arguments: path)
    opened = dialog(officer, case_id)
    opened.save()
    assert path.read_bytes().startswith(b"PK")
    assert opened.accepted_value is not None
    opened.deleteLater()
    del qapp


def test_the_assessment_goes_with_the_letter(
    qapp: object, officer: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id = advised(officer)
    put(officer, case_id, consultation=DECIDED)
    path = tmp_path / "brev.docx"
    monkeypatch.setattr(letter, "ask_path", lambda *_arguments: path)
    opened = LetterDialog(officer, case_id, "prior_consultation")
    opened.save()
    assert len(list(tmp_path.glob("brev*.docx"))) == 2
    opened.deleteLater()
    del qapp


def test_a_dialog_whose_turn_has_passed_is_refused(officer: Vault) -> None:
    from gdpr_desktop.core.errors import RefusedError

    case_id = advised(officer)
    for made in (SentDialog, HeardDialog, AnsweredDialog):
        with pytest.raises(RefusedError):
            made(officer, case_id)
    put(officer, case_id, consultation=SENT)
    with pytest.raises(RefusedError):
        AskDialog(officer, case_id)
