"""Tells when the machine sleeps or its screen is locked, where the platform says so.

Linux: logind and the screen saver, over the machine's own message bus. Windows: messages to our
window. Everywhere else, and where those are silent: the clocks. Whatever cannot be listened to is
left alone without a word: the clocks remain.
"""

import contextlib
import os
import sys
import time
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot

EVERY = 5  # seconds between two looks at the clocks
JUMP = 60  # seconds that the clocks may disagree


class Reason(StrEnum):
    """Why the register must be locked."""

    SLEEP = "sleep"
    SCREEN = "screen"
    CLOCK = "clock"


class ClockWatch(QObject):
    """Sends ``jumped`` when the wall clock moves by more than ``JUMP`` against a steady one.

    So it does after sleep, where the steady clock stands still meanwhile. Where it does not
    (Windows), the next look comes far too late instead.
    """

    jumped = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._wall, self._steady = wall, steady
        self._last = (0.0, 0.0)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY * 1000)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Watch from now."""
        self._last = (self._wall(), self._steady())
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Compare the clocks with what they were."""
        wall, steady = self._wall(), self._steady()
        passed, ticked = wall - self._last[0], steady - self._last[1]
        self._last = (wall, steady)
        if abs(passed - ticked) > JUMP or ticked > JUMP + EVERY:
            self.jumped.emit()


class SleepWatch(QObject):
    """Sends ``slept(Reason)``; ``window`` is a top-level window's id, for Windows."""

    slept = Signal(object)

    def __init__(
        self, parent: QObject | None = None, *, window: int = 0, clocks: ClockWatch | None = None
    ) -> None:
        super().__init__(parent)
        self.clocks = clocks or ClockWatch(self)
        self.clocks.jumped.connect(self._on_clock_jumped)
        self._windows: Any = None
        if sys.platform == "linux":
            listen_on_linux(self)
        if sys.platform == "win32":
            self._windows = listen_on_windows(window, self.slept.emit)

    def start(self) -> None:
        """Watch from now."""
        self.clocks.start()

    def stop(self) -> None:
        """Nothing is open: the clocks may jump."""
        self.clocks.stop()

    def _on_clock_jumped(self) -> None:
        self.slept.emit(Reason.CLOCK)

    @Slot(bool)
    def on_prepare_for_sleep(self, begins: bool) -> None:
        """logind: the machine goes to sleep (true) or has woken (false); both lock."""
        self.slept.emit(Reason.SLEEP)

    @Slot()
    def on_session_lock(self) -> None:
        """logind: the session is to be locked."""
        self.slept.emit(Reason.SCREEN)

    @Slot(bool)
    def on_screen_saver(self, active: bool) -> None:
        """The desktop: its screen is locked (true) or free."""
        if active:
            self.slept.emit(Reason.SCREEN)


_LOGIND = "org.freedesktop.login1"
_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
)


def listen_on_linux(receiver: SleepWatch) -> None:
    """Connect to the buses of this machine; a bus anywhere else is left alone."""
    try:
        from PySide6.QtDBus import QDBusConnection
    except ImportError:
        return
    # Any: the stubs want bytes, the call itself takes what SLOT gives
    sleep: Any = SLOT("on_prepare_for_sleep(bool)")
    lock: Any = SLOT("on_session_lock()")
    saver: Any = SLOT("on_screen_saver(bool)")
    if _is_local("DBUS_SYSTEM_BUS_ADDRESS", unset=True):
        bus = QDBusConnection.systemBus()
        if bus.isConnected():
            at, manager = "/org/freedesktop/login1", f"{_LOGIND}.Manager"
            bus.connect(_LOGIND, at, manager, "PrepareForSleep", receiver, sleep)
            session = _session(bus)
            if session:
                bus.connect(_LOGIND, session, f"{_LOGIND}.Session", "Lock", receiver, lock)
    if _is_local("DBUS_SESSION_BUS_ADDRESS", unset=False):
        bus = QDBusConnection.sessionBus()
        if bus.isConnected():
            for name, path in _SAVERS:
                bus.connect(name, path, name, "ActiveChanged", receiver, saver)


def _is_local(variable: str, *, unset: bool) -> bool:
    address = os.environ.get(variable, "")
    return address.startswith("unix:") if address else unset


def _session(bus: Any) -> str:
    """The path of our own session at logind; empty when it has none."""
    from PySide6.QtDBus import QDBus, QDBusMessage

    at, manager = "/org/freedesktop/login1", f"{_LOGIND}.Manager"
    message = QDBusMessage.createMethodCall(_LOGIND, at, manager, "GetSessionByPID")
    message.setArguments([os.getpid()])
    answer = bus.call(message, QDBus.CallMode.Block, 500)
    if answer.type() is not QDBusMessage.MessageType.ReplyMessage or not answer.arguments():
        return ""
    path = answer.arguments()[0]
    return path if isinstance(path, str) else str(path.path())


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication

    _POWER, _SUSPEND, _RESUME = 0x0218, 4, 0x12  # WM_POWERBROADCAST, PBT_APM…
    _SESSION, _LOCKED = 0x02B1, 7  # WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK

    class _Messages(QAbstractNativeEventFilter):
        """Reads the messages about power and session that Windows sends to our window."""

        def __init__(self, tell: Callable[[Reason], None]) -> None:
            super().__init__()
            self._tell = tell

        def nativeEventFilter(self, kind: Any, message: Any) -> object:
            if bytes(kind) == b"windows_generic_MSG":
                read = wintypes.MSG.from_address(int(message))
                if read.message == _POWER and read.wParam in (_SUSPEND, _RESUME):
                    self._tell(Reason.SLEEP)
                elif read.message == _SESSION and read.wParam == _LOCKED:
                    self._tell(Reason.SCREEN)
            return False, 0

    def listen_on_windows(window: int, tell: Callable[[Reason], None]) -> Any:
        """Ask to be told of the session; the filter given back must be kept."""
        with contextlib.suppress(OSError, AttributeError):  # no such library: power remains
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(wintypes.HWND(window), 0)
        messages = _Messages(tell)
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(messages)
        return messages
