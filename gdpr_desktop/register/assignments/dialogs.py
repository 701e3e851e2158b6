"""The form of what the municipality does on behalf of another."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.errors import require_valid
from gdpr_desktop.core.text import _
from gdpr_desktop.register.activities.parts import Answer
from gdpr_desktop.register.activities.words import answer_words
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.dialogs.base import EntryDialog
from gdpr_desktop.register.entries.model import Entry, EntryKind
from gdpr_desktop.register.processors.dialogs.agreement_part import AgreementPart
from gdpr_desktop.register.processors.dialogs.dated_rows import TransfersField
from gdpr_desktop.register.processors.model import Assignment
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.picks import PicksField
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.sections import Section
from gdpr_desktop.vault import Vault


class AssignmentDialog(EntryDialog):
    """New, or changed. The agreement is a part of the same form."""

    kind = EntryKind.ASSIGNMENT

    def __init__(
        self,
        vault: Vault,
        entry: Entry | None = None,
        parent: QWidget | None = None,
        part: str = "",
    ) -> None:
        title = _("Change what we do for others") if entry else _("Something we do for others")
        super().__init__(vault, entry, parent, title, _("Save"))
        self.add_language_switch()
        self._build_about()
        self._build_use()
        self._build_security()
        self.agreement = AgreementPart(vault.clock, full=False)
        self.section = Section(_("Agreement"), expanded=part == "agreement")
        self.section.body.addWidget(self.agreement)
        self.form.addRow(self.section)
        self.show_content(entry.content if entry else Assignment(name=Bilingual()))
        first = {"agreement": self.agreement.name, "security": self.security}.get(part)
        if first is not None:
            self.start_at(first)

    def _build_about(self) -> None:
        self.name = self.bilingual()
        self.controller, self.controller_contact = LineField(), TextArea(lines=2)
        self.controller_officer = LineField()
        self.categories = self.bilingual(lines=3)
        forms.add_row(self.form, _("&Name"), self.name, required=True, name="name")
        forms.add_row(
            self.form,
            _("&Controller"),
            self.controller,
            _("On whose behalf we handle the data."),
            name="controller",
        )
        forms.add_row(
            self.form,
            _("C&ontact at the controller"),
            self.controller_contact,
            name="controller_contact",
        )
        forms.add_row(
            self.form,
            _("Their &data protection officer"),
            self.controller_officer,
            name="controller_officer",
        )
        help_ = _("Kinds of processing, such as storage, support or payroll.")
        forms.add_row(self.form, _("&What we do"), self.categories, help_, name="categories")

    def _build_use(self) -> None:
        db = self.vault.db
        self.unit = Choice(store.names(db, EntryKind.UNIT), empty=_("Not chosen"))
        self.responsible = LineField()
        self.systems = PicksField(store.names(db, EntryKind.SYSTEM))
        self.sub_processors = PicksField(store.names(db, EntryKind.PROCESSOR))
        forms.add_row(self.form, _("&Unit"), self.unit, name="unit_id")
        help_ = _("The role that answers for it, not a person's name.")
        forms.add_row(
            self.form, _("&Responsible role"), self.responsible, help_, name="responsible"
        )
        forms.add_row(self.form, _("&Systems"), self.systems, name="systems")
        forms.add_row(self.form, _("Sub-&processors"), self.sub_processors, name="sub_processors")

    def _build_security(self) -> None:
        self.security = self.bilingual(lines=3)
        self.outside_eea = Choice([(answer, answer_words(answer)) for answer in Answer])
        self.transfers = TransfersField(self.language)
        self.note = TextArea(lines=3)
        forms.add_row(self.form, _("Security &measures"), self.security, name="security")
        forms.add_row(
            self.form,
            _("Can anyone outside the &EEA see the data?"),
            self.outside_eea,
            _("Support and sub-processors count too."),
            name="outside_eea",
        )
        forms.add_row(self.form, _("&Transfers"), self.transfers, name="transfers")
        forms.add_row(self.form, _("Note"), self.note, name="note")

    def show_content(self, assignment: Assignment) -> None:
        """Fill the fields."""
        self.before = assignment
        self.name.set_value(assignment.name)
        self.controller.set_text(assignment.controller)
        self.controller_contact.set_text(assignment.controller_contact)
        self.controller_officer.set_text(assignment.controller_officer)
        self.categories.set_value(assignment.categories)
        self.unit.set_value(assignment.unit_id)
        self.responsible.set_text(assignment.responsible)
        self.systems.set_value(assignment.systems)
        self.sub_processors.set_value(assignment.sub_processors)
        self.security.set_value(assignment.security)
        self.outside_eea.set_value(assignment.outside_eea)
        self.transfers.set_value(assignment.transfers)
        self.note.set_text(assignment.note)
        self.agreement.set_value(assignment.agreement)

    def content(self) -> Assignment:
        require_valid(self.agreement.problems())
        return replace(
            self.before,
            name=self.name.value(),
            controller=self.controller.text(),
            controller_contact=self.controller_contact.text(),
            controller_officer=self.controller_officer.text(),
            categories=self.categories.value(),
            unit_id=self.unit.value(),
            responsible=self.responsible.text(),
            systems=self.systems.value(),
            sub_processors=self.sub_processors.value(),
            security=self.security.value(),
            outside_eea=self.outside_eea.value(),
            transfers=self.transfers.value(),
            note=self.note.text(),
            agreement=self.agreement.value(),
        )
