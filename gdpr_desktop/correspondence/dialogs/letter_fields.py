"""The fields of a letter as widgets, by the kinds that the template declares."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QCheckBox, QFormLayout, QWidget

from gdpr_desktop.core.clock import Clock
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import current_language
from gdpr_desktop.letters import Field, FieldKind
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.date import DateField
from gdpr_desktop.ui.fields.text import LineField, TextArea

# What the case or the settings know: folded, since it is seldom changed for one letter.
KNOWN = frozenset(
    {
        "authority_address",
        "authority_name",
        "authority_web",
        "controller_address",
        "controller_contact",
        "controller_title",
        "dialogue_url",
        "municipality",
        "officer_contact",
        "officer_name",
        "on_behalf_of",
    }
)


class LetterFields:
    """Widgets for ``fields``, without lists and without ``own``, what is the case's own.

    ``changes`` are the facts that differ from the case.
    """

    def __init__(self, fields: Iterable[Field], clock: Clock, own: frozenset[str]) -> None:
        self._fields = tuple(
            field for field in fields if field.kind is not FieldKind.LIST and field.name not in own
        )
        self._widgets = {field.name: _widget(field, clock) for field in self._fields}
        self._drafts: dict[str, Any] = {}

    def build(self, form: QFormLayout, *, known: bool) -> bool:
        """Add the rows of the known, or of the other fields; were there any?"""
        language = current_language()
        chosen = [field for field in self._fields if (field.name in KNOWN) is known]
        for field in chosen:
            widget = self._widgets[field.name]
            widget.setObjectName(field.name)
            if isinstance(widget, QCheckBox):
                widget.setText(field.label(language).replace("&", "&&"))
                widget.setToolTip(field.help(language))
                widget.setAccessibleDescription(field.help(language))
                form.addRow(widget)
                continue
            label = field.label(language).replace("&", "&&")
            forms.add_row(form, label, widget, field.help(language), field.required)
            widget.setObjectName(field.name)
        return bool(chosen)

    def show_drafts(self, facts: Mapping[str, object]) -> None:
        """Fill in what the case knows; what the person has changed is left alone."""
        untouched = [
            field
            for field in self._fields
            if field.name not in self._drafts or not self._changed(field)
        ]
        for field in untouched:
            _put(field, self._widgets[field.name], facts.get(field.name))
        for field in self._fields:
            value = facts.get(field.name)
            if field in untouched:  # as the widget gives it back: ends cut, limits kept
                value = _take(field, self._widgets[field.name])
            self._drafts[field.name] = value

    def changes(self) -> dict[str, object]:
        """The facts the person has put in place of the case's own."""
        return {
            field.name: _take(field, self._widgets[field.name])
            for field in self._fields
            if self._changed(field)
        }

    def gaps(self, names: Iterable[str]) -> dict[str, object]:
        """A visible gap for each of ``names`` that is a text."""
        texts = (FieldKind.TEXT, FieldKind.LINES, FieldKind.PARAGRAPHS, FieldKind.LINK)
        wanted = set(names)
        return {
            field.name: "…"
            for field in self._fields
            if field.name in wanted and field.kind in texts
        }

    def names(self) -> frozenset[str]:
        """The fields that have a widget."""
        return frozenset(self._widgets)

    def problems(self) -> list[FieldProblem]:
        """Dates that cannot be read, folded ones too."""
        return [
            FieldProblem(field=name, text=widget.problem())
            for name, widget in self._widgets.items()
            if isinstance(widget, DateField) and widget.problem()
        ]

    def _changed(self, field: Field) -> bool:
        return bool(_take(field, self._widgets[field.name]) != self._drafts[field.name])


def _widget(field: Field, clock: Clock) -> QWidget:
    match field.kind:
        case FieldKind.DATE:
            return DateField(clock)
        case FieldKind.FLAG:
            return QCheckBox()
        case FieldKind.CHOICE:
            language = current_language()
            return Choice([(one.code, one.words[language]) for one in field.choices])
        case FieldKind.LINES:
            return TextArea(max_length=1000, lines=3)
        case FieldKind.PARAGRAPHS:
            return TextArea(lines=4)
        case _:
            return LineField(max_length=500)


def _put(field: Field, widget: Any, value: object) -> None:
    match field.kind:
        case FieldKind.DATE:
            widget.set_date(value if isinstance(value, date) else None)
        case FieldKind.FLAG:
            widget.setChecked(bool(value))
        case FieldKind.CHOICE:
            widget.set_value(value)
        case _:
            widget.set_text(str(value or ""))


def _take(field: Field, widget: Any) -> object:
    match field.kind:
        case FieldKind.DATE:
            return widget.date()
        case FieldKind.FLAG:
            return widget.isChecked()
        case FieldKind.CHOICE:
            return widget.value()
        case _:
            return widget.text()
