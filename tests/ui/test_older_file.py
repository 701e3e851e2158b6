"""Right after unlocking: the older file asks first, and a full disk is watched until it is not."""

import shutil

import pytest
from PySide6.QtCore import Qt

from gdpr_desktop.core.roles import Deed
from gdpr_desktop.ui.rollback_dialog import RollbackDialog
from gdpr_desktop.ui.room_watch import RoomWatch
from gdpr_desktop.vault import Vault


@pytest.fixture
def older(vault, tmp_path):
    """Yesterday's file, open, with today's anchor."""
    from conftest import PASSWORD, USER

    path, clock = vault.path, vault.clock
    vault.close()
    yesterday = tmp_path / "yesterday"
    shutil.copy(path, yesterday)
    today = Vault.open(path, USER, PASSWORD, clock=clock)
    with today.begin(Deed.REGISTER_CASE) as work:
        work.log(1, "registered")
    today.close()
    shutil.copy(yesterday, path)
    opened = Vault.open(path, USER, PASSWORD, clock=clock)
    yield opened
    opened.close()


def test_older_file_shows_nothing_before_it_is_confirmed(qtbot, window, older):
    window.open_workspace(older)
    dialog = window.findChild(RollbackDialog)
    assert window.workspace is None
    assert dialog.lock_button.isDefault()
    qtbot.mouseClick(dialog.go_on_button, Qt.MouseButton.LeftButton)
    assert window.workspace is not None
    assert older.rollback is None


def test_locking_closes_the_older_file_untouched(qtbot, window, older, freed):
    before = older.path.stat().st_mtime_ns
    window.open_workspace(older)
    dialog = window.findChild(RollbackDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not older.is_open
    assert window.workspace is None
    assert older.path.stat().st_mtime_ns == before
    freed()
    assert window.findChild(RollbackDialog) is None


def test_room_on_the_disk_is_told_once(qtbot, window, vault):
    found = []
    vault.read_only = vault.disk_full = True
    watch = RoomWatch(vault, window)
    watch.found_room.connect(lambda: found.append(True))
    watch.look()
    assert found == [True]
    assert not vault.read_only
