"""A caseworker's window with no register, and the dialogs of the officer."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dpia.work_file.conftest import WRITER, Opener
from dpia.work_file.writing import case_in, said, write
from gdpr_desktop.app import Program
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.work_file.dialogs.send import SendDialog
from gdpr_desktop.dpia.work_file.dialogs.send_back import SendBackDialog
from gdpr_desktop.dpia.work_file.dialogs.take_in import TakeInDialog
from gdpr_desktop.dpia.work_file.making import Sent
from gdpr_desktop.ui import tasks
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.ui.work_file_page import ClosedPage, WorkFilePage
from gdpr_desktop.vault import Vault


@pytest.fixture
def window(qtbot: QtBot, qapp: object, tmp_path: Path) -> Iterator[MainWindow]:
    """The program on the caseworker's machine, which knows no register."""
    program = Program(qapp, tmp_path / "andre")  # type: ignore[arg-type]
    qtbot.addWidget(program.window)
    program.start()
    yield program.window
    if program.window.vault is not None:
        program.window.lock()
    program.wait()


def opened(window: MainWindow, sent: Sent, qtbot: QtBot) -> None:
    window.work_files.ask(sent.path)
    page = window.stack.currentWidget()
    assert isinstance(page, WorkFilePage)
    page.password.line.setText(sent.password.upper().replace(" ", "-"))
    with qtbot.waitSignal(window.opened):
        QTest.keyClick(page.password.line, Qt.Key.Key_Return)


def test_a_work_file_is_opened_without_any_register_and_sent_back(
    window: MainWindow, officer: Vault, case_id: CaseId, sent: Sent, qtbot: QtBot
) -> None:
    opened(window, sent, qtbot)
    assert window.vault is not None
    tab = window.workspace.page()
    assert not window.workspace.tabs.tabBar().isVisibleTo(window)
    tab.begin_button.click()
    write(window.vault, case_in(window.vault), said("what", "Frå den andre maskina."))
    tab.back_button.click()
    dialog = tab.findChild(SendBackDialog)
    dialog.note.set_text("Eg var usikker på grunnlaget.")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: window.vault is None)
    page = window.stack.currentWidget()
    assert isinstance(page, ClosedPage)
    assert [one.name for one in sent.path.parent.iterdir()] == [sent.path.name]
    take = TakeInDialog(officer, case_id)
    qtbot.addWidget(take)
    take.open()
    take.look_into(sent.path)
    tasks.runner().wait()
    qtbot.waitUntil(lambda: take.returned is not None)
    with qtbot.waitSignal(take.accepted_value):
        take.save_button.click()
    content = store.dpia(officer.db, case_id).content
    assert content.answer("what").text.plain == "Frå den andre maskina."
    assert [(one.name, one.text) for one in content.comments] == [
        (WRITER, "Eg var usikker på grunnlaget.")
    ]


def test_the_officer_gets_a_password_to_tell(
    officer: Vault,
    case_id: CaseId,
    tmp_path: Path,
    qtbot: QtBot,
    answers: Callable[..., None],
    opener: Opener,
) -> None:
    dialog = SendDialog(officer, case_id)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.recipient.set_text(WRITER)
    answers(tmp_path / "til Ola.dpia")
    with qtbot.waitSignal(dialog.accepted_value):
        dialog.save_button.click()
    password = dialog.secret.text().partition("\n")[0]
    assert opener(tmp_path / "til Ola.dpia", password).actor.name == WRITER
    dialog.save_button.click()
