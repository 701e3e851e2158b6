"""A window without any register: one case in a work file, and going to and from it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from gdpr_desktop.core.text import _
from gdpr_desktop.ui.feature import Feature, call

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QMainWindow

    from gdpr_desktop.ui.main_window import MainWindow
    from gdpr_desktop.ui.vault_gate import VaultGate
    from gdpr_desktop.vault import Vault

    _Window = QMainWindow
else:
    _Window = object

SUFFIX = ".dpia"


class TakesFiles(_Window):
    """A window that a work file can be dropped on while no register is open."""

    work_files: "WorkFiles"

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        if self.work_files.dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        path = self.work_files.dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.work_files.ask(path)


class WorkFiles:
    """Which work file one window asks for. ``load`` gives what is shown of an open one."""

    def __init__(self, window: "MainWindow", gate: "VaultGate") -> None:
        self._window, self._gate = window, gate
        self.load: Callable[[], tuple[Feature, ...]] = tuple
        self._path: Path | None = None  # of the file that is asked for, or was closed
        self._closed = False
        window.setAcceptDrops(True)

    @property
    def is_shown(self) -> bool:
        """Is the page shown that asks for a work file, or tells that one was closed?"""
        page = self._window.stack.currentWidget()
        return page is not None and page.property("work_file") is True

    @property
    def is_open(self) -> bool:
        """Is a work file open?"""
        vault = self._window.vault
        return vault is not None and vault.is_work_file

    def show_again(self) -> None:
        """The same page in another language or size."""
        assert self._path is not None
        (self._tell_closed if self._closed else self._ask)(self._path)

    def choose(self) -> None:
        """Let the person point at a work file."""
        from gdpr_desktop.ui import notices

        start = self._path.parent if self._path else Path.home()
        kinds = _("Work files") + f" (*{SUFFIX})"
        path = notices.open_path(self._window, _("Open a work file"), start, kinds)
        if path is not None:
            self.ask(path)

    def ask(self, path: Path) -> None:
        """Lock what is open, and ask for the password of the work file at ``path``."""
        if self._window.vault is not None:
            self._window.locking.lock(then=partial(self._ask, path))
        else:
            self._ask(path)

    def send_back(self) -> None:
        """Close the work file that is open, and tell what to do with it."""
        assert self._window.vault is not None
        path = self._window.vault.path
        self._window.locking.lock(then=partial(self._tell_closed, path))

    def dropped(self, event: "QDropEvent") -> Path | None:
        """The work file that is dragged, where it can be opened now."""
        window, urls = self._window, event.mimeData().urls()
        if window.vault is not None or window.is_creating or len(urls) != 1:
            return None
        path = Path(urls[0].toLocalFile())
        return path if urls[0].isLocalFile() and path.suffix.lower() == SUFFIX else None

    def _ask(self, path: Path) -> None:
        from gdpr_desktop.ui.work_file_page import WorkFilePage

        self._path, self._closed = path, False
        page = WorkFilePage(path, open_file=self._open)
        page.opened.connect(self._window.open_workspace)
        page.other_requested.connect(self.choose)
        page.cancelled.connect(self._window.registers.start_page)
        self._window.show_page(page)
        page.focus_first()

    def _open(self, path: Path, password: str) -> "Vault":
        """For the worker. What cannot be shown is closed again."""
        vault = self._gate.open_work_file(path, password)
        try:
            for feature in self.load():
                call(feature, "check", vault)
        except BaseException:
            vault.close()
            raise
        return vault

    def _tell_closed(self, path: Path) -> None:
        from gdpr_desktop.ui.work_file_page import ClosedPage

        self._path, self._closed = path, True
        page = ClosedPage(path)
        page.again_requested.connect(self._on_again)
        page.ended.connect(self._window.close)
        self._window.show_page(page)
        page.focus_first()

    def _on_again(self) -> None:
        if self._path is not None:
            self._ask(self._path)
