"""A postal address: street, postal code and place in one row."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.fields.identifiers import IdentifierNotice
from gdpr_desktop.ui.labels import label


class AddressField(QWidget):
    """``country=True`` adds a field for addresses abroad, where the code is not four digits."""

    address_changed = Signal()
    problem_changed = Signal(str)

    def __init__(self, *, country: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = PostalAddress()
        self._parts: dict[str, tuple[QLineEdit, str]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self.street = self._part("street", _("Street"), 0, 3, 200)
        self.postal_code = self._part("postal_code", _("Postal code"), 1, 0, 12)
        self.city = self._part("city", _("Place"), 2, 2, 80)
        self.country = self._part("country", _("Country"), 3, 1, 80) if country else None
        self.postal_code.setFixedWidth(
            max(
                self.postal_code.fontMetrics().horizontalAdvance("00000000") + 20,
                self.fontMetrics().horizontalAdvance(_("Postal code")) + 8,
            )
        )
        self.postal_code.editingFinished.connect(self._on_code_left)
        self.city.editingFinished.connect(self._on_city_left)
        for row, line in enumerate((self.street, self.city), 2):
            self._grid.addWidget(IdentifierNotice(line, self), row, 0, 1, -1)
        self.set_accessible(_("Address"), "")
        self.setFocusProxy(self.street)

    def editors(self) -> tuple[QWidget, ...]:
        """The widgets that carry the mark of a problem."""
        return tuple(line for line, _words in self._parts.values())

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        for line, words in self._parts.values():
            line.setAccessibleName(f"{name}: {words}")
            line.setAccessibleDescription(description)

    def address(self) -> PostalAddress:
        """The address typed. Lines of a street that was not touched are kept."""
        street = self.street.text().strip()
        if street == _one_line(self._before.street):
            street = self._before.street
        country = self.country.text().strip() if self.country else self._before.country
        return PostalAddress(
            street=street,
            postal_code=self.postal_code.text().strip(),
            city=self.city.text().strip(),
            country=country,
        )

    def set_address(self, address: PostalAddress) -> None:
        """Show an address."""
        self._before = address
        self.street.setText(_one_line(address.street))
        self.postal_code.setText(address.postal_code)
        self.city.setText(address.city)
        if self.country:
            self.country.setText(address.country)
        self.problem_changed.emit("")

    def draft_state(self) -> dict[str, str]:
        """What is typed, by part."""
        return {name: line.text() for name, (line, _words) in self._parts.items()}

    def restore_draft(self, state: dict[str, str]) -> None:
        """Put back what was typed."""
        for name, (line, _words) in self._parts.items():
            line.setText(state.get(name, line.text()))

    def problem(self) -> str:
        """A sentence when the postal code is not one."""
        address = self.address()
        code = address.postal_code
        if code and not address.country and not re.fullmatch(r"[0-9]{4}", code):
            return _("A Norwegian postal code has four digits.")
        return ""

    def _part(self, name: str, words: str, column: int, stretch: int, length: int) -> QLineEdit:
        line = QLineEdit(self)
        line.setMaxLength(length)
        line.setMinimumWidth(56)
        line.textChanged.connect(self.address_changed)
        caption: QLabel = label(words, "help")
        caption.setWordWrap(False)
        self._grid.addWidget(caption, 0, column)
        self._grid.addWidget(line, 1, column)
        self._grid.setColumnStretch(column, stretch)
        self._parts[name] = (line, words)
        return line

    def _on_code_left(self) -> None:
        self.problem_changed.emit(self.problem())

    def _on_city_left(self) -> None:
        """Warn of a code without a place; it does not stop anybody from saving."""
        address = self.address()
        lacks = bool(address.postal_code) and not address.city and not address.country
        text = _("The place is missing beside the postal code.") if lacks else ""
        self.problem_changed.emit(self.problem() or text)


def _one_line(street: str) -> str:
    return ", ".join(line.strip() for line in street.splitlines() if line.strip())
