"""A purpose with what makes it lawful, and a condition for special categories."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.text import _
from gdpr_desktop.law.bases import Basis, Condition
from gdpr_desktop.register.activities.dialogs.item_dialog import ItemDialog
from gdpr_desktop.register.activities.dialogs.laws import LawsField
from gdpr_desktop.register.activities.parts import LawfulBasis, Purpose, SpecialBasis
from gdpr_desktop.register.activities.words import basis_words, condition_words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import LineField, TextArea


class PurposeDialog(ItemDialog):
    """What data are used for, and on which bases: each asks for what it needs."""

    def __init__(self, purpose: Purpose | None, parent: QWidget | None = None) -> None:
        title = _("Change the purpose") if purpose else _("New purpose")
        super().__init__(parent, title, width=720)
        self.before = purpose or Purpose(text=Bilingual())
        self.add_language_switch()
        self.text = self.bilingual(lines=2)
        help_ = _("What it is for, as the people it concerns would understand it.")
        forms.add_row(self.form, _("&Purpose"), self.text, help_, required=True, name="text")
        self.public_task = QCheckBox(_("It is one of the municipality's &tasks as an authority"))
        self.form.addRow(self.public_task)
        self.boxes: dict[Basis, QCheckBox] = {}
        self.more: dict[Basis, forms.FieldRow] = {}
        self._build_bases()
        self.reason = TextArea(lines=3)
        help_ = _("One basis to a purpose is the rule. Several must be explained.")
        self.reason_row = forms.add_row(
            self.form, _("Why &this basis"), self.reason, help_, name="reason"
        )
        self._show_purpose(self.before)

    def _build_bases(self) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for basis in Basis:
            box = QCheckBox(basis_words(basis))
            box.setObjectName(f"basis_{basis.value}")
            box.toggled.connect(partial(self._on_basis_toggled, basis))
            self.boxes[basis] = box
            column.addWidget(box)
            row = self._more_of(basis)
            if row is not None:
                row.setContentsMargins(28, 0, 0, 8)
                row.hide()
                self.more[basis] = row
                column.addWidget(row)
        forms.add_row(self.form, _("Lawful basis"), holder, name="bases")

    def _more_of(self, basis: Basis) -> forms.FieldRow | None:
        if basis.needs_national_law:
            help_ = _("The act and section that gives the duty or the task.")
            return self._row(_("Law"), LawsField(), help_, f"laws_{basis.value}")
        if basis is Basis.CONTRACT:
            help_ = _("Its form (written, oral, digital), when it is made, and what it is about.")
            return self._row(_("The contract"), LineField(max_length=500), help_, "contract")
        if basis is Basis.LEGITIMATE_INTERESTS:
            help_ = _("Which interest it is, and why it matters.")
            return self._row(_("The interest"), self.bilingual(lines=3), help_, "interest")
        return None

    def _row(self, label: str, field: QWidget, help_: str, name: str) -> forms.FieldRow:
        field.setObjectName(name)
        return forms.FieldRow(label, field, help_)

    def _field(self, basis: Basis) -> Any:
        return self.more[basis].field

    def _show_purpose(self, purpose: Purpose) -> None:
        self.text.set_value(purpose.text)
        self.public_task.setChecked(purpose.public_task)
        for one in purpose.bases:
            self.boxes[one.basis].setChecked(True)
            if one.basis.needs_national_law:
                self._field(one.basis).set_value(one.laws)
            elif one.basis is Basis.CONTRACT:
                self._field(one.basis).set_text(one.contract)
            elif one.basis is Basis.LEGITIMATE_INTERESTS:
                self._field(one.basis).set_value(one.interest)
        self.reason.set_text(purpose.reason)
        self._on_basis_toggled(Basis.CONSENT, self.boxes[Basis.CONSENT].isChecked())

    def item(self) -> Purpose:
        return Purpose(
            text=self.text.value(),
            bases=tuple(self._basis(one) for one, box in self.boxes.items() if box.isChecked()),
            reason=self.reason.text().strip(),
            public_task=self.public_task.isChecked(),
        )

    def _basis(self, basis: Basis) -> LawfulBasis:
        if basis.needs_national_law:
            return LawfulBasis(basis=basis, laws=self._field(basis).value())
        if basis is Basis.CONTRACT:
            return LawfulBasis(basis=basis, contract=self._field(basis).text())
        if basis is Basis.LEGITIMATE_INTERESTS:
            return LawfulBasis(basis=basis, interest=self._field(basis).value())
        return LawfulBasis(basis=basis)

    def _on_basis_toggled(self, basis: Basis, checked: bool) -> None:
        if basis in self.more:
            self.more[basis].setVisible(checked)
        chosen = sum(box.isChecked() for box in self.boxes.values())
        self.reason_row.setVisible(chosen > 1 or bool(self.reason.text().strip()))


class SpecialDialog(ItemDialog):
    """A condition of art. 9(2), and the law it asks for."""

    def __init__(self, special: SpecialBasis | None, parent: QWidget | None = None) -> None:
        title = _("Change the condition") if special else _("Condition for special categories")
        super().__init__(parent, title)
        before = special or SpecialBasis(condition=Condition.EXPLICIT_CONSENT)
        self.condition = Choice([(one, condition_words(one)) for one in Condition])
        self.condition.setMinimumContentsLength(30)
        forms.add_row(self.form, _("&Condition"), self.condition, name="condition")
        self.laws = LawsField()
        help_ = _("The law must say what may be done with the data.")
        self.laws_row = forms.add_row(self.form, _("La&w"), self.laws, help_, name="laws")
        self.condition.value_changed.connect(self._on_condition_changed)
        self.condition.set_value(before.condition)
        self.laws.set_value(before.laws)
        self._on_condition_changed(before.condition)

    def item(self) -> SpecialBasis:
        condition: Condition = self.condition.value()
        laws = self.laws.value() if condition.needs_national_law else ()
        return SpecialBasis(condition=condition, laws=laws)

    def _on_condition_changed(self, condition: Condition) -> None:
        self.laws_row.setVisible(condition.needs_national_law)
