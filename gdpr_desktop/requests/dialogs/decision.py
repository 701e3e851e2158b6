"""The decision of a delegated person: not the officer's."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.settings import deciders_on
from gdpr_desktop.casework.widgets.officer_question import OfficerQuestion
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import guidance, service
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.base import PartDialog
from gdpr_desktop.requests.rights.conflicts import conflicts
from gdpr_desktop.requests.rights.conflicts import words as conflict_words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class DecisionDialog(PartDialog):
    """What was decided, by whom, in what role."""

    action = Action.DECISION

    def __init__(
        self, vault: Vault, case_id: CaseId, part_id: PartId, parent: QWidget | None = None
    ) -> None:
        why = guidance.step_texts("decision").why
        super().__init__(
            vault, case_id, part_id, parent, _("Decision"), _("Save the decision"), why=why
        )
        advice, before = self.part.advice, self.part.decision
        if advice:
            self.form.addRow(NoteBox(advice.text, _("Advice of the officer")))
        for code in conflicts(self.request, self.part):
            self.form.addRow(NoteBox(conflict_words(code), _("These cannot both stand")))
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
        self.question = OfficerQuestion(vault, self.name)
        self.form.addRow(self.question)
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

    def field_problems(self) -> list[FieldProblem]:
        return super().field_problems() + self.question.problems()

    def do(self) -> Change:
        decided_on = self.decided_on.date()
        assert decided_on is not None, "checked before"
        return service.note_decision(
            self.vault,
            self.part_id,
            text=self.text.text(),
            name=self.name.text(),
            role=self.role.text(),
            decided_on=decided_on,
        )
