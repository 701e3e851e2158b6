"""Tells when a register is left open, and hears Ctrl+L in every window (safety.md T2)."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow

from gdpr_desktop.ui.shortcuts import shortcuts

MINUTES = 10  # unless the municipality has chosen otherwise
LEAST, MOST = 2, 60  # minutes
_INPUT = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
}


class IdleWatch(QObject):
    """Sends ``idle`` after so many minutes without a key or the mouse, ``lock_pressed`` at Ctrl+L.

    The menu's own Ctrl+L is out of reach while a dialog is open.

    Listens at the windows, which see input only: a filter on the whole application would be
    called for every event there is.
    """

    idle = Signal()
    lock_pressed = Signal()

    def __init__(self, minutes: float, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self.set_minutes(minutes)
        self._timer.timeout.connect(self.idle)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._on_focus_window_changed)

    @property
    def minutes(self) -> float:
        """How long nobody may touch the machine."""
        return self._timer.interval() / 60_000

    def set_minutes(self, minutes: float) -> None:
        """Wait so long from now on; kept within ``LEAST`` and ``MOST``."""
        self._timer.setInterval(round(min(max(minutes, LEAST), MOST) * 60_000))

    def start(self) -> None:
        """Watch from now."""
        self._on_focus_window_changed(QGuiApplication.focusWindow())
        self._timer.start()

    def stop(self) -> None:
        """Nothing is open: nothing to lock."""
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT and self._timer.isActive():
            self._timer.start()
            if isinstance(event, QKeyEvent) and _is_lock(event):
                self.lock_pressed.emit()
                return True
        return False

    def _on_focus_window_changed(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)


def _is_lock(event: QKeyEvent) -> bool:
    return bool(QKeySequence(event.keyCombination()) == shortcuts.sequence("lock"))
