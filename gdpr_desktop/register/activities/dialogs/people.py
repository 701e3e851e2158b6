"""Whom the data are about, and the categories of data."""

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.text import _
from gdpr_desktop.register.activities.dialogs.item_dialog import ItemDialog
from gdpr_desktop.register.activities.dialogs.retention import RetentionFields
from gdpr_desktop.register.activities.findings.found import name_of
from gdpr_desktop.register.activities.parts import DataCategory, Sensitivity, Subject
from gdpr_desktop.register.activities.words import sensitivity_words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.picks import PicksField


class SubjectDialog(ItemDialog):
    """A group of people."""

    def __init__(self, subject: Subject | None, parent: QWidget | None = None) -> None:
        title = _("Change the group of people") if subject else _("New group of people")
        super().__init__(parent, title)
        before = subject or Subject(text=Bilingual())
        self.add_language_switch()
        self.text = self.bilingual()
        help_ = _("Like «barn i barnehage», «føresette» or «tilsette».")
        forms.add_row(self.form, _("&People"), self.text, help_, required=True, name="text")
        self.vulnerable = QCheckBox(_("They are &vulnerable: children, patients, employees …"))
        self.form.addRow(self.vulnerable)
        self.text.set_value(before.text)
        self.vulnerable.setChecked(before.vulnerable)

    def item(self) -> Subject:
        return Subject(text=self.text.value(), vulnerable=self.vulnerable.isChecked())


class CategoryDialog(ItemDialog):
    """A category of data: how sensitive, about whom, how long it is kept."""

    def __init__(
        self,
        category: DataCategory | None,
        subjects: tuple[Subject, ...],
        parent: QWidget | None = None,
    ) -> None:
        title = _("Change the category of data") if category else _("New category of data")
        super().__init__(parent, title)
        before = category or DataCategory(text=Bilingual())
        self.add_language_switch()
        self.text = self.bilingual()
        help_ = _("Like «namn og adresse» or «vurdering frå barnevernet».")
        forms.add_row(self.form, _("&Kind of data"), self.text, help_, required=True, name="text")
        self.sensitivity = Choice([(one, sensitivity_words(one)) for one in Sensitivity])
        help_ = _("Health, origin, belief, sex life and trade unions are special categories.")
        forms.add_row(self.form, _("&Sensitivity"), self.sensitivity, help_, name="sensitivity")
        pairs = [(name_of(one.text), one.text.in_(self._language)) for one in subjects]
        self.subjects = PicksField(pairs, empty=_("All of them"))
        forms.add_row(self.form, _("A&bout"), self.subjects, name="subjects")
        self.retention = RetentionFields(self)
        self.form.addRow(self.retention)
        self.text.set_value(before.text)
        self.sensitivity.set_value(before.sensitivity)
        self.subjects.set_value(before.subjects)
        self.retention.set_value(before.retention)

    def item(self) -> DataCategory:
        return DataCategory(
            text=self.text.value(),
            sensitivity=self.sensitivity.value(),
            subjects=self.subjects.value(),
            retention=self.retention.value(),
        )
