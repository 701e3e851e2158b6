"""What the answer says is done must be done first: what, when, and by whom."""

import textwrap
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import guidance, service
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.base import PartDialog
from gdpr_desktop.requests.model import Measure
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import LONGEST_LINE
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.vault import Vault


class MeasureRow(QWidget):
    """One thing to do. When it was done and by whom is asked once it is ticked."""

    def __init__(self, dialog: "CarryOutDialog", index: int, measure: Measure) -> None:
        super().__init__()
        self._measure = measure
        self.box = QCheckBox(textwrap.fill(measure.what.replace("&", "&&"), LONGEST_LINE))
        self.box.setObjectName(f"done_{index}")
        self.done_on = dialog.day_field(measure.done_on or dialog.today, required=False)
        self.done_on.setObjectName(f"done_on_{index}")
        self.done_by, self.note = LineField(), LineField(max_length=1000)
        self.done_by.setObjectName(f"done_by_{index}")
        self.note.setObjectName(f"note_{index}")
        self.done_by.set_text(measure.done_by or dialog.vault.actor.name)
        self.note.set_text(measure.note)
        self._rest = QWidget()
        rest = QVBoxLayout(self._rest)
        rest.setContentsMargins(24, 0, 0, 8)
        rest.addWidget(forms.FieldRow(_("Done on"), self.done_on, required=True))
        rest.addWidget(forms.FieldRow(_("Done by"), self.done_by, required=True))
        rest.addWidget(forms.FieldRow(_("Note"), self.note))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.box)
        layout.addWidget(self._rest)
        self.box.toggled.connect(self._rest.setVisible)
        self.box.setChecked(measure.done)
        self._rest.setVisible(measure.done)

    def lacks_date(self) -> bool:
        """Is it ticked without a day?"""
        return self.box.isChecked() and self.done_on.date() is None

    def measure(self) -> Measure:
        """As it stands."""
        done: date | None = self.done_on.date() if self.box.isChecked() else None
        by = self.done_by.text() if self.box.isChecked() else ""
        return replace(self._measure, done_on=done, done_by=by, note=self.note.text())


class CarryOutDialog(PartDialog):
    """Tick off what has been done."""

    action = Action.CARRY_OUT

    def __init__(
        self, vault: Vault, case_id: CaseId, part_id: PartId, parent: QWidget | None = None
    ) -> None:
        why = guidance.step_texts("carry_out").why
        title = _("Carry out")
        super().__init__(vault, case_id, part_id, parent, title, _("Save"), why=why, width=620)
        self.rows = [MeasureRow(self, index, one) for index, one in enumerate(self.part.measures)]
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        for row in self.rows:
            layout.addWidget(row)
        forms.add_row(self.form, _("What must be done"), _Holder(holder), name="measures")

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        if any(row.lacks_date() for row in self.rows):
            found.append(FieldProblem(field="measures", text=_("Give the date.")))
        return found

    def do(self) -> Change:
        return service.carry_out(
            self.vault, self.part_id, tuple(row.measure() for row in self.rows)
        )


class _Holder(QWidget):
    """The rows as one field, so that a problem has a place to stand."""

    def __init__(self, holder: QWidget) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(holder)

    def editors(self) -> tuple[QWidget, ...]:
        """Nothing is framed in red: the sentence says enough."""
        return ()

    def set_accessible(self, name: str, description: str) -> None:
        """Each row has a name of its own."""
