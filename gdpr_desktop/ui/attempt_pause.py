"""After wrong passwords the button counts down; what is typed stays."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QPushButton

from gdpr_desktop.core.text import _


class AttemptPause(QObject):
    """Keeps ``button`` disabled for some seconds. ``over`` when it can be pressed again."""

    over = Signal()

    def __init__(self, button: QPushButton) -> None:
        super().__init__(button)
        self._button, self._words = button, button.text()
        self.left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._on_second)

    def start(self, seconds: int) -> None:
        """Count down from ``seconds``; 0 does nothing."""
        self.left = seconds
        if seconds > 0:
            self._timer.start()
            self._tell()

    def _on_second(self) -> None:
        self.left -= 1
        self._tell()
        if self.left <= 0:
            self._timer.stop()
            self.over.emit()

    def _tell(self) -> None:
        waiting = self.left > 0
        self._button.setEnabled(not waiting)
        words = _("Wait {count} s").format(count=self.left) if waiting else self._words
        self._button.setText(words)
