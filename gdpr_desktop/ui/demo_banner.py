"""A thin line above the demo, so that nobody takes it for the municipality's own register."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.ui import icons
from gdpr_desktop.ui.labels import button, label


class DemoBanner(QFrame):
    """Says that all is made up, and offers to make a register of one's own."""

    create_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.setProperty("tone", "warning")
        sign = QLabel()
        icons.set_icon(sign, "info", "warning", 16)
        self.create_button = button(_("Make your own register"), "link")
        self.create_button.clicked.connect(self.create_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 2, 16, 2)
        row.setSpacing(8)
        row.addWidget(sign)
        row.addWidget(label(_("Demo: everything here is made up.")), 1)
        row.addWidget(self.create_button)
