"""The one dialog for our own bugs."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from gdpr_desktop.core.clock import SystemClock
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import crash, notices
from gdpr_desktop.ui.labels import button, label


class CrashDialog(QDialog):
    """Says that the fault is ours, what is safe, and saves the report where the person wants."""

    def __init__(self, parent: QWidget | None, error: BaseException) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Something went wrong"))
        self._report = crash.report(error)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(label(_("Something went wrong"), "heading"))
        layout.addWidget(
            label(
                _(
                    "This is a fault in the program, not something you did. "
                    "What was saved before is safe."
                )
                + " "
                + _("The report below holds no personal data. Save it for those who can help.")
            )
        )
        shown = QPlainTextEdit(self._report)
        shown.setReadOnly(True)
        shown.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        shown.setAccessibleName(_("Report"))
        shown.setTabChangesFocus(True)
        layout.addWidget(shown, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        save = button(_("&Save the report…"))
        save.clicked.connect(self._on_save_clicked)
        close = button(_("&Go on"), "primary")
        close.setDefault(True)
        close.clicked.connect(self.close)
        row.addWidget(save)
        row.addWidget(close)
        layout.addLayout(row)
        self.resize(640, 440)

    def _on_save_clicked(self) -> None:
        name = f"personvernpulten-{SystemClock().today():%Y-%m-%d}.txt"
        path = notices.save_path(
            self, _("Save the report"), Path.home() / name, _("Text files") + " (*.txt)"
        )
        if path is None:
            return
        try:
            path.write_text(self._report, encoding="utf-8")
        except OSError:
            notices.inform(
                self, _("Not saved"), _("The report could not be saved there. Try another folder.")
            )
