"""The officer's advice, and the decision of another: two forms."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.settings import deciders_on
from gdpr_desktop.casework.widgets.officer_question import OfficerQuestion
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.register.single_disclosures import service
from gdpr_desktop.register.single_disclosures.actions import Action
from gdpr_desktop.register.single_disclosures.dialogs.base import CaseDialog, day_of
from gdpr_desktop.register.single_disclosures.model import Advice, Decision, Outcome
from gdpr_desktop.register.single_disclosures.steps import missing_before_giving
from gdpr_desktop.register.single_disclosures.words import missing_words, outcome_words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class AdviceDialog(CaseDialog):
    """What the officer advises."""

    action = Action.ADVISE

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("Advice of the officer")
        super().__init__(vault, case_id, parent, title, _("Save the advice"))
        before = self.disclosure.advice
        self.text, self.name = TextArea(lines=6), LineField()
        forms.add_row(self.form, _("The &advice"), self.text, required=True, name="text")
        forms.add_row(self.form, _("&Name"), self.name, required=True, name="name")
        day = before.given_on if before else self.today
        self.given_on = self.day_row(_("&Date"), "given_on", day)
        self.text.set_text(before.text if before else "")
        self.name.set_text(before.name if before else vault.municipality().officer.name)

    def do(self) -> Change:
        advice = Advice(
            text=self.text.text(), name=self.name.text(), given_on=day_of(self.given_on)
        )
        return service.note_advice(self.vault, self.case_id, advice)


class DecisionDialog(CaseDialog):
    """What was decided, by whom, in what role; what is given, what is refused and why."""

    action = Action.DECIDE

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(vault, case_id, parent, _("Decision"), _("Save the decision"))
        if self.disclosure.advice:
            self.form.addRow(NoteBox(self.disclosure.advice.text, _("Advice of the officer")))
        missing = missing_before_giving(self.disclosure)
        if missing:
            text = " ".join(missing_words(code) for code in missing)
            self.form.addRow(NoteBox(text, _("Nothing can be given yet.")))
        self._build()
        self._show(self.disclosure.decision)

    def _build(self) -> None:
        self.outcome = RadioChoice((one, outcome_words(one)) for one in Outcome)
        self.given, self.refused = TextArea(lines=3), TextArea(lines=3)
        self.name, self.role = LineField(), LineField()
        forms.add_row(self.form, _("What was &decided"), self.outcome, name="outcome")
        self.given_row = forms.add_row(
            self.form, _("Data that are &given"), self.given, name="given"
        )
        self.refused_row = forms.add_row(
            self.form, _("What is re&fused, and why"), self.refused, name="refused"
        )
        self.name.setObjectName("name")
        self.role.setObjectName("role")
        forms.add_pair(
            self.form,
            forms.FieldRow(_("&Name of who decided"), self.name, required=True),
            forms.FieldRow(_("&Role"), self.role, required=True),
        )
        self.question = OfficerQuestion(self.vault, self.name)
        self.form.addRow(self.question)
        before = self.disclosure.decision
        day = before.decided_on if before else self.today
        self.decided_on = self.day_row(_("Da&te"), "decided_on", day)
        self._deciders = {one.name: one.title for one in deciders_on(self.vault, self.today)}
        if self._deciders:
            completer = suggest(self.name.line, self._deciders)
            completer.activated.connect(self._on_decider_chosen)
        self.outcome.value_changed.connect(self._on_outcome_chosen)

    def _show(self, before: Decision | None) -> None:
        refuse = bool(missing_before_giving(self.disclosure))
        usual = Outcome.REFUSED if refuse else Outcome.ALL
        self.outcome.set_value(before.outcome if before else usual)
        if before:
            self.given.set_text(before.given)
            self.refused.set_text(before.refused)
            self.name.set_text(before.name)
            self.role.set_text(before.role)
        self._on_outcome_chosen(self.outcome.value())

    def _on_outcome_chosen(self, outcome: Outcome) -> None:
        self.given_row.setVisible(outcome is not Outcome.REFUSED)
        self.refused_row.setVisible(outcome is not Outcome.ALL)

    def _on_decider_chosen(self, name: str) -> None:
        self.role.set_text(self._deciders.get(name, self.role.text()))

    def field_problems(self) -> list[FieldProblem]:
        return super().field_problems() + self.question.problems()

    def do(self) -> Change:
        return service.note_decision(
            self.vault,
            self.case_id,
            Decision(
                outcome=self.outcome.value(),
                name=self.name.text(),
                role=self.role.text(),
                decided_on=day_of(self.decided_on),
                given=self.given.text(),
                refused=self.refused.text(),
            ),
        )
