"""The last sections: information, decisions, DPIA and risk, loose data, steps."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.dates import short_date
from gdpr_desktop.core.text import _
from gdpr_desktop.register.activities import words
from gdpr_desktop.register.activities.dialogs.flows import StepDialog
from gdpr_desktop.register.activities.dialogs.items import ItemColumn, ItemsField
from gdpr_desktop.register.activities.dialogs.part import Part
from gdpr_desktop.register.activities.dialogs.parts_middle import answers
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import (
    Answer,
    Automated,
    Dpia,
    DpiaExcuse,
    InformationWay,
    Provision,
    Step,
    Unstructured,
)
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.picks import PicksField
from gdpr_desktop.ui.fields.text import LineField, TextArea


class InformationPart(Part):
    """How people are told, and whether they must give the data."""

    topic = "collection.content"
    shows = ("information", "information_note", "provision", "provision_note")

    def build(self) -> None:
        self.ways = PicksField([(way, words.way_words(way)) for way in InformationWay])
        self.note = self.dialog.bilingual(lines=3)
        self.provision = Choice([(one, words.provision_words(one)) for one in Provision])
        self.provision_note = self.dialog.bilingual(lines=2)
        forms.add_row(self.form, _("How people are &told"), self.ways, name="information")
        help_ = _("Where it stands; for an exception, which one and why.")
        forms.add_row(self.form, _("&Note"), self.note, help_, name="information_note")
        forms.add_row(self.form, _("&Must people give the data?"), self.provision, name="provision")
        help_ = _("By which law or contract, and what happens if they do not.")
        forms.add_row(
            self.form,
            _("By what, and what &follows"),
            self.provision_note,
            help_,
            name="provision_note",
        )

    def show_values(self, activity: Activity) -> None:
        self.ways.set_value(activity.information)
        self.note.set_value(activity.information_note)
        self.provision.set_value(activity.provision)
        self.provision_note.set_value(activity.provision_note)

    def into(self, activity: Activity) -> Activity:
        return replace(
            activity,
            information=self.ways.value(),
            information_note=self.note.value(),
            provision=self.provision.value(),
            provision_note=self.provision_note.value(),
        )


class DecisionsPart(Part):
    """Profiling, decisions by machine, DPIA, risk."""

    topic = "activity.dpia"
    shows = ("profiling", "automatic", "automated", "dpia", "risk_assessed_on")

    def build(self) -> None:
        self.profiling, self.automatic, self.needed = answers(), answers(), answers()
        help_ = _("Data are used to judge or foretell how somebody is, or will behave.")
        forms.add_row(
            self.form, _("Are people &profiled?"), self.profiling, help_, name="profiling"
        )
        forms.add_row(
            self.form,
            _("Are &decisions made by machine alone?"),
            self.automatic,
            name="automatic",
        )
        self._build_automated()
        self._build_dpia()
        self.automatic.value_changed.connect(self._on_automatic_changed)
        self.needed.value_changed.connect(self._on_needed_changed)

    def _build_automated(self) -> None:
        self.permitted_by = LineField()
        self.logic = self.dialog.bilingual(lines=2)
        self.consequences = self.dialog.bilingual(lines=2)
        help_ = _("A contract, a law (which), or explicit consent.")
        self.automated_rows = (
            forms.add_row(
                self.form, _("Permitted &by"), self.permitted_by, help_, name="permitted_by"
            ),
            forms.add_row(self.form, _("The &logic"), self.logic, name="logic"),
            forms.add_row(self.form, _("What &follows"), self.consequences, name="consequences"),
        )

    def _build_dpia(self) -> None:
        self.excuses = PicksField([(one, words.excuse_words(one)) for one in DpiaExcuse])
        self.reason, self.reference = TextArea(lines=3), LineField()
        self.done_on = self.dialog.day_field(None, required=False)
        self.risk = self.dialog.day_field(None, required=False)
        forms.add_row(self.form, _("Is a D&PIA needed?"), self.needed, name="dpia")
        self.no_row = forms.add_row(
            self.form, _("Why it is &not needed"), self.excuses, name="excuses"
        )
        self.reason_row = forms.add_row(self.form, _("&Reason"), self.reason, name="reason")
        self.done_row = forms.add_row(self.form, _("DPIA d&one on"), self.done_on, name="done_on")
        help_ = _("Where it is kept.")
        self.reference_row = forms.add_row(
            self.form, _("Refere&nce"), self.reference, help_, name="reference"
        )
        forms.add_row(self.form, _("Ris&k assessed on"), self.risk, name="risk_assessed_on")

    def show_values(self, activity: Activity) -> None:
        automated = activity.automated or Automated()
        self.profiling.set_value(activity.profiling)
        self.automatic.set_value(Answer.YES if activity.automated else activity.automatic)
        self.permitted_by.set_text(automated.permitted_by)
        self.logic.set_value(automated.logic)
        self.consequences.set_value(automated.consequences)
        self.needed.set_value(activity.dpia.needed)
        self.excuses.set_value(activity.dpia.excuses)
        self.reason.set_text(activity.dpia.reason)
        self.done_on.set_date(activity.dpia.done_on)
        self.reference.set_text(activity.dpia.reference)
        self.risk.set_date(activity.risk_assessed_on)
        self._on_automatic_changed(self.automatic.value())
        self._on_needed_changed(self.needed.value())

    def into(self, activity: Activity) -> Activity:
        automated = Automated(
            permitted_by=self.permitted_by.text(),
            logic=self.logic.value(),
            consequences=self.consequences.value(),
        )
        dpia = Dpia(
            needed=self.needed.value(),
            excuses=self.excuses.value() if self.needed.value() is Answer.NO else (),
            reason=self.reason.text().strip(),
            done_on=self.done_on.date(),
            reference=self.reference.text(),
        )
        return replace(
            activity,
            profiling=self.profiling.value(),
            automatic=self.automatic.value(),
            automated=automated if self.automatic.value() is Answer.YES else None,
            dpia=dpia,
            risk_assessed_on=self.risk.date(),
        )

    def _on_automatic_changed(self, answer: Answer) -> None:
        for row in self.automated_rows:
            row.setVisible(answer is Answer.YES)

    def _on_needed_changed(self, answer: Answer) -> None:
        self.no_row.setVisible(answer is Answer.NO)
        self.reason_row.setVisible(answer is not Answer.UNKNOWN)
        self.done_row.setVisible(answer is Answer.YES)
        self.reference_row.setVisible(answer is not Answer.UNKNOWN)


class UnstructuredPart(Part):
    """May data lie outside a system?"""

    topic = "unstructured.cleanup"
    shows = ("unstructured",)

    def build(self) -> None:
        self.allowed, self.reason, self.places = answers(), TextArea(lines=3), TextArea(lines=3)
        help_ = _("In e-mail, in folders, on telephones, on paper in the office.")
        forms.add_row(
            self.form,
            _("May data lie &outside the system?"),
            self.allowed,
            help_,
            name="unstructured",
        )
        self.rows = (
            forms.add_row(self.form, _("&Why"), self.reason, name="unstructured_reason"),
            forms.add_row(self.form, _("W&here"), self.places, name="places"),
        )
        self.allowed.value_changed.connect(self._on_allowed_changed)

    def show_values(self, activity: Activity) -> None:
        self.allowed.set_value(activity.unstructured.allowed)
        self.reason.set_text(activity.unstructured.reason)
        self.places.set_text(activity.unstructured.places)
        self._on_allowed_changed(self.allowed.value())

    def into(self, activity: Activity) -> Activity:
        loose = Unstructured(
            allowed=self.allowed.value(),
            reason=self.reason.text().strip(),
            places=self.places.text().strip(),
        )
        return replace(activity, unstructured=loose)

    def _on_allowed_changed(self, answer: Answer) -> None:
        for row in self.rows:
            row.setVisible(answer is Answer.YES)


class StepsPart(Part):
    """What is to be done, and what only the office reads."""

    shows = ("steps",)

    def build(self) -> None:
        self.steps = ItemsField(
            Step,
            (
                ItemColumn(header=_("Step"), text=_step, stretch=4),
                ItemColumn(header=_("Who"), text=_owner, stretch=2),
                ItemColumn(header=_("At the latest"), text=_due, stretch=2),
                ItemColumn(header=_("Done"), text=_done, stretch=2),
            ),
            self._step_form,
            new=_("&Add a step"),
        )
        self.note = TextArea(lines=4)
        forms.add_row(self.form, _("Steps"), self.steps, name="steps")
        help_ = _("Internal: it is never published.")
        forms.add_row(self.form, _("No&te"), self.note, help_, name="note")

    def _step_form(self, step: Step | None, parent: QWidget) -> FormDialog:
        return StepDialog(step, self.vault.clock, parent)

    def show_values(self, activity: Activity) -> None:
        self.steps.set_value(activity.steps)
        self.note.set_text(activity.note)

    def into(self, activity: Activity) -> Activity:
        return replace(activity, steps=self.steps.value(), note=self.note.text().strip())


def _step(step: Step) -> str:
    return step.text


def _owner(step: Step) -> str:
    return step.owner


def _due(step: Step) -> str:
    return short_date(step.due) if step.due else ""


def _done(step: Step) -> str:
    return short_date(step.done_on) if step.done_on else ""
