"""Collecting: a place that may hold data is added, asked, and answers."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import TaskOutcome
from gdpr_desktop.casework.settings import places
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId, TaskId
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import guidance, store
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.base import RequestDialog
from gdpr_desktop.requests.service.intake import COLLECT
from gdpr_desktop.requests.time_limits import reply_deadline
from gdpr_desktop.requests.words import words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.notice_bar import say
from gdpr_desktop.vault import Vault


class AddTaskDialog(RequestDialog):
    """Add a system or department that may hold data."""

    action = Action.ADD_TASK

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        why = guidance.step_texts("collect").why
        title = _("Add a system or department")
        super().__init__(vault, case_id, parent, title, _("Add"), why=why)
        self.title = LineField()
        forms.add_row(
            self.form,
            _("&System or department"),
            self.title,
            _("The name is printed in the answer."),
            True,
            name="title",
        )
        known = store.known_systems(vault.db, self.request.case.language)
        self._places = {place.name: place.responsible for place in places(vault)}
        completer = suggest(self.title.line, dict.fromkeys((*self._places, *known)))
        completer.activated.connect(self._on_place_chosen)
        self.title.line.editingFinished.connect(self._on_place_typed)
        self.responsible = LineField()
        forms.add_row(self.form, _("&Who answers for it"), self.responsible, name="responsible")

    def _on_place_chosen(self, name: str) -> None:
        self.responsible.set_text(self._places.get(name, "") or self.responsible.text())

    def _on_place_typed(self) -> None:
        if not self.responsible.text():
            self._on_place_chosen(self.title.text())

    def do(self) -> Change:
        return casework.add_task(
            self.vault,
            self.case_id,
            kind=COLLECT,
            title=self.title.text(),
            responsible=self.responsible.text(),
        )


class TaskDialog(RequestDialog):
    """A deed on one task."""

    def __init__(
        self,
        vault: Vault,
        task_id: TaskId,
        parent: QWidget | None,
        title: str,
        deed: str,
        *,
        why: str = "",
        width: int = 560,
    ) -> None:
        self.task = cases.task(vault.db, task_id)
        super().__init__(
            vault,
            self.task.case_id,
            parent,
            title,
            deed,
            intro=self.task.title,
            why=why,
            width=width,
        )

    def keep_draft_of(self, form: str, case_id: CaseId | None) -> None:
        super().keep_draft_of(f"{form}.{self.task.id}", case_id)

    def draft_about(self) -> str:
        return f"{super().draft_about()}: {self.task.title}"


class AskTaskDialog(TaskDialog):
    """Note that somebody has been asked; gives a text to paste into an e-mail."""

    action = Action.ASK_TASK

    def __init__(self, vault: Vault, task_id: TaskId, parent: QWidget | None = None) -> None:
        super().__init__(vault, task_id, parent, _("Ask for the data"), _("Note as asked"))
        self.responsible = LineField()
        self.responsible.set_text(self.task.responsible)
        forms.add_row(self.form, _("&Who is asked"), self.responsible, name="responsible")
        reply_due = reply_deadline(self.request).due
        due = self.task.due
        if due is None or due < self.today:  # asked again: the day that went by is no use
            due = casework.task_due(self.today, reply_due)
        self._proposed, self._reply_due = due, reply_due
        self.asked_on = self.day_field(self.today)
        self.asked_on.setObjectName("asked_on")
        self.due = self.day_field(due)
        self.due.setObjectName("due")
        forms.add_pair(
            self.form,
            forms.FieldRow(_("Asked &on"), self.asked_on, required=True),
            forms.FieldRow(_("Answer wanted &by"), self.due, required=True),
        )
        self.mail = QPlainTextEdit()
        self.mail.setReadOnly(True)
        self.mail.setTabChangesFocus(True)
        self.mail.setMinimumHeight(self.mail.fontMetrics().lineSpacing() * 9)
        help_text = _("Paste it into an e-mail. It names nobody.")
        if not self.request.case.archive_number:
            missing = _(
                "The archive case number is missing, so the department cannot look up who it is"
                " about. File the case first, or tell them by phone."
            )
            help_text = f"{help_text} {missing}"
        forms.add_row(self.form, _("Ready &text"), self.mail, help_text)
        self.form.addRow(self._copy_row())
        self.asked_on.date_changed.connect(self._on_asked_on_changed)
        self.due.date_changed.connect(self._write_mail)
        self._write_mail()

    def _copy_row(self) -> QHBoxLayout:
        self.copy_button = button(_("&Copy the text"))
        self.copy_button.clicked.connect(self.copy_mail)
        self.copied = label("", "ok")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.copy_button)
        row.addWidget(self.copied, 1)
        return row

    def copy_mail(self) -> None:
        """Put the text on the clipboard and say so."""
        QGuiApplication.clipboard().setText(self.mail.toPlainText())
        text = _("The text is copied.")
        self.copied.setText(text)
        announce(self, text)
        say(self, text)

    def _on_asked_on_changed(self, *_day: object) -> None:
        """The fair day counts from the day of the question, until another day is chosen."""
        asked_on = self.asked_on.date()
        if asked_on is not None and self.due.date() == self._proposed:
            self._proposed = casework.task_due(asked_on, self._reply_due)
            self.due.set_date(self._proposed)
            self._write_mail()

    def _write_mail(self, *_day: object) -> None:
        case = self.request.case
        due = self.due.date()
        if due is None:
            return
        officer = self.vault.municipality().officer
        signed = (officer.name or self.vault.actor.name, officer.phone)
        text = guidance.collection_mail(
            case_number=case.archive_number or case.number,
            due=due,
            officer="\n".join(one for one in signed if one),
        )
        self.mail.setPlainText(text)
        self.copied.setText("")

    def do(self) -> Change:
        asked_on = self.asked_on.date()
        assert asked_on is not None, "checked before"
        return casework.ask_task(
            self.vault,
            self.task.id,
            responsible=self.responsible.text(),
            asked_on=asked_on,
            due=self.due.date(),
        )


class AnswerTaskDialog(TaskDialog):
    """Note what a system or department found."""

    action = Action.ANSWER_TASK

    def __init__(self, vault: Vault, task_id: TaskId, parent: QWidget | None = None) -> None:
        super().__init__(vault, task_id, parent, _("Note the answer"), _("Save"))
        pairs = [(code, words(code)) for code in (TaskOutcome.FOUND, TaskOutcome.NOTHING)]
        self.outcome = RadioChoice(pairs)
        forms.add_row(self.form, _("What came &of it?"), self.outcome, name="outcome")
        self.note = TextArea(max_length=5000, lines=3)
        self.note.set_text(self.task.note)
        self._note_row = forms.add_row(
            self.form,
            _("&What was found"),
            self.note,
            _("In short: kinds of documents and years, not the data themselves."),
            name="note",
        )
        self.answered_on = self.day_row(_("&Answered on"), "answered_on", self.today)
        self._note_row.hide()
        self.outcome.value_changed.connect(self._on_outcome_changed)
        if self.task.done:
            self.outcome.set_value(self.task.outcome)

    def _on_outcome_changed(self, value: TaskOutcome) -> None:
        self._note_row.setVisible(value is TaskOutcome.FOUND)

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        if self.outcome.value() is None:
            text = _("Choose whether anything was found.")
            found.append(FieldProblem(field="outcome", text=text))
        return found

    def do(self) -> Change:
        answered_on = self.answered_on.date()
        assert answered_on is not None, "checked before"
        found = self.outcome.value() is TaskOutcome.FOUND
        return casework.answer_task(
            self.vault,
            self.task.id,
            outcome=self.outcome.value(),
            note=self.note.text() if found else "",
            answered_on=answered_on,
        )
