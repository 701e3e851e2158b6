"""What was decided about the need, by whom and why; for a no, when to look at it again."""

from datetime import date

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem, RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import allows
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.actions import Action
from gdpr_desktop.dpia.codes import Advice
from gdpr_desktop.dpia.screening.checks import FOR, deed_of, needs_view
from gdpr_desktop.dpia.screening.dialogs.base import NeedCaseDialog, WhoDecides
from gdpr_desktop.dpia.screening.lists import covering
from gdpr_desktop.dpia.screening.model import Excuse, Need
from gdpr_desktop.dpia.screening.putting import require_undecided
from gdpr_desktop.dpia.screening.rules import excuse_holds, screen
from gdpr_desktop.dpia.screening.service import note_need
from gdpr_desktop.dpia.screening.words import advice_note, by_words, view_words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice, RadioChoice
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault

_YES, _NO, _COVERED = "yes", "no", "covered"


class NeedDialog(NeedCaseDialog):
    """Prefilled with what the answers give; never decided by the officer.

    Raises ``RefusedError`` before the questions are answered.
    """

    form_code = Action.NEED.value

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("Is an assessment needed?")
        super().__init__(vault, case_id, parent, title, _("Save the decision"), width=680)
        require_undecided(self.found)
        if self.found.screening is None:
            raise RefusedError(
                _("It has not been asked whether an assessment is needed."),
                hint=_("Answer the questions about the need first."),
            )
        self._screened = self.found.screening
        self._found = screen(self._screened)
        self._add_told()
        self._add_answer()
        self._add_why()
        self.who = WhoDecides(self)
        before = self.found.need
        self.decided_on = self.day_row(_("Da&te"), "decided_on", self.today)
        self._fill(before)
        self.answer.value_changed.connect(self._follow)
        self._follow()

    def _add_told(self) -> None:
        self.form.addRow(NoteBox(*advice_note(self._found, self._screened)))
        view = self.found.view
        if view is not None:
            by = by_words(view.name, "", long_date(view.given_on))
            text = f"{view_words(view)}\n{view.why}\n{by}"
            self.form.addRow(NoteBox(text, _("The officer's view")))
        self.no_view = NoteBox(role="notice")
        self.form.addRow(self.no_view)

    def _add_answer(self) -> None:
        self.answer = RadioChoice(
            (
                (_YES, _("An assessment is needed")),
                (_NO, _("No assessment is needed")),
                (_COVERED, _("An earlier assessment covers this")),
            )
        )
        forms.add_row(self.form, _("What was &decided"), self.answer, name="answer")
        pairs = covering(self.vault, but=self.case_id)
        self.covered_by = Choice(pairs, empty=_("One that is not in the register"))
        self.reference = LineField()
        self._covered_row = forms.add_row(
            self.form, _("Which assess&ment?"), self.covered_by, name="covered_by"
        )
        self._reference_row = forms.add_row(
            self.form,
            _("Where is it &kept?"),
            self.reference,
            _("For instance the number in the archive."),
            name="covered_reference",
        )
        self.covered_by.value_changed.connect(self._follow)

    def _add_why(self) -> None:
        self.why = TextArea(lines=4)
        help_ = _("A no is always explained, and so is what goes against the advice.")
        forms.add_row(self.form, _("&Why"), self.why, help_, name="why")
        self.look_again = self.day_field(None, required=False)
        self._again_row = forms.add_row(
            self.form,
            _("&Look at it again on"),
            self.look_again,
            _("It stands on the overview. Look at it earlier if something changes."),
            required=True,
            name="look_again_on",
        )

    def _fill(self, before: Need | None) -> None:
        answers = self._screened
        similar = answers.excuse is Excuse.SIMILAR and excuse_holds(answers)
        usual = _YES if self._found.advice in FOR else _COVERED if similar else _NO
        if before is not None:
            usual = _YES if before.needed else _COVERED if before.covered else _NO
            self.who.fill(before.name, before.role)
        elif self.found.about.responsible:
            self.who.fill(self.found.about.responsible, self.found.about.responsible_role)
        self.answer.set_value(usual)
        self.covered_by.set_value(before.covered_by if before else answers.covered_by)
        outside = before is not None and before.covered_by is None
        self.reference.set_text(before.covered_reference if before and outside else "")
        self.why.set_text(before.why if before else answers.excuse_proof)
        again = before.look_again_on if before else None
        in_a_year = _in_a_year(self.today)
        self.look_again.set_date(again if again and again > self.today else in_a_year)

    def _follow(self, _value: object = None) -> None:
        answer = self.answer.value()
        covered = answer == _COVERED
        self._covered_row.setVisible(covered)
        self._reference_row.setVisible(covered and self.covered_by.value() is None)
        self._again_row.setVisible(answer != _YES)
        self._warn(answer == _NO)

    def _warn(self, no: bool) -> None:
        """What stands against a no."""
        texts = []
        if no and self._found.advice is Advice.MUST:
            text = _(
                "The law asks for an assessment here. If one of the reasons to do without holds,"
                " answer the questions again and choose it."
            )
            texts.append(text)
        if needs_view(not no, self.found):
            texts.append(_("The officer must write a view in the case before you can say no."))
        self.no_view.say("\n".join(texts), _("The advice is to make an assessment"))

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems() + self.who.question.problems()
        role = self.vault.actor.role
        wanted = deed_of(self.answer.value() == _YES, self._found.advice, role)
        if not allows(role, wanted, assigned=True):
            text = _("This must be noted by a manager, or by the officer for the manager.")
            found.append(FieldProblem(field="answer", text=text))
        covered = self.answer.value() == _COVERED
        nowhere = self.covered_by.value() is None and not self.reference.text().strip()
        if covered and nowhere:
            text = _("Choose the assessment, or write where it is kept.")
            found.append(FieldProblem(field="covered_reference", text=text))
        return found

    def do(self) -> Change:
        decided_on, answer = self.decided_on.date(), self.answer.value()
        assert decided_on is not None, "checked before"
        covered = answer == _COVERED
        by = self.covered_by.value() if covered else None
        need = Need(
            needed=answer == _YES,
            why=self.why.text(),
            name=self.who.name.text(),
            role=self.who.role.text(),
            decided_on=decided_on,
            advice=self._found.advice,
            look_again_on=self.look_again.date() if answer != _YES else None,
            covered_by=by,
            covered_reference=self.reference.text() if covered and by is None else "",
        )
        return note_need(self.vault, self.case_id, need)


def _in_a_year(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return date(day.year + 1, 2, 28) if leap else day.replace(year=day.year + 1)
