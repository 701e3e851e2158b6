"""Files that are dropped on the window while a register is open."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from gdpr_desktop.core.roles import Deed, scope
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.feature import NAME
from gdpr_desktop.ui.notice_bar import say
from gdpr_desktop.vault import Vault


class DropWatch(QObject):
    """Has the page of requests read a form that was dropped. A field that has the focus of the
    mouse takes what is dropped on it itself, as everywhere."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window: Any = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @staticmethod
    def on(window: QWidget, vault: Vault) -> None:
        """Begin, for who may register a request in this register."""
        DropWatch.off(window)
        if scope(vault.actor.role, Deed.REGISTER_CASE) is not None and not vault.read_only:
            DropWatch(window)

    @staticmethod
    def off(window: QWidget) -> None:
        """End."""
        for one in window.findChildren(DropWatch):
            window.removeEventFilter(one)
            window.setAcceptDrops(False)
            one.deleteLater()

    def eventFilter(self, watched: QObject, event: Any) -> bool:
        """Take files, and nothing else."""
        kind = event.type()
        if kind not in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            return False
        paths = _paths(event.mimeData())
        if not paths or QApplication.activeModalWidget() is not None:
            return False
        event.acceptProposedAction()
        if kind == QEvent.Type.Drop:
            self._paths = paths
            QTimer.singleShot(0, self, self._take)  # the other program waits for this event's end
        return True

    def _take(self) -> None:
        if len(self._paths) > 1:
            say(self._window, _("Drop one form at a time."), tone="warning")
        elif self._window.workspace is not None:
            self._window.workspace.page_of(NAME).open_form(self._paths[0])


def _paths(data: QMimeData) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
