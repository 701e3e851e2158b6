"""The head of a request: who, the deadline with its reason, and the one clear next step."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gdpr_desktop.casework.deadline_words import urgency
from gdpr_desktop.casework.widgets.case_list import URGENCY_LOOKS
from gdpr_desktop.core.roles import Role
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.actions import Action, Chosen, is_for, primary_action
from gdpr_desktop.requests.model import Request
from gdpr_desktop.requests.refusals.words import fee_line
from gdpr_desktop.requests.rights.refused import unsettled_fee
from gdpr_desktop.requests.steps import Step, next_view
from gdpr_desktop.requests.summary import after_turning_away, due_words, head_lines, task_line
from gdpr_desktop.requests.words import action_words, rights_words
from gdpr_desktop.requests.words import words as code_words
from gdpr_desktop.ui import icons
from gdpr_desktop.ui.labels import button, label, restyle


class CaseHead(QWidget):
    """Shows the head of one request at a time."""

    chosen = Signal(object)  # Chosen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: Chosen | None = None
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

    def show_request(self, request: Request, today: date, role: Role) -> None:
        """Show the head of ``request`` as it stands ``today``, with what ``role`` may do next."""
        case = request.case
        self._title.setText(request.subject.name if not case.anonymised_at else _("(erased)"))
        rights = rights_words(part.right for part in request.parts)
        about = _("{rights}, case {number}").format(rights=rights, number=case.number)
        if case.caseworker:
            about += " · " + _("caseworker {name}").format(name=case.caseworker)
        self._about.setText(about)
        lines = [*head_lines(request), after_turning_away(request)]
        self._warning.setText("\n".join(line for line in lines if line))
        self._warning.setVisible(any(lines))
        self._show_due(request, today)
        self._show_next(request, role)

    def _show_due(self, request: Request, today: date) -> None:
        words = due_words(request, today)
        self._due.setText(words.long)
        self._reason.setText(words.reason[:1].upper() + words.reason[1:])
        if words.met or request.case.due is None:
            name, tone = ("warning", "warning") if words.late else ("done", "ok")
        else:
            name, tone = URGENCY_LOOKS[urgency(request.case.due, today)]
        icons.set_icon(self._sign, name, tone, 20)
        self._card.setProperty("tone", tone if tone in ("danger", "warning") else "")
        restyle(self._card)

    def _show_next(self, request: Request, role: Role) -> None:
        view = next_view(request)
        self._next.setVisible(view is not None)
        self._hint.setVisible(view is not None)
        self._chosen = None
        if view is None:
            return
        chosen = self._chosen = primary_action(request, view)
        said = _next_words(view.step, chosen.action)
        self._next.setText(said)
        if not is_for(chosen.action, role):
            self._next.hide()
            self._hint.setText(said)
            return
        task = next((task for task in request.tasks if task.id == chosen.task), None)
        hint = f"{task.title}. {task_line(task)}" if task else ""
        if chosen.part is not None and len(request.parts) > 1:
            hint = code_words(request.part(chosen.part).right)
        fee = unsettled_fee(request.part(chosen.part)) if chosen.part is not None else None
        if fee is not None:
            hint = ". ".join(text for text in (hint, fee_line(fee)) if text)
        self._hint.setText(hint)

    def _on_next_clicked(self) -> None:
        if self._chosen is not None:
            self.chosen.emit(self._chosen)


def _next_words(step: Step, action: Action) -> str:
    special = {
        Action.AUTHORITY: _("Note the authority"),
        Action.ADD_TASK: _("Add a system or department"),
        Action.ASK_TASK: _("Ask the next one"),
        Action.ANSWER_TASK: _("Note the answer"),
        Action.LETTER_ANSWER: _("Write the answer letter"),
        Action.LETTER_FEE: _("Warn of the fee by letter"),
        Action.FEE_ANSWER: _("Note the answer on the fee"),
        Action.LETTER_REFUSAL: _("Write the letter of refusal"),
    }
    return special.get(action, action_words(step))
