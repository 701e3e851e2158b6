"""The fields of what was noticed, shared by a new deviation and one that is put right."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.breaches.deviations import store
from gdpr_desktop.breaches.deviations.model import Facts, Severity, Source
from gdpr_desktop.breaches.deviations.words import severity_words, source_words
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.choice import Choice, RadioChoice
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField, TextArea


class FactsFields:
    """Adds its rows to the form of ``dialog``, in the order of the list."""

    def __init__(self, dialog: DeedDialog) -> None:
        form, db, actor = dialog.form, dialog.vault.db, dialog.vault.actor
        self.what = TextArea(lines=3)
        help_ = _("The first line stands in the list. Name no persons.")
        forms.add_row(form, _("&What happened"), self.what, help_, True, name="what")
        self.noticed_on = dialog.day_field(dialog.today)
        self.noticed_on.setObjectName("noticed_on")
        self.source = Choice([(one, source_words(one)) for one in Source])
        self.source.setObjectName("source")
        forms.add_pair(
            form,
            forms.FieldRow(_("&Noticed on"), self.noticed_on, required=True),
            forms.FieldRow(_("Noticed &by"), self.source),
        )
        self.department, self.system = LineField(), LineField()
        forms.add_pair(
            form,
            _named(_("&Department"), self.department, "department"),
            _named(_("S&ystem or area"), self.system, "system"),
        )
        suggest(self.department.line, store.known(db, "department", actor))
        suggest(self.system.line, store.known(db, "system", actor))
        self.severity = severity_field()
        forms.add_row(form, _("How &serious"), self.severity, name="severity")

    def show(self, facts: Facts) -> None:
        """Fill the fields."""
        self.what.set_text(facts.what)
        self.noticed_on.set_date(facts.noticed_on)
        self.source.set_value(facts.source)
        self.department.set_text(facts.department)
        self.system.set_text(facts.system)
        self.severity.set_value(facts.severity)

    def facts(self) -> Facts:
        """As typed; without what follows it up."""
        noticed_on = self.noticed_on.date()
        assert noticed_on is not None, "checked before"
        return Facts(
            noticed_on=noticed_on,
            what=self.what.text(),
            source=self.source.value(),
            department=self.department.text(),
            system=self.system.text(),
            severity=self.severity.value(),
        )


def severity_field() -> RadioChoice:
    """Low, medium, high side by side."""
    made = RadioChoice(((one, severity_words(one)) for one in Severity), horizontal=True)
    made.set_value(Severity.LOW)
    return made


def _named(label: str, field: QWidget, name: str) -> forms.FieldRow:
    field.setObjectName(name)
    return forms.FieldRow(label, field)
