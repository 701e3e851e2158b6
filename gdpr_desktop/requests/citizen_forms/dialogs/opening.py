"""The way from a filled form to a registered request: read in the worker, shown in the intake."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.citizen_forms.model import FilledForm
from gdpr_desktop.requests.citizen_forms.read import read_form
from gdpr_desktop.ui import notices, tasks
from gdpr_desktop.vault import Vault


class Opening(QObject):
    """Lives until the intake is open, or the file was refused."""

    def __init__(self, parent: QWidget, vault: Vault, done: Callable[[Change], None]) -> None:
        super().__init__(parent)
        self._page, self._vault, self._done = parent, vault, done

    def start(self, path: Path | None = None) -> None:
        """Read ``path``, or ask for a file first."""
        path = path or self._asked()
        if path is None:
            self.deleteLater()
            return
        tasks.run(
            partial(read_form, path, self._vault.clock.today()),
            title=_("Reading {name}").format(name=path.name),
            on_done=self._on_read,
            on_error=self._on_failed,
        )

    def _asked(self) -> Path | None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents))
        title = _("Choose the form that was filled in")
        return notices.open_path(self._page, title, folder, _("Word files") + " (*.docx)")

    def _on_read(self, filled: FilledForm) -> None:
        from gdpr_desktop.requests.citizen_forms.dialogs.intake import FilledIntakeDialog

        dialog = FilledIntakeDialog(self._vault, self._page, filled)
        dialog.accepted_value.connect(self._done)
        dialog.open()
        self.deleteLater()

    def _on_failed(self, error: AppError) -> None:
        notices.error(self._page, error)
        self.deleteLater()
