"""Assessing erasure: the questions, item by item what goes, and that what goes is gone for good."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QFormLayout, QWidget

from gdpr_desktop.casework.model import TaskOutcome
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.register.acts import act_names
from gdpr_desktop.requests.dialogs.assess import AssessmentDialog
from gdpr_desktop.requests.dialogs.rights.erasure_items import ItemList
from gdpr_desktop.requests.questions import YES, answer_of
from gdpr_desktop.requests.rights.erasure import (
    PUBLISHED,
    QUESTIONS,
    RULES,
    Backups,
    Copies,
    ErasureAssessment,
    ErasureOutcome,
    not_asked,
    words,
)
from gdpr_desktop.requests.widgets.questions import QuestionsPart
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.labels import label

_KEEPS = (ErasureOutcome.PART, ErasureOutcome.REFUSED)
_ERASES = (ErasureOutcome.DONE, ErasureOutcome.PART)


class AssessDialog(AssessmentDialog):
    """Erasure, art. 17. What the outcome does not need is hidden, and not kept."""

    def build(self) -> None:
        self._build_outcome()
        self._held, held = _group()
        self.form.addRow(self._held)
        self._build_held(held)
        self._gone, gone = _group()
        self.form.addRow(self._gone)
        self._build_gone(gone)
        self.view = TextArea(max_length=5000, lines=3)
        self.view.set_text(self.request.wording)
        self._view_row = forms.add_row(
            self.form,
            _("The person's view"),
            self.view,
            _("Put into the case beside our reasons. The person reads it."),
            name="view",
        )
        self.outcome.value_changed.connect(self._on_answers_changed)
        self.questions.changed.connect(self._on_answers_changed)
        self.items.draft_changed.connect(self._on_answers_changed)
        self._suggest()
        self._on_answers_changed()

    def _build_outcome(self) -> None:
        self.outcome = RadioChoice([(code, words(code)) for code in ErasureOutcome])
        forms.add_row(self.form, _("Result"), self.outcome, name="outcome")

    def _build_held(self, form: QFormLayout) -> None:
        _head(
            form,
            _("Is there a right to erasure, and must something be kept?"),
            _("The reasons you write go into the letter where something is kept."),
        )
        self.questions = QuestionsPart(QUESTIONS)
        forms.add_row(form, "", self.questions, name="considered")
        _head(
            form,
            _("What is held, one thing at a time"),
            _("Name it so that the person knows it. Files and e-mail count too."),
        )
        places = [task.title for task in self.request.tasks]
        self.items = ItemList(self.vault.clock, places, act_names(self.request.case.language))
        forms.add_row(form, "", self.items, name="items")
        self.patient_record = QCheckBox(_("It is about a &patient record"))
        self.patient_record.setObjectName("patient_record")
        form.addRow(self.patient_record)
        _head(form, _("The archive leader"), _("Ask before anything is erased or refused."))
        self.archivist = LineField()
        self.archivist_on = self.day_field(None, required=False)
        self.archivist.setObjectName("archivist")
        self.archivist_on.setObjectName("archivist_on")
        forms.add_pair(
            form,
            forms.FieldRow(_("Asked"), self.archivist),
            forms.FieldRow(_("Date"), self.archivist_on),
        )
        self.archivist_said = TextArea(max_length=5000, lines=2)
        forms.add_row(form, _("The answer"), self.archivist_said, name="archivist_said")

    def _build_gone(self, form: QFormLayout) -> None:
        _head(
            form,
            _("Erased means gone for good"),
            _("Nobody shall be able to find it again, in copies or in backups."),
        )
        self.copies = RadioChoice([(code, words(code)) for code in Copies])
        text = _("Copies in e-mail, files, paper and messages")
        forms.add_row(form, text, self.copies, name="copies")
        self.copies_how = TextArea(max_length=5000, lines=2)
        text, helped = (
            _("How copies are covered"),
            _("Who looked where, and how the copies are erased."),
        )
        forms.add_row(form, text, self.copies_how, helped, name="copies_how")
        self.backups = RadioChoice([(code, words(code)) for code in Backups])
        forms.add_row(form, _("Backups"), self.backups, name="backups")
        self.backups_how = TextArea(max_length=5000, lines=2)
        text, helped = (
            _("How backups are covered"),
            _("Who sees to it that what a backup brings back is erased again."),
        )
        forms.add_row(form, text, self.backups_how, helped, name="backups_how")
        self.publication_steps = TextArea(max_length=5000, lines=2)
        self._published_row = forms.add_row(
            form,
            _("What has been done about what was published"),
            self.publication_steps,
            _("Links, copies and search engines. The person reads this."),
            name="publication_steps",
        )

    def _suggest(self) -> None:
        """What the departments found, to begin with."""
        found = [task for task in self.request.tasks if task.outcome is TaskOutcome.FOUND]
        if not found:
            self.outcome.set_value(ErasureOutcome.NOTHING_HELD)
        for task in found:
            card = self.items.add_card()
            card.what.set_text(" ".join(task.note.split())[:200])
            card.system.set_text(task.title)

    def show_assessment(self, assessment: ErasureAssessment) -> None:
        self.items.clear()
        for one in assessment.items:
            self.items.add_card(one)
        self.questions.show_considered(assessment.considered)
        self.archivist.set_text(assessment.archivist)
        self.archivist_on.set_date(assessment.archivist_on)
        self.archivist_said.set_text(assessment.archivist_said)
        self.copies.set_value(assessment.copies)
        self.copies_how.set_text(assessment.copies_how)
        self.backups.set_value(assessment.backups)
        self.backups_how.set_text(assessment.backups_how)
        self.publication_steps.set_text(assessment.publication_steps)
        self.view.set_text(assessment.view or self.request.wording)
        self.patient_record.setChecked(assessment.patient_record)
        self.outcome.set_value(assessment.outcome)
        self._on_answers_changed()

    def assessment(self) -> ErasureAssessment:
        outcome = self.outcome.value()
        assert outcome is not None, "checked before"
        if outcome is ErasureOutcome.NOTHING_HELD:
            return ErasureAssessment(outcome=outcome)
        erases = outcome in _ERASES
        return ErasureAssessment(
            outcome=outcome,
            considered=self.questions.considered(),
            items=self.items.items(),
            archivist=self.archivist.text(),
            archivist_on=self.archivist_on.date(),
            archivist_said=self.archivist_said.text(),
            copies=self.copies.value() if erases else None,
            copies_how=self.copies_how.text() if erases else "",
            backups=self.backups.value() if erases else None,
            backups_how=self.backups_how.text() if erases else "",
            publication_steps=self.publication_steps.text() if erases else "",
            view=self.view.text() if outcome in _KEEPS else "",
            patient_record=self.patient_record.isChecked(),
        )

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        outcome = self.outcome.value()
        if outcome is None:
            found.append(FieldProblem(field="outcome", text=_("Choose the result.")))
        number = self.items.unfinished()
        if number and outcome is not ErasureOutcome.NOTHING_HELD:
            text = _("Number {number}: {text}")
            said = text.format(number=number, text=_("Choose what becomes of it."))
            found.append(FieldProblem(field="items", text=said))
        return found

    def other_problems(self) -> list[FieldProblem]:
        """The rules too, so that all is said in one round."""
        found = super().other_problems()
        if self.outcome.value() is not None:
            part = replace(self.part, basis=self.basis.basis())
            found += RULES.problems(self.assessment(), self.request, part, self.today)
        return found

    def _on_answers_changed(self, *_value: object) -> None:
        outcome = self.outcome.value()
        self.questions.leave_out(not_asked(self.questions.said(), self.items.items()))
        said = self.questions.considered()
        self._held.setVisible(outcome is not ErasureOutcome.NOTHING_HELD)
        self._gone.setVisible(outcome in _ERASES)
        self._published_row.setVisible(answer_of(said, PUBLISHED) == YES)
        self._view_row.setVisible(outcome in _KEEPS)


def _group() -> tuple[QWidget, QFormLayout]:
    """Rows that come and go together."""
    holder = QWidget()
    return holder, forms.form_layout(holder)


def _head(form: QFormLayout, text: str, helped: str) -> None:
    """A heading with a sentence under it."""
    form.addRow(label(text, "heading"))
    form.addRow(label(helped, "help"))
