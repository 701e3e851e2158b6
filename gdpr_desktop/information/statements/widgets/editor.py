"""Fields for the parts of a frozen dataclass, made from a list of rows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.clock import Clock
from gdpr_desktop.core.text import _
from gdpr_desktop.register.activities.parts import Law
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.bilingual import BilingualField
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.date import DateField
from gdpr_desktop.ui.fields.rows import RowsColumn, RowsField
from gdpr_desktop.ui.fields.text import LineField


class Kind(StrEnum):
    """What is typed in a row."""

    LINE = "line"
    WORDS = "words"  # one line in both languages
    TEXT = "text"  # several lines in both languages
    CHOICE = "choice"
    CHECK = "check"
    LAWS = "laws"
    DATE = "date"
    FIELD = "field"  # a widget of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """``name`` is the part of the dataclass. ``field`` makes the widget of a row of kind FIELD;
    ``lines`` is for texts, ``pairs`` and ``empty`` for choices."""

    name: str
    label: str
    kind: Kind = Kind.LINE
    help: str = ""
    lines: int = 3
    pairs: tuple[tuple[Any, str], ...] = ()
    empty: str = ""
    required: bool = False
    field: Callable[[], Any] | None = None


class LawsField(RowsField):
    """Provisions: the act in both languages, and the section."""

    def __init__(self) -> None:
        super().__init__(
            (
                RowsColumn(header=_("Act in nynorsk"), stretch=2),
                RowsColumn(header=_("Act in bokmål"), stretch=2),
                RowsColumn(header=_("Section"), width=8),
            )
        )

    def value(self) -> tuple[Law, ...]:
        """What is typed."""
        return tuple(
            Law(act=Bilingual(nn=nn, nb=nb), section=section) for nn, nb, section in self.rows()
        )

    def set_value(self, found: Iterable[Law]) -> None:
        """Show these."""
        self.set_rows((law.act.nn, law.act.nb, law.section) for law in found)


class Editor(QWidget):
    """``value`` gives ``set_value``'s dataclass with what is typed in its parts.

    ``paired`` puts two rows side by side.
    """

    def __init__(
        self,
        rows: Iterable[Row],
        blank: Any,
        *,
        words: Callable[[int], BilingualField],
        clock: Clock,
        prefix: str = "",
        paired: bool = False,
    ) -> None:
        super().__init__()
        self._rows = tuple(rows)
        self._base = blank
        self._words, self._clock = words, clock
        self.fields: dict[str, Any] = {}
        self._lay_out(prefix, paired)
        self.set_value(blank)

    def value(self) -> Any:
        """As typed."""
        found = {row.name: _read(row.kind, self.fields[row.name]) for row in self._rows}
        return replace(self._base, **found)

    def set_value(self, value: Any) -> None:
        """Show ``value``; what no row shows is kept."""
        self._base = value
        for row in self._rows:
            _write(row.kind, self.fields[row.name], getattr(value, row.name))

    def _lay_out(self, prefix: str, paired: bool) -> None:
        form = forms.form_layout(self)
        waiting: list[forms.FieldRow] = []
        for row in self._rows:
            field = self.fields[row.name] = self._make(row)
            field.setObjectName(f"{prefix}{row.name}")
            if row.kind is Kind.CHECK:
                form.addRow(field)
                continue
            made = forms.FieldRow(row.label, field, row.help, required=row.required)
            if not paired:
                form.addRow(made)
                continue
            waiting.append(made)
            if len(waiting) == 2:
                forms.add_pair(form, *waiting)
                waiting = []
        for made in waiting:
            form.addRow(made)

    def _make(self, row: Row) -> Any:
        if row.field is not None:
            return row.field()
        match row.kind:
            case Kind.WORDS:
                return self._words(1)
            case Kind.TEXT:
                return self._words(row.lines)
            case Kind.CHOICE:
                return Choice(row.pairs, empty=row.empty)
            case Kind.CHECK:
                return QCheckBox(row.label)
            case Kind.LAWS:
                return LawsField()
            case Kind.DATE:
                return DateField(self._clock)
            case _:
                return LineField()


def _read(kind: Kind, field: Any) -> Any:
    match kind:
        case Kind.LINE:
            return field.text()
        case Kind.CHECK:
            return field.isChecked()
        case Kind.DATE:
            return field.date()
        case _:
            return field.value()


def _write(kind: Kind, field: Any, value: Any) -> None:
    match kind:
        case Kind.LINE:
            field.set_text(value)
        case Kind.CHECK:
            field.setChecked(value)
        case Kind.DATE:
            field.set_date(value)
        case _:
            field.set_value(value)
