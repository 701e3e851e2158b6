"""A caseworker's window with no register, and the dialogs of the officer."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dpia.work_file.conftest import WRITER, Opener
from dpia.work_file.writing import case_in, said, write
from gdpr_desktop.app import load_features, load_work_file
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.work_file.dialogs.send import SendDialog
from gdpr_desktop.dpia.work_file.dialogs.send_back import SendBackDialog
from gdpr_desktop.dpia.work_file.dialogs.take_in import TakeInDialog
from gdpr_desktop.dpia.work_file.making import Sent
from gdpr_desktop.ui import tasks
from gdpr_desktop.ui.forms import FieldRow
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.ui.work_file_page import ClosedPage, WorkFilePage
from gdpr_desktop.vault import Vault


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
    take = TakeInDialog(officer, case_id, window)
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
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = SendDialog(officer, case_id, parent)
    dialog.open()
    dialog.recipient.set_text(WRITER)
    answers(tmp_path / "til Ola.dpia")
    with qtbot.waitSignal(dialog.accepted_value):
        dialog.save_button.click()
    password = dialog.secret.password.text()
    assert opener(tmp_path / "til Ola.dpia", password).actor.name == WRITER
    dialog.save_button.click()


def test_the_making_of_a_file_is_stopped_by_cancel_and_nothing_is_left(
    officer: Vault, case_id: CaseId, tmp_path: Path, qtbot: QtBot, answers: Callable[..., None]
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = SendDialog(officer, case_id, parent)
    dialog.open()
    dialog.recipient.set_text(WRITER)
    place = tmp_path / "ut" / "til Ola.dpia"
    place.parent.mkdir()
    answers(place)
    dialog.save_button.click()
    dialog.cancel_button.click()
    assert dialog.isVisible()
    qtbot.waitUntil(dialog.save_button.isEnabled)
    assert dialog.made is None
    assert list(place.parent.iterdir()) == []
    assert store.dpia(officer.db, case_id).sent_files == ()
    dialog.discard()


@pytest.mark.filterwarnings("ignore:Function. 'QDragEnterEvent:DeprecationWarning")
def test_a_file_dropped_on_the_window_is_asked_for_but_not_over_an_open_register(
    window: MainWindow, sent: Sent, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sent.path))])
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(9, 9), action, data, Qt.MouseButton.LeftButton, none)
    enter = QDragEnterEvent(QPoint(9, 9), action, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, drop)
    page = window.stack.currentWidget()
    assert isinstance(page, WorkFilePage)
    assert page.path == sent.path
    opened(window, sent, qtbot)
    enter.setAccepted(False)
    QApplication.sendEvent(window, enter)
    assert not enter.isAccepted()
    assert window.work_files.is_open


def test_locked_by_hand_the_work_file_is_asked_for_again_and_so_in_another_language(
    window: MainWindow, sent: Sent, qtbot: QtBot
) -> None:
    opened(window, sent, qtbot)
    window.lock()
    assert isinstance(window.stack.currentWidget(), WorkFilePage)
    window.looks.choose_language(Language.BOKMAL)
    page = window.stack.currentWidget()
    assert isinstance(page, WorkFilePage)
    page.back_button.click()
    assert window.registers.is_welcoming
    assert window.settings.recent == ()


def test_a_window_with_a_work_file_never_speaks_of_a_register(
    window: MainWindow, sent: Sent, qtbot: QtBot
) -> None:
    opened(window, sent, qtbot)
    assert window.windowTitle().startswith("Arbeidsfil frå ")
    shown = [one for one in window.menuBar().actions() if one.isVisible()]
    menus = [one.menu() for one in shown]
    assert all(menu.actions() and not menu.actions()[0].isSeparator() for menu in menus)
    assert "Register" not in [one.text().replace("&", "") for one in shown]
    assert not menus[0].actions()[0].isEnabled()
    window.locking._on_idle()
    assert window.vault is None
    assert "register" not in window.notice_bar._text.text().lower()
    shown = [one for one in window.menuBar().actions() if one.isVisible()]
    assert "Register" in [one.text().replace("&", "") for one in shown]


def test_a_wrong_password_is_told_at_the_password_and_counted(
    window: MainWindow, sent: Sent, qtbot: QtBot
) -> None:
    window.work_files.ask(sent.path)
    page = window.stack.currentWidget()
    assert isinstance(page, WorkFilePage)
    for wrong in ("", "feil passord"):
        page.password.set_text(wrong)
        page.open_button.click()
        tasks.runner().wait()
        row = page.findChild(FieldRow)
        qtbot.waitUntil(lambda row=row: bool(row.problem))
    assert window.vault is None


def test_the_program_takes_a_file_as_its_argument(sent: Sent, tmp_path: Path) -> None:
    data = ["--data-dir", str(tmp_path / "d"), "--exit-when-shown"]
    done = subprocess.run(
        [sys.executable, "-m", "gdpr_desktop", str(sent.path), *data],
        cwd=Path(__file__).parents[3],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr


def test_a_register_opened_after_a_work_file_finds_the_keys_of_its_tabs_free() -> None:
    (alone,) = load_work_file()
    tab = next(one for one in load_features() if one.NAME == alone.NAME)
    assert (alone.TITLE, alone.SHORTCUT) == (tab.TITLE, tab.SHORTCUT)
