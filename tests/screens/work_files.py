"""An assessment on another machine: sent, opened there without a register, and taken in."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from gdpr_desktop.casework import store as cases
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.dpia.rich import rich
from gdpr_desktop.dpia.work_file import making
from gdpr_desktop.dpia.work_file.dialogs.send import SendDialog
from gdpr_desktop.dpia.work_file.dialogs.send_back import SendBackDialog
from gdpr_desktop.dpia.work_file.dialogs.take_in import TakeInDialog
from gdpr_desktop.dpia.work_file.making import Sent
from gdpr_desktop.dpia.work_file.page import WorkFileTab
from gdpr_desktop.dpia.work_file.store import only_case
from gdpr_desktop.ui import tasks
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.ui.work_file_page import ClosedPage, WorkFilePage
from gdpr_desktop.vault import Vault
from gdpr_desktop.vault.work_file import open_work_file

Take = Callable[..., None]
Close = Callable[[QDialog], None]


def pictures(window: MainWindow, take: Take, close: Close) -> None:
    """Take them, on the first assessment of the demo that is being written."""
    vault = window.vault
    assert vault is not None, "it is unlocked"
    case_id = _writable(vault)
    if case_id is None:
        return
    tab = window.workspace.page_of("dpia")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        sent = making.send(vault, case_id, "Ola Sakshandsamar", place / "Vurdering.dpia")
        sending = SendDialog(vault, case_id, tab)
        sending.open()
        sending._on_made(sent)
        take("dialog-dpia-work_file", sending)
        close(sending)
        for page in (WorkFilePage(sent.path, open_file=Vault.open), ClosedPage(sent.path)):
            _page(page, window, f"work-file-{type(page).__name__.lower()}", take)
        _there(sent, place, window, take, close)
        taking = TakeInDialog(vault, case_id, tab)
        taking.open()
        taking.look_into(sent.path)
        tasks.runner().wait()
        take("dialog-dpia-take_in", taking)
        close(taking)


def _there(sent: Sent, place: Path, window: MainWindow, take: Take, close: Close) -> None:
    there = open_work_file(sent.path, sent.password, anchor_dir=place / "anchors")
    case_id = only_case(there.db)
    assert case_id is not None
    page = WorkFileTab(there)
    page.resize(window.size())
    page.show()
    take("work-file-first-page", page)
    back = SendBackDialog(there, case_id, page._origin, page)
    back.open()
    take("dialog-dpia-send_back", back)
    close(back)
    page.close()
    with there.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        answer = Answer(question="what", text=rich("Skrive på den andre maskina."))
        store.put_answer(work.db, case_id, answer, there.actor.name, work.clock.now())
    there.close()


def _page(page: QWidget, window: MainWindow, name: str, take: Take) -> None:
    page.resize(window.size())
    page.show()
    take(name, page)
    page.close()


def _writable(vault: Vault) -> CaseId | None:
    found = vault.db.execute("SELECT case_id FROM dpia ORDER BY case_id").fetchall()
    ids = (CaseId(row[0]) for row in found)
    return next((one for one in ids if cases.case(vault.db, one).open and _open(vault, one)), None)


def _open(vault: Vault, case_id: CaseId) -> bool:
    return store.dpia(vault.db, case_id).writable
