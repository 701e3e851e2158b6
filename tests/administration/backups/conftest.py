"""The window with a real register, a folder for its backups, and the tool that watches them."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from conftest import PASSWORD, USER
from gdpr_desktop.administration.backups import tool
from gdpr_desktop.administration.backups.widgets import BackupGuard, guard_of
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.ui import tasks
from gdpr_desktop.ui.machine_settings import MachineSettings
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.ui.theme import Scheme, Theme
from gdpr_desktop.ui.vault_gate import VaultGate
from gdpr_desktop.vault import Vault
from gdpr_desktop.vault.backup import keeping


@pytest.fixture
def register(tmp_path: Path, sealed_vault: Path) -> Path:
    """A closed register of the test's own."""
    folder = shutil.copytree(sealed_vault.parent, tmp_path / "register")
    return folder / sealed_vault.name


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """The user's data folder, with anchors."""
    return tmp_path / "machine"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the backups go."""
    made = tmp_path / "disk"
    made.mkdir()
    return made


@pytest.fixture
def vault(register: Path, data_dir: Path, folder: Path, clock: FixedClock) -> Iterator[Vault]:
    """Open, with a folder chosen and nothing backed up yet."""
    opened = Vault.open(register, USER, PASSWORD, clock=clock, anchor_dir=data_dir / "anchors")
    keeping.choose_folder(opened, folder)
    yield opened
    opened.close()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, data_dir: Path) -> MainWindow:
    """The window at the unlock screen; the tool is its only one."""
    gate = VaultGate(
        data_dir=data_dir, new_folder=data_dir, check_letterhead=lambda path: path.read_bytes()
    )
    theme = Theme(qapp, scheme=Scheme.LIGHT)
    made = MainWindow(MachineSettings(), theme, gate, tuple, lambda: (tool,))

    def lock_first(_window: object) -> None:
        made.lock()
        qtbot.waitUntil(lambda: made.vault is None and not tasks.runner().busy, timeout=20_000)

    qtbot.addWidget(made, before_close_func=lock_first)
    made.listen_to(tasks.runner())
    made.resize(1024, 700)
    made.show()
    return made


@pytest.fixture
def guard(window: MainWindow, vault: Vault) -> BackupGuard:
    window.open_workspace(vault)
    return guard_of(window, vault)


@pytest.fixture
def wait(qtbot: QtBot) -> Callable[[], None]:
    """Until the worker is done and has said so."""

    def until_idle() -> None:
        qtbot.waitUntil(lambda: not tasks.runner().busy, timeout=20_000)

    return until_idle


def save(vault: Vault) -> None:
    """Something that a backup would be missed for."""
    with vault.begin(Deed.REGISTER_CASE) as work:
        work.log(1, "registered")
