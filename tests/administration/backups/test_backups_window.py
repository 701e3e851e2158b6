"""What the officer meets: the status bar, the dialog, closing, restoring."""

import gc
import shutil
import weakref
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from administration.backups.conftest import save
from conftest import PASSWORD, USER
from gdpr_desktop.administration.backups.dialogs.closing import ClosingDialog
from gdpr_desktop.administration.backups.dialogs.overview import BackupsDialog
from gdpr_desktop.administration.backups.dialogs.rehearsal import RehearsalDialog
from gdpr_desktop.administration.backups.dialogs.restore import RestoreDialog, restore_anywhere
from gdpr_desktop.administration.backups.widgets import BackupGuard, guard_of
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.roles import Role
from gdpr_desktop.ui import notices, tasks
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.vault import Vault, people
from gdpr_desktop.vault.backup import keeping, making
from gdpr_desktop.vault.backup.errors import BackupNotVerifiedError
from gdpr_desktop.vault.backup.format import Reason
from ui import walk

Wait = Callable[[], None]


@pytest.fixture(autouse=True)
def no_box_unasked() -> None:
    notices.queue_answers(())


@pytest.fixture
def guard(window: MainWindow, vault: Vault) -> BackupGuard:
    window.open_workspace(vault)
    return guard_of(window, vault)


@pytest.fixture
def dialog(guard: BackupGuard, wait: Wait) -> BackupsDialog:
    made = guard.show_backups()
    wait()
    return made


