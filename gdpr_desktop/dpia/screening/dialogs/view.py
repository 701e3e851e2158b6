"""What the officer holds about the need, before it is decided."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.actions import Action
from gdpr_desktop.dpia.screening.checks import FOR
from gdpr_desktop.dpia.screening.dialogs.base import NeedCaseDialog
from gdpr_desktop.dpia.screening.model import NeedView
from gdpr_desktop.dpia.screening.rules import screen
from gdpr_desktop.dpia.screening.service import note_view
from gdpr_desktop.dpia.screening.words import advice_note
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class ViewDialog(NeedCaseDialog):
    """Prefilled with what the answers give. Raises ``RefusedError`` before there are any."""

    form_code = Action.VIEW.value

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(
            vault, case_id, parent, _("The officer's view of the need"), _("Save the view")
        )
        answers, before = self.found.screening, self.found.view
        if answers is None:
            raise RefusedError(
                _("It has not been asked whether an assessment is needed."),
                hint=_("Answer the questions about the need first."),
            )
        found = screen(answers)
        self.form.addRow(NoteBox(*advice_note(found, answers)))
        self.needed = RadioChoice(
            ((True, _("An assessment should be made")), (False, _("It can be left out")))
        )
        self.why, self.name = TextArea(lines=5), LineField()
        forms.add_row(self.form, _("The &view"), self.needed, name="needed")
        forms.add_row(self.form, _("&Why"), self.why, "", True, name="why")
        forms.add_row(self.form, _("&Name"), self.name, "", True, name="name")
        day = before.given_on if before else self.today
        self.given_on = self.day_row(_("&Date"), "given_on", day)
        self.needed.set_value(before.needed if before else found.advice in FOR)
        self.why.set_text(before.why if before else "")
        self.name.set_text(before.name if before else vault.municipality().officer.name)

    def do(self) -> Change:
        given_on = self.given_on.date()
        assert given_on is not None, "checked before"
        view = NeedView(
            needed=self.needed.value(),
            why=self.why.text(),
            name=self.name.text(),
            given_on=given_on,
        )
        return note_view(self.vault, self.case_id, view)
