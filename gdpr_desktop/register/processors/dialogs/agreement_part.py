"""The fields of one processor agreement: on its own, or inside the form of an assignment."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.core.clock import Clock
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.register.activities.parts import Answer
from gdpr_desktop.register.activities.words import answer_words
from gdpr_desktop.register.processors.dialogs.dated_rows import AuditsField, SubProcessorsField
from gdpr_desktop.register.processors.dialogs.ticks import TicksField
from gdpr_desktop.register.processors.model import CLAUSES, FRAME, Agreement, Authorisation
from gdpr_desktop.register.processors.words import (
    authorisation_words,
    clause_words,
    frame_words,
    warning_words,
)
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.date import DateField
from gdpr_desktop.ui.fields.text import LineField, TextArea


class AgreementPart(QWidget):
    """``full``: with sub-processors and checks, which are ours when we are the controller."""

    def __init__(self, clock: Clock, *, full: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock, self._full = clock, full
        self._before = Agreement()
        self.form = forms.form_layout(self)
        self._build_frame()
        self._build_clauses()
        self._build_rest()
        if full:
            self._build_others()

    def _build_frame(self) -> None:
        self.name, self.archive_number = LineField(), LineField()
        self.signed_on, self.runs_out = DateField(self._clock), DateField(self._clock)
        self.frame = TicksField((part, frame_words(part)) for part in FRAME)
        forms.add_row(
            self.form,
            _("&Name of the agreement"),
            self.name,
            _("Such as the product and the year."),
            name="agreement_name",
        )
        self.signed_on.setObjectName("signed_on")
        self.runs_out.setObjectName("runs_out")
        forms.add_pair(
            self.form,
            forms.FieldRow(_("&Signed"), self.signed_on),
            forms.FieldRow(_("&Runs out"), self.runs_out),
        )
        forms.add_row(self.form, _("The agreement describes"), self.frame, name="frame")

    def _build_clauses(self) -> None:
        self.clauses = TicksField(
            (letter, clause_words(letter), f"{letter})") for letter in CLAUSES
        )
        answers = [(answer, answer_words(answer)) for answer in Answer]
        self.warns, self.in_writing = Choice(answers), Choice(answers)
        help_ = _("Tick what the agreement says. The letters are those of article 28 no. 3.")
        forms.add_row(self.form, _("The agreement says"), self.clauses, help_, name="clauses")
        help_ = warning_words()
        forms.add_row(self.form, _("&Warns of unlawful orders"), self.warns, help_, name="warns")
        help_ = _("On paper or electronically.")
        forms.add_row(self.form, _("&In writing"), self.in_writing, help_, name="in_writing")

    def _build_rest(self) -> None:
        answers = [(answer, answer_words(answer)) for answer in Answer]
        self.may_notify = Choice(answers)
        self.answers_requests = LineField()
        forms.add_row(
            self.form,
            _("May the processor notify a &breach for us?"),
            self.may_notify,
            name="may_notify",
        )
        forms.add_row(
            self.form,
            _("Who answers people who use their ri&ghts?"),
            self.answers_requests,
            name="answers_requests",
        )
        forms.add_row(
            self.form, _("&Archive case number"), self.archive_number, name="archive_number"
        )

    def _build_others(self) -> None:
        allowed = [(one, authorisation_words(one)) for one in Authorisation]
        self.authorisation = Choice(allowed)
        today = self._clock.today()
        self.sub_processors, self.audits = SubProcessorsField(today), AuditsField(today)
        self.note = TextArea(lines=3)
        self.over = QCheckBox(_("The agreement is &over: keep it, but do not check it"))
        self.over.setObjectName("over")
        forms.add_row(
            self.form,
            _("&Use of sub-processors"),
            self.authorisation,
            name="authorisation",
        )
        forms.add_row(self.form, _("Sub-&processors"), self.sub_processors, name="sub_processors")
        forms.add_row(self.form, _("Chec&ks of the processor"), self.audits, name="audits")
        forms.add_row(self.form, _("No&te"), self.note, name="agreement_note")
        self.form.addRow(self.over)

    def set_value(self, agreement: Agreement) -> None:
        """Fill the fields."""
        self._before = agreement
        self.name.set_text(agreement.name)
        self.signed_on.set_date(agreement.signed_on)
        self.runs_out.set_date(agreement.runs_out)
        self.frame.set_value(agreement.frame)
        self.clauses.set_value(agreement.clauses)
        self.warns.set_value(agreement.warns)
        self.in_writing.set_value(agreement.in_writing)
        self.may_notify.set_value(agreement.may_notify)
        self.answers_requests.set_text(agreement.answers_requests)
        self.archive_number.set_text(agreement.archive_number)
        if self._full:
            self.authorisation.set_value(agreement.authorisation)
            self.sub_processors.set_value(agreement.sub_processors)
            self.audits.set_value(agreement.audits)
            self.note.set_text(agreement.note)
            self.over.setChecked(agreement.over)

    def value(self) -> Agreement:
        """As filled in."""
        made = replace(
            self._before,
            name=self.name.text(),
            signed_on=self.signed_on.date(),
            runs_out=self.runs_out.date(),
            frame=self.frame.value(),
            clauses=self.clauses.value(),
            warns=self.warns.value(),
            in_writing=self.in_writing.value(),
            may_notify=self.may_notify.value(),
            answers_requests=self.answers_requests.text(),
            archive_number=self.archive_number.text(),
        )
        if not self._full:
            return made
        return replace(
            made,
            authorisation=self.authorisation.value(),
            sub_processors=self.sub_processors.value(),
            audits=self.audits.value(),
            note=self.note.text(),
            over=self.over.isChecked(),
        )

    def problems(self) -> list[FieldProblem]:
        """Days in the tables that cannot be read; an end before the beginning."""
        found = [*self.sub_processors.problems(), *self.audits.problems()] if self._full else []
        signed, ends = self.signed_on.date(), self.runs_out.date()
        if signed and ends and ends < signed:
            text = _("The agreement runs out before it was signed.")
            found.append(FieldProblem(field="runs_out", text=text))
        return found
