"""Pieces of the overview: a number that can be pressed, a line that is due, drafts, bars."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gdpr_desktop.casework.deadline_words import Urgency, remaining, urgency
from gdpr_desktop.core.dates import long_date, short_month
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.overview.getting_started import TOOLS, Start, task_words
from gdpr_desktop.overview.model import Month
from gdpr_desktop.overview.words import DueLine
from gdpr_desktop.ui import icons, theme
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.drafts import clock_words
from gdpr_desktop.ui.elided_label import ElidedLabel
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.vault.drafts import Draft

_LOOKS = {
    Urgency.OVERDUE: ("overdue", "danger"),
    Urgency.TODAY: ("warning", "danger"),
    Urgency.SOON: ("warning", "warning"),
}


class NumberButton(QPushButton):
    """A large number over a few words."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self.setProperty("kind", "row")
        self._words = words
        self._number = label("0", "title")
        self._number.setWordWrap(False)
        caption = label(words, "muted")
        caption.setWordWrap(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 24, 12)
        layout.setSpacing(0)
        layout.addWidget(self._number)
        layout.addWidget(caption)
        for child in (self._number, caption):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def set_number(self, number: str) -> None:
        """Show ``number``."""
        self._number.setText(number)
        self.setAccessibleName(f"{self._words}: {number}")


class DueRow(QPushButton):
    """One thing that is due; pressing it opens the case, or the entry of the record."""

    chosen = Signal(object)  # the DueLine

    def __init__(self, item: DueLine, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self.setProperty("kind", "row")
        self._item = item
        left = remaining(item.due, today)
        sign = QLabel()
        name, tone = _LOOKS.get(urgency(item.due, today), ("clock", "muted"))
        icons.set_icon(sign, name, tone, 16)
        when = label(left)
        when.setWordWrap(False)
        when.setFixedWidth(when.fontMetrics().averageCharWidth() * 16)
        when.setToolTip(long_date(item.due))
        what = ElidedLabel(item.what)
        who = ElidedLabel(item.who, "muted")
        number = label(item.number, "muted")
        number.setWordWrap(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(12)
        layout.addWidget(sign)
        layout.addWidget(when)
        layout.addWidget(what, 3)
        layout.addWidget(who, 2)
        layout.addWidget(number)
        for child in (sign, when, what, who, number):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        spoken = (left, item.what, item.who, item.number, long_date(item.due))
        self.setAccessibleName(", ".join(spoken))
        self.clicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def _on_clicked(self) -> None:
        self.chosen.emit(self._item)


class DraftRow(QWidget):
    """A form that was typed in and not saved: go on with it, or drop it."""

    go_on_requested = Signal(object)  # the Draft
    discard_requested = Signal(object)

    def __init__(self, draft: Draft, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        title, about = str(draft.data.get("title", "")), str(draft.data.get("about", ""))
        when = clock_words(draft.saved_at, today)
        shown = label(when)
        shown.setWordWrap(False)
        shown.setMinimumWidth(shown.fontMetrics().averageCharWidth() * 16)
        go_on = button(_("Go on"), "link")
        go_on.clicked.connect(self._on_go_on_clicked)
        discard = button(_("Discard"), "link")
        discard.clicked.connect(self._on_discard_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.setSpacing(12)
        sign = QLabel()
        icons.set_icon(sign, "note", "muted", 16)
        layout.addWidget(sign)
        layout.addWidget(shown)
        layout.addWidget(ElidedLabel(title), 3)
        layout.addWidget(ElidedLabel(about, "muted"), 3)
        for made in (go_on, discard):
            made.setAccessibleName(f"{made.text()}: {title}, {about}, {when}")
            layout.addWidget(made)

    def _on_go_on_clicked(self) -> None:
        self.go_on_requested.emit(self._draft)

    def _on_discard_clicked(self) -> None:
        self.discard_requested.emit(self._draft)


class MonthBars(QWidget):
    """Requests received in each of the last months, as bars with their numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._months: tuple[Month, ...] = ()
        self.setMinimumHeight(136)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_months(self, months: tuple[Month, ...]) -> None:
        """Show these, oldest first."""
        self._months = months
        told = [
            ngettext("{month}: {count} request", "{month}: {count} requests", m.received).format(
                month=f"{short_month(m.first)} {m.first.year}", count=m.received
            )
            for m in months
        ]
        self.setAccessibleName(_("Requests received in each month"))
        self.setAccessibleDescription(". ".join(told))
        self.setToolTip("\n".join(told))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 136)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._months:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.fontMetrics().height()
        step = self.width() / len(self._months)
        room = self.height() - 2 * line - 12
        most = max(1, *(month.received for month in self._months))
        for index, month in enumerate(self._months):
            height = room * month.received / most
            left = index * step
            bar = QRectF(left + step * 0.2, line + 4 + room - height, step * 0.6, max(height, 2))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent" if month.received else "line"))
            painter.drawRoundedRect(bar, 2, 2)
            painter.setPen(theme.colour("text"))
            above = QRectF(left, bar.top() - line - 2, step, line)
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(month.received))
            painter.setPen(theme.colour("muted"))
            below = QRectF(left, self.height() - line, step, line)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, short_month(month.first))


class StartPanel(QFrame):
    """What is left before a new register is ready, each with the button that does it."""

    dismissed = Signal()

    def __init__(self, starts: Iterable[Start], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(label(_("Getting started"), "heading"), 1)
        self.dismiss_button = button(_("Show this no more"), "link")
        self.dismiss_button.clicked.connect(self.dismissed)
        head.addWidget(self.dismiss_button)
        column.addLayout(head)
        for start in starts:
            column.addLayout(self._row(start))

    def _row(self, start: Start) -> QHBoxLayout:
        what, why, deed = task_words(start.task)
        sign = QLabel()
        icons.set_icon(sign, *(("done", "ok") if start.done else ("open", "muted")), 20)
        state = _("Done") if start.done else _("Not done")
        sign.setToolTip(state)
        sign.setAccessibleName(f"{what}: {state}")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(what, "muted" if start.done else ""))
        if not start.done:
            words.addWidget(label(why, "muted"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(sign)
        row.addLayout(words, 1)
        if not start.done:
            made = button(deed)
            made.setAccessibleName(f"{deed}: {what}")
            made.clicked.connect(partial(_want_tool, TOOLS[start.task]))
            row.addWidget(made)
        return row


def _want_tool(name: str, _checked: bool = False) -> None:
    bus.tool_wanted.emit(name)
