"""The first sections: about it, purposes and basis, who and what, sources and recipients."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.register.activities import words
from gdpr_desktop.register.activities.dialogs.basis import PurposeDialog, SpecialDialog
from gdpr_desktop.register.activities.dialogs.flows import PartyDialog
from gdpr_desktop.register.activities.dialogs.items import ItemColumn, ItemsField
from gdpr_desktop.register.activities.dialogs.laws import LawsField
from gdpr_desktop.register.activities.dialogs.part import Part
from gdpr_desktop.register.activities.dialogs.people import CategoryDialog, SubjectDialog
from gdpr_desktop.register.activities.findings.found import name_of
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import (
    DataCategory,
    Party,
    Purpose,
    SpecialBasis,
    Subject,
)
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import EntryKind
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.picks import PicksField
from gdpr_desktop.ui.fields.text import LineField, TextArea


def words_of(item: Any) -> str:
    """The bilingual text of a thing, as it is read on the screen."""
    return words.joined((item.text,))


class AboutPart(Part):
    """What it is called, who answers for it, and when it runs."""

    topic = "activity.purpose"
    shows = (
        "name",
        "description",
        "responsible",
        "unit_id",
        "library_checked",
        "ends",
        "starts",
    )

    def build(self) -> None:
        self.name, self.description = self.dialog.bilingual(), self.dialog.bilingual(lines=3)
        self.number, self.responsible = LineField(max_length=40), LineField()
        units = store.names(self.vault.db, EntryKind.UNIT)
        arrangements = store.names(self.vault.db, EntryKind.ARRANGEMENT)
        self.unit = Choice(units, empty=_("Not chosen"))
        self.arrangements = PicksField(arrangements)
        forms.add_row(self.form, _("&Name"), self.name, required=True, name="name")
        forms.add_row(self.form, _("&Description"), self.description, name="description")
        forms.add_row(self.form, _("N&umber"), self.number, name="number")
        forms.add_row(self.form, _("Un&it"), self.unit, name="unit_id")
        help_ = _("The role, like «rektor», not a person's name.")
        forms.add_row(self.form, _("Answers &for it"), self.responsible, help_, name="responsible")
        help_ = _("Where the municipality and others decide together (article 26).")
        forms.add_row(self.form, _("&Joint control"), self.arrangements, help_, name="arrangements")
        self._build_days()

    def _build_days(self) -> None:
        day = partial(self.dialog.day_field, None, required=False)
        self.starts, self.ends, self.review_on = day(), day(), day()
        self.starts.setObjectName("starts")
        self.ends.setObjectName("ends")
        forms.add_pair(
            self.form,
            forms.FieldRow(_("F&rom"), self.starts),
            forms.FieldRow(_("Unti&l"), self.ends),
        )
        forms.add_row(self.form, _("L&ook it over again by"), self.review_on, name="review_on")
        self.checked = QCheckBox(_("I have &gone through all that the starting point filled in"))
        self.checked.setObjectName("library_checked")
        self.form.addRow(self.checked)

    def show_values(self, activity: Activity) -> None:
        self.name.set_value(activity.name)
        self.description.set_value(activity.description)
        self.number.set_text(activity.number)
        self.unit.set_value(activity.unit_id)
        self.responsible.set_text(activity.responsible)
        self.arrangements.set_value(activity.arrangements)
        self.starts.set_date(activity.starts)
        self.ends.set_date(activity.ends)
        self.review_on.set_date(activity.review_on)
        self.checked.setChecked(activity.library_checked)
        self.checked.setVisible(bool(activity.from_library))

    def into(self, activity: Activity) -> Activity:
        return replace(
            activity,
            name=self.name.value(),
            description=self.description.value(),
            number=self.number.text(),
            unit_id=self.unit.value(),
            responsible=self.responsible.text(),
            arrangements=self.arrangements.value(),
            starts=self.starts.date(),
            ends=self.ends.date(),
            review_on=self.review_on.date(),
            library_checked=self.checked.isChecked(),
        )


class PurposesPart(Part):
    """What for, and what makes it lawful."""

    topic = "activity.basis"
    shows = ("purposes", "special", "criminal", "national_id_reason")

    def build(self) -> None:
        self.purposes = ItemsField(
            Purpose,
            (
                ItemColumn(header=_("Purpose"), text=words_of, stretch=2),
                ItemColumn(header=_("Lawful basis"), text=_bases, stretch=3),
            ),
            PurposeDialog,
            new=_("&Add a purpose"),
        )
        self.basis_reason = TextArea(lines=2)
        forms.add_row(self.form, _("Purposes"), self.purposes, name="purposes")
        help_ = _("It is another than the one that was approved. People must then be told anew.")
        self.reason_row = forms.add_row(
            self.form, _("&Why the basis is changed"), self.basis_reason, help_, name="basis_reason"
        )
        self.reason_row.hide()
        self._build_conditions()

    def _build_conditions(self) -> None:
        self.special = ItemsField(
            SpecialBasis,
            (
                ItemColumn(header=_("Condition"), text=_condition, stretch=3),
                ItemColumn(header=_("Law"), text=_laws, stretch=2),
            ),
            SpecialDialog,
            new=_("Add a &condition"),
        )
        self.criminal, self.national_id_reason = LawsField(), TextArea(lines=2)
        help_ = _("Needed beside the basis where data are of a special category (article 9).")
        forms.add_row(
            self.form, _("Conditions for special categories"), self.special, help_, name="special"
        )
        help_ = _("Needed where data are about convictions or offences (article 10).")
        forms.add_row(
            self.form,
            _("Law for convictions and &offences"),
            self.criminal,
            help_,
            name="criminal",
        )
        help_ = _("Only where people must be known apart with certainty, and nothing less will do.")
        forms.add_row(
            self.form,
            _("Why &identity numbers are needed"),
            self.national_id_reason,
            help_,
            name="national_id_reason",
        )

    def show_values(self, activity: Activity) -> None:
        self.purposes.set_value(activity.purposes)
        self.special.set_value(activity.special)
        self.criminal.set_value(activity.criminal)
        self.national_id_reason.set_text(activity.national_id_reason)

    def into(self, activity: Activity) -> Activity:
        return replace(
            activity,
            purposes=self.purposes.value(),
            special=self.special.value(),
            criminal=self.criminal.value(),
            national_id_reason=self.national_id_reason.text().strip(),
        )


def _bases(purpose: Purpose) -> str:
    return "; ".join(words.basis_words(one) for one in purpose.bases)


def _condition(special: SpecialBasis) -> str:
    return words.condition_words(special.condition)


def _laws(special: SpecialBasis) -> str:
    return words.laws_words(special.laws)


class PeoplePart(Part):
    """About whom, and which data."""

    topic = "activity.special"
    shows = ("subjects", "data")

    def build(self) -> None:
        self.subjects = ItemsField(
            Subject,
            (
                ItemColumn(header=_("People"), text=words_of, stretch=3),
                ItemColumn(header=_("Vulnerable"), text=_vulnerable),
            ),
            SubjectDialog,
            new=_("&Add people"),
        )
        self.data = ItemsField(
            DataCategory,
            (
                ItemColumn(header=_("Kinds of data"), text=words_of, stretch=3),
                ItemColumn(header=_("Sensitivity"), text=_sensitivity, stretch=2),
                ItemColumn(header=_("About"), text=self._about, stretch=2),
                ItemColumn(header=_("Kept"), text=_kept, stretch=3),
            ),
            self._category_form,
            new=_("Add &data"),
        )
        self.subjects.item_changed.connect(self._on_subject_changed)
        forms.add_row(self.form, _("People"), self.subjects, name="subjects")
        forms.add_row(self.form, _("Kinds of data"), self.data, name="data")

    def _category_form(self, category: DataCategory | None, parent: QWidget) -> FormDialog:
        return CategoryDialog(category, self.subjects.value(), parent)

    def _about(self, category: DataCategory) -> str:
        known = {name_of(one.text): words_of(one) for one in self.subjects.value()}
        return ", ".join(known.get(name, name) for name in category.subjects) or _("All of them")

    def _on_subject_changed(self, before: Subject | None, after: Subject) -> None:
        if before is None or name_of(before.text) == name_of(after.text):
            return
        old, new = name_of(before.text), name_of(after.text)
        self.data.set_value(
            replace(one, subjects=tuple(new if name == old else name for name in one.subjects))
            for one in self.data.value()
        )

    def show_values(self, activity: Activity) -> None:
        self.subjects.set_value(activity.subjects)
        self.data.set_value(activity.data)

    def into(self, activity: Activity) -> Activity:
        return replace(activity, subjects=self.subjects.value(), data=self.data.value())


def _vulnerable(subject: Subject) -> str:
    return _("Yes") if subject.vulnerable else ""


def _sensitivity(category: DataCategory) -> str:
    return words.sensitivity_words(category.sensitivity)


def _kept(category: DataCategory) -> str:
    return words.retention_words(category.retention)


class PartiesPart(Part):
    """Where data come from, and who is given them."""

    topic = "activity.confidentiality"
    shows = ("sources", "recipients", "processors")

    def build(self) -> None:
        columns = (
            ItemColumn(header=_("Who"), text=words_of),
            ItemColumn(header=_("Confidential"), text=_lifted),
        )
        self.sources = ItemsField(
            Party, columns, partial(_party_form, source=True), new=_("&Add a source")
        )
        self.recipients = ItemsField(
            Party, columns, partial(_party_form, source=False), new=_("Add a &recipient")
        )
        self.processors = PicksField(store.names(self.vault.db, EntryKind.PROCESSOR))
        forms.add_row(self.form, _("Sources"), self.sources, name="sources")
        forms.add_row(self.form, _("Recipients"), self.recipients, name="recipients")
        help_ = _("Those who handle the data on behalf of the municipality.")
        forms.add_row(self.form, _("&Processors"), self.processors, help_, name="processors")

    def show_values(self, activity: Activity) -> None:
        self.sources.set_value(activity.sources)
        self.recipients.set_value(activity.recipients)
        self.processors.set_value(activity.processors)

    def into(self, activity: Activity) -> Activity:
        return replace(
            activity,
            sources=self.sources.value(),
            recipients=self.recipients.value(),
            processors=self.processors.value(),
        )


def _party_form(party: Party | None, parent: QWidget, *, source: bool) -> FormDialog:
    return PartyDialog(party, source=source, parent=parent)


def _lifted(party: Party) -> str:
    if party.subject or not party.confidential:
        return _("No")
    lifted = words.law_words(party.lifted_by)
    if party.released:
        lifted = lifted or _("released by the person")
    return _("Yes: {lifted}").format(lifted=lifted or _("nothing lifts it"))
