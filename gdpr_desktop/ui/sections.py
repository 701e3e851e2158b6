"""A section of a case: folds, sums itself up in a line, says why it is there."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from gdpr_desktop.core.text import _
from gdpr_desktop.ui import icons
from gdpr_desktop.ui.elided_label import ElidedLabel
from gdpr_desktop.ui.labels import button, label, line


class Status(StrEnum):
    """How far a section has come."""

    NONE = "none"
    OPEN = "open"
    NEXT = "next"
    DONE = "done"


_SIGNS = {
    Status.OPEN: ("open", "muted"),
    Status.NEXT: ("next", "accent"),
    Status.DONE: ("done", "ok"),
}


def _words(status: Status) -> str:
    return {
        Status.NONE: "",
        Status.OPEN: _("Not done"),
        Status.NEXT: _("Next step"),
        Status.DONE: _("Done"),
    }[status]


class _FoldButton(QPushButton):
    """The title. It gives way with «…» when even it has too little room."""

    def __init__(self, title: str) -> None:
        super().__init__(title.replace("&", "&&"))
        self.setAutoDefault(False)
        self.setProperty("kind", "fold")
        self.setToolTip(title)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        least = self.fontMetrics().averageCharWidth() * 12
        return QSize(least, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        lacking = self.sizeHint().width() - self.width()
        if lacking > 0:
            metrics = option.fontMetrics
            room = metrics.horizontalAdvance(self.text()) - lacking
            option.text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


class Section(QWidget):
    """Put the contents in ``body`` (a layout). ``why`` is shown behind «Why?»."""

    toggled = Signal(bool)

    def __init__(
        self,
        title: str,
        *,
        why: str = "",
        expanded: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title, self._status = title, Status.NONE
        self._sign = QLabel()
        self._sign.setFixedSize(20, 20)
        self._sign.hide()
        self._fold = _FoldButton(title)
        self._fold.setCheckable(True)
        self._fold.setChecked(expanded)
        self._fold.toggled.connect(self._on_fold_toggled)
        self._summary = ElidedLabel("", "muted")
        self._summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._summary.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._why = button(_("Why?"), "link")
        self._why.setCheckable(True)
        self._why.setAccessibleName(_("Why: {section}").format(section=title))
        self._why.setVisible(bool(why) and expanded)
        self._why.toggled.connect(self._on_why_toggled)
        self._why_text = label(why, "muted")
        self._why_box = _soft_box(self._why_text)
        self._why_box.hide()
        self._has_why = bool(why)
        self._content = QWidget()
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(32, 4, 0, 16)
        self.body.setSpacing(12)
        self.body.addWidget(self._why_box)
        self._content.setVisible(expanded)
        self._lay_out()
        self._tell()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 4, 0, 4)
        head.setSpacing(8)
        head.addWidget(self._sign)
        head.addWidget(self._fold)
        head.addWidget(self._why)
        head.addWidget(self._summary, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._content)
        layout.addWidget(line())

    @property
    def title(self) -> str:
        """What the section is called."""
        return self._title

    @property
    def expanded(self) -> bool:
        """Is it open?"""
        return self._fold.isChecked()

    def set_expanded(self, expanded: bool) -> None:
        """Open or fold."""
        self._fold.setChecked(expanded)

    def expand(self) -> None:
        """Open."""
        self._fold.setChecked(True)

    def collapse(self) -> None:
        """Fold."""
        self._fold.setChecked(False)

    def set_summary(self, text: str) -> None:
        """The line to the right, readable when folded."""
        self._summary.setText(text)
        self._tell()

    def set_status(self, status: Status) -> None:
        """The sign to the left."""
        self._status = status
        sign = _SIGNS.get(status)
        self._sign.setVisible(sign is not None)
        if sign:
            icons.set_icon(self._sign, sign[0], sign[1], 20)
            self._sign.setToolTip(_words(status))
        self._tell()

    def _tell(self) -> None:
        parts = (self._title, _words(self._status), self._summary.text())
        self._fold.setAccessibleName(", ".join(part for part in parts if part))
        self._fold.setAccessibleDescription(_("Unfolded") if self.expanded else _("Folded"))
        icons.set_icon(self._fold, "chevron-down" if self.expanded else "chevron-right", "muted")

    def _on_fold_toggled(self, expanded: bool) -> None:
        self._content.setVisible(expanded)
        self._why.setVisible(self._has_why and expanded)
        self._tell()
        self.toggled.emit(expanded)

    def _on_why_toggled(self, shown: bool) -> None:
        self._why_box.setVisible(shown)


def _soft_box(text: QLabel) -> QFrame:
    box = QFrame()
    box.setProperty("role", "side")
    inside = QVBoxLayout(box)
    inside.setContentsMargins(16, 12, 16, 12)
    inside.addWidget(text)
    return box
