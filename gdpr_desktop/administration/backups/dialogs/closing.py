"""Making a backup before the program closes, and going without when it cannot be made."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.labels import button, label, restyle
from gdpr_desktop.vault.backup.errors import BackupCancelledError
from gdpr_desktop.vault.backup.format import Reason

if TYPE_CHECKING:
    from gdpr_desktop.administration.backups.widgets import BackupGuard

_WIDTH = 480


class ClosingDialog(QDialog):
    """``close_wanted`` when the backup is made, or when the person goes without."""

    close_wanted = Signal()

    def __init__(self, parent: QWidget | None, guard: "BackupGuard") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(_("Making a backup…"))
        self._guard = guard
        self._head = label(_("Making a backup…"), "heading")
        self._text = label(_("The program closes when it is made and checked."), "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 100)
        self.bar.setAccessibleName(_("Making a backup…"))
        self.skip_button = button(_("Close without a backup"))
        self.skip_button.clicked.connect(self._on_skip_clicked)
        self.again_button = button(_("Try again"), "primary")
        self.again_button.clicked.connect(self.begin)
        self.stay_button = button(_("Do not close"))
        self.stay_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for made in (self.stay_button, self.skip_button, self.again_button):
            row.addWidget(made)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        for widget in (self._head, self._text, self.bar):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addLayout(row)
        self.setMinimumWidth(_WIDTH)
        guard.progress.connect(self._on_progress)
        guard.made.connect(self._on_made)
        guard.failed.connect(self._on_failed)

    def begin(self) -> None:
        """Make the backup, or follow the one that is being made already."""
        self._show(failed=False)
        self._guard.run(Reason.CLOSING)

    def reject(self) -> None:
        """Stay: what is being made is stopped."""
        self._guard.cancel()
        super().reject()
        self.close()

    def discard(self) -> None:
        """The register is being locked."""
        self.close()

    def _show(self, *, failed: bool) -> None:
        self.bar.setVisible(not failed)
        self.again_button.setVisible(failed)
        self._text.setProperty("role", "problem" if failed else "muted")
        restyle(self._text)
        if not failed:
            self._head.setText(_("Making a backup…"))
            self._text.setText(_("The program closes when it is made and checked."))
        self.resize(self.width(), max(self.height(), self.heightForWidth(self.width())))

    def _on_progress(self, fraction: float) -> None:
        self.bar.setValue(round(fraction * 100))

    def _on_made(self, _made: object) -> None:
        self.close_wanted.emit()

    def _on_failed(self, error: AppError) -> None:
        if isinstance(error, BackupCancelledError):
            return
        self._head.setText(_("The backup was not made"))
        self._text.setText(str(error))
        self._show(failed=True)
        self.again_button.setFocus()

    def _on_skip_clicked(self) -> None:
        self.close_wanted.emit()
