"""The material has been gone through: what is given, what is held back, what it holds."""

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import guidance, service
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.base import PartDialog
from gdpr_desktop.requests.dialogs.child_only_part import ChildOnlyPart
from gdpr_desktop.requests.dialogs.content_part import ContentPart
from gdpr_desktop.requests.dialogs.exempted import ExemptedList
from gdpr_desktop.requests.rights.access import Outcome, Review, found_places, review_of
from gdpr_desktop.requests.rights.access import words as access_words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.vault import Vault


class ReviewDialog(PartDialog):
    """Note what came of going through the material."""

    action = Action.REVIEW

    def __init__(
        self, vault: Vault, case_id: CaseId, part_id: PartId, parent: QWidget | None = None
    ) -> None:
        why = guidance.step_texts("review").why
        title = _("Go through the material")
        super().__init__(vault, case_id, part_id, parent, title, _("Save"), why=why, width=620)
        self.outcome = RadioChoice([(code, access_words(code)) for code in Outcome])
        forms.add_row(self.form, _("Result"), self.outcome, name="outcome")
        self.exempted = ExemptedList()
        self._exempted_row = forms.add_row(
            self.form,
            _("Exceptions"),
            self.exempted,
            _("Only the part the rule covers may be held back."),
            name="exempted",
        )
        self.others_removed = QCheckBox(_("Data about &others were there, and are removed"))
        self.others_removed.setObjectName("others_removed")
        self.form.addRow(self.others_removed)
        self.child_only = ChildOnlyPart(self.request)
        self.form.addRow(self.child_only)
        self.content = ContentPart()
        self.form.addRow(self.content)
        self._build_signature()
        self._exempted_row.hide()
        self.outcome.value_changed.connect(self._on_outcome_changed)
        self._show()

    def _build_signature(self) -> None:
        self.reviewed_by = LineField()
        self.reviewed_by.setObjectName("reviewed_by")
        self.reviewed_by.set_text(self.vault.actor.name)
        self.reviewed_on = self.day_field(self.today)
        self.reviewed_on.setObjectName("reviewed_on")
        forms.add_pair(
            self.form,
            forms.FieldRow(_("Gone through &by"), self.reviewed_by, required=True),
            forms.FieldRow(_("Da&te"), self.reviewed_on, required=True),
        )

    def _show(self) -> None:
        before = review_of(self.part)
        if before is None:
            if not found_places(self.request):
                self.outcome.set_value(Outcome.NOTHING_HELD)
            return
        for one in before.exempted:
            self.exempted.add_row(one)
        self.outcome.set_value(before.outcome)
        self.others_removed.setChecked(before.others_removed)
        self.content.show_content(before.content)
        self.child_only.show_held(before.child_only)

    def _on_outcome_changed(self, value: Outcome) -> None:
        part = value is Outcome.PART
        if part and not self.exempted.rows:
            self.exempted.add_row()
        self._exempted_row.setVisible(part)

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        if self.outcome.value() is None:
            found.append(FieldProblem(field="outcome", text=_("Choose the result.")))
        if self.outcome.value() is Outcome.PART and self.exempted.unfinished():
            text = _("Choose the exception for each explanation.")
            found.append(FieldProblem(field="exempted", text=text))
        return found + self.child_only.unfinished()

    def do(self) -> Change:
        reviewed_on = self.reviewed_on.date()
        assert reviewed_on is not None, "checked before"
        outcome = self.outcome.value()
        review = Review(
            outcome=outcome,
            others_removed=self.others_removed.isChecked(),
            reviewed_by=self.reviewed_by.text(),
            reviewed_on=reviewed_on,
            exempted=self.exempted.exempted() if outcome is Outcome.PART else (),
            content=self.content.content(),
            child_only=self.child_only.held(),
        )
        return service.review_material(self.vault, self.part_id, review)
