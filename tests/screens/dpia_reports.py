"""The reports on an assessment, and the prior consultation: each dialog at its stage."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from gdpr_desktop.casework.deed import CaseTouched
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.actions import Action
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.consultation.dialogs.answered import AnsweredDialog
from gdpr_desktop.dpia.consultation.dialogs.ask import AskDialog
from gdpr_desktop.dpia.consultation.dialogs.heard import HeardDialog
from gdpr_desktop.dpia.consultation.dialogs.letter import LetterDialog
from gdpr_desktop.dpia.consultation.dialogs.sent import SentDialog
from gdpr_desktop.dpia.consultation.model import Consultation
from gdpr_desktop.dpia.consultation.service import ask, note_sent
from gdpr_desktop.dpia.content import About, Estimate, Scenario
from gdpr_desktop.dpia.reports.dialogs.report import ReportDialog
from gdpr_desktop.dpia.reports.dialogs.short import ShortDialog
from gdpr_desktop.dpia.service.intake import register_dpia
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.vault import Vault

ABOUT = About(title="Kamera på bussane", unit="Teknisk", responsible="Kari Nes")
RISK = Scenario(
    key="s1", title="Opptak kjem på avvegar", before=Estimate(consequence=5, likelihood=4)
)


def pictures(
    window: MainWindow, take: Callable[..., None], close: Callable[[QDialog], None]
) -> None:
    """Take them, on an assessment of their own."""
    vault = window.vault
    assert vault is not None, "it is unlocked"
    case_id, today = _advised(vault), vault.clock.today()

    def shoot(name: str, dialog: QDialog) -> None:
        dialog.open()
        take(f"dialog-dpia-{name}", dialog)
        close(dialog)

    shoot("report", ReportDialog(vault, case_id, window))
    shoot("short", ShortDialog(vault, case_id, window))
    shoot("consult", AskDialog(vault, case_id, window))
    why = "Fleire tiltak finst ikkje."
    asked = Consultation(why=why, decided_by="Kari Nes", role="Rektor", decided_on=today)
    ask(vault, case_id, asked)
    shoot("consult-letter", _letter(vault, case_id, window))
    shoot("consult-sent", SentDialog(vault, case_id, window))
    note_sent(vault, case_id, today, None, "")
    shoot("consult-heard", HeardDialog(vault, case_id, window))
    shoot("consult-answered", AnsweredDialog(vault, case_id, window))


def _letter(vault: Vault, case_id: CaseId, parent: QWidget) -> QDialog:
    return LetterDialog(vault, case_id, Action.CONSULT_LETTER.value, parent)


def _advised(vault: Vault) -> CaseId:
    case_id = CaseId(register_dpia(vault, ABOUT).id)
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        store.put_item(work.db, case_id, RISK)
        store.put_step(work.db, case_id, state=State.ADVISED.value)
        work.publish(CaseTouched(case_id=case_id))
    return case_id
