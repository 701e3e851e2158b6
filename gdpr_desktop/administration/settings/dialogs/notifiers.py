"""The section of the settings about who may notify the authority of a breach."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtWidgets import QWidget

from gdpr_desktop.breaches.notifying.settings import Notifier
from gdpr_desktop.core.dates import parse_date, short_date
from gdpr_desktop.core.errors import AppError, FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.rows import RowsColumn, RowsField
from gdpr_desktop.ui.notes import WhyNote

_DELEGATED, _SUBSTITUTE = "delegated", "substitute"


class NotifiersPart(QWidget):
    """Who is delegated to notify, their substitutes, and when their role was last tested."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        form = forms.form_layout(self)
        form.addRow(
            WhyNote(
                _(
                    "The controller notifies the authority, and points out who does it on its"
                    " behalf (handbook chapter 10.3). The form in Altinn opens only for those who"
                    " have the role «Utfyller/innsender» for the municipality. A breach is often"
                    " found on a Friday: have more than one who can send it, and let each test"
                    " the role every year."
                )
            )
        )
        self.notifiers = RowsField(
            (
                RowsColumn(header=_("Name"), width=14, stretch=3),
                RowsColumn(header=_("Title or role"), width=13, stretch=3),
                RowsColumn(
                    header=_("As"),
                    width=9,
                    stretch=1,
                    choices=((_DELEGATED, _("Delegated")), (_SUBSTITUTE, _("Substitute"))),
                ),
                RowsColumn(header=_("Role tested"), width=11, stretch=0),
            )
        )
        forms.add_row(
            form,
            _("&Who may notify"),
            self.notifiers,
            _("Test: log in to Altinn for the municipality, and see that the form opens."),
            name="notifiers",
        )

    def show_values(self, notifiers: Iterable[Notifier]) -> None:
        """Fill the table."""
        self.notifiers.set_rows(
            (
                one.name,
                one.title,
                _SUBSTITUTE if one.substitute else _DELEGATED,
                short_date(one.tested_on) if one.tested_on else "",
            )
            for one in notifiers
        )

    def values(self) -> tuple[Notifier, ...]:
        """As typed; days that cannot be read are left out, see ``problems``."""
        return tuple(
            Notifier(
                name=name,
                title=title,
                substitute=place == _SUBSTITUTE,
                tested_on=self._read(tested),
            )
            for name, title, place, tested in self.notifiers.rows()
        )

    def problems(self) -> list[FieldProblem]:
        """Days that cannot be read."""
        self.notifiers.tidy()
        found = []
        for number, row in enumerate(self.notifiers.rows(), 1):
            try:
                if row[3]:
                    parse_date(row[3], today=self._today)
            except AppError as error:
                text = _("Line {number}: {problem}").format(number=number, problem=error.text)
                found.append(FieldProblem(field="notifiers", text=text))
        return found

    def _read(self, typed: str) -> date | None:
        try:
            return parse_date(typed, today=self._today) if typed else None
        except AppError:
            return None
