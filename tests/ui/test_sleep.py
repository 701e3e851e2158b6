"""The register is not left open: idle time, sleep, a locked screen, clocks that jump."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gdpr_desktop.ui.about_dialog import AboutDialog
from gdpr_desktop.ui.idle import IdleWatch
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.ui.sleep import ClockWatch, Reason, SleepWatch


class Clocks:
    """A wall clock and a steady one, set by hand."""

    def __init__(self) -> None:
        self.wall, self.steady = 1_000_000.0, 500.0

    def pass_by(self, wall: float, steady: float) -> None:
        self.wall += wall
        self.steady += steady


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def jumps(qapp: object, clocks: Clocks) -> tuple[ClockWatch, list[bool]]:
    """A watch on the clocks, and what it told."""
    watch = ClockWatch(wall=lambda: clocks.wall, steady=lambda: clocks.steady)
    told: list[bool] = []
    watch.jumped.connect(lambda: told.append(True))
    watch.start()
    return watch, told


@pytest.mark.parametrize(
    ("wall", "steady", "told"),
    [
        (5, 5, 0),
        (64, 5, 0),  # set right by a minute: no reason to lock
        (66, 5, 1),  # slept, on Linux and macOS
        (3600, 3600, 1),  # slept, on Windows: both went on
        (-61, 5, 1),  # set back
        (365 * 86400, 5, 1),
    ],
)
def test_a_clock_that_jumps_by_more_than_a_minute_locks(
    clocks: Clocks,
    jumps: tuple[ClockWatch, list[bool]],
    wall: float,
    steady: float,
    told: int,
) -> None:
    watch, heard = jumps
    clocks.pass_by(wall, steady)
    watch.look()
    watch.look()  # told once
    assert len(heard) == told


def test_while_nothing_is_open_the_clocks_may_jump(
    clocks: Clocks, jumps: tuple[ClockWatch, list[bool]]
) -> None:
    watch, heard = jumps
    watch.stop()
    clocks.pass_by(3600, 5)
    watch.start()
    watch.look()
    assert heard == []


def test_what_the_platform_tells_is_passed_on(qapp: object) -> None:
    watch, heard = SleepWatch(), []
    watch.slept.connect(heard.append)
    watch.on_prepare_for_sleep(True)
    watch.on_session_lock()
    watch.on_screen_saver(True)
    watch.on_screen_saver(False)
    watch.clocks.jumped.emit()
    assert heard == [Reason.SLEEP, Reason.SCREEN, Reason.SCREEN, Reason.CLOCK]


def test_a_bus_that_is_not_on_this_machine_is_left_alone(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6 import QtDBus

    def reached() -> None:
        raise AssertionError("a bus on another machine")

    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "tcp:host=192.0.2.1,port=1")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "tcp:host=192.0.2.1,port=1")
    monkeypatch.setattr(QtDBus.QDBusConnection, "systemBus", reached)
    monkeypatch.setattr(QtDBus.QDBusConnection, "sessionBus", reached)
    assert SleepWatch().clocks is not None


@pytest.mark.parametrize("reason", Reason)
def test_each_reason_is_said_after_locking(
    window: MainWindow, fake_vault: SimpleNamespace, reason: Reason
) -> None:
    window.open_workspace(fake_vault)
    window.locking.sleep.slept.emit(reason)
    assert fake_vault.closed == [True]
    assert window.notice_bar.isVisible()
    assert window.notice_bar.accessibleName()


def test_idle_minutes_are_kept_between_two_and_sixty(qapp: object) -> None:
    watch = IdleWatch(10, qapp)
    assert watch.minutes == 10
    watch.set_minutes(1)
    assert watch.minutes == 2
    watch.set_minutes(600)
    assert watch.minutes == 60


def test_a_key_in_any_window_begins_the_idle_time_anew(
    window: MainWindow, fake_vault: SimpleNamespace, qtbot: QtBot
) -> None:
    window.open_workspace(fake_vault)
    window.show_about()
    dialog = window.findChildren(AboutDialog)[0]
    qtbot.waitUntil(dialog.isActiveWindow)
    begun: list[bool] = []
    timer = SimpleNamespace(isActive=lambda: True, start=lambda: begun.append(True))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(window.locking.idle, "_timer", timer)
        QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Down)
    assert begun
    assert window.vault is fake_vault
    window.lock()


def test_ctrl_l_locks_also_where_the_menu_is_out_of_reach(
    window: MainWindow, fake_vault: SimpleNamespace, qtbot: QtBot, freed: Callable[[], None]
) -> None:
    window.open_workspace(fake_vault)
    window.show_about()
    dialog = window.findChildren(AboutDialog)[0]
    qtbot.waitUntil(dialog.isActiveWindow)
    keys = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_L, keys)
    assert fake_vault.closed == [True]
    freed()
    assert window.findChildren(AboutDialog) == []


def test_the_status_bar_says_what_is_kept(window: MainWindow, fake_vault: SimpleNamespace) -> None:
    from gdpr_desktop.ui.bus import bus

    window.open_workspace(fake_vault)
    shown = window.statusBar().findChild(QLabel)
    before = shown.text()
    bus.draft_told.emit("Draft saved 05:04")
    assert shown.text() == "Draft saved 05:04"
    bus.draft_told.emit("")
    assert shown.text() == before
    window.lock()
