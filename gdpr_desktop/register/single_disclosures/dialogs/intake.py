"""Somebody asks for data about a person: who, about whom, for what, by what law."""

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.register.single_disclosures import service
from gdpr_desktop.register.single_disclosures.dialogs.base import day_of
from gdpr_desktop.register.single_disclosures.model import Intake, Requester, SingleDisclosure
from gdpr_desktop.register.single_disclosures.words import requester_words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.address import AddressField
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.date import DateField
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.fields.time import TimeField
from gdpr_desktop.vault import Vault


class IntakeDialog(DeedDialog):
    """A new case, or the facts of one that is changed."""

    feature = "register"

    def __init__(self, vault: Vault, case_id: CaseId | None, parent: QWidget | None = None) -> None:
        new = case_id is None
        title = _("Somebody asks for data") if new else _("Change the facts")
        deed = _("Register the request") if new else _("Save")
        why = _(
            "Whoever is asked tells the officer at once, and within 24 hours. The request shall be"
            " in writing, name its ground in law, and be signed. Confidentiality holds towards the"
            " police too."
        )
        super().__init__(vault, parent, title, deed, why=why, width=680)
        self.case_id = case_id
        self.before = service.read_disclosure(vault, case_id) if case_id is not None else None
        action = "new" if new else "change"
        self.keep_draft_of(f"single_disclosures.{action}", case_id)
        self._build_who()
        self._build_what()
        self._build_ground()
        if self.before is not None:
            self._show(self.before)

    def _build_who(self) -> None:
        self.kind = Choice([(one, requester_words(one)) for one in Requester])
        self.requester_name, self.email, self.reference = LineField(), LineField(), LineField()
        self.address, self.name = AddressField(), LineField()
        received = self.before.case.received if self.before else self.today
        self.received, self.time = self.day_field(received), TimeField()
        self.received.setObjectName("received")
        self.time.setObjectName("received_time")
        forms.add_row(self.form, _("&Who asks"), self.kind, name="requester_kind")
        help_ = _("The authority or company, and the person who asks for it.")
        forms.add_row(
            self.form,
            _("&Name of who asks"),
            self.requester_name,
            help_,
            True,
            name="requester_name",
        )
        forms.add_row(self.form, _("A&ddress"), self.address, name="requester_address")
        forms.add_row(self.form, _("&E-mail"), self.email, name="requester_email")
        help_ = _("The case number of who asks. The answer names it.")
        forms.add_row(self.form, _("Their re&ference"), self.reference, help_, name="reference")
        forms.add_pair(
            self.form,
            forms.FieldRow(_("&Received"), self.received, required=True),
            forms.FieldRow(_("&Time of day"), self.time),
            stretch=(2, 1),
        )

    def _build_what(self) -> None:
        self.wanted = TextArea(lines=3)
        forms.add_row(self.form, _("&About whom"), self.name, required=True, name="name")
        forms.add_row(self.form, _("W&hat is asked for"), self.wanted, required=True, name="wanted")
        self.wanted_by: DateField = self.day_row(
            _("Answer wanted &by"),
            "wanted_by",
            self.before.wanted_by if self.before else None,
            required=False,
        )

    def _build_ground(self) -> None:
        self.written = QCheckBox(_("The request is &in writing"))
        self.written.setChecked(True)
        self.signed = QCheckBox(_("It is &signed: the ground holds"))
        self.ground, self.court_order = LineField(), LineField()
        help_ = _("The law and section that the requester names.")
        forms.add_row(self.form, _("&Law that is named"), self.ground, help_, name="ground")
        help_ = _("Court, date and number, if there is one.")
        forms.add_row(self.form, _("&Court order"), self.court_order, help_, name="court_order")
        forms.add_row(self.form, "", self.written, name="written")
        forms.add_row(self.form, "", self.signed, name="signed")

    def _show(self, found: SingleDisclosure) -> None:
        self.kind.set_value(found.requester_kind)
        self.requester_name.set_text(found.requester.name)
        self.address.set_address(found.requester.address)
        self.email.set_text(found.requester.email)
        self.reference.set_text(found.reference)
        self.time.set_time(found.received_time)
        self.name.set_text(found.subject.name)
        self.wanted.set_text(found.wanted)
        self.ground.set_text(found.ground)
        self.court_order.set_text(found.court_order)
        self.written.setChecked(found.written)
        self.signed.setChecked(found.signed)

    def do(self) -> Change:
        intake = Intake(
            received=day_of(self.received),
            received_time=self.time.time(),
            requester_kind=self.kind.value(),
            requester=Person(
                name=self.requester_name.text(),
                address=self.address.address(),
                email=self.email.text(),
            ),
            subject=Person(name=self.name.text()),
            written=self.written.isChecked(),
            wanted=self.wanted.text(),
            ground=self.ground.text(),
            signed=self.signed.isChecked(),
            court_order=self.court_order.text(),
            reference=self.reference.text(),
            wanted_by=self.wanted_by.date(),
        )
        if self.case_id is None:
            return service.register_disclosure(self.vault, intake)
        return service.change_intake(self.vault, self.case_id, intake)

    def draft_about(self) -> str:
        return self.before.case.number if self.before else ""
