"""One page of the settings, and those that only point elsewhere."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.page_scroll import PageScroll


class SectionPage(PageScroll):
    """A part under its heading. ``expand`` brings it forward: problems find their way by it."""

    def __init__(self, title: str, text: str, part: QWidget, show: Callable[[], None]) -> None:
        page = QWidget()
        super().__init__(page)
        self._bring_forward = show
        column = QVBoxLayout(page)
        column.setContentsMargins(8, 0, 16, 8)
        column.setSpacing(8)
        column.addWidget(label(title, "heading"))
        column.addWidget(label(text, "muted"))
        column.addSpacing(8)
        column.addWidget(part)
        column.addStretch(1)

    def expand(self) -> None:
        """Come forward."""
        self._bring_forward()


class BackupsPart(QWidget):
    """The backups have a window of their own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = _(
            "Where backups are put, how many are kept and how old the newest is, stands in a "
            "window of its own. What is changed there holds at once."
        )
        self.open_button = button(_("Open &Backups…"))
        self.open_button.clicked.connect(self._on_open_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(label(text))
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_open_clicked(self) -> None:
        bus.tool_wanted.emit("backups")


class PlacesPart(QWidget):
    """Systems and units stand in the record of processing; ``record_wanted``: go there."""

    record_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = _(
            "Systems and units stand in the record of processing. When data are collected for a "
            "request, they are suggested from there, with the contact and the responsible role."
        )
        self.open_button = button(_("Go to the &systems"))
        self.open_button.clicked.connect(self.record_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(label(text))
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
