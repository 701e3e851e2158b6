"""A file of which only the name and SHA-256 are kept: chosen by button, or dropped here."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from gdpr_desktop.casework.file_print import FilePrint, Reading, read_print
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import notices, tasks
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.elided_label import ElidedLabel
from gdpr_desktop.ui.labels import button

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

_LOOK = 200  # milliseconds between two looks at how far the worker has come


class FileField(QWidget):
    """``print()`` is the file as it was read; None for no file, and while one is being read."""

    problem_changed = Signal(str)
    draft_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._print: FilePrint | None = None
        self._reading: Reading | None = None
        self._job = 0
        self.pick = button(_("Choose a &file…"))
        self.pick.clicked.connect(self._on_pick)
        self.drop = button(_("Take it away"), "link")
        self.drop.clicked.connect(self.clear)
        self._name = ElidedLabel("", "muted")
        self._digest = ElidedLabel("", "muted")
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("How much of the file has been read"))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.pick)
        row.addWidget(self._name, 1)
        row.addWidget(self.drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._bar)
        column.addWidget(self._digest)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK)
        self._look.timeout.connect(self._on_look)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.pick)
        self._show()

    def editors(self) -> tuple[QWidget, ...]:
        """Nothing is framed in red."""
        return ()

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        self.pick.setAccessibleName(name)
        self.pick.setAccessibleDescription(description)

    def print(self) -> FilePrint | None:
        """The file that was read."""
        return self._print

    def problem(self) -> str:
        """A sentence while a file is being read."""
        return _("Wait until the file has been read.") if self._reading is not None else ""

    def draft_state(self) -> dict[str, Any]:
        """Name and SHA-256; never where the file lies."""
        found = self._print
        if found is None:
            return {}
        return {"name": found.name, "sha256": found.sha256, "size": found.size}

    def restore_draft(self, state: dict[str, Any]) -> None:
        """Show what ``draft_state`` gave."""
        self._print = FilePrint(**state) if state else None
        self._show()

    def read(self, path: Path) -> None:
        """Read a file in the worker; a folder or an unreadable file is said here."""
        self.stop()
        self._print = None
        self.problem_changed.emit("")
        reading = self._reading = Reading()
        self._name.setText(path.name)
        self._job = tasks.run(
            partial(read_print, path, reading),
            title=_("Reading {name}").format(name=path.name),
            on_done=self._on_read,
            on_error=self._on_unreadable,
            cancel=reading.stopped.set,
            quiet=True,
        )
        self._look.start()
        self._show()

    def stop(self) -> None:
        """Stop reading: another file was chosen, or the dialog is left."""
        self._look.stop()
        if self._reading is not None:
            tasks.runner().cancel(self._job)
            self._reading = None

    def clear(self) -> None:
        """No file."""
        self.stop()
        self._print = None
        self._show()
        self.draft_changed.emit()

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        if _path(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        path = _path(event)
        if path is not None:
            event.acceptProposedAction()
            self.read(path)

    def _on_pick(self) -> None:
        path = notices.open_path(self, _("Choose a file"), Path.home(), _("All files (*)"))
        if path is not None:
            self.read(path)

    def _on_read(self, found: FilePrint) -> None:
        self._look.stop()
        self._reading, self._print = None, found
        self._show()
        announce(self, _("The file has been read."))
        self.draft_changed.emit()

    def _on_unreadable(self, error: AppError) -> None:
        self._look.stop()
        self._reading = None
        self._show()
        self.problem_changed.emit(str(error))

    def _on_look(self) -> None:
        reading = self._reading
        if reading is not None:
            self._bar.setValue(reading.done * 1000 // max(reading.total, 1))

    def _show(self) -> None:
        found, busy = self._print, self._reading is not None
        if not busy:
            self._name.setText(found.name if found is not None else _("No file"))
            self._bar.setValue(0)
        self._bar.setVisible(busy)
        self._digest.setVisible(found is not None)
        self._digest.setText(f"SHA-256: {found.sha256}" if found is not None else "")
        self.drop.setVisible(found is not None or busy)


def _path(event: "QDragEnterEvent | QDropEvent") -> Path | None:
    """The one file of what is dragged; None for anything else."""
    urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(urls[0].toLocalFile()) if len(urls) == 1 else None
