"""Whom a collection is about: one person or a group, and who else is mentioned."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.clock import Clock
from gdpr_desktop.core.text import _
from gdpr_desktop.information.collections.model import Intake, Recipient, Secondary
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.address import AddressField
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.date import DateField
from gdpr_desktop.ui.fields.rows import RowsColumn, RowsField
from gdpr_desktop.ui.fields.text import LineField


class PeoplePart(QWidget):
    """The fields of the people; those of a group are shown for a group only."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._before = Person(name="")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.form = forms.form_layout()
        layout.addLayout(self.form)
        pairs = ((False, _("One person")), (True, _("A group")))
        self.group = RadioChoice(pairs)
        self.group.set_value(False)
        forms.add_row(self.form, _("&How many"), self.group, name="group")
        self.name = LineField()
        forms.add_row(
            self.form,
            _("Nam&e"),
            self.name,
            _("Of a group: what it is called, «All who applied in 2027»."),
            True,
            name="name",
        )
        self._build_one(clock)
        self._build_group()
        self.secondary = RowsField(
            (
                RowsColumn(header=_("Who")),
                RowsColumn(header=_("Spouse, child, doctor …")),
                RowsColumn(header=_("How they are told")),
            )
        )
        forms.add_row(
            self.form,
            _("Others who are mentioned"),
            self.secondary,
            _("They have the same right. Where telling them takes too much, write so."),
            name="secondary",
        )
        self.group.value_changed.connect(self._on_group_changed)
        self._on_group_changed(False)

    def _build_one(self, clock: Clock) -> None:
        self.birth_date = DateField(clock, past=True)
        self.address = AddressField(country=True)
        self._one = (
            forms.add_row(
                self.form,
                _("Birth &date"),
                self.birth_date,
                _("Needed for a child: then the letter has words for children."),
                name="birth_date",
            ),
            forms.add_row(self.form, _("Address"), self.address, name="address"),
        )

    def _build_group(self) -> None:
        self.persons = LineField(max_length=7)
        self.recipients = RowsField(
            (
                RowsColumn(header=_("Name")),
                RowsColumn(header=_("Street")),
                RowsColumn(header=_("Postal code"), width=6, stretch=0),
                RowsColumn(header=_("Place"), width=10),
            ),
            keys=False,
        )
        self._many = (
            forms.add_row(
                self.form, _("How many &people"), self.persons, required=True, name="persons"
            ),
            forms.add_row(
                self.form,
                _("Who gets a letter"),
                self.recipients,
                _("Leave it blank when they are told in another way than by letter."),
                name="recipients",
            ),
        )

    def show_intake(self, intake: Intake) -> None:
        """Fill the fields."""
        self._before = intake.subject
        self.group.set_value(intake.group)
        self.name.set_text(intake.subject.name)
        self.birth_date.set_date(intake.subject.birth_date)
        self.address.set_address(intake.subject.address)
        self.persons.set_text(str(intake.persons) if intake.group else "")
        self.recipients.set_rows(
            (one.name, one.address.street, one.address.postal_code, one.address.city)
            for one in intake.recipients
        )
        self.secondary.set_rows((one.who, one.part, one.told) for one in intake.secondary)

    def subject(self) -> Person:
        """The person, or the group's title."""
        return replace(
            self._before,
            name=self.name.text(),
            birth_date=self.birth_date.date(),
            address=self.address.address() if not self.group.value() else PostalAddress(),
        )

    def into(self, intake: Intake) -> Intake:
        """``intake`` with what is typed here."""
        text = self.persons.text().replace(" ", "")
        return replace(
            intake,
            group=bool(self.group.value()),
            persons=int(text) if text.isascii() and text.isdigit() else 0,
            recipients=tuple(map(_recipient, self.recipients.rows())),
            secondary=tuple(
                Secondary(who=who, part=part, told=told)
                for who, part, told in self.secondary.rows()
            ),
        )

    def _on_group_changed(self, group: bool | None) -> None:
        for row in self._one:
            row.setVisible(not group)
        for row in self._many:
            row.setVisible(bool(group))


def _recipient(row: tuple[str, ...]) -> Recipient:
    name, street, code, city = row
    address = PostalAddress(street=street, postal_code=code, city=city)
    return Recipient(name=name, address=address)
