"""A source or recipient, a transfer out of the EEA, and a step to be taken."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.clock import Clock
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.law.countries import Standing, standing
from gdpr_desktop.register.activities.dialogs.item_dialog import ItemDialog
from gdpr_desktop.register.activities.dialogs.laws import LawField
from gdpr_desktop.register.activities.parts import Law, Party, Step, Transfer, TransferGround
from gdpr_desktop.register.activities.words import ground_words
from gdpr_desktop.register.countries import country_choices
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.labels import label


class PartyDialog(ItemDialog):
    """Somebody who gives data (``source``) or gets them."""

    def __init__(self, party: Party | None, *, source: bool, parent: QWidget | None = None) -> None:
        changed = _("Change the source") if source else _("Change the recipient")
        new = _("New source") if source else _("New recipient")
        super().__init__(parent, changed if party else new)
        before = party or Party(text=Bilingual())
        self.add_language_switch()
        self.text = self.bilingual()
        who = _("&Where the data come from") if source else _("&Who is given the data")
        forms.add_row(self.form, who, self.text, required=True, name="text")
        self.subject = QCheckBox(_("It is the person &self"))
        self.public = QCheckBox(_("It is &open to everybody, like the land register"))
        self.purpose = self.bilingual(lines=2)
        self.form.addRow(self.subject)
        if source:
            self.form.addRow(self.public)
        else:
            self.public.setParent(self)
            self.public.hide()
            forms.add_row(self.form, _("&For what"), self.purpose, name="purpose")
        self._build_confidential(source)
        self._show_party(before)

    def _build_confidential(self, source: bool) -> None:
        given = _("What it gives is &confidential")
        got = _("What it is given is &confidential")
        self.confidential = QCheckBox(given if source else got)
        self.lifted_by = LawField()
        self.released = QCheckBox(_("The person has &released it from confidentiality"))
        self.confidential.toggled.connect(self._on_changed)
        self.subject.toggled.connect(self._on_changed)
        self.form.addRow(self.confidential)
        help_ = _("The section that allows it in spite of the duty of confidentiality.")
        self.law_row = forms.add_row(
            self.form, _("&Lifted by"), self.lifted_by, help_, name="lifted_by"
        )
        self.form.addRow(self.released)

    def _show_party(self, party: Party) -> None:
        self.text.set_value(party.text)
        self.subject.setChecked(party.subject)
        self.public.setChecked(party.public)
        self.purpose.set_value(party.purpose)
        self.confidential.setChecked(party.confidential)
        self.lifted_by.set_value(party.lifted_by)
        self.released.setChecked(party.released)
        self._on_changed()

    def item(self) -> Party:
        closed = self.confidential.isChecked() and not self.subject.isChecked()
        return Party(
            text=self.text.value(),
            subject=self.subject.isChecked(),
            confidential=closed,
            lifted_by=self.lifted_by.value() if closed else Law(),
            released=self.released.isChecked() and closed,
            purpose=self.purpose.value(),
            public=self.public.isChecked(),
        )

    def _on_changed(self, *_checked: Any) -> None:
        self.confidential.setVisible(not self.subject.isChecked())
        closed = self.confidential.isChecked() and not self.subject.isChecked()
        self.law_row.setVisible(closed)
        self.released.setVisible(closed)


class TransferDialog(ItemDialog):
    """Data that go, or can be seen from, outside the EEA. For processors too."""

    def __init__(self, transfer: Transfer | None, parent: QWidget | None = None) -> None:
        title = _("Change the transfer") if transfer else _("New transfer")
        super().__init__(parent, title)
        before = transfer or Transfer(country="")
        self.add_language_switch()
        countries = country_choices(current_language())
        self.country = Choice(countries, empty=_("Choose the country"))
        self.country.setMinimumContentsLength(24)
        forms.add_row(self.form, _("&Country"), self.country, name="country")
        self.standing = label("", "help")
        self.form.addRow(self.standing)
        self.recipient, self.safeguards = LineField(), self.bilingual(lines=3)
        forms.add_row(self.form, _("&Recipient"), self.recipient, name="recipient")
        self.ground = Choice([(one, ground_words(one)) for one in TransferGround])
        self.ground.setMinimumContentsLength(30)
        forms.add_row(self.form, _("What &allows it"), self.ground, name="ground")
        help_ = _("Which they are, and how one gets a copy of them.")
        forms.add_row(self.form, _("&Safeguards"), self.safeguards, help_, name="safeguards")
        self.support = QCheckBox(_("The data are only &seen, in support"))
        self.form.addRow(self.support)
        self.country.value_changed.connect(self._on_country_changed)
        self.country.set_value(before.country or None)
        self.recipient.set_text(before.recipient)
        self.ground.set_value(before.ground)
        self.safeguards.set_value(before.safeguards)
        self.support.setChecked(before.support)
        self._on_country_changed(self.country.value())

    def item(self) -> Transfer:
        return Transfer(
            country=self.country.value() or "",
            recipient=self.recipient.text(),
            ground=self.ground.value(),
            safeguards=self.safeguards.value(),
            support=self.support.isChecked(),
        )

    def _on_country_changed(self, country: str | None) -> None:
        self.standing.setText(_standing_words(standing(country)) if country else "")
        self.standing.setVisible(bool(country))


def _standing_words(where: Standing) -> str:
    return {
        Standing.EEA: _("The country is in the EEA: this is no transfer."),
        Standing.ADEQUATE: _("Found adequate, as far as we know. Check the Commission's page."),
        Standing.PARTLY_ADEQUATE: _(
            "Found adequate for some recipients only. Check the Commission's page."
        ),
        Standing.THIRD: _("Not found adequate, as far as we know. Check the Commission's page."),
    }[where]


class StepDialog(ItemDialog):
    """Something to be done."""

    def __init__(self, step: Step | None, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent, _("Change the step") if step else _("New step"))
        self.before = step or Step(text="")
        self.text, self.owner = TextArea(lines=2, max_length=1000), LineField()
        self.due, self.done_on = self.day_field(clock), self.day_field(clock)
        forms.add_row(self.form, _("What is to be &done"), self.text, required=True, name="text")
        forms.add_row(self.form, _("Who &does it"), self.owner, name="owner")
        self.due.setObjectName("due")
        self.done_on.setObjectName("done_on")
        forms.add_pair(
            self.form,
            forms.FieldRow(_("&By"), self.due),
            forms.FieldRow(_("D&one on"), self.done_on),
        )
        self.text.set_text(self.before.text)
        self.owner.set_text(self.before.owner)
        self.due.set_date(self.before.due)
        self.done_on.set_date(self.before.done_on)

    def item(self) -> Step:
        return replace(
            self.before,
            text=self.text.text().strip(),
            owner=self.owner.text(),
            due=self.due.date(),
            done_on=self.done_on.date(),
        )
