"""The form of a system."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.errors import FieldProblem, InvalidInputError
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.register.activities.parts import Answer
from gdpr_desktop.register.activities.words import answer_words
from gdpr_desktop.register.countries import country_choices
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.dialogs.base import EntryDialog
from gdpr_desktop.register.entries.model import Entry, EntryKind
from gdpr_desktop.register.systems.model import System
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.vault import Vault

_DAYS = ("in_use_from", "in_use_until", "changed_on", "risk_assessed_on", "review_on")


class SystemDialog(EntryDialog):
    """A new system, or one that is changed."""

    kind = EntryKind.SYSTEM
    topic = "system.security"

    def __init__(
        self,
        vault: Vault,
        entry: Entry | None = None,
        parent: QWidget | None = None,
        part: str = "",
    ) -> None:
        title = _("Change the system") if entry else _("New system")
        super().__init__(vault, entry, parent, title, _("Save"))
        self.add_language_switch()
        self._build_about()
        self._build_supplier()
        self._build_use()
        self._build_security()
        self.show_content(entry.content if entry else System(name=""))
        first = {"supplier": self.supplier_id, "security": self.logging}.get(part)
        if first is not None:
            self.start_at(first)

    def _build_about(self) -> None:
        self.name, self.owner, self.contact = LineField(), LineField(), LineField()
        self.description = self.bilingual(lines=3)
        units = store.names(self.vault.db, EntryKind.UNIT)
        self.unit = Choice(units, empty=_("Not chosen"))
        forms.add_row(self.form, _("&Name"), self.name, required=True, name="name")
        forms.add_row(self.form, _("Used &for"), self.description, name="description")
        forms.add_row(self.form, _("&Unit"), self.unit, name="unit_id")
        help_ = _("The role that answers for it, not a person's name.")
        forms.add_row(self.form, _("&Owner"), self.owner, help_, name="owner")
        help_ = _("An e-mail address that requests for access are sent to.")
        forms.add_row(self.form, _("&Contact"), self.contact, help_, name="contact")

    def _build_supplier(self) -> None:
        processors = store.names(self.vault.db, EntryKind.PROCESSOR)
        self.supplier_id = Choice(processors, empty=_("None of the processors"))
        self.supplier, self.place = LineField(), LineField()
        self.country = Choice(country_choices(current_language()))
        help_ = _("Whoever can see the data is a processor, in support too.")
        forms.add_row(
            self.form,
            _("Su&pplier that is a processor"),
            self.supplier_id,
            help_,
            name="supplier_id",
        )
        forms.add_row(self.form, _("Another &supplier"), self.supplier, name="supplier")
        forms.add_row(self.form, _("&Where the data lie"), self.place, name="place")
        forms.add_row(self.form, _("Count&ry"), self.country, name="country")

    def _build_use(self) -> None:
        self.in_use_from = self.day_row(_("&In use from"), "in_use_from", None, required=False)
        self.in_use_until = self.day_row(_("In use unti&l"), "in_use_until", None, required=False)
        self.changed_on = self.day_row(
            _("Last cha&nged"),
            "changed_on",
            None,
            required=False,
            help=_("Bought, replaced or changed so much that the risks may be others."),
        )
        self.risk_assessed_on = self.day_row(
            _("Ris&ks assessed"), "risk_assessed_on", None, required=False
        )
        self.review_on = self.day_row(_("&To be gone through"), "review_on", None, required=False)

    def _build_security(self) -> None:
        answers = [(answer, answer_words(answer)) for answer in Answer]
        self.logging, self.encryption = Choice(answers), Choice(answers)
        self.backup, self.access_control = Choice(answers), Choice(answers)
        self.measures = self.bilingual(lines=3)
        self.note = TextArea(lines=3)
        forms.add_row(self.form, _("Use is &logged"), self.logging, name="logging")
        forms.add_row(self.form, _("Data are &encrypted"), self.encryption, name="encryption")
        forms.add_row(self.form, _("&Backups"), self.backup, name="backup")
        forms.add_row(self.form, _("&Access is controlled"), self.access_control)
        forms.add_row(self.form, _("&Measures"), self.measures, name="measures")
        forms.add_row(self.form, _("No&te"), self.note, name="note")

    def show_content(self, system: System) -> None:
        """Fill the fields."""
        self.before = system
        self.name.set_text(system.name)
        self.description.set_value(system.description)
        self.unit.set_value(system.unit_id)
        self.owner.set_text(system.owner)
        self.contact.set_text(system.contact)
        self.supplier.set_text(system.supplier)
        self.place.set_text(system.place)
        self.supplier_id.set_value(system.supplier_id)
        self.country.set_value(system.country)
        for name in _DAYS:
            getattr(self, name).set_date(getattr(system, name))
        self.logging.set_value(system.logging)
        self.encryption.set_value(system.encryption)
        self.backup.set_value(system.backup)
        self.access_control.set_value(system.access_control)
        self.measures.set_value(system.measures)
        self.note.set_text(system.note)

    def content(self) -> System:
        days = {name: getattr(self, name).date() for name in _DAYS}
        first, last = days["in_use_from"], days["in_use_until"]
        if first and last and last < first:
            text = _("The last day is before the first one.")
            raise InvalidInputError([FieldProblem(field="in_use_until", text=text)])
        return replace(
            self.before,
            name=self.name.text(),
            description=self.description.value(),
            unit_id=self.unit.value(),
            owner=self.owner.text(),
            contact=self.contact.text(),
            supplier=self.supplier.text(),
            supplier_id=self.supplier_id.value(),
            place=self.place.text(),
            country=self.country.value() or self.before.country,
            **days,
            logging=self.logging.value(),
            encryption=self.encryption.value(),
            backup=self.backup.value(),
            access_control=self.access_control.value(),
            measures=self.measures.value(),
            note=self.note.text(),
        )
