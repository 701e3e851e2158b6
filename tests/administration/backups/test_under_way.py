"""What is under way when the window closes, when a register is opened, and when one is restored."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

from administration.backups.conftest import save
from conftest import PASSWORD
from gdpr_desktop.administration.backups import tool as backups_tool
from gdpr_desktop.administration.backups.dialogs.closing import ClosingDialog
from gdpr_desktop.administration.backups.dialogs.restore import restore_over
from gdpr_desktop.administration.backups.widgets import BackupGuard
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.ui import tasks
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.vault import Vault
from gdpr_desktop.vault.backup import making
from gdpr_desktop.vault.backup.errors import BackupNotVerifiedError
from gdpr_desktop.vault.backup.format import Reason

Wait = Callable[[], None]


def _refuse(*_arguments: object) -> None:
    raise BackupNotVerifiedError


def test_who_stays_after_a_close_that_waited_is_not_thrown_out_by_the_next_job(
    guard: BackupGuard, window: MainWindow, wait: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(guard.vault)
    monkeypatch.setattr(making.Making, "_prove", _refuse)
    tasks.run(partial(time.sleep, 0.05), title="Slow")
    window.close()
    wait()
    wait()
    next(one for one in window.findChildren(ClosingDialog) if one.isVisible()).stay_button.click()
    tasks.run(int, title="Another")
    wait()
    assert not [one for one in window.findChildren(ClosingDialog) if one.isVisible()]
    assert window.isVisible()


def test_a_tool_that_is_refused_leaves_the_others_their_watch(
    window: MainWindow, vault: Vault
) -> None:
    def attach(_window: object, _vault: object) -> None:
        raise AppError("This did not go.")

    odd = SimpleNamespace(NAME="odd", TEXT="Odd", SHORTCUT="", DEED=None, attach=attach)
    window._load_tools = lambda: (odd, backups_tool)
    window.open_workspace(vault)
    assert window.ask_before_closing is not None
    assert "This did not go." in window.notice_bar._text.text()


def test_a_restore_waits_until_what_the_worker_is_at_has_let_the_register_go(
    guard: BackupGuard,
    window: MainWindow,
    register: Path,
    folder: Path,
    wait: Wait,
    answers: Callable[..., None],
    qtbot: QtBot,
) -> None:
    guard.run(Reason.ASKED)
    wait()
    wait()
    save(guard.vault)
    asking = restore_over(window, guard.vault, None).dialog
    asking.backup.set_path(next(folder.glob("*.backup")))
    asking.password.set_text(PASSWORD)
    answers(True)
    asking.save()
    tasks.run(partial(time.sleep, 0.2), title="Waits behind the check")
    qtbot.waitUntil(lambda: window.vault is None, timeout=20_000)
    wait()
    assert [one for one in register.parent.glob("*.register") if one != register]
