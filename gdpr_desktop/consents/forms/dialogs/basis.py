"""«Is consent right?»: a few questions, better bases with reasons, and why it is consent."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.dialogs.base import CaseDialog
from gdpr_desktop.consents.checking import service
from gdpr_desktop.consents.checking.basis import BasisAdvice, Question, advise, questions
from gdpr_desktop.consents.checking.basis_words import advice_text, advice_title
from gdpr_desktop.consents.checking.widgets.question import QuestionRow
from gdpr_desktop.consents.codes import FormKind
from gdpr_desktop.consents.forms.actions import Action
from gdpr_desktop.consents.forms.guidance import step_texts
from gdpr_desktop.consents.forms.service.base import read_form
from gdpr_desktop.consents.forms.steps import Step
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import form_state, forms
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class BasisDialog(CaseDialog):
    """What was answered before is shown, to be changed."""

    form_code = Action.BASIS.value

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(
            vault,
            case_id,
            parent,
            _("Is consent the right basis?"),
            _("Save the answers"),
            why=step_texts(Step.BASIS.value).why,
            width=680,
        )
        self.found = read_form(vault, case_id)
        self.kind = self.found.draft.kind
        if self.kind is FormKind.CONFIDENTIALITY:
            self.form.addRow(NoteBox(_release_words()))
        self.rows = {one: QuestionRow(one) for one in questions(self.kind)}
        for row in self.rows.values():
            self.form.addRow(row)
        self.come_to = NoteBox(" ")
        self.form.addRow(self.come_to)
        self.why = TextArea(lines=3)
        self.why_row = forms.add_row(
            self.form,
            _("&Why consent all the same"),
            self.why,
            _("Somebody who checks must understand it in some years."),
            True,
            name="why",
        )
        self._fill()
        form_state.watch(self._page, self._on_changed)
        self._on_changed()

    def _fill(self) -> None:
        kept = self.found.basis
        if kept is None:
            return
        for code, yes in kept.answers:
            row = self.rows.get(Question(code))
            if row is not None:
                row.answer.set_value(yes)
        self.why.set_text(kept.why)

    def answers(self) -> dict[Question, bool]:
        """What is answered now."""
        given = {one: row.answer.value() for one, row in self.rows.items()}
        return {one: yes for one, yes in given.items() if yes is not None}

    def advice(self) -> BasisAdvice:
        """What the answers come to."""
        return advise(self.kind, {one.value: yes for one, yes in self.answers().items()})

    def _on_changed(self, *_value: object) -> None:
        advice = self.advice()
        self.come_to.say(advice_text(advice), advice_title(advice))
        self.why_row.setVisible(advice.needs_why)

    def restore_draft(self, state: form_state.State) -> None:
        super().restore_draft(state)
        for row in self.rows.values():
            row.show_note()
        self._on_changed()

    def field_problems(self) -> list[FieldProblem]:
        left = service.basis_problems(self.found, self.answers(), self.why.text())
        return [*super().field_problems(), *left]

    def do(self) -> Change:
        return service.answer_basis(self.vault, self.case_id, self.answers(), self.why.text())


def _release_words() -> str:
    return _(
        "A release lifts the duty of confidentiality, and is no lawful basis by itself. What we"
        " may use the data for, an act must say."
    )
