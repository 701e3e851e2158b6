"""A collection is registered, or what was typed about it is put right."""

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.casework.settings import units
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.information.collections import guidance, service
from gdpr_desktop.information.collections.actions import Action
from gdpr_desktop.information.collections.checks import intake_problems
from gdpr_desktop.information.collections.dialogs.base import DeedDialog
from gdpr_desktop.information.collections.dialogs.people import PeoplePart
from gdpr_desktop.information.collections.facts import key_of
from gdpr_desktop.information.collections.model import (
    Collection,
    Intake,
    Told,
    ToldWay,
)
from gdpr_desktop.information.collections.steps import Step
from gdpr_desktop.information.collections.words import due_reason
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.entries import store as entries
from gdpr_desktop.register.entries.model import EntryId, EntryKind
from gdpr_desktop.register.entries.unreadable import is_readable
from gdpr_desktop.register.units.model import Unit
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice, RadioChoice
from gdpr_desktop.ui.fields.picks import PicksField
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.municipality_form import LanguageField
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault, people


class IntakeDialog(DeedDialog):
    """Register a collection; with ``collection``, change what was typed about it."""

    def __init__(
        self, vault: Vault, parent: QWidget | None = None, collection: Collection | None = None
    ) -> None:
        title = _("Change the collection") if collection else _("New collection of data")
        deed = _("Save the changes") if collection else _("Register the collection")
        super().__init__(vault, parent, title, deed, why=guidance.why(Step.TELL), width=720)
        self.collection = collection
        self._proposed_unit = ""
        self.keep_draft_of(Action.CHANGE_INTAKE.value, collection.case.id if collection else None)
        self._build_what()
        self._build_source()
        self.form.addRow(label(_("Whom the data are about"), "heading"))
        self.people = PeoplePart(vault.clock)
        self.form.addRow(self.people)
        self._build_future()
        self._build_case()
        if collection:
            self._show(collection.intake)
        self._on_activity_changed(self.activity.value())
        self._on_source_changed()

    def _build_what(self) -> None:
        self.obtained = self.day_row(
            _("&Obtained"), "obtained", self.today, help=_("The day the data came to us.")
        )
        self.due = NoteBox()
        self.form.addRow(self.due)
        self.obtained.date_changed.connect(self._on_day_changed)
        names = entries.names(self.vault.db, EntryKind.ACTIVITY)
        self.activity = Choice(names, empty=_("Not in the record yet"))
        forms.add_row(
            self.form,
            _("&Activity"),
            self.activity,
            _("Purpose, basis and what the letters say are taken from the record."),
            name="activity_id",
        )
        self.purpose = TextArea(lines=2)
        self.purpose_row = forms.add_row(
            self.form, _("What the data are &for"), self.purpose, name="purpose"
        )
        self.categories = PicksField(empty=_("All that the activity has"))
        self.categories_row = forms.add_row(
            self.form, _("&What was collected"), self.categories, name="categories"
        )
        self.activity.value_changed.connect(self._on_activity_changed)

    def _build_source(self) -> None:
        self.form.addRow(label(_("Where the data came from"), "heading"))
        pairs = ((True, _("The people themselves")), (False, _("Others")))
        self.from_person = RadioChoice(pairs)
        self.from_person.set_value(False)
        forms.add_row(self.form, _("F&rom"), self.from_person, name="from_person")
        self.told_by_form = QCheckBox(_("They were told in the &form they filled in"))
        self.told_by_form.setObjectName("told_by_form")
        self.form.addRow(self.told_by_form)
        self.sources = PicksField(empty=_("None chosen"))
        self.sources_row = forms.add_row(
            self.form, _("&Sources of the activity"), self.sources, name="sources"
        )
        self.other_source = LineField()
        self.other_row = forms.add_row(
            self.form, _("Another so&urce"), self.other_source, name="other_source"
        )
        self.source_public = QCheckBox(_("This source is open to &all"))
        self.source_public.setObjectName("source_public")
        self.form.addRow(self.source_public)
        self.from_person.value_changed.connect(self._on_source_changed)

    def _build_future(self) -> None:
        self.form.addRow(label(_("What happens next"), "heading"))
        self.first_contact = self.day_field(None, required=False)
        self.first_contact.setObjectName("first_contact")
        self.first_disclosure = self.day_field(None, required=False)
        self.first_disclosure.setObjectName("first_disclosure")
        self.contact_row = forms.FieldRow(
            _("First &contact, if soon"),
            self.first_contact,
            _("Then they can be told on that day."),
        )
        self.disclosure_row = forms.FieldRow(
            _("First passed o&n, if planned"),
            self.first_disclosure,
            _("Only if it was clear when the data came."),
        )
        forms.add_pair(self.form, self.contact_row, self.disclosure_row)
        for field in (self.first_contact, self.first_disclosure):
            field.date_changed.connect(self._on_day_changed)
        self.disclosed_to = LineField()
        forms.add_row(self.form, _("Passed on &to"), self.disclosed_to, name="disclosed_to")

    def _build_case(self) -> None:
        self.form.addRow(label(_("The case"), "heading"))
        self.caseworker, self.unit = LineField(), LineField()
        self.caseworker.setObjectName("caseworker")
        self.caseworker.set_text(self.vault.actor.name)
        names = (user.name for user in people.users(self.vault) if not user.removed)
        suggest(self.caseworker.line, names)
        self.unit.setObjectName("unit")
        known = [name for _id, name in entries.names(self.vault.db, EntryKind.UNIT)]
        suggest(self.unit.line, dict.fromkeys([*known, *(u.name for u in units(self.vault))]))
        forms.add_pair(
            self.form,
            forms.FieldRow(
                _("Collected &by"), self.caseworker, _("The letter names the caseworker.")
            ),
            forms.FieldRow(_("Un&it"), self.unit),
        )
        self.language = LanguageField()
        self.language.set_value(self.vault.municipality().language)
        forms.add_row(self.form, _("&Language of the letters"), self.language, name="language")
        self.archive_number = LineField(max_length=60)
        forms.add_row(
            self.form, _("Archive case nu&mber"), self.archive_number, name="archive_number"
        )

    def _show(self, intake: Intake) -> None:
        self.obtained.set_date(intake.obtained)
        self.activity.set_value(intake.activity_id)
        self._on_activity_changed(intake.activity_id)
        self.purpose.set_text(intake.purpose)
        self.categories.set_value(intake.categories)
        self.from_person.set_value(intake.from_person)
        self.sources.set_value(intake.sources)
        self.other_source.set_text(intake.other_source)
        self.source_public.setChecked(intake.source_public)
        self.people.show_intake(intake)
        self.first_contact.set_date(intake.first_contact)
        self.first_disclosure.set_date(intake.first_disclosure)
        self.disclosed_to.set_text(intake.disclosed_to)
        self.caseworker.set_text(intake.caseworker)
        self.unit.set_text(intake.unit)
        self.language.set_value(intake.language)
        self.archive_number.set_text(intake.archive_number)

    def intake(self) -> Intake:
        """The collection as typed."""
        activity = self.activity.value()
        intake = Intake(
            obtained=self.obtained.date() or self.today,
            from_person=bool(self.from_person.value()),
            sources=self.sources.value(),
            other_source=self.other_source.text(),
            source_public=self.source_public.isChecked(),
            activity_id=EntryId(activity) if activity is not None else None,
            purpose=self.purpose.text() if activity is None else "",
            categories=self.categories.value(),
            subject=self.people.subject(),
            first_contact=self.first_contact.date(),
            first_disclosure=self.first_disclosure.date(),
            disclosed_to=self.disclosed_to.text(),
            caseworker=self.caseworker.text(),
            unit=self.unit.text(),
            language=self.language.value(),
            archive_number=self.archive_number.text(),
        )
        return self.people.into(intake)

    def draft_about(self) -> str:
        number = f"{self.collection.case.number}, " if self.collection else ""
        return number + self.people.name.text()

    def other_problems(self) -> list[FieldProblem]:
        return intake_problems(self.intake(), self.today)

    def do(self) -> Change:
        intake = self.intake()
        if self.collection:
            return service.change_collection(self.vault, self.collection.case.id, intake)
        told = None
        if intake.from_person and self.told_by_form.isChecked():
            told = Told(way=ToldWay.FORM, told_on=intake.obtained, by=self.vault.actor.name)
        return service.register_collection(self.vault, intake, told)

    def _activity(self) -> Activity | None:
        activity_id = self.activity.value()
        if activity_id is None:
            return None
        found = entries.entry(self.vault.db, EntryId(activity_id), unreadable=True)
        return found.content if is_readable(found) else None

    def _on_activity_changed(self, _value: object) -> None:
        """Offer what the activity has; what another one had goes."""
        found, language = self._activity(), current_language()
        self._propose_unit(found)
        self.purpose_row.setVisible(found is None)
        self.categories_row.setVisible(found is not None)
        data = [(key_of(one.text), one.text.in_(language)) for one in found.data] if found else []
        parties = [one for one in found.sources if not one.subject] if found else []
        sources = [(key_of(one.text), one.text.in_(language)) for one in parties]
        for field, pairs in ((self.categories, data), (self.sources, sources)):
            kept = [value for value in field.value() if value in dict(pairs)]
            field.offer(pairs)
            field.set_value(kept)
        self._on_source_changed()

    def _propose_unit(self, activity: Activity | None) -> None:
        """The unit of the activity, unless another one is typed."""
        if self.collection or self.unit.text() != self._proposed_unit:
            return
        self._proposed_unit = ""
        if activity is not None and activity.unit_id is not None:
            unit: Unit = entries.entry(self.vault.db, activity.unit_id).content
            self._proposed_unit = unit.name.in_(current_language())
        self.unit.set_text(self._proposed_unit)

    def _on_source_changed(self, *_value: object) -> None:
        others = not self.from_person.value()
        self.told_by_form.setVisible(not others and self.collection is None)
        self.sources_row.setVisible(others and self.activity.value() is not None)
        for widget in (self.other_row, self.source_public):
            widget.setVisible(others)
        for row in (self.contact_row, self.disclosure_row):
            row.setVisible(others)
        self._on_day_changed()

    def _on_day_changed(self, *_value: object) -> None:
        """When they are to be told, as it is typed now."""
        intake = self.intake()
        days = (intake.first_contact, intake.first_disclosure)
        if self.obtained.date() is None or any(d and d < intake.obtained for d in days):
            self.due.say("")
            return
        new = self.collection.new_purpose if self.collection else None
        self.due.say(due_reason(intake, new), _("When they are told"))
