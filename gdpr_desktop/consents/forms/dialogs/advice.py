"""What the officer advises about the draft of a form."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.consents.checking.service import findings
from gdpr_desktop.consents.checking.words import check_summary
from gdpr_desktop.consents.forms.actions import Action
from gdpr_desktop.consents.forms.dialogs.case_dialog import FormCaseDialog
from gdpr_desktop.consents.forms.model import Advice
from gdpr_desktop.consents.forms.service.deciding import note_advice
from gdpr_desktop.consents.forms.steps import Step
from gdpr_desktop.consents.forms.summaries.writing import advice_words
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class AdviceDialog(FormCaseDialog):
    """Says first whether the checklist is passed."""

    form_code = Action.ADVICE.value
    step = Step.APPROVAL

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(vault, case_id, parent, _("Advice of the officer"), _("Save the advice"))
        before = self.found.advice
        told = findings(vault, self.found)
        passes = not any(one.blocks for one in told)
        self.form.addRow(NoteBox(*check_summary(told), role="side" if passes else "notice"))
        self.may_be_used = RadioChoice((one, advice_words(one)) for one in (True, False))
        self.why, self.name = TextArea(lines=5), LineField()
        forms.add_row(self.form, _("The ad&vice"), self.may_be_used, name="may_be_used")
        forms.add_row(self.form, _("&Why"), self.why, "", True, name="why")
        forms.add_row(self.form, _("&Name"), self.name, "", True, name="name")
        day = before.given_on if before else self.today
        self.given_on = self.day_row(_("&Date"), "given_on", day)
        self.may_be_used.set_value(before.may_be_used if before else passes)
        self.why.set_text(before.why if before else "")
        self.name.set_text(before.name if before else vault.municipality().officer.name)

    def do(self) -> Change:
        given_on = self.given_on.date()
        assert given_on is not None, "checked before"
        advice = Advice(
            may_be_used=self.may_be_used.value(),
            why=self.why.text(),
            name=self.name.text(),
            given_on=given_on,
        )
        return note_advice(self.vault, self.case_id, advice)
