"""A dialog that only tells: a scrolling page and a Close button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.ui.labels import button, label, line
from gdpr_desktop.ui.page_scroll import PageScroll


class InformationDialog(QDialog):
    """Subclasses fill ``body``."""

    def __init__(self, parent: QWidget | None, title: str, width: int, height: int) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(title)
        page = QWidget()
        self.body = QVBoxLayout(page)
        self.body.setContentsMargins(24, 24, 24, 24)
        self.body.setSpacing(12)
        self.body.addWidget(label(title, "heading"))
        scroll = PageScroll(page)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrow keys read on
        scroll.setAccessibleName(title)
        close = button(_("Close"), "primary")
        close.setDefault(True)
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.setContentsMargins(24, 12, 24, 16)
        row.addStretch(1)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addWidget(line())
        layout.addLayout(row)
        room = self.screen().availableGeometry()
        self.resize(min(width, room.width() - 32), min(height, room.height() - 64))

    def reject(self) -> None:
        super().reject()
        self.close()  # Escape frees the dialog too
