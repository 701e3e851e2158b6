"""What the dialogs about one assessment share."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QFormLayout

from gdpr_desktop.casework.checks import problem
from gdpr_desktop.casework.dialogs.base import CaseDialog
from gdpr_desktop.casework.settings import deciders_on
from gdpr_desktop.casework.widgets.officer_question import OfficerQuestion
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.advice.words import advice_words, consult_words
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.guidance import step_texts
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.dpia.steps import Step
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


def chosen(name: str, field: RadioChoice) -> list[FieldProblem]:
    """A choice that somebody must have made."""
    return [problem(name, _("Choose one."))] if field.value() is None else []


class AssessmentDialog(CaseDialog):
    """A deed on one assessment; ``found`` is as it stood when the dialog was made.

    With a ``step`` it says in the handbook's words why the step is there. ``wide`` is in pixels.
    """

    step: Step | None = None
    wide = 600

    def __init__(self, vault: Vault, case_id: CaseId, *arguments: Any, **named: Any) -> None:
        self.found: Dpia = read_dpia(vault, case_id)
        named.setdefault("width", self.wide)
        if self.step is not None:
            named.setdefault("why", step_texts(self.step.value).why)
        super().__init__(vault, case_id, *arguments, **named)

    def part(self, title: str) -> QFormLayout:
        """A heading, and a form under it."""
        self.page_layout.addWidget(label(title, "part"))
        made = forms.form_layout()
        self.page_layout.addLayout(made)
        return made


class DecidingDialog(AssessmentDialog):
    """Says what the officer advises; asks who decided, which is never the officer."""

    step = Step.APPROVAL

    def add_advice(self) -> None:
        """What the decision rests on."""
        given = self.found.opinion
        if given is None:
            return
        said = [f"{advice_words(given)}.", given.go_ahead_why]
        if given.consult is not None:
            said.append(" ".join((f"{consult_words(given)}.", given.consult_why)).strip())
        said.append(given.text.plain)
        title = _("Advice of the officer")
        role = "side" if given.go_ahead else "notice"
        self.form.addRow(NoteBox("\n".join(one for one in said if one), title, role=role))

    def add_who(self, name: str, role: str, day: date) -> None:
        """Name and role beside each other, and the date."""
        self.name, self.role = LineField(), LineField()
        self.name.setObjectName("name")
        self.role.setObjectName("role")
        forms.add_pair(
            self.form,
            forms.FieldRow(_("&Name of who decided"), self.name, required=True),
            forms.FieldRow(_("&Role"), self.role, required=True),
        )
        self.question = OfficerQuestion(self.vault, self.name)
        self.form.addRow(self.question)
        self.decided_on = self.day_row(_("&Date"), "decided_on", day)
        self.name.set_text(name)
        self.role.set_text(role)
        self._deciders = {one.name: one.title for one in deciders_on(self.vault, self.today)}
        if self._deciders:
            completer = suggest(self.name.line, self._deciders)
            completer.activated.connect(self._on_decider_chosen)

    def _on_decider_chosen(self, name: str) -> None:
        self.role.set_text(self._deciders.get(name, self.role.text()))

    def field_problems(self) -> list[FieldProblem]:
        return super().field_problems() + self.question.problems()
