"""The fields of an assessment: a factor with its weight and why, and the four choices."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.breaches.assessing import factors
from gdpr_desktop.breaches.assessing.advice import Considered, Factor, SeverityChoices, Weight
from gdpr_desktop.breaches.assessing.severity import (
    CIRCUMSTANCES,
    CONTEXTS_OF,
    IDENTIFICATIONS_OF,
    DataClass,
    Identifier,
    Loss,
)
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice, RadioChoice
from gdpr_desktop.ui.fields.explained_choice import ExplainedChoice
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.ui.labels import label


class FactorField(QWidget):
    """How much a factor speaks for risk, and why."""

    value_changed = Signal(object)

    def __init__(self, factor: Factor) -> None:
        super().__init__()
        self.factor = factor
        self.weight = RadioChoice(
            ((one, factors.weight_words(one)) for one in Weight), horizontal=True
        )
        self.weight.setObjectName(f"weight_{factor.value}")
        self.why = LineField()
        self.why.setObjectName(f"why_{factor.value}")
        self.why.line.setPlaceholderText(_("Why, in a few words"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.weight)
        column.addWidget(self.why)
        self.setFocusProxy(self.weight)
        self.weight.value_changed.connect(self.value_changed)

    def editors(self) -> tuple[QWidget, ...]:
        """Nothing is framed in red: the sentence says enough."""
        return ()

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        self.weight.set_accessible(name, description)
        self.why.set_accessible(" ".join((name, _("Why, in a few words"))), "")

    def considered(self) -> Considered | None:
        """What was chosen; None when nothing is."""
        weight = self.weight.value()
        if weight is None:
            return None
        return Considered(factor=self.factor, weight=weight, why=self.why.text())

    def show_considered(self, considered: Considered) -> None:
        """Show an earlier answer."""
        self.weight.set_value(considered.weight)
        self.why.set_text(considered.why)


class SeverityField(QWidget):
    """The four choices. What is asked next follows from the kind of data, and of identifier."""

    value_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        self._add_context()
        self._add_identification()
        self._add_circumstances()
        self._on_data_chosen()
        self._on_identifier_chosen()

    def _add_context(self) -> None:
        words = {one: factors.class_words(one) for one in DataClass}
        self.data = ExplainedChoice((one, text.title, text.text) for one, text in words.items())
        self._row(factors.heading("context"), self.data, "data")
        self.contexts = {
            one: ExplainedChoice((level, factors.context_words(one, level), "") for level in levels)
            for one, levels in CONTEXTS_OF.items()
        }
        self._context_rows = {
            one: self._row(factors.heading("means"), field, f"context_{one.value}")
            for one, field in self.contexts.items()
        }
        self.data.value_changed.connect(self._on_data_chosen)

    def _add_identification(self) -> None:
        self.identifier = Choice(
            ((one, factors.identifier_words(one)) for one in Identifier), empty=_("Not chosen")
        )
        self._row(factors.heading("identification"), self.identifier, "identifier")
        self.eases = {
            one: ExplainedChoice((level, factors.ease_words(one, level), "") for level in levels)
            for one, levels in IDENTIFICATIONS_OF.items()
        }
        self._ease_rows = {
            one: self._row(factors.heading("ease"), field, f"ease_{one.value}")
            for one, field in self.eases.items()
        }
        self.identifier.value_changed.connect(self._on_identifier_chosen)

    def _add_circumstances(self) -> None:
        self.column.addWidget(label(factors.heading("circumstances"), "label"))
        self.losses = {
            loss: ExplainedChoice(
                (value, factors.circumstance_words(loss, value), "") for value in CIRCUMSTANCES
            )
            for loss in Loss
        }
        for loss, field in self.losses.items():
            self._row(factors.loss_words(loss), field, loss.value)
        self.malicious = ExplainedChoice(
            (value, factors.malice_words(value), "") for value in (False, True)
        )
        self._row(factors.heading("malice"), self.malicious, "malicious")

    def _row(self, text: str, field: QWidget, name: str) -> forms.FieldRow:
        field.setObjectName(name)
        row = forms.FieldRow(text, field)
        self.column.addWidget(row)
        field.value_changed.connect(self._on_value_changed)  # type: ignore[attr-defined]
        return row

    def _on_value_changed(self, _value: object = None) -> None:
        self.value_changed.emit()

    def _on_data_chosen(self, _value: object = None) -> None:
        for one, row in self._context_rows.items():
            row.setVisible(one is self.data.value())

    def _on_identifier_chosen(self, _value: object = None) -> None:
        for one, row in self._ease_rows.items():
            row.setVisible(one is self.identifier.value())

    def _fields(self) -> tuple[tuple[str, object], ...]:
        data, identifier = self.data.value(), self.identifier.value()
        context = self.contexts[data].value() if data else None
        ease = self.eases[identifier].value() if identifier else None
        return (
            (f"context_{data.value}" if data else "data", context),
            (f"ease_{identifier.value}" if identifier else "identifier", ease),
            *((loss.value, field.value()) for loss, field in self.losses.items()),
            ("malicious", self.malicious.value()),
        )

    def problems(self) -> list[FieldProblem]:
        """What is still to be chosen."""
        text = _("Choose one of these.")
        return [
            FieldProblem(field=name, text=text) for name, value in self._fields() if value is None
        ]

    def choices(self) -> SeverityChoices | None:
        """The four choices; None while one is missing."""
        if any(value is None for _name, value in self._fields()):
            return None
        data, identifier = self.data.value(), self.identifier.value()
        return SeverityChoices(
            context=self.contexts[data].value(),
            identification=self.eases[identifier].value(),
            confidentiality=self.losses[Loss.CONFIDENTIALITY].value(),
            integrity=self.losses[Loss.INTEGRITY].value(),
            availability=self.losses[Loss.AVAILABILITY].value(),
            malicious=self.malicious.value(),
            data=data,
            identifier=identifier,
        )

    def show_choices(self, choices: SeverityChoices) -> None:
        """Show earlier choices."""
        self.data.set_value(choices.data)
        if choices.data is not None:
            self.contexts[choices.data].set_value(choices.context)
        if choices.identifier is not None:
            self.show_ease((choices.identifier, choices.identification))
        self.show_losses(
            {
                Loss.CONFIDENTIALITY: choices.confidentiality,
                Loss.INTEGRITY: choices.integrity,
                Loss.AVAILABILITY: choices.availability,
            }
        )
        self.malicious.set_value(choices.malicious)

    def show_ease(self, ease: tuple[Identifier, float] | None) -> None:
        """Show what people are recognised by, and how easily; None leaves it to be chosen."""
        if ease is not None:
            identifier, identification = ease
            self.identifier.set_value(identifier)
            self.eases[identifier].set_value(identification)

    def show_losses(self, losses: Mapping[Loss, float]) -> None:
        """Show what is known of the losses."""
        for loss, value in losses.items():
            self.losses[loss].set_value(value)
