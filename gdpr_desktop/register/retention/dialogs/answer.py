"""The manager's answer, line by line as on the form."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.text import _
from gdpr_desktop.register.entries.model import Entry
from gdpr_desktop.register.retention import service
from gdpr_desktop.register.retention.model import Answer, Condition, Confirmation, RetentionRound
from gdpr_desktop.register.retention.words import answer_words, condition_words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.vault import Vault


class AnswerDialog(DeedDialog):
    """When, who, and for each category what was done."""

    feature = "register"

    def __init__(self, vault: Vault, entry: Entry, parent: QWidget | None = None) -> None:
        title = _("The answer from {name}").format(name=entry.name)
        super().__init__(vault, parent, title, _("Save"), width=760)
        self.entry = entry
        content: RetentionRound = entry.content
        self.keep_draft_of(f"retention_round.answer.{entry.id}", None)
        self.answered_on = self.day_row(
            _("Answered &on"), "answered_on", content.answered_on or self.today
        )
        self.answered_by, self.note = LineField(), TextArea(lines=3)
        help_ = _("Name and role of the one who signed.")
        forms.add_row(
            self.form, _("Answered &by"), self.answered_by, help_, True, name="answered_by"
        )
        self.all_button = button(_("Nothing fell due in the &rest"))
        self.all_button.clicked.connect(self._on_all_clicked)
        self.form.addRow(self.all_button)
        self.form.setAlignment(self.all_button, Qt.AlignmentFlag.AlignLeft)
        self.lines = tuple(
            self._add_item(number, item) for number, item in enumerate(content.items)
        )
        forms.add_row(self.form, _("No&te"), self.note, name="note")
        self.answered_by.set_text(content.answered_by)
        self.note.set_text(content.note)

    def _add_item(self, number: int, item: Confirmation) -> tuple[Choice, Choice, LineField]:
        self.form.addRow(label(item.data, "label"))
        self.form.addRow(label(item.rule, "help"))
        answer = Choice([(one, answer_words(one)) for one in Answer])
        condition = Choice(
            [(one, condition_words(one)) for one in Condition], empty=_("The time was over")
        )
        note = LineField()
        for field, name in ((answer, "answer"), (condition, "condition"), (note, "line_note")):
            field.setObjectName(f"{name}_{number}")
        answer.set_value(Answer(item.answer))
        condition.set_value(Condition(item.condition) if item.condition else None)
        condition.setEnabled(not item.keep)
        note.set_text(item.note)
        rows = (
            forms.FieldRow(_("Answer"), answer),
            forms.FieldRow(_("Why"), condition, _("Must be kept by law.") if item.keep else ""),
        )
        forms.add_pair(self.form, *rows)
        self.form.addRow(forms.FieldRow(_("Note"), note))
        for widget in (answer, condition, note.line):
            widget.setAccessibleName(f"{item.data}: {widget.accessibleName()}")
        return answer, condition, note

    def items(self) -> tuple[Confirmation, ...]:
        """The lines as they were filled in."""
        content: RetentionRound = self.entry.content
        return tuple(
            replace(
                item,
                answer=str(answer.value()),
                condition=str(condition.value() or ""),
                note=note.text(),
            )
            for item, (answer, condition, note) in zip(content.items, self.lines, strict=True)
        )

    def do(self) -> Change:
        day = self.answered_on.date()
        assert day is not None
        return service.note_answer(
            self.vault,
            self.entry.id,
            answered_on=day,
            answered_by=self.answered_by.text(),
            items=self.items(),
            note=self.note.text(),
        )

    def draft_about(self) -> str:
        return self.entry.name

    def _on_all_clicked(self) -> None:
        for answer, _condition, _note in self.lines:
            if answer.value() is Answer.UNKNOWN:
                answer.set_value(Answer.NOTHING_DUE)
