"""The head of a collection: who, the deadline with its reason, and the one clear next step."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gdpr_desktop.casework.deadline_words import urgency
from gdpr_desktop.casework.widgets.case_list import URGENCY_LOOKS
from gdpr_desktop.core.roles import Role
from gdpr_desktop.core.text import _
from gdpr_desktop.information.collections.actions import (
    Action,
    deed_words,
    is_for,
    primary_action,
)
from gdpr_desktop.information.collections.model import Collection, due_day
from gdpr_desktop.information.collections.steps import Step, next_step
from gdpr_desktop.information.collections.summary import due_words, head_lines
from gdpr_desktop.information.collections.words import action_words
from gdpr_desktop.ui import icons
from gdpr_desktop.ui.labels import button, label, restyle


class CaseHead(QWidget):
    """Shows the head of one collection at a time."""

    action_chosen = Signal(object)  # Action

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action: Action | None = None
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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._about)
        layout.addWidget(self._warning)
        layout.addWidget(self._card)
        layout.addSpacing(4)
        layout.addLayout(step)

    def show_collection(self, collection: Collection, today: date, role: Role) -> None:
        """Show the head as it stands ``today``, with what ``role`` may do next."""
        case = collection.case
        self._title.setText(case.subject_name if not case.anonymised_at else _("(erased)"))
        about = _("Information, case {number}").format(number=case.number)
        if case.caseworker:
            about += " · " + _("caseworker {name}").format(name=case.caseworker)
        self._about.setText(about)
        lines = head_lines(collection)
        self._warning.setText("\n".join(lines))
        self._warning.setVisible(bool(lines))
        self._show_due(collection, today)
        self._show_next(collection, role)

    def _show_due(self, collection: Collection, today: date) -> None:
        words = due_words(collection, today)
        self._due.setText(words.long)
        self._reason.setText(words.reason)
        if words.met:
            name, tone = ("warning", "warning") if words.late else ("done", "ok")
        else:
            name, tone = URGENCY_LOOKS[urgency(due_day(collection), today)]
        icons.set_icon(self._sign, name, tone, 20)
        self._card.setProperty("tone", tone if tone in ("danger", "warning") else "")
        restyle(self._card)

    def _show_next(self, collection: Collection, role: Role) -> None:
        step = next_step(collection)
        self._next.setVisible(step is not None)
        self._hint.setVisible(step is not None)
        self._hint.setText("")
        self._action = None
        if step is None:
            return
        self._action = primary_action(collection, step)
        words = _next_words(step, self._action)
        self._next.setText(words)
        if not is_for(self._action, role):
            self._next.hide()
            self._hint.setText(words)

    def _on_next_clicked(self) -> None:
        if self._action is not None:
            self.action_chosen.emit(self._action)


def _next_words(step: Step, action: Action) -> str:
    special = (Action.LETTER, Action.LETTER_CHILD, Action.BULK, Action.TOLD)
    return deed_words(action).removesuffix(" …") if action in special else action_words(step)
