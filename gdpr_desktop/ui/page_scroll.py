"""A page that scrolls up and down, and is always as high as its wrapped text needs."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QFormLayout, QFrame, QLayout, QScrollArea, QWidget


class PageScroll(QScrollArea):
    """Qt's own scroll area takes a page's least height as if no line were wrapped."""

    page_changed = Signal()  # rows came or went: the page needs another height

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = self.size()
        page.setProperty("role", "page")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        page.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fit() and self.size() == self._size:  # a scroll bar came, and no hand pulled it
            self.page_changed.emit()
        self._size = self.size()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # not kept as an attribute: a closing dialog's Python half may be gone before this is asked
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget() and self._fit():
            self.page_changed.emit()
        return super().eventFilter(watched, event)

    def _fit(self) -> bool:
        page = self.widget()
        if page is None:
            return False
        layout = page.layout()
        if layout is not None and layout.hasHeightForWidth():
            height = layout.totalHeightForWidth(self.viewport().width())
            if height != page.minimumHeight():
                # a form keeps the heights it was squeezed to, and would cut the text of a row
                for form in page.findChildren(QFormLayout):
                    form.invalidate()
                page.setMinimumHeight(height)
                # at once: until the events have gone round the rows would stand in each other
                page.resize(self.viewport().width(), max(height, self.viewport().height()))
                return True
        return False


def fit(dialog: QDialog, page: QLayout, width: int) -> None:
    """Make a dialog as high as ``page`` and its buttons need, where the screen has room."""
    room = dialog.screen().availableGeometry()
    width = min(width, room.width() - 32)
    buttons = dialog.fontMetrics().height() * 2 + 56
    height = page.totalHeightForWidth(width) + buttons
    dialog.resize(width, min(height, room.height() - 64))
