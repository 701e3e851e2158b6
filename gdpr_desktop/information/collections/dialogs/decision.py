"""The officer's advice on an exception, and the decision, which is somebody else's."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.settings import deciders_on
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.information.collections import guidance, service
from gdpr_desktop.information.collections.actions import Action
from gdpr_desktop.information.collections.dialogs.base import CollectionDialog
from gdpr_desktop.information.collections.steps import Step
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class AdviceDialog(CollectionDialog):
    """What the officer advises."""

    action = Action.ADVICE

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        why = guidance.why(Step.ADVICE)
        title = _("Advice of the officer")
        super().__init__(vault, case_id, parent, title, _("Save the advice"), why=why)
        before = self.collection.advice
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
            self.case_id,
            text=self.text.text(),
            name=self.name.text(),
            given_on=given_on,
        )


class DecisionDialog(CollectionDialog):
    """What was decided, by whom, in what role."""

    action = Action.DECISION

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        why = guidance.why(Step.DECISION)
        super().__init__(vault, case_id, parent, _("Decision"), _("Save the decision"), why=why)
        advice, before = self.collection.advice, self.collection.decision
        if advice:
            self.form.addRow(NoteBox(advice.text, _("Advice of the officer")))
        self.text = TextArea(lines=5)
        forms.add_row(self.form, _("What was &decided"), self.text, required=True, name="text")
        self.name, self.role = LineField(), LineField()
        self.name.setObjectName("name")
        self.role.setObjectName("role")
        forms.add_pair(
            self.form,
            forms.FieldRow(_("&Name of who decided"), self.name, required=True),
            forms.FieldRow(_("&Role"), self.role, required=True),
        )
        day = before.decided_on if before else self.today
        self.decided_on = self.day_row(_("Da&te"), "decided_on", day)
        self._deciders = {one.name: one.title for one in deciders_on(vault, self.today)}
        if self._deciders:
            completer = suggest(self.name.line, self._deciders)
            completer.activated.connect(self._on_decider_chosen)
        if before:
            self.text.set_text(before.text)
            self.name.set_text(before.name)
            self.role.set_text(before.role)

    def _on_decider_chosen(self, name: str) -> None:
        self.role.set_text(self._deciders.get(name, self.role.text()))

    def do(self) -> Change:
        decided_on = self.decided_on.date()
        assert decided_on is not None, "checked before"
        return service.note_decision(
            self.vault,
            self.case_id,
            text=self.text.text(),
            name=self.name.text(),
            role=self.role.text(),
            decided_on=decided_on,
        )
