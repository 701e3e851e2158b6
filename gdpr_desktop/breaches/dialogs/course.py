"""How it happened: when, how it was found, who told us, and why it could happen."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.breaches.actions import Action
from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.codes import Cause, Happened, Origin, Reporter
from gdpr_desktop.breaches.dialogs.facts.base import FactsDialog
from gdpr_desktop.breaches.dialogs.facts.many_checks import ManyChecks
from gdpr_desktop.breaches.facts.from_record import names
from gdpr_desktop.breaches.facts.rules import processor_wait, told_before_aware, waited_long
from gdpr_desktop.breaches.facts.service import describe_course
from gdpr_desktop.breaches.facts.words import long_wait_words, told_before_aware_words
from gdpr_desktop.breaches.guidance import note
from gdpr_desktop.breaches.model import Course
from gdpr_desktop.breaches.steps import Step
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.register.entries.model import EntryKind
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.fields.choice import Choice, RadioChoice
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault

_BEGINS = (Happened.MOMENT, Happened.PERIOD, Happened.SINCE)


class CourseDialog(FactsDialog):
    """All may be put right later; what is not known yet is left blank."""

    action = Action.COURSE
    step = Step.FACTS

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        intro = _("Leave blank what nobody knows yet. Write without names where you can.")
        super().__init__(vault, case_id, parent, _("How it happened"), _("Save"), intro=intro)
        before = self.breach.course or Course()
        self._add_when(before)
        self._add_told(before)
        self._add_why(before)
        self.happened.value_changed.connect(self._on_happened_chosen)
        self.reporter.value_changed.connect(self._on_told_changed)
        self.reported_at.value_changed.connect(self._on_told_changed)
        self.processor_aware.value_changed.connect(self._on_told_changed)
        self._on_happened_chosen(self.happened.value())
        self._on_told_changed()

    def _add_when(self, before: Course) -> None:
        form = self.part(_("When"))
        self.happened = RadioChoice((one, words(one)) for one in Happened)
        self.happened_from = self.moment_field(before.happened_from, required=False)
        self.happened_to = self.moment_field(before.happened_to, required=False)
        self.exposed = LineField()
        forms.add_row(form, _("What is &known of the time"), self.happened, name="happened")
        self.from_row = forms.add_row(
            form, _("It happened, or &began"), self.happened_from, name="happened_from"
        )
        self.to_row = forms.add_row(form, _("It &ended"), self.happened_to, name="happened_to")
        help_ = _("For example: ten minutes, or two months.")
        forms.add_row(form, _("How long the data lay &open"), self.exposed, help_, name="exposed")
        self.happened.set_value(before.happened)
        self.exposed.set_text(before.exposed)

    def _add_told(self, before: Course) -> None:
        form = self.part(_("How it was found"))
        self.discovered_how = TextArea(lines=3)
        self.reporter = Choice([(one, words(one)) for one in Reporter])
        self.reporter_name, self.quality_reference = LineField(), LineField()
        self.reported_at = self.moment_field(before.reported_at, required=False)
        self.processor_aware = self.moment_field(before.processor_aware, required=False)
        self.processor_note, self.wait_note = NoteBox(), label("", "warning")
        forms.add_row(form, _("&How it was discovered"), self.discovered_how, name="discovered_how")
        forms.add_row(form, _("&Who told us"), self.reporter, name="reporter")
        help_ = _("A private person is not named here.")
        forms.add_row(
            form,
            _("&Name of the unit or the firm"),
            self.reporter_name,
            help_,
            name="reporter_name",
        )
        forms.add_row(form, _("When we were &told"), self.reported_at, name="reported_at")
        self.aware_row = forms.add_row(
            form,
            _("When the &processor itself knew of it"),
            self.processor_aware,
            name="processor_aware",
        )
        form.addRow(self.processor_note)
        form.addRow(self.wait_note)
        help_ = _("The number of the deviation there, if it has one.")
        forms.add_row(
            form,
            _("Reference in the &quality system"),
            self.quality_reference,
            help_,
            name="quality_reference",
        )
        suggest(self.reporter_name.line, names(self.vault.db, EntryKind.PROCESSOR))
        self.discovered_how.set_text(before.discovered_how)
        self.reporter.set_value(self.breach.intake.reporter)
        self.reporter_name.set_text(before.reporter_name)
        self.quality_reference.set_text(before.quality_reference)

    def _add_why(self, before: Course) -> None:
        form = self.part(_("Why"))
        self.causes = ManyChecks([("", [(one, words(one)) for one in Cause])])
        self.origin = RadioChoice((one, words(one)) for one in Origin)
        self.cause, self.secondary = TextArea(lines=4), TextArea(lines=3)
        forms.add_row(form, _("What &failed"), self.causes, name="causes")
        forms.add_row(form, _("Who &caused it"), self.origin, name="origin")
        forms.add_row(form, _("The cause in your own wor&ds"), self.cause, name="cause")
        help_ = note("secondary").text
        forms.add_row(form, _("What it may lead to ne&xt"), self.secondary, help_, name="secondary")
        self.causes.set_value(before.causes)
        self.origin.set_value(before.origin)
        self.cause.set_text(before.cause)
        self.secondary.set_text(before.secondary)

    def _on_happened_chosen(self, happened: Happened) -> None:
        self.from_row.setVisible(happened in _BEGINS)
        self.to_row.setVisible(happened is Happened.PERIOD)

    def _on_told_changed(self, *_value: object) -> None:
        reporter = self.reporter.value()
        by_processor = reporter is Reporter.PROCESSOR
        self.aware_row.setVisible(by_processor)
        told = note("processor")
        self.processor_note.say(told.text if by_processor else "", told.title)
        course = self._course()
        said = []
        wait = processor_wait(course)
        if by_processor and wait is not None and waited_long(course):
            said.append(long_wait_words(wait))
        if told_before_aware(course, self.breach.intake, reporter):
            said.append(told_before_aware_words())
        self._warn("\n".join(said))

    def _warn(self, text: str) -> None:
        if text and text != self.wait_note.text() and self.isVisible():
            announce(self, text)
        self.wait_note.setText(text)
        self.wait_note.setVisible(bool(text))

    def _course(self) -> Course:
        return Course(
            happened=self.happened.value(),
            happened_from=self.happened_from.moment(),
            happened_to=self.happened_to.moment(),
            discovered_how=self.discovered_how.text(),
            reporter_name=self.reporter_name.text(),
            reported_at=self.reported_at.moment(),
            processor_aware=self.processor_aware.moment(),
            quality_reference=self.quality_reference.text(),
            causes=self.causes.value(),
            origin=self.origin.value(),
            cause=self.cause.text(),
            exposed=self.exposed.text(),
            secondary=self.secondary.text(),
        )

    def do(self) -> Change:
        reporter = self.reporter.value()
        return describe_course(self.vault, self.case_id, self._course(), reporter=reporter)
