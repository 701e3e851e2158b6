"""What the delegated person decided: the authority, the people, and why."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.breaches.actions import Action
from gdpr_desktop.breaches.assessing.checks import POSTPONING
from gdpr_desktop.breaches.assessing.deciding import note_decision
from gdpr_desktop.breaches.assessing.words import (
    authority_words,
    given_words,
    letter_words,
    proof_words,
)
from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.codes import PeopleException, PeopleTelling
from gdpr_desktop.breaches.dialogs.assessing_dialog import AssessingDialog
from gdpr_desktop.breaches.model import Decision, Exempted
from gdpr_desktop.breaches.steps import Step
from gdpr_desktop.casework.settings import deciders_on
from gdpr_desktop.casework.widgets.officer_question import OfficerQuestion
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice, RadioChoice
from gdpr_desktop.ui.fields.explained_choice import ExplainedChoice
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class DecisionDialog(AssessingDialog):
    """Prefilled with the officer's advice, or else the program's; never decided by the officer."""

    form_code = Action.DECISION.value
    step = Step.DECISION

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(vault, case_id, parent, _("Decision"), _("Save the decision"), width=680)
        self._program = self.show_program()
        given = self.breach.advice
        if given is not None:
            self.form.addRow(
                NoteBox(f"{given_words(given)}\n{given.why}", _("Advice of the officer"))
            )
        self._add_authority()
        self._add_people()
        self._add_who()
        self._fill()

    def _add_authority(self) -> None:
        self.authority = RadioChoice((one, authority_words(one)) for one in (True, False))
        self.why_authority = TextArea(lines=3)
        forms.add_row(self.form, _("A&uthority"), self.authority, name="authority")
        help_ = _("Must be filled in when the authority is not notified, or against the advice.")
        forms.add_row(self.form, _("&Why"), self.why_authority, help_, name="why_authority")

    def _add_people(self) -> None:
        self.people = RadioChoice((one, words(one)) for one in PeopleTelling)
        forms.add_row(self.form, _("&People"), self.people, name="people")
        self.exception = ExplainedChoice(
            (one, words(one), proof_words(one)) for one in PeopleException
        )
        self.why_people = TextArea(lines=3)
        self.why_row = forms.add_row(self.form, _("W&hy"), self.why_people, name="why_people")
        self.exception_row = forms.add_row(
            self.form, _("Wh&y are they not told?"), self.exception, name="exception"
        )
        self._add_proof()
        self.people.value_changed.connect(self._on_people_chosen)
        self.exception.value_changed.connect(self._on_people_chosen)

    def _add_proof(self) -> None:
        self.notice = NoteBox(
            _("The notice must reach people as well as letters would. The case waits for it."),
            _("A public notice must be given instead."),
        )
        self.form.addRow(self.notice)
        self.proof = TextArea(lines=3)
        help_ = _("The authority may ask for this.")
        self.proof_row = forms.add_row(
            self.form, _("What &proves it"), self.proof, help_, required=True, name="proof"
        )
        letters = [(one, letter_words(one)) for one in POSTPONING]
        self.letter = Choice(letters, empty=_("Not chosen"))
        self.letter_row = forms.add_row(
            self.form, _("Letter of se&ction 16"), self.letter, required=True, name="letter"
        )
        self.look_again = self.day_field(None, required=False)
        self.look_again_row = forms.add_row(
            self.form,
            _("&Look at it again on"),
            self.look_again,
            _("At most six months ahead. It stands on the overview."),
            required=True,
            name="look_again",
        )

    def _add_who(self) -> None:
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
        before = self.breach.decision
        day = before.decided_on if before else self.today
        self.decided_on = self.day_row(_("Da&te"), "decided_on", day)
        self._deciders = {one.name: one.title for one in deciders_on(self.vault, self.today)}
        if self._deciders:
            completer = suggest(self.name.line, self._deciders)
            completer.activated.connect(self._on_decider_chosen)

    def _fill(self) -> None:
        before, given, program = self.breach.decision, self.breach.advice, self._program
        must = PeopleTelling.MUST if program.people else PeopleTelling.NOT
        first = before or given
        self.authority.set_value(first.authority if first else program.authority)
        people = first.people if first else must
        self.people.set_value(people)
        if people is PeopleTelling.NOT and before is None and not program.people:
            self.exception.set_value(PeopleException.NO_HIGH_RISK)
        if before is not None:
            self._fill_from(before)
        self._on_people_chosen()

    def _fill_from(self, before: Decision) -> None:
        self.why_authority.set_text(before.why_authority)
        self.why_people.set_text(before.why_people)
        self.name.set_text(before.name)
        self.role.set_text(before.role)
        exempted = before.exempted
        if exempted is not None:
            self.exception.set_value(exempted.exception)
            self.proof.set_text(exempted.proof)
            self.letter.set_value(exempted.letter or None)
            self.look_again.set_date(exempted.look_again)

    def _on_decider_chosen(self, name: str) -> None:
        self.role.set_text(self._deciders.get(name, self.role.text()))

    def _on_people_chosen(self, _value: object = None) -> None:
        exception = self.exception.value()
        not_told = self.people.value() is PeopleTelling.NOT
        postponed = not_told and exception is PeopleException.POSTPONED
        self.why_row.setVisible(not not_told)
        self.exception_row.setVisible(not_told)
        self.proof_row.setVisible(not_told and exception is not None)
        self.notice.setVisible(not_told and exception is PeopleException.DISPROPORTIONATE)
        self.letter_row.setVisible(postponed)
        self.look_again_row.setVisible(postponed)

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        if self.people.value() is PeopleTelling.NOT and self.exception.value() is None:
            text = _("Choose why they are not told.")
            found.append(FieldProblem(field="exception", text=text))
        return found + self.question.problems()

    def do(self) -> Change:
        decided_on = self.decided_on.date()
        assert decided_on is not None, "checked before"
        people = self.people.value()
        not_told = people is PeopleTelling.NOT
        decision = Decision(
            authority=self.authority.value(),
            why_authority=self.why_authority.text(),
            people=people,
            why_people="" if not_told else self.why_people.text(),
            name=self.name.text(),
            role=self.role.text(),
            decided_on=decided_on,
            exempted=self._exempted() if not_told else None,
        )
        return note_decision(self.vault, self.case_id, decision)

    def _exempted(self) -> Exempted:
        return Exempted(
            exception=self.exception.value(),
            proof=self.proof.text(),
            letter=self.letter.value() or "",
            look_again=self.look_again.date(),
        )
