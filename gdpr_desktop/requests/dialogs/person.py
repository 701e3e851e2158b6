"""The fields of one person in a case: the data subject, who acts, or who receives."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from gdpr_desktop.casework.model import AddressProtection, Person
from gdpr_desktop.core.clock import Clock
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import guidance
from gdpr_desktop.requests.checks import NAME_LENGTH
from gdpr_desktop.requests.words import words
from gdpr_desktop.ui.accessible import plain
from gdpr_desktop.ui.fields.address import AddressField
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.date import DateField
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.forms import FieldRow, add_pair, add_row, form_layout
from gdpr_desktop.ui.notes import NoteBox


class PersonPart(QWidget):
    """Name, address, e-mail, phone, protected address. Object names begin with ``prefix``.

    ``keys`` False: no letters to jump by, where another part of the dialog has the same.
    """

    changed = Signal()

    def __init__(
        self, prefix: str, name_label: str = "", name_help: str = "", *, keys: bool = True
    ) -> None:
        super().__init__()
        self._prefix = prefix
        self._before = Person(name="")
        self._label = str if keys else plain
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.form = form_layout()
        layout.addLayout(self.form)
        self.name = self._line(NAME_LENGTH)
        add_row(
            self.form,
            self._label(name_label or _("&Name")),
            self.name,
            name_help,
            True,
            name=f"{prefix}name",
        )
        self._middle()
        self.address = AddressField(country=True)
        add_row(self.form, self._label(_("A&ddress")), self.address, name=f"{prefix}address")
        self.email, self.phone = self._line(NAME_LENGTH), self._line(40)
        add_pair(
            self.form,
            self._named(FieldRow(self._label(_("&E-mail")), self.email), "email"),
            self._named(FieldRow(self._label(_("&Phone")), self.phone), "phone"),
            stretch=(3, 2),
        )
        self._build_protection()
        self.name.text_changed.connect(self.changed)

    def _build_protection(self) -> None:
        pairs = [(code, words(code)) for code in AddressProtection]
        self.protection = Choice(pairs)
        help_text = _("Look it up in the population register.")
        add_row(
            self.form,
            self._label(_("P&rotected address")),
            self.protection,
            help_text,
            name=f"{self._prefix}protection",
        )
        self.protection_note = NoteBox()
        self.form.addRow(self.protection_note)
        self.protection.value_changed.connect(self._on_protection_changed)

    def _middle(self) -> None:
        """Fields right below the name."""

    def _line(self, length: int) -> LineField:
        return LineField(max_length=length)

    def _named(self, row: FieldRow, name: str) -> FieldRow:
        row.field.setObjectName(f"{self._prefix}{name}")
        return row

    def show_person(self, person: Person) -> None:
        """Fill the fields."""
        self._before = person
        self.name.set_text(person.name)
        self.address.set_address(person.address)
        self.email.set_text(person.email)
        self.phone.set_text(person.phone)
        self.protection.set_value(person.protection)

    def person(self) -> Person:
        """The person as typed; what has no field here is kept."""
        return replace(
            self._before,
            name=self.name.text(),
            address=self.address.address(),
            email=self.email.text(),
            phone=self.phone.text(),
            protection=self.protection.value(),
        )

    def _on_protection_changed(self, value: AddressProtection) -> None:
        protected = value is not AddressProtection.NONE
        text = guidance.note("protected_address").text if protected else ""
        self.protection_note.say(text)


class SubjectPart(PersonPart):
    """The data subject: also birth date, and the identity number where it is needed."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        super().__init__("")
        self.number_needed = QCheckBox(_("The &identity number is needed"))
        self.number_needed.setObjectName("national_id_needed")
        self.number_needed.setToolTip(_("A name and a birth date are usually enough."))
        self.form.addRow(self.number_needed)
        self.national_id = LineField(max_length=20, identifiers=False)  # its very place
        self.reason = TextArea(max_length=1000, lines=2)
        self._number_rows = QWidget()
        inside = form_layout(self._number_rows)
        add_row(inside, _("Identity n&umber"), self.national_id, name="national_id")
        add_row(
            inside,
            _("Wh&y it is needed"),
            self.reason,
            _("Only where a secure identification cannot be had without it."),
            name="national_id_reason",
        )
        self.form.addRow(self._number_rows)
        self._number_rows.hide()
        self.number_needed.toggled.connect(self._number_rows.setVisible)

    def _middle(self) -> None:
        self.birth_date = DateField(self._clock, past=True)
        self.age_note = NoteBox()
        add_row(
            self.form,
            _("&Birth date"),
            self.birth_date,
            _("Type it like 3.2.1985 or 030285."),
            name="birth_date",
        )
        self.form.addRow(self.age_note)
        self.birth_date.date_changed.connect(self.changed)

    def show_person(self, person: Person) -> None:
        super().show_person(person)
        self.birth_date.set_date(person.birth_date)
        self.number_needed.setChecked(bool(person.national_id))
        self.national_id.set_text(person.national_id)
        self.reason.set_text(person.national_id_reason)

    def person(self) -> Person:
        needed = self.number_needed.isChecked()
        return replace(
            super().person(),
            birth_date=self.birth_date.date(),
            national_id=self.national_id.text() if needed else "",
            national_id_reason=self.reason.text() if needed else "",
        )
