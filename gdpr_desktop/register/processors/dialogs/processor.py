"""The form of a processor."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.errors import FieldProblem, InvalidInputError
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.law.identifiers import is_organisation
from gdpr_desktop.register.activities.parts import Answer
from gdpr_desktop.register.activities.words import answer_words
from gdpr_desktop.register.countries import country_choices
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.dialogs.base import EntryDialog
from gdpr_desktop.register.entries.model import Entry, EntryKind
from gdpr_desktop.register.processors.dialogs.agreements_field import AgreementsField
from gdpr_desktop.register.processors.dialogs.dated_rows import TransfersField
from gdpr_desktop.register.processors.model import Processor
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.picks import PicksField
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.vault import Vault


class ProcessorDialog(EntryDialog):
    """A new processor, or one that is changed."""

    kind = EntryKind.PROCESSOR
    topic = "processor.agreement"

    def __init__(
        self,
        vault: Vault,
        entry: Entry | None = None,
        parent: QWidget | None = None,
        part: str = "",
    ) -> None:
        title = _("Change the processor") if entry else _("New processor")
        super().__init__(vault, entry, parent, title, _("Save"))
        self.add_language_switch()
        self._build_about()
        self._build_agreements()
        self._build_abroad()
        self.show_content(entry.content if entry else Processor(name=""))
        first = {"agreements": self.agreements, "abroad": self.outside_eea}.get(part)
        if first is not None:
            self.start_at(first)

    def _build_about(self) -> None:
        self.name, self.organisation_number = LineField(), LineField()
        self.contact, self.email = LineField(), LineField()
        self.address = TextArea(lines=2)
        self.service = self.bilingual(lines=2)
        forms.add_row(self.form, _("&Name"), self.name, required=True, name="name")
        forms.add_row(
            self.form,
            _("&Organisation number"),
            self.organisation_number,
            name="organisation_number",
        )
        forms.add_row(self.form, _("&What it does for us"), self.service, name="service")
        forms.add_row(self.form, _("&Contact"), self.contact, name="contact")
        forms.add_row(self.form, _("&E-mail"), self.email, name="email")
        help_ = _("Used in the window of the envelope.")
        forms.add_row(self.form, _("Post&al address"), self.address, help_, name="address")

    def _build_agreements(self) -> None:
        self.agreements = AgreementsField(self.vault)
        forms.add_row(self.form, _("Agreements"), self.agreements, name="agreements")
        own = self.entry.id if self.entry else None
        names = store.names(self.vault.db, EntryKind.PROCESSOR)
        self.sub_processor_ids = PicksField(pair for pair in names if pair[0] != own)
        help_ = _("Those that are in the record themselves. Others stand in the agreement.")
        forms.add_row(
            self.form, _("&Sub-processors"), self.sub_processor_ids, help_, name="sub_processor_ids"
        )

    def _build_abroad(self) -> None:
        self.country = Choice(country_choices(current_language()))
        self.outside_eea = Choice([(answer, answer_words(answer)) for answer in Answer])
        self.transfers = TransfersField(self.language)
        self.note = TextArea(lines=3)
        forms.add_row(self.form, _("Coun&try"), self.country, name="country")
        forms.add_row(
            self.form,
            _("Can anyone outside the EEA see the &data?"),
            self.outside_eea,
            _("Support and sub-processors count too."),
            name="outside_eea",
        )
        forms.add_row(self.form, _("T&ransfers"), self.transfers, name="transfers")
        forms.add_row(self.form, _("Note"), self.note, name="note")

    def show_content(self, processor: Processor) -> None:
        """Fill the fields."""
        self.before = processor
        self.name.set_text(processor.name)
        self.organisation_number.set_text(processor.organisation_number)
        self.address.set_text(processor.address)
        self.contact.set_text(processor.contact)
        self.email.set_text(processor.email)
        self.service.set_value(processor.service)
        self.agreements.set_value(processor.agreements)
        self.sub_processor_ids.set_value(processor.sub_processor_ids)
        self.country.set_value(processor.country)
        self.outside_eea.set_value(processor.outside_eea)
        self.transfers.set_value(processor.transfers)
        self.note.set_text(processor.note)

    def content(self) -> Processor:
        country = self.country.value() or self.before.country
        return replace(
            self.before,
            name=self.name.text(),
            organisation_number=self._number(country),
            address=self.address.text(),
            contact=self.contact.text(),
            email=self.email.text(),
            service=self.service.value(),
            agreements=self.agreements.value(),
            sub_processor_ids=self.sub_processor_ids.value(),
            country=country,
            outside_eea=self.outside_eea.value(),
            transfers=self.transfers.value(),
            note=self.note.text(),
        )

    def _number(self, country: str) -> str:
        """The organisation number; a Norwegian one is checked."""
        typed = self.organisation_number.text()
        number = "".join(typed.split())
        if country != "NO" or not number:
            return typed
        if not is_organisation(number):
            text = _("This is not an organisation number. It has nine digits: check them.")
            raise InvalidInputError([FieldProblem(field="organisation_number", text=text)])
        return number
