"""What an empty tab shows: a picture, a sentence, and the one button to begin."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gdpr_desktop.ui import icons, theme
from gdpr_desktop.ui.labels import button, label

_READABLE = 440  # pixels


class Picture(QWidget):
    """An icon, large, on a soft disc. Decoration: the sentence says what it says."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(112, 112)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent_soft"))
        painter.drawEllipse(QRectF(0, 0, 112, 112))
        picture = icons.pixmap(self._name, 56, "accent", ratio=self.devicePixelRatioF())
        painter.drawPixmap(28, 28, picture)


class EmptyState(QWidget):
    """``button_text`` may be empty: then there is nothing to press.

    Where there is no room for all of it, the picture goes before the words.
    """

    activated = Signal()

    def __init__(
        self,
        picture: str,
        heading: str,
        text: str,
        button_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 32, 32, 32)
        layout.setSpacing(12)
        layout.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._picture = Picture(picture)
        layout.addWidget(self._picture, 0, centre)
        layout.addSpacing(8)
        for words, role in ((heading, "heading"), (text, "muted")):
            if words:
                layout.addLayout(_narrow(words, role))
        if button_text:
            layout.addSpacing(8)
            self.button = button(button_text, "primary")
            self.button.clicked.connect(self.activated)
            layout.addWidget(self.button, 0, centre)
        layout.addStretch(3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        layout = self.layout()
        if layout is not None:
            need = layout.totalHeightForWidth(self.width())
            if self._picture.isHidden():
                need += self._picture.sizeHint().height() + layout.spacing()
            self._picture.setVisible(self.height() >= need)


def _narrow(words: str, role: str) -> QHBoxLayout:
    line = label(words, role)
    line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    line.setMaximumWidth(_READABLE)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(line, 100)  # all the room there is, up to what is easy to read
    row.addStretch(1)
    return row
