"""Rows of a form that only some results ask for."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtWidgets import QFormLayout, QWidget

from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.text import TextArea


class RowsByChoice:
    """Adds rows to ``form`` and shows those that go with the result chosen."""

    def __init__(self, form: QFormLayout, outcome: RadioChoice) -> None:
        self._form, self._outcome = form, outcome
        self._rows: list[tuple[frozenset[Any], forms.FieldRow]] = []
        self._held: set[forms.FieldRow] = set()
        outcome.value_changed.connect(self.show_rows)

    def field(
        self,
        outcomes: Iterable[Any],
        label: str,
        field: QWidget,
        name: str,
        help: str = "",  # noqa: A002
        *,
        required: bool = False,
    ) -> forms.FieldRow:
        """A row for these results."""
        row = forms.add_row(self._form, label, field, help, required, name=name)
        self._rows.append((frozenset(outcomes), row))
        return row

    def text(
        self,
        outcomes: Iterable[Any],
        label: str,
        name: str,
        help: str = "",  # noqa: A002
        *,
        required: bool = False,
    ) -> TextArea:
        """A row of a few lines of text."""
        area = TextArea(lines=2)
        self.field(outcomes, label, area, name, help, required=required)
        return area

    def allow(self, row: forms.FieldRow, allowed: bool) -> None:
        """Hold a row back that something else than the result decides on, or let it go."""
        (self._held.discard if allowed else self._held.add)(row)
        self.show_rows()

    def show_rows(self, *_value: object) -> None:
        """Show what goes with the result."""
        chosen = self._outcome.value()
        for outcomes, row in self._rows:
            row.setVisible(chosen in outcomes and row not in self._held)

    def problems(self) -> list[FieldProblem]:
        """A result must be chosen."""
        if self._outcome.value() is not None:
            return []
        return [FieldProblem(field=self._outcome.objectName(), text=_("Choose the result."))]


def lines_of(area: TextArea) -> tuple[str, ...]:
    """The lines typed, each once."""
    typed = (line.strip() for line in area.text().splitlines())
    return tuple(dict.fromkeys(line for line in typed if line))
