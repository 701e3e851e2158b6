"""A deviation is registered, or what was registered is put right."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from gdpr_desktop.breaches.deviations import store
from gdpr_desktop.breaches.deviations.actions import Action
from gdpr_desktop.breaches.deviations.dialogs.base import DRAFTS, DeviationDialog
from gdpr_desktop.breaches.deviations.dialogs.facts_part import FactsFields
from gdpr_desktop.breaches.deviations.service.intake import change_facts, register_deviation
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class NewDialog(DeedDialog):
    """Register a deviation; who follows it up can wait."""

    feature = "breaches"

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        super().__init__(vault, parent, _("New deviation"), _("Register the deviation"), width=640)
        self.keep_draft_of(f"{DRAFTS}.new", None)
        text = _(
            "If personal data may have been lost, changed, spread or seen by somebody who should"
            " not, register a breach instead: its 72 hours run."
        )
        self.form.addRow(NoteBox(text))
        self.fields = FactsFields(self)
        self.responsible = LineField()
        self.responsible.setObjectName("responsible")
        suggest(self.responsible.line, store.known(vault.db, "responsible", vault.actor))
        self.follow_up_on = self.day_field(None, required=False)
        self.follow_up_on.setObjectName("follow_up_on")
        forms.add_pair(
            self.form,
            forms.FieldRow(_("Who &follows it up"), self.responsible),
            forms.FieldRow(_("Ne&xt follow-up"), self.follow_up_on),
        )
        self.corrective = TextArea(lines=2)
        help_ = _("What is done to put it right. It can be added later.")
        forms.add_row(self.form, _("&Corrective action"), self.corrective, help_, name="corrective")

    def do(self) -> Change:
        facts = replace(
            self.fields.facts(),
            responsible=self.responsible.text(),
            follow_up_on=self.follow_up_on.date(),
            corrective=self.corrective.text(),
        )
        return register_deviation(self.vault, facts)

    def draft_about(self) -> str:
        return self.fields.what.text().partition("\n")[0]


class ChangeDialog(DeviationDialog):
    """Put right what was registered."""

    form_code = f"{DRAFTS}.{Action.CHANGE.value}"

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("Change what was registered")
        super().__init__(vault, case_id, parent, title, _("Save"), width=640)
        self.fields = FactsFields(self)
        self.fields.show(self.deviation.facts)

    def do(self) -> Change:
        return change_facts(self.vault, self.case_id, self.fields.facts())
