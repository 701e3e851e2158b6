"""On a full disk: tries now and then whether there is room, and says so when there is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

_EVERY = 10_000  # milliseconds


class RoomWatch(QObject):
    """Lives until there is room or the register is closed."""

    found_room = Signal()

    def __init__(self, vault: "Vault", parent: QObject) -> None:
        super().__init__(parent)
        self._vault = vault
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Is there room?"""
        if not self._vault.is_open:
            self._end()
        elif self._vault.try_writing():
            self._end()
            self.found_room.emit()

    def _end(self) -> None:
        self._timer.stop()
        self.deleteLater()
