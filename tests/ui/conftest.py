"""Windows with made-up contents: no vault, no folder of the person's."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gdpr_desktop.core.municipality import Municipality
from gdpr_desktop.core.roles import Role
from gdpr_desktop.ui import notices, tasks
from gdpr_desktop.ui.machine_settings import MachineSettings
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.ui.theme import Scheme, Theme
from gdpr_desktop.ui.vault_gate import VaultGate
from ui.fakes import list_page


@pytest.fixture(autouse=True)
def no_box_unasked() -> Iterator[None]:
    """A box that a test did not expect raises."""
    notices.queue_answers(())
    yield
    notices.clear_answers()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The look, light."""
    return Theme(qapp, scheme=Scheme.LIGHT)


@pytest.fixture
def fake_vault(tmp_path: Path, municipality: Municipality) -> SimpleNamespace:
    """As much of a vault as the window asks for."""
    closed: list[bool] = []
    return SimpleNamespace(
        path=tmp_path / "fjordvik.register",
        actor=SimpleNamespace(name="Solveig Testnes", role=Role.OFFICER),
        read_only=False,
        is_work_file=False,
        warnings=(),
        findings=(),
        rollback=None,
        disk_full=False,
        municipality=lambda: municipality,
        letterhead=lambda: None,
        setting=lambda key, default=None: default,
        is_working=False,
        close=lambda: closed.append(True),
        closed=closed,
    )


@pytest.fixture
def features() -> tuple[SimpleNamespace, ...]:
    """Two tabs: an empty list and a full one."""
    return tuple(
        SimpleNamespace(
            NAME=name,
            TITLE=title,
            SHORTCUT=keys,
            make_page=lambda vault, rows=rows: list_page(rows),
            subscribe=lambda vault: None,
        )
        for name, title, keys, rows in (
            ("empty", "Overview", "Ctrl+1", 0),
            ("full", "Requests", "Ctrl+2", 12_000),
        )
    )


@pytest.fixture
def window(
    qtbot: QtBot, theme: Theme, tmp_path: Path, features: tuple[SimpleNamespace, ...]
) -> MainWindow:
    """The window at the unlock screen, 1024 × 700."""
    gate = VaultGate(
        data_dir=tmp_path, new_folder=tmp_path, check_letterhead=lambda path: path.read_bytes()
    )
    made = MainWindow(MachineSettings(), theme, gate, lambda: features)
    qtbot.addWidget(made)
    made.listen_to(tasks.runner())
    made.resize(1024, 700)
    made.show()
    return made


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme) -> Callable[[QWidget], QWidget]:
    """Show a widget that the test made, and take it away afterwards."""

    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        return widget

    return show


@pytest.fixture
def freed() -> Callable[[], None]:
    """Have Qt delete what waits to be deleted."""

    def free() -> None:
        import gc

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()

    return free
