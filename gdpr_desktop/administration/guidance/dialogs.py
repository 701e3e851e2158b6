"""The guidance in a window of its own, beside whatever one is at."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.guidance.page import GuidancePage
from gdpr_desktop.ui.labels import button, line
from gdpr_desktop.ui.shortcuts import shortcuts

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

_CHARACTERS = 150  # in a line, so that larger text gets a wider window


class GuidanceDialog(QDialog):
    """The page with a Close button."""

    def __init__(self, parent: QWidget | None, vault: "Vault") -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Guidance and checklists"))
        self.page = GuidancePage(vault)
        close = button(_("Close"))
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.setContentsMargins(24, 12, 24, 16)
        row.addStretch(1)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.page, 1)
        layout.addWidget(line())
        layout.addLayout(row)
        QShortcut(shortcuts.sequence("find"), self).activated.connect(self.page.find)
        room = self.screen().availableGeometry()
        wide = max(1080, _CHARACTERS * self.fontMetrics().averageCharWidth())
        self.resize(min(wide, room.width() - 32), min(760, room.height() - 32))
        self.page.find()

    def reject(self) -> None:
        super().reject()
        self.close()  # Escape frees the dialog too
