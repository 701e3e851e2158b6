"""Who approved the form, and when: never the officer. What is approved never changes."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.settings import deciders_on
from gdpr_desktop.casework.widgets.officer_question import OfficerQuestion
from gdpr_desktop.consents.forms.actions import Action
from gdpr_desktop.consents.forms.comparing import changed_lines
from gdpr_desktop.consents.forms.dialogs.case_dialog import FormCaseDialog
from gdpr_desktop.consents.forms.digest import is_older
from gdpr_desktop.consents.forms.model import Approval
from gdpr_desktop.consents.forms.service.deciding import approve_form, require_ready
from gdpr_desktop.consents.forms.steps import Step
from gdpr_desktop.consents.forms.summaries.writing import given_words
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class ApproveDialog(FormCaseDialog):
    """Shows the advice, and what is new since the last version.

    Raises ``RefusedError`` where there is nothing to approve yet.
    """

    form_code = Action.APPROVE.value
    step = Step.APPROVAL
    wide = 640

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(vault, case_id, parent, _("Approval of the form"), _("Save the approval"))
        require_ready(vault, self.found)
        self._add_new()
        self._add_advice()
        self._add_who()
        self.why = TextArea(lines=3)
        against = self.found.advice is not None and not self.found.advice.may_be_used
        help_ = _("Must be filled in when the approval goes against the advice.")
        forms.add_row(self.form, _("&Why"), self.why, help_, against, name="why")

    def _add_new(self) -> None:
        number = max((one.number for one in self.found.versions), default=0) + 1
        title = _("This becomes version {number}").format(number=number)
        text = _("It is never changed. Answers can be dated from the day of the approval.")
        latest = self.found.latest
        if latest is not None:
            names = changed_lines(latest.content, self.found.draft, self.found.case.language)
            text += "\n" + _("New since version {number}: {what}").format(
                number=latest.number, what=", ".join(names)
            )
        self.form.addRow(NoteBox(text, title))

    def _add_advice(self) -> None:
        given = self.found.advice
        if given is None:
            text = _("The officer has not given advice. You can go on without it.")
            self.form.addRow(NoteBox(text, role="notice"))
            return
        said = f"{given_words(given)}\n{given.why}"
        if is_older(given, self.found.draft):
            said += "\n" + _("The form has been changed since.")
        self.form.addRow(NoteBox(said, _("Advice of the officer")))

    def _add_who(self) -> None:
        self.name, self.role = LineField(), LineField()
        self.name.setObjectName("name")
        self.role.setObjectName("role")
        forms.add_pair(
            self.form,
            forms.FieldRow(_("&Name of who approved"), self.name, required=True),
            forms.FieldRow(_("&Role"), self.role, required=True),
        )
        self.question = OfficerQuestion(self.vault, self.name)
        self.form.addRow(self.question)
        self.decided_on = self.day_row(_("&Date"), "decided_on", self.today)
        self._deciders = {one.name: one.title for one in deciders_on(self.vault, self.today)}
        if self._deciders:
            completer = suggest(self.name.line, self._deciders)
            completer.activated.connect(self._on_decider_chosen)

    def _on_decider_chosen(self, name: str) -> None:
        self.role.set_text(self._deciders.get(name, self.role.text()))

    def field_problems(self) -> list[FieldProblem]:
        return super().field_problems() + self.question.problems()

    def do(self) -> Change:
        decided_on = self.decided_on.date()
        assert decided_on is not None, "checked before"
        approval = Approval(
            name=self.name.text(),
            role=self.role.text(),
            decided_on=decided_on,
            why=self.why.text(),
        )
        return approve_form(self.vault, self.case_id, approval)
