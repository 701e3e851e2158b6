"""A work file that was sent, and the other machine that it is opened on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gdpr_desktop.app import Program
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia import feature
from gdpr_desktop.dpia.work_file import making
from gdpr_desktop.dpia.work_file.making import Sent
from gdpr_desktop.ui import tasks
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.vault import Vault
from gdpr_desktop.vault.work_file import open_work_file

WRITER = "Ola Sakshandsamar"
Opener = Callable[..., Vault]


@pytest.fixture
def sent(officer: Vault, case_id: CaseId, tmp_path: Path) -> Sent:
    """The drafted assessment, sent to a caseworker."""
    folder = tmp_path / "andre maskina"
    folder.mkdir()
    return making.send(officer, case_id, WRITER, folder / "tilsyn.dpia")


@pytest.fixture
def opener(tmp_path: Path, clock: FixedClock) -> Iterator[Opener]:
    """Opens work files on the other machine, which has a data folder of its own."""
    opened: list[Vault] = []

    def opens(path: Path, password: str) -> Vault:
        vault = open_work_file(path, password, clock=clock, anchor_dir=tmp_path / "andre")
        feature.subscribe(vault)
        opened.append(vault)
        return vault

    yield opens
    for vault in opened:
        vault.close()


@pytest.fixture
def window(qtbot: QtBot, qapp: object, tmp_path: Path) -> Iterator[MainWindow]:
    """The program on the caseworker's machine, which knows no register."""
    program = Program(qapp, tmp_path / "andre")  # type: ignore[arg-type]
    qtbot.addWidget(program.window)
    program.window.listen_to(tasks.runner())
    program.window.show()
    yield program.window
    if program.window.vault is not None:
        program.window.lock()
