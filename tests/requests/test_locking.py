"""Locking never waits for a person, never meets a closed register half-way, and keeps drafts."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QMessageBox,
    QWidget,
)

from faults.failing import failing_files, failing_statements
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.correspondence import service as letters
from gdpr_desktop.requests.dialogs.closing import NoteDialog
from gdpr_desktop.requests.dialogs.letter import LetterDialog
from gdpr_desktop.requests.dialogs.tasks import AskTaskDialog
from gdpr_desktop.ui import notices, tasks
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.ui.sleep import Reason
from gdpr_desktop.vault import Vault, drafts
from requests.conftest import TYPED, reopened

NAME = "Kari Berg-Hansen"


def _kept(vault: Vault) -> list[str]:
    again = reopened(vault)
    found = [draft.data["state"].get("text", "") for draft in drafts.all_of(again)]
    again.close()
    return found


def _words_on_screen() -> str:
    shown = [
        widget
        for top in QApplication.topLevelWidgets()
        if top.isVisible()
        for widget in (top, *top.findChildren(QWidget))
        if widget.isVisible()
    ]
    texts = [widget.windowTitle() for widget in shown if widget.isWindow()]
    for widget in shown:
        for read in ("text", "toPlainText"):
            method = getattr(widget, read, None)
            if callable(method):
                texts.append(str(method()))
    return "\n".join(texts)


def _locked(office: MainWindow) -> bool:
    return office.vault is None


def test_ctrl_l_locks_while_a_form_is_open_and_keeps_what_was_typed(
    office: MainWindow, vault: Vault, note: NoteDialog, qtbot
) -> None:
    qtbot.waitUntil(note.isActiveWindow)
    window = note.windowHandle()
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert _locked(office)
    assert TYPED not in _words_on_screen()
    assert NAME not in _words_on_screen()
    assert _kept(vault) == [TYPED]


def test_locking_in_the_middle_of_a_word_keeps_the_word(
    office: MainWindow, vault: Vault, note: NoteDialog, qtbot
) -> None:
    note.text.set_text("")
    qtbot.keyClicks(note.text.editor, "Halvt or")
    office.locking.idle.idle.emit()
    assert _kept(vault) == ["Halvt or"]


BOXES: dict[str, Callable[[QWidget], object]] = {
    "ask": lambda parent: notices.ask(parent, f"Slett {NAME}?", "", "Slett"),
    "choose": lambda parent: notices.choose(parent, NAME, "", [(1, "a"), (2, "b")]),
    "inform": lambda parent: notices.inform(parent, NAME, ""),
    "error": lambda parent: notices.error(parent, AppError(NAME)),
    "save": lambda parent: notices.save_path(parent, NAME, Path.home() / "a.docx", "*.docx"),
    "open": lambda parent: notices.open_path(parent, NAME, Path.home(), "*.docx"),
    "folder": lambda parent: notices.folder(parent, NAME, Path.home()),
}


@pytest.mark.parametrize("kind", BOXES)
def test_a_box_that_is_waited_for_is_answered_with_cancel(
    office: MainWindow, vault: Vault, note: NoteDialog, qtbot, kind: str
) -> None:
    seen: list[object] = []

    def lock() -> None:
        office.lock()
        seen.append(_words_on_screen())

    def deed() -> None:  # goes on after the box, as all who ask do
        QTimer.singleShot(50, lock)
        seen.append(BOXES[kind](note))
        seen.append(vault.municipality().name)  # the register is still open for it
        seen.append(notices.ask(note, NAME, "", "Go"))  # and a second box is not shown

    QTimer.singleShot(0, deed)
    qtbot.waitUntil(lambda: _locked(office))
    words, answer, name, second = seen
    assert NAME not in str(words)
    assert not answer
    assert name == "Fjordvik kommune"
    assert second is False
    assert not notices.are_open()
    assert [box for box in QApplication.topLevelWidgets() if _is_box(box)] == []
    assert _kept(vault) == [TYPED]


def _is_box(widget: QWidget) -> bool:
    return isinstance(widget, (QMessageBox, QFileDialog)) and widget.isVisible()


def test_the_question_of_a_file_dialog_itself_is_closed_too(
    office: MainWindow, vault: Vault, note: NoteDialog, qtbot, tmp_path: Path
) -> None:
    (tmp_path / "brev.docx").write_bytes(b"x")
    answers: list[object] = []

    def press() -> None:
        dialog = next(one for one in note.findChildren(QFileDialog) if one.isVisible())
        QTimer.singleShot(50, office.lock)
        dialog.accept()  # asks whether the file is to be replaced

    def deed() -> None:
        QTimer.singleShot(50, press)
        path = tmp_path / "brev.docx"
        answers.append(notices.save_path(note, "Lagre", path, "Word (*.docx)"))

    QTimer.singleShot(0, deed)
    qtbot.waitUntil(lambda: _locked(office))
    assert answers == [None]


def test_boxes_are_shown_again_after_unlocking(office: MainWindow, vault: Vault, qtbot) -> None:
    office.lock()
    office.open_workspace(reopened(vault))

    def press() -> None:
        box = next(one for one in office.findChildren(QMessageBox) if one.isVisible())
        next(button for button in box.buttons() if button.text() == "Do").click()

    QTimer.singleShot(50, press)
    assert notices.ask(office, "Do it?", "", "Do") is True


def test_leaving_a_form_when_the_register_is_locked_keeps_the_draft(
    office: MainWindow, vault: Vault, note: NoteDialog, qtbot
) -> None:
    QTimer.singleShot(100, office.lock)
    QTimer.singleShot(0, note.reject)  # «Leave without saving?» waits for an answer
    qtbot.waitUntil(lambda: _locked(office))
    assert _kept(vault) == [TYPED]


def test_exporting_a_letter_is_given_up_when_the_register_is_locked(
    office: MainWindow, vault: Vault, page, desk, qtbot, monkeypatch
) -> None:
    case_id = desk.register()
    dialog = LetterDialog(vault, case_id, "access_receipt", page)
    dialog.open()
    QTimer.singleShot(100, office.lock)
    QTimer.singleShot(0, dialog.save)  # asks where to
    qtbot.waitUntil(lambda: _locked(office))
    again = reopened(vault)
    assert again.db.execute("SELECT count(*) FROM letter").fetchone() == (0,)
    again.close()


def test_locking_while_a_job_runs_blanks_at_once_and_closes_when_it_has_ended(
    office: MainWindow, vault: Vault, note: NoteDialog, qtbot
) -> None:
    go, done = threading.Event(), []

    def export() -> str:
        go.wait(10)
        return vault.municipality().name

    def on_done(name: str) -> None:
        done.append(name)
        office.say(f"Saved for {NAME}")
        office.state_line.tell()

    tasks.run(export, title="Exporting", on_done=on_done)
    office.locking.sleep.slept.emit(Reason.SLEEP)
    assert not _locked(office)
    assert NAME not in _words_on_screen()
    assert TYPED not in _words_on_screen()
    assert "Fjordvik" not in _words_on_screen()
    qtbot.wait(60)
    assert not _locked(office)
    go.set()
    qtbot.waitUntil(lambda: _locked(office))
    assert done == ["Fjordvik kommune"]
    assert NAME not in _words_on_screen()
    assert _kept(vault) == [TYPED]


def test_sleep_in_the_middle_of_a_save_and_then_locking_loses_nothing(
    office: MainWindow, vault: Vault, note: NoteDialog, qtbot
) -> None:
    with vault.begin(Deed.CHANGE_SETTINGS) as work:
        work.log(None, "setting_saved", key="x")
        office.locking.sleep.slept.emit(Reason.SLEEP)
        assert not _locked(office)
        assert TYPED not in _words_on_screen()
        work.db.execute("INSERT INTO setting VALUES ('x', '1')")
    qtbot.waitUntil(lambda: _locked(office))
    again = reopened(vault)
    assert again.setting("x") == 1
    assert again.warnings == ()
    again.close()
    assert _kept(vault) == [TYPED]


def test_on_a_full_disk_it_locks_anyway_and_says_what_was_lost(
    office: MainWindow, vault: Vault, note: NoteDialog, qtbot
) -> None:
    office.settings.path = vault.path.parent / "machine.toml"
    with failing_statements(1, always=True), failing_files(1, always=True):
        office.lock()
    assert _locked(office)
    assert TYPED not in _words_on_screen()
    assert note.windowTitle() in office.notice_bar.accessibleName()
    assert _kept(vault) == []


def test_a_bug_while_locking_locks_all_the_same(
    office: MainWindow, vault: Vault, note: NoteDialog, monkeypatch
) -> None:
    def broken() -> bool:
        raise ZeroDivisionError

    office.locking._is_busy = lambda: False
    monkeypatch.setattr(note, "discard", broken)
    with pytest.raises(ZeroDivisionError):
        office.lock()
    assert _locked(office)
    assert TYPED not in _words_on_screen()
    monkeypatch.undo()
    note.discard()


def test_what_was_put_on_the_clipboard_is_taken_away(
    office: MainWindow, vault: Vault, page, desk, qtbot, monkeypatch
) -> None:
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda clipboard: True)
    task = desk.add_task(desk.register())
    dialog = AskTaskDialog(vault, task, page)
    dialog.open()
    dialog.copy_mail()
    assert QApplication.clipboard().text()
    office.lock()
    assert QApplication.clipboard().text() == ""


def test_closing_the_window_with_a_job_under_way_waits_and_then_closes(
    office: MainWindow, vault: Vault, note: NoteDialog, qtbot
) -> None:
    go = threading.Event()
    tasks.run(lambda: go.wait(10), title="Exporting")
    office.locking.lock()
    office.close()
    assert office.isVisible()
    go.set()
    qtbot.waitUntil(lambda: not office.isVisible())
    assert _kept(vault) == [TYPED]


def test_language_cannot_bring_the_tabs_back_while_locking(
    office: MainWindow, note: NoteDialog, qtbot
) -> None:
    go = threading.Event()
    tasks.run(lambda: go.wait(10), title="Exporting")
    office.lock()
    assert not office.menuBar().isEnabled()
    go.set()
    qtbot.waitUntil(lambda: _locked(office))
    assert office.menuBar().isEnabled()


def test_the_idle_time_of_the_municipality_counts_at_once(office: MainWindow, vault: Vault) -> None:
    from gdpr_desktop.ui.bus import bus

    assert office.locking.idle.minutes == 10
    bus.tell(vault.save_setting("idle_minutes", 25))
    assert office.locking.idle.minutes == 25
    bus.tell(vault.save_setting("idle_minutes", 900))
    assert office.locking.idle.minutes == 60


def test_the_letters_room_is_not_touched_after_locking(office: MainWindow, vault: Vault) -> None:
    office.lock()
    with pytest.raises(RuntimeError):
        letters.suggested_name(vault, 1, None)
