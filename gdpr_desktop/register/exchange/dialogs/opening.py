"""The way to the import: a file is chosen and read in the worker, and the record beside it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _
from gdpr_desktop.register.exchange import service
from gdpr_desktop.register.exchange.dialogs.importing import ImportDialog
from gdpr_desktop.register.exchange.model import Snapshot
from gdpr_desktop.tables.model import Book
from gdpr_desktop.tables.workbook import read_book
from gdpr_desktop.ui import notices, tasks
from gdpr_desktop.ui.slices import Slices
from gdpr_desktop.vault import Vault


class Opening(QObject):
    """Lives until the dialog is open, or the file was refused."""

    def __init__(self, parent: QWidget, vault: Vault, done: Callable[[Change], None]) -> None:
        super().__init__(parent)
        self._window, self._vault, self._done = parent, vault, done
        self._book: Book | None = None

    def start(self) -> None:
        """Ask for the file, and read it."""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents))
        title = _("Choose the workbook with the record")
        path = notices.open_path(self._window, title, folder, _("Workbook (*.xlsx)"))
        if path is None:
            self.deleteLater()
            return
        tasks.run(
            partial(read_book, path),
            title=_("Reading {name}").format(name=path.name),
            on_done=self._on_read,
            on_error=self._on_failed,
        )

    def _on_read(self, book: Book) -> None:
        if not any(sheet.rows for sheet in book.sheets):
            self._on_failed(
                AppError(
                    _("There is nothing in {name}.").format(name=book.name),
                    hint=_("Choose another file."),
                )
            )
            return
        self._book = book
        slices = Slices(service.gather(self._vault), self)
        slices.ended.connect(self._on_gathered)
        slices.failed.connect(self._on_failed)
        slices.start()

    def _on_gathered(self, snapshot: Snapshot) -> None:
        assert self._book is not None
        dialog = ImportDialog(self._vault, self._book, snapshot, self._window)
        dialog.accepted_value.connect(self._done)
        dialog.open()
        self.deleteLater()

    def _on_failed(self, error: AppError) -> None:
        notices.error(self._window, error)
        self.deleteLater()
