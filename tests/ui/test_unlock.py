"""The unlock screen: Enter, waiting after wrong passwords, the recovery key."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from conftest import PASSWORD, USER
from gdpr_desktop.ui import tasks
from gdpr_desktop.ui.attempt_pause import AttemptPause
from gdpr_desktop.ui.forms import FieldRow
from gdpr_desktop.ui.labels import button
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.ui.recovery_dialog import RecoveryDialog
from gdpr_desktop.vault import Vault, recovery, recovery_secret

NEW = "eit heilt nytt lause ord"


@pytest.fixture
def register(tmp_path: Path, sealed_vault: Path) -> Path:
    folder = shutil.copytree(sealed_vault.parent, tmp_path / "closed")
    return folder / sealed_vault.name


def problems(root: QDialog | MainWindow) -> dict[str, str]:
    rows = root.findChildren(FieldRow)
    return {row.field.objectName(): row.problem for row in rows if row.problem}


@pytest.mark.qt_log_ignore("Keyboard event not accepted", extend=True)
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("where", ["password", "button"])
def test_enter_in_the_password_and_on_the_button_unlocks(
    window: MainWindow, register: Path, qtbot: QtBot, where: str, key: Qt.Key
) -> None:
    page = window.unlock_page
    page.show_file(register, USER, PASSWORD)
    target = page.password.line if where == "password" else page.unlock_button
    target.setFocus()
    with qtbot.waitSignal(window.opened):
        QTest.keyClick(target, key)
    window.lock()


@pytest.mark.qt_log_ignore("Keyboard event not accepted", extend=True)
def test_enter_on_another_button_does_not_unlock(window: MainWindow, qtbot: QtBot) -> None:
    page = window.unlock_page
    page.create_button.setFocus()
    QTest.keyClick(page.create_button, Qt.Key.Key_Return)
    assert window.is_creating


def _try(window: MainWindow, qtbot: QtBot) -> None:
    window.unlock_page.unlock()
    tasks.runner().wait()
    qtbot.waitUntil(lambda: not tasks.runner().busy)


def test_after_wrong_passwords_the_button_counts_down_and_nothing_typed_is_lost(
    window: MainWindow, register: Path, qtbot: QtBot
) -> None:
    page = window.unlock_page
    page.show_file(register, USER, "heilt feil passord her")
    for _attempt in range(3):
        assert page.unlock_button.isEnabled()
        _try(window, qtbot)
    assert not page.unlock_button.isEnabled()
    assert "1" in page.unlock_button.text()
    page.password.set_text(PASSWORD)
    page.unlock()
    assert not tasks.runner().busy, "Enter does not go round the wait"
    qtbot.waitUntil(page.unlock_button.isEnabled, timeout=3000)
    assert (page.user.text(), page.password.text()) == (USER, PASSWORD)
    assert page.unlock_button.text() != ""
    with qtbot.waitSignal(window.opened):
        page.unlock()
    window.lock()


def test_countdown_tells_each_second_and_gives_the_button_its_words_back(qtbot: QtBot) -> None:
    pressed = button("Unlock")
    qtbot.addWidget(pressed)
    pause = AttemptPause(pressed)
    pause.start(0)
    assert pressed.isEnabled()
    pause.start(2)
    seen = [pressed.text()]
    for _second in range(2):
        pause._on_second()
        seen.append(pressed.text())
    assert [text.count("2") + text.count("1") for text in seen] == [1, 1, 0]
    assert (pressed.text(), pressed.isEnabled()) == ("Unlock", True)


def test_without_a_recovery_key_the_screen_says_who_can_help(
    window: MainWindow, register: Path
) -> None:
    window.unlock_page.show_file(register, USER)
    window.unlock_page.forgotten_button.click()
    assert set(problems(window)) == {"password"}
    assert not window.findChildren(RecoveryDialog)


@pytest.fixture
def groups(register: Path, tmp_path: Path) -> tuple[str, ...]:
    vault = Vault.open(register, USER, PASSWORD, anchor_dir=tmp_path / "anchors")
    made = recovery_secret.new()
    recovery.make(vault, made)
    vault.close()
    return made


def test_forgotten_password_is_set_anew_with_the_recovery_key(
    window: MainWindow, register: Path, groups: tuple[str, ...], qtbot: QtBot
) -> None:
    page = window.unlock_page
    page.show_file(register, "")
    page.forgotten_button.click()
    dialog = page.findChild(RecoveryDialog)
    dialog.save()
    assert set(problems(dialog)) == {"recovery", "password"}
    wrong = list(groups)
    wrong[2] = "00000" if wrong[2] != "00000" else "11111"
    dialog.key.set_text(" ".join(wrong))
    for field in (dialog.new.first, dialog.new.second):
        field.set_text(NEW)
    dialog.save()
    assert "3" in problems(dialog)["recovery"]
    dialog.key.set_text("\n".join(groups).lower())
    assert dialog.officer.value() == USER
    with qtbot.waitSignal(window.opened):
        dialog.save()
    assert window.vault.actor.name == USER
    assert window.settings.last_user == USER
    window.lock()
    page = window.unlock_page
    page.show_file(register, USER, NEW)
    with qtbot.waitSignal(window.opened):
        page.unlock()
    window.lock()


def test_recovery_key_of_another_register_is_told_at_its_field(
    window: MainWindow, register: Path, groups: tuple[str, ...], qtbot: QtBot
) -> None:
    window.unlock_page.show_file(register, USER)
    window.unlock_page.forgotten_button.click()
    dialog = window.unlock_page.findChild(RecoveryDialog)
    dialog.key.set_text(" ".join(recovery_secret.new()))
    for field in (dialog.new.first, dialog.new.second):
        field.set_text(NEW)
    dialog.save()
    qtbot.waitUntil(lambda: not tasks.runner().busy)
    assert set(problems(dialog)) == {"recovery"}
    assert dialog.new.text() == NEW
