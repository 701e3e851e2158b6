"""The head of a case: who, the deadline with its reason, and the one clear next step."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gdpr_desktop.casework.deadline_words import urgency
from gdpr_desktop.casework.widgets.case_list import URGENCY_LOOKS
from gdpr_desktop.ui import icons
from gdpr_desktop.ui.labels import button, label, restyle


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """The button of the next step; who may not do it reads ``words`` instead (not ``offered``)."""

    key: Any
    words: str
    hint: str = ""
    offered: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the head shows. ``sign`` is an icon and its tone, see ``due_sign``."""

    title: str
    about: str = ""
    warnings: tuple[str, ...] = ()
    due: str = ""
    reason: str = ""
    sign: tuple[str, str] | None = None
    next: NextStep | None = None


def due_sign(
    due: date | None, today: date, *, met: bool = False, late: bool = False
) -> tuple[str, str]:
    """The sign beside the deadline; with no ``due`` it counts as met."""
    if met or due is None:
        return ("warning", "warning") if late else ("done", "ok")
    return URGENCY_LOOKS[urgency(due, today)]


class CaseHead(QWidget):
    """Shows the head of one case at a time."""

    chosen = Signal(object)  # the key of the next step

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key: Any = None
        self._title = label("", "title")
        self._about = label("", "muted")
        self._sign = QLabel()
        self._due = label("", "label")
        self._reason = label("", "muted")
        self._warning = label("", "warning")
        self._next = button("", "primary")
        self._next.clicked.connect(self._on_next_clicked)
        self._hint = label("", "muted")
        self._card = QFrame()
        self._card.setProperty("role", "side")
        self._lay_out()

    def _lay_out(self) -> None:
        due = QHBoxLayout()
        due.setSpacing(8)
        due.addWidget(self._sign)
        due.addWidget(self._due, 1)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(8)
        inside.addLayout(due)
        inside.addWidget(self._reason)
        step = QHBoxLayout()
        step.setSpacing(16)
        step.addWidget(self._next)
        step.addWidget(self._hint, 1)
        column = QVBoxLayout()
        column.setSpacing(8)
        for widget in (self._title, self._about, self._warning, self._card):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addLayout(step)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self._row.addLayout(column, 1)

    def set_side(self, widget: QWidget) -> None:
        """A widget at the right of the head, such as a ring that counts down."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def show_head(self, head: Head) -> None:
        """Show this."""
        self._title.setText(head.title)
        self._about.setText(head.about)
        self._warning.setText("\n".join(head.warnings))
        self._warning.setVisible(bool(head.warnings))
        self._due.setText(head.due)
        self._reason.setText(head.reason)
        self._reason.setVisible(bool(head.reason))
        self._card.setVisible(bool(head.due))
        self._show_sign(head.sign)
        self._show_next(head.next)

    def _show_sign(self, sign: tuple[str, str] | None) -> None:
        self._sign.setVisible(sign is not None)
        tone = sign[1] if sign else ""
        if sign:
            icons.set_icon(self._sign, *sign, 20)
        self._card.setProperty("tone", tone if tone in ("danger", "warning") else "")
        restyle(self._card)

    def _show_next(self, step: NextStep | None) -> None:
        self._key = step.key if step else None
        self._next.setVisible(step is not None and step.offered)
        self._hint.setVisible(step is not None)
        if step is not None:
            self._next.setText(step.words)
            self._hint.setText(step.hint if step.offered else step.words)

    def _on_next_clicked(self) -> None:
        if self._key is not None:
            self.chosen.emit(self._key)
