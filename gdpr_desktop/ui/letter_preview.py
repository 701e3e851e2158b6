"""The letter as it will look, beside the fields of a dialog."""

from typing import Protocol

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent, QTextOption
from PySide6.QtWidgets import QSplitter, QTextBrowser, QVBoxLayout, QWidget

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import form_state
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.ui.page_scroll import PageScroll

_WAIT = 300  # milliseconds after the last change
_SIZE = QSize(1180, 840)


class Readable(Protocol):
    """A letter, as far as it is looked at here."""

    def html(self) -> str:
        """The letter as a page."""


class LetterPreview(QWidget):
    """Asks for the letter by ``wanted`` when the fields have been still for a while."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.browser = QTextBrowser()
        self.browser.setOpenLinks(False)
        self.browser.setAccessibleName(_("Preview of the letter"))
        self.browser.setTabChangesFocus(True)
        self.browser.setMinimumWidth(280)
        self.browser.setWordWrapMode(QTextOption.WrapMode.WordWrap)  # no word is broken in a table
        # the letter is black on white paper, in the dark theme too
        self.browser.setStyleSheet("QTextBrowser { background: #ffffff; color: #000000; }")
        self.problem = NoteBox()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self.refresh)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 24, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(label(_("Preview"), "label"))
        layout.addWidget(self.problem)
        layout.addWidget(self.browser, 1)

    def watch(self, container: QWidget) -> None:
        """Refresh when any field in ``container`` changes."""
        form_state.watch(container, self.refresh_later)

    def refresh_later(self, *_value: object) -> None:
        """Refresh soon."""
        self._timer.start()

    def refresh(self) -> None:
        """Refresh now."""
        self._timer.stop()
        self.wanted.emit()

    def show_letter(self, letter: Readable) -> None:
        """Show the letter, at the place that was read before."""
        self.problem.say("")
        bar = self.browser.verticalScrollBar()
        place = bar.value()
        self.browser.setHtml(letter.html())
        bar.setValue(min(place, bar.maximum()))

    def show_error(self, error: AppError) -> None:
        """Say why there is no letter; the last one stays to be read."""
        self.problem.say(str(error))


class PreviewDialog(DeedDialog):
    """A dialog with the letter to the right. Call ``begin_preview`` when the fields stand."""

    def begin_preview(self) -> None:
        """Put the letter beside the form and follow the fields."""
        self.preview = LetterPreview()
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        layout, fields = self.layout(), self.findChild(PageScroll)
        assert isinstance(layout, QVBoxLayout)
        assert fields is not None
        splitter.addWidget(fields)
        layout.insertWidget(0, splitter, 1)
        splitter.addWidget(self.preview)
        bar = fields.verticalScrollBar().sizeHint().width()
        fields.setMinimumWidth(self._page.minimumSizeHint().width() + bar)
        splitter.setSizes([520, 620])
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 1)
        self.preview.watch(fields)
        self.preview.wanted.connect(self._on_preview_wanted)
        self._on_preview_wanted()

    def letter(self) -> Readable:
        """The letter of what is typed now. Raises ``AppError``."""
        raise NotImplementedError

    def unfinished_letter(self, _error: AppError) -> Readable | None:
        """The letter with its gaps shown, where it can be read all the same."""
        return None

    def showEvent(self, event: QShowEvent) -> None:
        fresh = not event.spontaneous()
        super().showEvent(event)
        if not fresh:
            return
        room = self.screen().availableGeometry()
        self.resize(min(_SIZE.width(), room.width() - 32), min(_SIZE.height(), room.height() - 64))
        # read the letter before the buttons
        self.setTabOrder(self.preview.browser, self.cancel_button)
        self.setTabOrder(self.cancel_button, self.save_button)

    def _on_preview_wanted(self) -> None:
        try:
            self.preview.show_letter(self.letter())
        except AppError as error:
            unfinished = self.unfinished_letter(error)
            if unfinished is not None:
                self.preview.show_letter(unfinished)
            self.preview.show_error(error)
