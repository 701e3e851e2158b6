"""The officer's advice: a field of its own, apart from the decision."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import guidance, service
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.base import PartDialog
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.vault import Vault


class AdviceDialog(PartDialog):
    """What the officer advises."""

    action = Action.ADVICE

    def __init__(
        self, vault: Vault, case_id: CaseId, part_id: PartId, parent: QWidget | None = None
    ) -> None:
        why = guidance.step_texts("advice").why
        title = _("Advice of the officer")
        super().__init__(vault, case_id, part_id, parent, title, _("Save the advice"), why=why)
        before = self.part.advice
        self.text = TextArea(lines=6)
        forms.add_row(self.form, _("The &advice"), self.text, required=True, name="text")
        self.name = LineField()
        self.name.setObjectName("name")
        self.given_on = self.day_field(before.given_on if before else self.today)
        self.given_on.setObjectName("given_on")
        forms.add_pair(
            self.form,
            forms.FieldRow(_("&Name"), self.name, required=True),
            forms.FieldRow(_("&Date"), self.given_on, required=True),
        )
        self.text.set_text(before.text if before else "")
        self.name.set_text(before.name if before else vault.municipality().officer.name)

    def do(self) -> Change:
        given_on = self.given_on.date()
        assert given_on is not None, "checked before"
        return service.note_advice(
            self.vault,
            self.part_id,
            text=self.text.text(),
            name=self.name.text(),
            given_on=given_on,
        )
