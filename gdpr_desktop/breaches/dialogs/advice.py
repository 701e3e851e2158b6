"""What the officer advises, with what the program says above it."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.breaches.actions import Action
from gdpr_desktop.breaches.assessing.deciding import note_advice
from gdpr_desktop.breaches.assessing.words import authority_words
from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.codes import PeopleTelling
from gdpr_desktop.breaches.dialogs.assessing_dialog import AssessingDialog
from gdpr_desktop.breaches.model import OfficerAdvice
from gdpr_desktop.breaches.steps import Step
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.vault import Vault


class AdviceDialog(AssessingDialog):
    """Prefilled with the program's answers."""

    action = Action.ADVICE
    step = Step.ADVICE

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(vault, case_id, parent, _("Advice of the officer"), _("Save the advice"))
        program, before = self.show_program(), self.breach.advice
        self.authority = RadioChoice((one, authority_words(one)) for one in (True, False))
        self.people = RadioChoice((one, words(one)) for one in PeopleTelling)
        self.why, self.name = TextArea(lines=5), LineField()
        forms.add_row(self.form, _("A&uthority"), self.authority, name="authority")
        forms.add_row(self.form, _("&People"), self.people, name="people")
        forms.add_row(self.form, _("&Why"), self.why, required=True, name="why")
        forms.add_row(self.form, _("&Name"), self.name, required=True, name="name")
        day = before.given_on if before else self.today
        self.given_on = self.day_row(_("&Date"), "given_on", day)
        must = PeopleTelling.MUST if program.people else PeopleTelling.NOT
        self.authority.set_value(before.authority if before else program.authority)
        self.people.set_value(before.people if before else must)
        self.why.set_text(before.why if before else "")
        self.name.set_text(before.name if before else vault.municipality().officer.name)

    def do(self) -> Change:
        given_on = self.given_on.date()
        assert given_on is not None, "checked before"
        advice = OfficerAdvice(
            authority=self.authority.value(),
            people=self.people.value(),
            why=self.why.text(),
            name=self.name.text(),
            given_on=given_on,
        )
        return note_advice(self.vault, self.case_id, advice)
