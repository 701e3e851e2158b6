"""The fields of the first page: what it is about, before anything is assessed."""

from dataclasses import replace

from PySide6.QtWidgets import QFormLayout

from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.codes import Novelty
from gdpr_desktop.dpia.content import About
from gdpr_desktop.dpia.words import words
from gdpr_desktop.register.entries import store as entries
from gdpr_desktop.register.entries.model import EntryKind
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField, TextArea


class AboutFields:
    """Lays the fields in the form of a dialog; problems find them by the names of ``About``."""

    def __init__(self, dialog: DeedDialog, form: QFormLayout | None = None) -> None:
        self._form = form or dialog.form
        self._kept = About(title="")
        self.title_line, self.systems, self.unit = LineField(), LineField(), LineField()
        self.description = TextArea(lines=3)
        self.novelty = RadioChoice((one, words(one)) for one in Novelty)
        self.responsible, self.role = LineField(), LineField()
        self.starts_on = dialog.day_field(None, required=False)
        self._lay_out()
        db = dialog.vault.db
        suggest(self.unit.line, (name for _id, name in entries.names(db, EntryKind.UNIT)))
        suggest(self.systems.line, (name for _id, name in entries.names(db, EntryKind.SYSTEM)))

    def _lay_out(self) -> None:
        form = self._form
        help_ = _("A short name. No names of persons.")
        forms.add_row(form, _("&What is it about?"), self.title_line, help_, True, name="title")
        help_ = _("What will be done with which data, and why, in a few sentences.")
        forms.add_row(form, _("Shor&t description"), self.description, help_, name="description")
        forms.add_row(form, _("S&ystem"), self.systems, name="systems")
        forms.add_row(form, _("New or &changed?"), self.novelty, name="novelty")
        help_ = _("The school, kindergarten or office that it is for.")
        forms.add_row(form, _("&Unit"), self.unit, help_, True, name="unit")
        self.responsible.setObjectName("responsible")
        self.role.setObjectName("responsible_role")
        forms.add_pair(
            form,
            forms.FieldRow(
                _("Who owns the &risk?"),
                self.responsible,
                _("The leader who answers for the processing, and decides."),
            ),
            forms.FieldRow(_("R&ole"), self.role, _("For instance headmaster.")),
        )
        help_ = _("The day it is taken into use. The assessment must be made before that.")
        forms.add_row(form, _("When does it be&gin?"), self.starts_on, help_, name="starts_on")

    def show(self, about: About) -> None:
        """Show a first page."""
        self._kept = about
        self.title_line.set_text(about.title)
        self.description.set_text(about.description)
        self.systems.set_text(about.systems)
        self.novelty.set_value(about.novelty)
        self.unit.set_text(about.unit)
        self.responsible.set_text(about.responsible)
        self.role.set_text(about.responsible_role)
        self.starts_on.set_date(about.starts_on)

    def add(self, about: About) -> None:
        """Fill what is blank from ``about``; nothing typed is taken away."""
        now = self.value()
        blank = {
            name: getattr(about, name)
            for name in ("title", "description", "systems", "unit", "responsible", "starts_on")
            if not getattr(now, name)
        }
        role = now.responsible_role or about.responsible_role
        chosen = self.novelty.value()
        novelty = chosen or about.novelty
        self.show(
            replace(
                now, **blank, responsible_role=role, novelty=novelty, activities=about.activities
            )
        )
        if chosen is None and about.starts_on is None:
            self.novelty.set_value(None)  # the record does not say when it began: the person does

    def forget_activities(self) -> None:
        """It is not from the record."""
        self._kept = replace(self._kept, activities=())

    def problems(self) -> list[FieldProblem]:
        """What must be chosen."""
        if self.novelty.value() is not None:
            return []
        return [FieldProblem(field="novelty", text=_("Choose one of these."))]

    def value(self) -> About:
        """What stands there."""
        return replace(
            self._kept,
            title=self.title_line.text(),
            description=self.description.text(),
            systems=self.systems.text(),
            novelty=self.novelty.value() or Novelty.NEW,
            unit=self.unit.text(),
            responsible=self.responsible.text(),
            responsible_role=self.role.text(),
            starts_on=self.starts_on.date(),
        )
