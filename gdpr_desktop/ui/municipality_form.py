"""The fields about the municipality, used when the file is made and when they are changed."""

import re
from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.municipality import Language, Municipality, Officer
from gdpr_desktop.core.names import clean
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.fields.address import AddressField
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.forms import FieldRow, add_pair, form_layout
from gdpr_desktop.ui.labels import label

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_WEB = re.compile(r"(https?://)?[^\s/]+\.[^\s]+")
_PHONE = re.compile(r"\+?[0-9 ()/-]{3,}")


class _Part(QWidget):
    """A form of lines, each named after its field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.form = form_layout()
        layout.addLayout(self.form)
        layout.addStretch(1)
        self._lines: dict[str, QLineEdit] = {}

    def _row(
        self, name: str, words: str, hint: str = "", *, required: bool = False, length: int = 200
    ) -> FieldRow:
        line = QLineEdit()
        line.setMaxLength(length)
        line.setObjectName(name)
        self._lines[name] = line
        return FieldRow(words, line, hint, required=required)

    def focus_first(self) -> None:
        """Start at the top."""
        next(iter(self._lines.values())).setFocus()

    def _address_row(self, name: str) -> AddressField:
        field = AddressField()
        field.setObjectName(name)
        self.form.addRow(FieldRow(_("Postal &address"), field))
        return field

    def _text(self, name: str) -> str:
        return clean(self._lines[name].text())

    def _pattern_problems(
        self, patterns: dict[str, tuple[re.Pattern[str], str]]
    ) -> list[FieldProblem]:
        return [
            FieldProblem(field=name, text=sentence)
            for name, (pattern, sentence) in patterns.items()
            if self._text(name) and not pattern.fullmatch(self._text(name))
        ]


class MunicipalityPart(_Part):
    """Name, number, address, and how to reach it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        add_pair(
            self.form,
            self._row("name", _("&Name of the municipality"), required=True, length=120),
            self._row("organisation_number", _("&Organisation number"), length=20),
            stretch=(3, 2),
        )
        self.address = self._address_row("address")
        add_pair(
            self.form,
            self._row("phone", _("&Phone"), length=40),
            self._row("email", _("&E-mail")),
            stretch=(2, 3),
        )
        self.form.addRow(self._row("web", _("&Web site")))
        self.form.addRow(
            self._row(
                "dialogue_url",
                _("&Link to the electronic dialogue"),
                _("Where people can send in sensitive matters safely. It is printed in letters."),
            )
        )

    def show_values(self, municipality: Municipality) -> None:
        """Fill the fields."""
        for name, line in self._lines.items():
            line.setText(getattr(municipality, name))
        self.address.set_address(municipality.address)

    def into(self, municipality: Municipality) -> Municipality:
        """``municipality`` with what is typed here."""
        return replace(
            municipality,
            name=self._text("name"),
            organisation_number=self._number(),
            address=self.address.address(),
            phone=self._text("phone"),
            email=self._text("email"),
            web=self._text("web"),
            dialogue_url=self._text("dialogue_url"),
        )

    def _number(self) -> str:
        return re.sub(r"\s", "", self._text("organisation_number"))

    def problems(self) -> list[FieldProblem]:
        """What is wrong with what is typed."""
        from gdpr_desktop.law.identifiers import is_organisation

        found = []
        if not self._text("name"):
            found.append(FieldProblem(field="name", text=_("Type the name of the municipality.")))
        number = self._number()
        if number and not is_organisation(number):
            found.append(
                FieldProblem(
                    field="organisation_number",
                    text=_("This is not an organisation number. It has nine digits: check them."),
                )
            )
        if self.address.problem():
            found.append(FieldProblem(field="address", text=self.address.problem()))
        return found + self._pattern_problems(
            {
                "phone": (_PHONE, _not_phone()),
                "email": (_EMAIL, _not_email()),
                "web": (_WEB, _not_web()),
                "dialogue_url": (_WEB, _not_web()),
            }
        )


class PeoplePart(_Part):
    """The controller's head and the officer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form.addRow(label(_("The controller"), "heading"))
        add_pair(
            self.form,
            self._row("controller_title", _("&Title"), _("As it stands in letters.")),
            self._row("controller_name", _("Na&me")),
            stretch=(2, 3),
        )
        self.form.addRow(label(_("The data protection officer"), "heading"))
        self.form.addRow(self._row("officer.name", _("&Name"), required=True))
        add_pair(
            self.form,
            self._row("officer.phone", _("&Phone"), length=40),
            self._row("officer.email", _("&E-mail")),
            stretch=(2, 3),
        )
        self.address = self._address_row("officer.address")

    def show_values(self, municipality: Municipality) -> None:
        """Fill the fields."""
        officer = municipality.officer
        values = {
            "controller_title": municipality.controller_title,
            "controller_name": municipality.controller_name,
            "officer.name": officer.name,
            "officer.email": officer.email,
            "officer.phone": officer.phone,
        }
        for name, text in values.items():
            self._lines[name].setText(text)
        self.address.set_address(officer.address)

    def officer_name(self) -> str:
        """The officer's name as typed now."""
        return self._text("officer.name")

    def into(self, municipality: Municipality) -> Municipality:
        """``municipality`` with what is typed here."""
        officer = Officer(
            name=self.officer_name(),
            email=self._text("officer.email"),
            phone=self._text("officer.phone"),
            address=self.address.address(),
        )
        return replace(
            municipality,
            controller_title=self._text("controller_title"),
            controller_name=self._text("controller_name"),
            officer=officer,
        )

    def problems(self) -> list[FieldProblem]:
        """What is wrong with what is typed."""
        found = []
        if not self.officer_name():
            found.append(
                FieldProblem(field="officer.name", text=_("Type the name of the officer."))
            )
        found += self._pattern_problems(
            {
                "officer.phone": (_PHONE, _not_phone()),
                "officer.email": (_EMAIL, _not_email()),
            }
        )
        if self.address.problem():
            found.append(FieldProblem(field="officer.address", text=self.address.problem()))
        return found


class LanguageField(RadioChoice):
    """The written form that letters use where the recipient's is not known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        # The names of the two forms are the same in every language.
        super().__init__(((Language.NYNORSK, "Nynorsk"), (Language.BOKMAL, "Bokmål")), parent)
        self.set_value(Language.NYNORSK)


def _not_phone() -> str:
    return _("A phone number has digits and spaces only.")


def _not_email() -> str:
    return _("An e-mail address looks like name@place.no.")


def _not_web() -> str:
    return _("A web address looks like www.place.no.")
