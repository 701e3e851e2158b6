"""What stands above and below the pages of the wizard."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.widgets.rich_field import FormatBar
from gdpr_desktop.dpia.words import words
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.elided_label import ElidedLabel
from gdpr_desktop.ui.flow_layout import FlowLayout
from gdpr_desktop.ui.labels import button, label, restyle


class Head(QFrame):
    """The name of the assessment, the buttons for text, whether all is saved, and the way back."""

    def __init__(self, *, alone: bool) -> None:
        super().__init__()
        self._title = ElidedLabel("", "heading")
        self.status = QLabel()
        self.status.setProperty("role", "muted")
        self.bar = FormatBar()
        self.back = button(_("&Back to the case"))
        self.back.setVisible(not alone)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(16)
        row.addWidget(self._title, 1)
        row.addWidget(self.status)
        row.addWidget(self.bar)
        row.addWidget(self.back)

    def show_found(self, found: Dpia, *, waiting: bool) -> None:
        """Show whose it is and how it stands."""
        self._title.setText(found.about.title)
        self.bar.setVisible(found.writable)
        if not found.writable:
            state = words(found.state) if found.case.open else _("Closed")
            self._say(_("To read only: {state}").format(state=state), "muted")
        elif not waiting:
            self._say(_("Everything is saved"), "muted")

    def show_saving(self) -> None:
        """Something was typed that is not saved yet."""
        self._say(_("Saving …"), "muted")

    def show_failure(self, error: AppError) -> None:
        """It could not be saved."""
        self._say(_("Not saved: {problem}").format(problem=error), "problem")
        announce(self, self.status.text())

    def _say(self, text: str, role: str) -> None:
        if self.status.property("role") != role:
            self.status.setProperty("role", role)
            restyle(self.status)
        self.status.setText(text)
        self.status.setToolTip(text)


class Foot(QWidget):
    """The pages before and after, and the first question that lacks an answer."""

    def __init__(self) -> None:
        super().__init__()
        self.previous = button(_("Pre&vious page"))
        self.next = button(_("Ne&xt page"), "primary")
        self.first = button(_("First un&answered question"), "link")
        self._place = label("", "muted")
        self._more = label(_("More below"), "muted")
        for text in (self._place, self._more):
            text.setWordWrap(False)
        self._more.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 8, 24, 12)
        row = FlowLayout(spacing=12)
        outer.addLayout(row)
        for piece in (self.previous, self.next, self._place, self._more, self.first):
            piece.setMinimumHeight(self.next.sizeHint().height())  # one line, centred
            row.addWidget(piece)

    def show_place(self, place: int, count: int, *, writable: bool) -> None:
        """Which of how many pages is shown."""
        text = _("Page {page} of {count}")
        self._place.setText(text.format(page=place + 1, count=count))
        self.previous.setEnabled(place > 0)
        self.next.setEnabled(place + 1 < count)
        self.first.setVisible(writable)

    def show_more(self, more: bool) -> None:
        """Say that the page goes on below what is seen."""
        self._more.setVisible(more)