def _click(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _dialog(window: MainWindow, kind: type[QDialog]) -> QDialog:
    return next(made for made in window.findChildren(kind) if made.isVisible())


def _refuse(*_arguments: object) -> None:
    raise BackupNotVerifiedError


# The status bar


def test_the_status_bar_says_how_old_the_last_backup_is(
    guard: BackupGuard, wait: Wait, clock: FixedClock
) -> None:
    assert guard.button.text() == keeping_words(guard)
    guard.run(Reason.ASKED)
    wait()
    clock.instant += timedelta(days=1)
    guard.show_state()
    assert "10:00" in guard.button.text()
    assert guard.button.property("iconName") == "archive"
    clock.instant += timedelta(days=7)
    guard.show_state()
    assert guard.button.property("iconName") == "warning"


def keeping_words(guard: BackupGuard) -> str:
    from gdpr_desktop.administration.backups import words

    return words.short(keeping.status(guard.vault), guard.vault.clock)


def test_the_age_opens_the_dialog(guard: BackupGuard, window: MainWindow, wait: Wait) -> None:
    _click(guard.button)
    wait()
    assert _dialog(window, BackupsDialog)


def test_locking_takes_the_age_away(guard: BackupGuard, window: MainWindow) -> None:
    button = guard.button
    window.lock()
    assert not button.isVisible()
    assert window.ask_before_closing is None


def test_a_failure_is_told_at_the_next_start(
    window: MainWindow, vault: Vault, clock: FixedClock
) -> None:
    keeping.remembered(vault).change(failed=clock.now(), failure="Disken var full.")
    window.open_workspace(vault)
    told = []
    while window.notice_bar.isVisible():
        told.append(window.notice_bar.accessibleName())
        _click(window.notice_bar._close)
    assert any("Disken var full." in text for text in told)
    assert guard_of(window, vault).button.property("iconName") == "warning"


# The dialog


def test_a_backup_is_made_and_stands_in_the_list(
    dialog: BackupsDialog, wait: Wait, folder: Path
) -> None:
    _click(dialog.make_button)
    assert dialog.stop_button.isVisible()
    wait()
    wait()
    assert dialog.list.topLevelItemCount() == 1
    assert not dialog.stop_button.isVisible()
    assert len(list(folder.glob("*.backup"))) == 1


def test_a_failed_backup_says_why_in_the_dialog(
    dialog: BackupsDialog, wait: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making.Making, "_prove", _refuse)
    _click(dialog.make_button)
    wait()
    assert dialog._told.text() == str(BackupNotVerifiedError())


def test_a_disk_that_is_not_there_is_said_and_another_can_be_chosen(
    guard: BackupGuard,
    folder: Path,
    tmp_path: Path,
    wait: Wait,
    answers: Callable[..., None],
) -> None:
    shutil.rmtree(folder)
    dialog = guard.show_backups()
    wait()
    assert str(folder) in dialog._told.text()
    other = tmp_path / "other"
    other.mkdir()
    answers(other)
    _click(dialog.folder_button)
    assert keeping.folder_of(guard.vault) == other


def test_trying_out_a_restore_says_what_was_found(
    dialog: BackupsDialog, guard: BackupGuard, wait: Wait
) -> None:
    guard.run(Reason.ASKED)
    wait()
    wait()
    _click(dialog.try_button)
    asking = _dialog(guard.window, RehearsalDialog)
    asking.password.set_text("eit heilt gale passord")
    asking.save()
    wait()
    assert asking.isVisible()
    asking.password.set_text(PASSWORD)
    asking.save()
    wait()
    assert not dialog._told.isHidden()
    assert not keeping.status(guard.vault).rehearsal_due


def test_a_caseworker_backs_up_but_does_not_restore(
    window: MainWindow, vault: Vault, register: Path, data_dir: Path, wait: Wait
) -> None:
    people.add_user(vault, "Per Saksvik", Role.CASEWORKER, "grøn traktor under vatn")
    vault.close()
    vault = Vault.open(
        register,
        "Per Saksvik",
        "grøn traktor under vatn",
        clock=vault.clock,
        anchor_dir=data_dir / "anchors",
    )
    window.open_workspace(vault)
    dialog = guard_of(window, vault).show_backups()
    wait()
    assert dialog.make_button.isVisible()
    assert not dialog.restore_button.isVisible()


def test_dialogs_have_names_and_room(dialog: BackupsDialog, guard: BackupGuard) -> None:
    from gdpr_desktop.administration.backups.dialogs.rehearsal import RehearsalDialog as Rehearsal

    restore = RestoreDialog(guard.window, backup=None, register=guard.vault.path)
    rehearsal = Rehearsal(guard.window, guard.vault, guard.vault.path)
    closing = ClosingDialog(guard.window, guard)
    for made in (dialog, restore, rehearsal, closing):
        made.show()
        QTest.qWait(10)
        assert walk.nameless(made) + walk.cut(made) == []
        made.close()


def test_closed_dialogs_are_freed(guard: BackupGuard, wait: Wait) -> None:
    backup = guard.vault.path
    for make in (
        lambda: BackupsDialog(guard.window, guard),
        lambda: RestoreDialog(guard.window, backup=None, register=backup),
        lambda: RehearsalDialog(guard.window, guard.vault, backup),
        lambda: ClosingDialog(guard.window, guard),
    ):
        made = make()
        made.open()
        wait()
        reference = weakref.ref(made)
        made.close()
        del made
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        assert reference() is None


# Closing


def test_closing_makes_a_backup_when_something_was_done(
    guard: BackupGuard, window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    save(guard.vault)
    window.close()
    assert _dialog(window, ClosingDialog)
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20_000)
    assert len(list(folder.glob("*.backup"))) == 1
    assert window.vault is None


def test_closing_makes_none_when_nothing_was_done_since_the_last(
    guard: BackupGuard, window: MainWindow, folder: Path, wait: Wait
) -> None:
    guard.run(Reason.ASKED)
    wait()
    window.close()
    assert not window.isVisible()
    assert len(list(folder.glob("*.backup"))) == 1


def test_closing_without_the_disk_says_why_and_can_go_without(
    guard: BackupGuard, window: MainWindow, folder: Path, wait: Wait, qtbot: QtBot
) -> None:
    save(guard.vault)
    shutil.rmtree(folder)
    window.close()
    wait()
    dialog = _dialog(window, ClosingDialog)
    assert str(folder) in dialog._text.text()
    assert walk.cut(dialog) == []
    _click(dialog.skip_button)
    qtbot.waitUntil(lambda: not window.isVisible())


def test_closing_can_be_thought_better_of(
    guard: BackupGuard, window: MainWindow, wait: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(guard.vault)
    monkeypatch.setattr(making.Making, "_prove", _refuse)
    window.close()
    wait()
    _click(_dialog(window, ClosingDialog).stay_button)
    assert window.isVisible()
    assert window.vault is guard.vault


def test_skipping_while_it_is_made_leaves_no_half_backup(
    guard: BackupGuard, window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    save(guard.vault)
    window.close()
    _click(_dialog(window, ClosingDialog).skip_button)
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20_000)
    tasks.runner().wait()
    assert not list(folder.glob("*.part"))


def test_locking_in_the_middle_of_a_backup_gives_the_backup_up(
    guard: BackupGuard, window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    guard.run(Reason.ASKED)
    window.lock()
    assert window.stack.currentWidget() is not window.workspace
    qtbot.waitUntil(lambda: window.vault is None, timeout=20_000)
    assert not list(folder.iterdir())


def test_what_an_earlier_session_left_is_backed_up_after_a_while(
    guard: BackupGuard, folder: Path, wait: Wait
) -> None:
    save(guard.vault)
    guard._later.timeout.emit()
    wait()
    assert len(list(folder.glob("*.backup"))) == 1
    guard._later.timeout.emit()
    wait()
    assert len(list(folder.glob("*.backup"))) == 1


# Restoring


def test_an_officer_restores_over_the_open_register(
    dialog: BackupsDialog,
    guard: BackupGuard,
    window: MainWindow,
    register: Path,
    wait: Wait,
    answers: Callable[..., None],
) -> None:
    guard.run(Reason.ASKED)
    wait()
    wait()
    save(guard.vault)
    _click(dialog.restore_button)
    asking = _dialog(window, RestoreDialog)
    asking.password.set_text(PASSWORD)
    answers(True)
    asking.save()
    wait()
    wait()
    assert window.vault is None
    assert window.unlock_page.register.value() == register
    kept = [path for path in register.parent.glob("*.register") if path != register]
    assert len(kept) == 1
    vault = Vault.open(register, USER, PASSWORD, clock=guard.vault.clock)
    deeds = [row[0] for row in vault.db.execute("SELECT deed FROM journal")]
    assert "registered" not in deeds
    assert "restored" in deeds
    vault.close()


def test_saying_no_to_an_older_backup_changes_nothing(
    dialog: BackupsDialog,
    guard: BackupGuard,
    window: MainWindow,
    register: Path,
    wait: Wait,
    answers: Callable[..., None],
) -> None:
    guard.run(Reason.ASKED)
    wait()
    save(guard.vault)
    wait()
    _click(dialog.restore_button)
    asking = _dialog(window, RestoreDialog)
    asking.password.set_text(PASSWORD)
    answers(False)
    asking.save()
    wait()
    assert window.vault is guard.vault
    assert not list(register.parent.glob("*.incoming"))
    save(guard.vault)


def test_a_backup_is_restored_on_a_new_machine_from_the_first_screen(
    guard: BackupGuard, window: MainWindow, folder: Path, tmp_path: Path, wait: Wait
) -> None:
    guard.run(Reason.ASKED)
    wait()
    window.lock()
    target = tmp_path / "ny maskin" / "Fjordvik.register"
    asked: list[tuple[object, str]] = []
    window.restore_requested.connect(lambda path, user: asked.append((path, user)))
    _click(window.unlock_page.restore_button)
    assert asked == [(guard.vault.path, USER)]
    desk = restore_anywhere(window, tmp_path / "ny data" / "anchors", target, "")
    desk.dialog.save()  # nothing filled in yet
    desk.dialog.backup.set_path(next(folder.glob("*.backup")))
    desk.dialog.user.setText(USER)
    desk.dialog.password.set_text("eit heilt gale passord")
    desk.dialog.save()
    wait()
    assert desk.dialog.isVisible()
    desk.dialog.password.set_text(PASSWORD)
    desk.dialog.save()
    wait()
    wait()
    assert window.unlock_page.register.value() == target
    assert target.exists()
