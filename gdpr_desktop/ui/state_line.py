"""What the window says of itself: whose register in the title, what is saved in the status bar."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel

from gdpr_desktop.core.paths import APP_NAME
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.bus import bus

if TYPE_CHECKING:
    from gdpr_desktop.ui.main_window import MainWindow


class StateLine(QObject):
    """Title and status bar of one window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)  # the bus lets go of it together with the window
        self._window = window
        self._saved: QLabel | None = None
        bus.changed.connect(self._on_bus_changed)
        bus.draft_told.connect(self._on_draft_told)

    def tell(self) -> None:
        """Say how things are now."""
        title, vault = APP_NAME, self._window.vault
        if self._window.locking.is_under_way:
            return
        if vault is not None:
            of = vault.municipality().name
            if vault.is_work_file:
                of = _("Work file from {municipality}").format(municipality=of)
            names = (of, vault.actor.name, APP_NAME)
            title = " – ".join(name for name in names if name)
            read_only = _("Open for reading only") if vault.read_only else ""
            self._label().setText(read_only or _("Everything is saved"))
        if self._saved is not None:
            self._window.statusBar().setVisible(vault is not None)
        self._window.setWindowTitle(title)

    def _label(self) -> QLabel:
        if self._saved is None:
            self._saved = QLabel()
            self._window.statusBar().setSizeGripEnabled(False)
            self._window.statusBar().addWidget(self._saved)
        return self._saved

    def _on_bus_changed(self, _change: object, _initiator: object) -> None:
        if self._window.vault is not None:
            self.tell()

    def _on_draft_told(self, text: str) -> None:
        if self._window.vault is not None:
            self._label().setText(text or _("Everything is saved"))
